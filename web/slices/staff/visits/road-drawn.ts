import { byId, element } from "../../../dom.ts";
import { whenIn } from "../../../drafts/say.ts";
import { dateIn } from "../../../lang.ts";
import { clearNotice } from "../../../notice.ts";
import { langOfPage } from "../../../paths.ts";
import { isOver, type ListHead } from "../../../visits/sheet.ts";
import { tabletShelf as shelf } from "../../../visits/shelf.ts";
import { ofColleagues } from "../../../visits/store.ts";
import { fill } from "../../../words.ts";
import { form, open, today } from "./road.ts";
import { state, words } from "./state.ts";

/** What stands before the lists as long as nothing is open. */
export async function drawLock(): Promise<void> {
  const roads = (await shelf.roads()).filter(({ until }) => !isOver(until, today()));
  const waiting = await ofColleagues(shelf, undefined);
  byId("locked").hidden = state.store !== undefined || (roads.length === 0 && (state.net === "on" || waiting === 0));
  form("unlock").hidden = roads.length === 0;
  const isOff = state.net === "off" || !navigator.onLine;
  byId("locked-text").textContent =
    roads.length === 0 ? words.noCode : isOff || waiting === 0 ? words.lockedText : fill(words.lockedOnline, { n: waiting });
}

function rowOf(list: ListHead): HTMLElement {
  const button = element(
    "button",
    { class: "btn alt", type: "button" },
    words.open,
    element("span", { class: "vh" }, ` ${list.village}`),
  );
  button.onclick = () => {
    clearNotice();
    void open(list.list, false);
  };
  const { visited = 0, checked = 0, confirmed = 0 } = list.states;
  const about = fill(words.progress, { all: list.households, done: visited + checked + confirmed });
  return element(
    "li",
    {},
    element("h3", {}, list.village),
    element(
      "p",
      { class: "src" },
      [list.place, about, list.until && fill(words.until, { date: dateIn(langOfPage(), list.until) })]
        .filter(Boolean)
        .join(" · "),
    ),
    element("div", { class: "acts" }, button),
  );
}

export function draw(): void {
  const isOpen = state.store !== undefined;
  const unopened = state.heads.filter(({ list }) => !state.copy.sheets.some((sheet) => sheet.list.list === list));
  byId("heads").replaceChildren(...unopened.map(rowOf));
  byId("open-about").hidden = unopened.length === 0;
  const isEmpty = state.heads.length === 0 && state.copy.sheets.length === 0;
  byId("no-lists").hidden = !isEmpty || state.net !== "on";
  byId("road").hidden = !isOpen && state.heads.length === 0;
  form("take").hidden = state.net !== "on" || isEmpty;
  byId("new-code").hidden = state.codeIsSet;
  byId("road-lead").hidden = isOpen && state.codeIsSet;
  const button = byId("take-button");
  if (!button.hasAttribute("aria-disabled")) button.textContent = isOpen && state.codeIsSet ? words.refresh : words.takeAlong;
  const count = state.copy.sheets.reduce((sum, { list }) => sum + list.households, 0);
  const villages = state.copy.sheets.map(({ list }) => list.village).join("、");
  const days = Math.floor((Date.now() - state.takenAt) / 86_400_000);
  const row = (good: boolean, text: string) => element("li", { class: good ? "tag" : "tag warn" }, text);
  byId("ready").hidden = !isOpen || state.copy.sheets.length === 0;
  byId("ready").replaceChildren(
    row(true, fill(words.readyList, { when: whenIn(state.takenAt), villages, n: count })),
    ...(days > 0 ? [row(false, fill(words.stale, { days }))] : []),
    row(
      state.pageIsKept,
      state.pageIsKept ? words.readyPage : "serviceWorker" in navigator ? words.readyPageNot : words.noWorker,
    ),
    row(state.codeIsSet, state.codeIsSet ? words.readyCode : words.readyCodeNot),
  );
  byId("is-ready").hidden = !(isOpen && state.codeIsSet && state.pageIsKept && state.copy.sheets.length > 0);
}
