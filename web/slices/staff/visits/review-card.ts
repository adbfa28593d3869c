// One household's visit as the reviewer sees it: its people, what was done, its forms.
import { call } from "../../../call.ts";
import { element } from "../../../dom.ts";
import { whenIn } from "../../../drafts/say.ts";
import { clearNotice, showNotice, showUnread } from "../../../notice.ts";
import { langOfPage } from "../../../paths.ts";
import { openForms } from "../../../visits/check-routes.ts";
import type { Note } from "../../../visits/routes.ts";
import type { VisitedMember } from "../../../visits/sheet.ts";
import { fill } from "../../../words.ts";
import { decision } from "./review-decision.ts";
import { said, type Visit, words } from "./review-words.ts";
import { sideBySide } from "./side-by-side.ts";

export const relationOf = ({ relation, member }: VisitedMember): string =>
  fill(words.member, { relation: said[`relation.${relation.slice(0, 1)}`] ?? "", n: member });

function memberRow(member: VisitedMember): HTMLElement {
  const { outcome, why, receipts } = member;
  const about = [
    ...why.map((each) => said[`why.${each}`] ?? ""),
    receipts.length > 0 && fill(words.receipts, { receipts: receipts.join(" ") }),
  ];
  return element(
    "li",
    {},
    element("b", {}, relationOf(member)),
    " ",
    element("span", { class: outcome ? "tag" : "tag warn" }, (outcome && said[`outcome.${outcome}`]) ?? words.left),
    element("p", { class: "src" }, about.filter(Boolean).join(langOfPage() === "zh" ? "，" : ", ")),
  );
}

function noteRow({ step, at, by, broughtBy, late, note, seen = [] }: Note, members: readonly VisitedMember[]): HTMLElement {
  const whom = (ref: string) => members.find(({ member }) => member === ref);
  const outcomes = seen.map(({ member, outcome }) => {
    const one = whom(member);
    return `${one ? relationOf(one) : member} ${said[`outcome.${outcome}`] ?? outcome}`;
  });
  const texts = [
    said[`step.${step}`] ?? step,
    ...outcomes,
    note,
    broughtBy && fill(words.brought, { name: broughtBy.name }),
    late && words.late,
  ];
  return element(
    "li",
    {},
    element("span", { class: "src" }, fill(words.step, { time: whenIn(Date.parse(at)), name: by.name, number: by.workNumber })),
    element("p", {}, texts.filter(Boolean).join(langOfPage() === "zh" ? "，" : ", ")),
  );
}

export function card(visit: Visit, decided: () => Promise<void>): HTMLElement {
  const waits = visit.state === "visited";
  const mark = waits ? "tag warn" : "tag off";
  return element(
    waits ? "section" : "details",
    { class: "pane" },
    element(
      waits ? "h2" : "summary",
      {},
      fill(words.household, { n: visit.short }),
      " ",
      element("span", { class: mark }, said[`visit.${visit.state}`] ?? ""),
    ),
    element("ul", { class: "list people" }, ...visit.members.map(memberRow)),
    visit.notes.length > 0 && element("h3", {}, words.did),
    element("ol", { class: "list did" }, ...visit.notes.map((note) => noteRow(note, visit.members))),
    visit.members.some(({ receipts }) => receipts.length > 0) && formsOf(visit),
    waits && decision(visit, decided),
  );
}

/** Opened when somebody wants to see them: it is a look at each person. */
function formsOf(visit: Visit): HTMLElement {
  const box = element("div", {});
  const button = element("button", { class: "btn alt", type: "button" }, words.openForms);
  const about = element("p", { class: "hint" }, words.openAbout);
  box.append(element("div", { class: "acts" }, button), about);
  button.onclick = async () => {
    clearNotice();
    const answer = await call(openForms, { params: { visit: visit.visit } });
    if (answer.is === "outage") return showUnread(answer.outage, words);
    if (answer.is === "problem") return showNotice(said[`problem.${answer.type}`] ?? words["problem.refused"], [], "warn");
    const whoOf = (ref: string) => visit.members.find(({ member }) => member === ref);
    box.replaceChildren(
      ...answer.value.forms.map((form) => {
        const who = whoOf(form.member);
        return sideBySide(form, who ? relationOf(who) : form.member);
      }),
    );
  };
  return box;
}
