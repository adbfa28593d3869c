// The lists: villages, their households, who lives there, how it stands with each, and the next step.
import { call } from "../../../call.ts";
import { byId, element } from "../../../dom.ts";
import { whenIn } from "../../../drafts/say.ts";
import { dateIn } from "../../../lang.ts";
import { showNotice, showUnread } from "../../../notice.ts";
import { langOfPage } from "../../../paths.ts";
import { type Item, isOnTabletOnly } from "../../../visits/item.ts";
import { revealPhone } from "../../../visits/routes.ts";
import type { KeptSheet, SheetVisit, VisitedMember } from "../../../visits/sheet.ts";
import { fill } from "../../../words.ts";
import { openEvent } from "./event.ts";
import { stateOf } from "./out.ts";
import { itemsOf, onChange, said, state, words } from "./state.ts";

const finished = ["visited", "checked", "confirmed"];
const separator = () => (langOfPage() === "zh" ? "，" : ", ");
const opened = new Set<string>();

const button = (text: string, about: string, press: () => void, kind = "btn alt") => {
  const made = element("button", { class: kind, type: "button" }, text, element("span", { class: "vh" }, ` ${about}`));
  made.onclick = press;
  return made;
};
const tag = (text: string, mark = "tag") => element("span", { class: mark }, text);

/** What still has to be done before somebody who is never at home may be left, in words. */
function ladderOf({ ladder }: VisitedMember): HTMLElement | undefined {
  if (!ladder?.next) return undefined;
  const texts = [
    fill(words.ladder, { attempts: ladder.attempts, needed: ladder.needed }),
    said[`next.${ladder.next}`],
    ladder.notBefore &&
      Date.parse(ladder.notBefore) > Date.now() &&
      fill(words.notBefore, { time: whenIn(Date.parse(ladder.notBefore)) }),
  ];
  return element("p", { class: "src" }, texts.filter(Boolean).join(separator()));
}

export const relationOf = (code: string): string => said[`relation.${code.slice(0, 1)}`] ?? "";

async function showPhone(visit: string, member: string, box: HTMLElement): Promise<void> {
  const answer = await call(revealPhone, { params: { visit }, body: { member }, signedOut: "tell" });
  if (answer.is === "outage") return showUnread(answer.outage, words);
  if (answer.is === "problem") return showNotice(said[`problem.${answer.type}`] ?? words["problem.refused"], [], "warn");
  const { phone } = answer.value;
  box.replaceChildren(phone ? element("a", { href: `tel:${phone}` }, phone) : words.phoneNone);
}

function memberRow(visit: SheetVisit, member: VisitedMember): HTMLElement {
  const person = visit.people.find((each) => each.member === member.member);
  const name = person?.form?.person.name ?? relationOf(member.relation);
  const items = itemsOf(visit.visit, member.member).filter(({ kind }) => kind === "form");
  const item = items.find(isOnTabletOnly) ?? items[items.length - 1];
  const isSettled = member.outcome !== undefined;
  const born = person?.form?.person.birth;
  const about = [
    relationOf(member.relation),
    born && dateIn(langOfPage(), born.slice(0, 7)),
    ...member.why.map((why) => said[`why.${why}`]),
  ];
  const now = item
    ? stateOf(item)
    : isSettled
      ? { text: said[`outcome.${member.outcome}`] ?? "", mark: "tag" }
      : person?.unavailable
        ? { text: words[person.unavailable === "gone" ? "gonePerson" : "elsewherePerson"], mark: "tag off" }
        : { text: words.todo, mark: "tag warn" };
  const acts = element("div", { class: "acts" });
  const editing = item && isOnTabletOnly(item);
  if (person?.form && (editing || (!item && !isSettled) || visit.state === "returned"))
    acts.append(
      button(
        !editing ? words.fill : item.stage === "refused" ? words.mend : words.goOn,
        name,
        () => {
          location.hash = `form/${visit.visit}/${member.member}`;
        },
        "btn",
      ),
    );
  if (member.ladder?.next === "phone" && state.net === "on") {
    const box = element("p", { role: "status" });
    acts.append(
      button(words.phone, name, () => void showPhone(visit.visit, member.member, box)),
      box,
    );
  }
  return element(
    "li",
    {},
    element("p", { class: "name" }, element("b", { lang: "zh-CN" }, name), " ", tag(now.text, now.mark)),
    element("p", { class: "src" }, about.filter(Boolean).join(separator())),
    ladderOf(member),
    acts,
  );
}

/** What this tablet has noted of the household itself, and who was found there. */
function notedHere(visit: SheetVisit): HTMLElement[] {
  const items = state.items.filter((item) => item.visit === visit.visit && item.kind !== "form");
  const isOpen = (item: Item) => item.kind === "found" || item.stage !== "received";
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

/** By its author only, in two presses, and never once it may have arrived. */
export function discardButton(item: Item): HTMLButtonElement {
  const made = button(words.discard, item.label, () => {
    made.textContent = words.discardSure;
    made.onclick = async () => {
      await state.store?.discard(item.key);
      state.items = (await state.store?.items()) ?? [];
      location.hash = "";
      draw();
    };
  });
  return made;
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
