// Who waits to be called back. The phone shows to who has taken it; after three tries nobody calls any more.
import type * as v from "valibot";
import {
  type CallBack,
  type CallBackItem,
  listCallBacks,
  takeCallBack,
  tryCallBack,
} from "../../../../shared/helpline/contract.ts";
import { byId, element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { here, langOfPage } from "../../../paths.ts";
import { callStaff } from "../../../staff/call.ts";
import { todayInChina } from "../../../staff/clock.ts";
import { enterStaff, rolesOf } from "../../../staff/session.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { ask } from "./ask.ts";
import { aloud, keyed, paragraph } from "./draw.ts";
import { listenForKeys } from "./keys.ts";
import { type ConsoleWords, named } from "./words.ts";

const words = wordsOnPage<ConsoleWords>();
const lang = langOfPage();
let isAgent = false;

void start();

async function start(): Promise<void> {
  const staff = await enterStaff(words, ["agent", "handler"]);
  if (!staff) return;
  isAgent = rolesOf(staff).includes("agent");
  listenForKeys(byId("single") as HTMLInputElement);
  await read();
}

async function read(): Promise<void> {
  const list = await ask({ words, place: byId("said"), reading: true, send: () => callStaff(listCallBacks, {}) });
  if (!list) {
    const again = keyed(words.againKey, "r", () => void read());
    return byId("said").append(again);
  }
  const rows = list.callBacks.map((item, nth) => row(item, nth + 1));
  byId("list").replaceChildren(...rows);
  if (rows.length === 0) byId("said").replaceChildren(paragraph(words.noCallBacks));
}

function row(item: v.InferOutput<typeof CallBackItem>, nth: number): HTMLElement {
  const { ticket, dueAt, provisional, suits, tries } = item;
  const late = dueAt <= todayInChina();
  const due = element("span", { class: late ? "tag warn" : "tag" }, fill(words.callBackIs, { date: dateIn(lang, dueAt) }));
  const about = [
    suits,
    tries > 0 && fill(words.triedTimes, { n: tries }),
    item.state === "taken" && (item.mine ? words.takenByMe : words["callBack.taken"]),
  ];
  const place = element("div", { role: "status" });
  const acts = element("div", { class: "acts" });
  const li = element(
    "li",
    { class: "pane" },
    element("h2", {}, ticket, due),
    provisional && paragraph(words.provisional, "src"),
    paragraph(about.filter((text): text is string => Boolean(text)).join(lang === "zh" ? "，" : ", "), "src"),
    acts,
    place,
  );
  if (item.state === "open" || item.mine || late) {
    const take = keyed(words.iCall, nth < 10 ? String(nth) : "", () => void taken(), "btn");
    acts.append(take);
    async function taken(): Promise<void> {
      const send = () => callStaff(takeCallBack, { params: { ticket }, body: {} });
      const mine = await ask({ words, place, button: take, send });
      if (mine) calling(mine.callBack);
    }
  }

  function calling({ phone }: CallBack): void {
    const reached = keyed(words.reached, "y", () => void tried(true, reached), "btn");
    const missed = keyed(words.missed, "n", () => void tried(false, missed));
    acts.replaceChildren(
      element("p", { class: "big" }, phone && element("a", { href: `tel:${phone}` }, phone)),
      aloud(words.aloud, words["aloud.calling-back"]),
      reached,
      missed,
    );
    reached.focus();
  }

  async function tried(isReached: boolean, button: HTMLButtonElement): Promise<void> {
    const send = () => callStaff(tryCallBack, { params: { ticket }, body: { reached: isReached } });
    const done = await ask({ words, place, button, send });
    if (!done) return;
    const { state, tries: all } = done.callBack;
    const left =
      state === "taken" || state === "open" ? fill(words.triedTimes, { n: all.length }) : named(words, "callBack", state);
    const open = element("a", { class: "btn", href: `${here("/staff/console")}?ticket=${ticket}` }, words.openConsole);
    acts.replaceChildren(paragraph(left), isReached && isAgent ? open : "");
    if (isReached && isAgent) open.focus();
  }
  return li;
}
