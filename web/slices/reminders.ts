// What comes, when and why, what was told; and how the person wants to be told.

import { readReminders, setReminders } from "../../shared/reminder/contract.ts";
import { DueWhat } from "../../shared/reminder/due.ts";
import type { Settings } from "../../shared/reminder/wanted.ts";
import { sayForWhom } from "../acting-for.ts";
import { call } from "../call.ts";
import { byId, element } from "../dom.ts";
import { onSubmit } from "../form.ts";
import { dateIn } from "../lang.ts";
import type { FormWords } from "../messages/kit.ts";
import type { RemindersWords } from "../messages/reminders.ts";
import { clearNotice, showNotice, showUnread, showUnsent } from "../notice.ts";
import { here, langOfPage } from "../paths.ts";
import { signedIn } from "../signed-in.ts";
import { fill, wordsFor, wordsOnPage } from "../words.ts";
import { showLimited } from "./limited.ts";
import { drawReminders } from "./reminders/draw.ts";
import { fillSettings, settingsIn } from "./reminders/settings.ts";

const words = wordsOnPage<FormWords & RemindersWords & Record<"limitedTitle" | "limitedText" | "limitedLink", string>>();
const whom = new URLSearchParams(location.search).get("for") ?? "";
const form = byId("how") as HTMLFormElement;
const SLOW_MS = 2000;

async function look(): Promise<void> {
  const slow = setTimeout(() => showNotice(words.slowTitle, [words.slowText]), SLOW_MS);
  const answer = await call(readReminders, whom ? { query: { for: whom } } : {});
  clearTimeout(slow);
  clearNotice();
  byId("opening").hidden = true;
  if (answer.is === "problem") {
    if (answer.type === "not-this-session") return showLimited(words);
    return showNotice(words["problem.not-found"], [words.noRecord]);
  }
  if (answer.is === "outage") {
    showUnread(answer.outage, words);
    const again = element("button", { class: "btn", type: "button" }, words.again);
    again.onclick = look;
    byId("notice").append(again);
    return;
  }
  const { value } = answer;
  byId("who").textContent = fill(words.who, { name: value.name, date: dateIn(langOfPage(), value.today) });
  byId("said").hidden = false;
  drawReminders(value, words, whom);
  if (!value.reminders.some(({ open }) => open) && value.transfers.length === 0) {
    const link = element("a", { href: here("/check") + (whom && `?for=${whom}`) }, words.toCheck);
    showNotice(words.emptyTitle, [words.emptyText, element("p", {}, link)]);
  }
  const others = byId("others");
  if (whom) others.textContent = words.others;
  others.hidden = !whom;
  form.hidden = whom !== "";
  if (!whom) fillSettings(value, words);
}

async function save(): Promise<void> {
  const done = byId("done");
  done.replaceChildren();
  const body = settingsIn(form);
  const answer = await call(setReminders, { body });
  if (answer.is === "outage") return showUnsent(answer.outage, words);
  const said =
    answer.is === "value"
      ? [element("h3", {}, words.saved), element("p", {}, isNone(body) ? words.savedNone : words.savedText)]
      : [element("p", {}, wordsFor(answer.problem.findings[0]?.code ?? `problem.${answer.type}`, words))];
  done.append(element("div", { class: answer.is === "value" ? "note" : "note warn" }, ...said));
}

const isNone = ({ off, channel }: Settings) => channel === "page" || off.length === DueWhat.options.length;

signedIn(words);
sayForWhom();
onSubmit(form, words, save);
void look();
