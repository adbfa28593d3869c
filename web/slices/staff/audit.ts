// The auditor's page: what people ask first, then what to look at, then everybody's looks.
import { listLooks, type StaffLooks } from "../../../shared/audit/contract.ts";
import { patternsIn } from "../../../shared/audit/patterns.ts";
import { clockAt } from "../../../shared/kernel/calendar.ts";
import { byId, element } from "../../dom.ts";
import { clearNotice, showNotice } from "../../notice.ts";
import { callStaff } from "../../staff/call.ts";
import { enterStaff } from "../../staff/session.ts";
import { wordsOnPage } from "../../words.ts";
import { drawAsked } from "./audit/asked.ts";
import { drawEverybody, drawPatterns } from "./audit/draw.ts";
import type { AuditWords } from "./audit/words.ts";

const words = wordsOnPage<AuditWords>();
const DAY_MS = 86_400_000;
const from = byId("from") as HTMLInputElement;
const to = byId("to") as HTMLInputElement;
let turn = 0;

void begin();

async function begin(): Promise<void> {
  to.value = clockAt(Date.now()).slice(0, 10);
  from.value = clockAt(Date.now() - 6 * DAY_MS).slice(0, 10);
  byId("window").onsubmit = (event) => {
    event.preventDefault();
    void look();
  };
  if (!(await enterStaff(words, ["auditor"]))) return;
  await Promise.all([drawAsked(words), look()]);
}

/** Few members of staff at a time: what is there is shown, and the others join it. */
async function look(): Promise<void> {
  const mine = ++turn;
  const all: StaffLooks[] = [];
  const window = { from: from.value, to: to.value };
  let after: string | undefined;
  clearNotice();
  do {
    const answer = await callStaff(listLooks, { query: { ...window, ...(after && { after }) } });
    if (mine !== turn) return;
    if (answer.is === "problem") return showNotice(words.window, [], "warn");
    if (answer.is === "outage") {
      const again = element("button", { class: "btn", type: "button" }, words.again);
      again.onclick = () => void look();
      return showNotice(words.unread, [words.unreadText, again], "blind");
    }
    all.push(...answer.value.staff);
    after = answer.value.after;
    drawPatterns(patternsIn(all), words);
    drawEverybody(all, window, words);
  } while (after);
}
