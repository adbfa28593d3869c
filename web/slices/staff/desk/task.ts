// One matter of the desk. Its name in the address is sealed: it says nothing of anybody.
import { type MatterView, openMatter } from "../../../../shared/desk/contract.ts";
import { byId, element } from "../../../dom.ts";
import { setTitle } from "../../../errors.ts";
import { clearNotice, showNotice } from "../../../notice.ts";
import { callStaff } from "../../../staff/call.ts";
import { enterStaff } from "../../../staff/session.ts";
import { wordsOnPage } from "../../../words.ts";
import { readCalendar } from "../../transfers/working-days.ts";
import { drawAsked } from "./asked.ts";
import { drawDecision } from "./decide.ts";
import { dueDay, dueTag } from "./due.ts";
import { drawHands } from "./hands.ts";
import { drawHistory } from "./history.ts";
import { drawKnown } from "./known.ts";
import { drawObjection } from "./objection.ts";
import { openedFrom } from "./opened.ts";
import { drawPapers } from "./papers.ts";
import { drawPerson } from "./person.ts";
import { leadBack } from "./place.ts";
import { drawSides } from "./sides.ts";
import { drawTwice } from "./twice.ts";
import type { Page, Words } from "./words.ts";

const words = wordsOnPage<Words>();
const siteName = document.title.slice(document.querySelector("h1")!.textContent!.length);
const days = readCalendar();
const page: Page = { words, said: words, task: new URLSearchParams(location.search).get("task") ?? "", reload: open };

leadBack();
void begin();

async function begin(): Promise<void> {
  if (await enterStaff(words, ["handler", "checker"])) await open();
}

/** `news`: what has just been done; it stays on the page. */
async function open(news?: string): Promise<void> {
  if (!news) showNotice(words.reading, []);
  const answer = await callStaff(openMatter, { params: { task: page.task } });
  const view = openedFrom(answer, words);
  if (!view) return;
  draw(view, await days);
  if (news) {
    showNotice(news, []);
    byId("notice").scrollIntoView({ block: "start" });
  } else clearNotice();
}

function draw(view: MatterView, calendar: Awaited<typeof days>): void {
  const title = page.said[`kind.${view.kind}`] ?? view.kind;
  document.querySelector("h1")!.textContent = title;
  setTitle(title + siteName);
  const open = view.state === "open";
  byId("head").replaceChildren(
    open ? dueTag(view, { today: view.today, calendar }, words) : element("span", { class: "tag" }, words[`state.${view.state}`]),
    element("span", {}, dueDay(view, words)),
    element("span", { lang: "zh-CN" }, view.place.name),
    element("span", { class: "no" }, view.receipt),
    ...(open && view.deciders === 2 ? [element("span", { class: "tag off" }, words.ofTwo)] : []),
  );
  drawAsked(view, page);
  drawSides(view, page);
  drawTwice(view);
  drawKnown(view, page);
  drawPapers(view, page);
  drawHistory(view, page);
  drawPerson(view, page);
  drawHands(view, page);
  drawDecision(view, page);
  drawObjection(view, page);
  byId("matter").hidden = false;
}
