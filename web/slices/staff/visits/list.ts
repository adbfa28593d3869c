import { byId, element } from "../../../dom.ts";
import { whenIn } from "../../../drafts/say.ts";
import { dateIn } from "../../../lang.ts";
import { langOfPage } from "../../../paths.ts";
import { type Item, isOnTabletOnly } from "../../../visits/item.ts";
import type { KeptSheet, SheetVisit } from "../../../visits/sheet.ts";
import { fill } from "../../../words.ts";
import { openEvent } from "./event.ts";
import { button, discardButton, memberRow, separator, tag } from "./member-row.ts";
import { stateOf } from "./out.ts";
import { onChange, said, state, words } from "./state.ts";

const finished = ["visited", "checked", "confirmed"];

const opened = new Set<string>();

/** What this tablet has noted of the household itself, and who was found there. */
function notedHere(visit: SheetVisit): HTMLElement[] {
  const items = state.items.filter((item) => item.visit === visit.visit && item.kind !== "form");
  const isListed = ({ receipt = "" }: Item) => visit.members.some(({ receipts }) => receipts.includes(receipt));
  const isOpen = (item: Item) => item.stage !== "received" || (item.kind === "found" && !isListed(item));
  return items.filter(isOpen).map((item) => {
    const { text, mark } = stateOf(item);
    const row = element("li", {}, element("p", { class: "name" }, element("b", {}, item.label), " ", tag(text, mark)));
    row.append(element("p", { class: "src" }, whenIn(item.openedAt)));
    for (const { code } of item.findings ?? [])
      row.append(element("p", { class: "err" }, said[code] ?? words["problem.refused"]));
    if (item.kind === "found" && isOnTabletOnly(item))
      row.append(
        button(item.stage === "refused" ? words.mend : words.goOn, item.label, () => {
          location.hash = `found/${visit.visit}/${item.key}`;
        }),
      );
    else if (item.kind === "event" && item.stage === "refused") row.append(discardButton(item));
    return row;
  });
}

function household(visit: SheetVisit): HTMLElement {
  const left = visit.members.filter(({ outcome }) => outcome === undefined).length;
  const mark = visit.state === "returned" ? "tag warn" : finished.includes(visit.state) ? "tag" : left > 0 ? "tag off" : "tag";
  const title = visit.address ?? fill(words.household, { n: visit.short });
  const number = fill(words.household, { n: visit.short });
  const summary = element(
    "summary",
    {},
    element("b", { lang: "zh-CN" }, title),
    element(
      "span",
      { class: "src" },
      [visit.address && number, fill(words.people, { n: visit.members.length })].filter(Boolean).join(" · "),
    ),
    tag(said[`visit.${visit.state}`] ?? "", mark),
  );
  const slot = element("div", {});
  const more = element(
    "div",
    { class: "acts" },
    button(words.note, title, () => openEvent(visit, slot)),
    button(words.findMore, title, () => {
      location.hash = `found/${visit.visit}/new`;
    }),
  );
  const details = element(
    "details",
    { class: "house", id: `house-${visit.household}` },
    summary,
    visit.reason &&
      visit.state === "returned" &&
      element("p", { class: "note warn" }, fill(words.returned, { reason: visit.reason })),
    element("ul", { class: "list people" }, ...visit.members.map((member) => memberRow(visit, member)), ...notedHere(visit)),
    more,
    slot,
  );
  details.open = opened.has(visit.visit);
  details.ontoggle = () => (details.open ? opened.add(visit.visit) : opened.delete(visit.visit));
  return details;
}

function village({ list, visits }: KeptSheet): HTMLElement {
  const done = visits.filter(({ state: stands }) => finished.includes(stands)).length;
  const about = [
    fill(words.progress, { all: visits.length, done }),
    list.until && fill(words.until, { date: dateIn(langOfPage(), list.until) }),
  ];
  return element(
    "section",
    { class: "pane" },
    element("h2", { lang: "zh-CN" }, list.village),
    element("p", { class: "src" }, about.filter(Boolean).join(separator())),
    ...visits.map(household),
  );
}

/** Not while somebody writes a note: it would be drawn away under their finger. */
function draw(): void {
  if (document.querySelector("#event:not([hidden])")) return;
  byId("villages").replaceChildren(...state.copy.sheets.map(village));
}

export function showHousehold(id: string): void {
  const details = document.getElementById(`house-${id}`);
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  details.querySelector("summary")?.focus();
  details.scrollIntoView();
}

export const openLists = (): void => onChange(draw);
