// The reviewer's page: what was done at each door of a list, confirmed or given back with a reason.

import { call } from "../../../call.ts";
import { byId, element } from "../../../dom.ts";
import { whenIn } from "../../../drafts/say.ts";
import { type Complaint, showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import type { stateWords } from "../../../messages/visits.ts";
import type { reviewSays } from "../../../messages/visits-review.ts";
import { clearNotice, showNotice, showUnread, showUnsent } from "../../../notice.ts";
import { langOfPage } from "../../../paths.ts";
import { enterStaff } from "../../../staff/session.ts";
import { checkVisit, listVisits, type Note, openForms, readVisit } from "../../../visits/routes.ts";
import type { ListHead, VisitedMember } from "../../../visits/sheet.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { sideBySide } from "./side-by-side.ts";

const words = wordsOnPage<StaffWords & Record<keyof typeof reviewSays.zh | keyof typeof stateWords.zh, string>>();
const said: Readonly<Record<string, string>> = words;
type Visit = { visit: string; short: string; state: string; members: VisitedMember[]; notes: Note[] };

const AT_ONCE = 4; // a list has forty households at most
const which = () => byId("which") as HTMLSelectElement;
let lists: readonly ListHead[] = [];

const relationOf = ({ relation, member }: VisitedMember): string =>
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

const pick = (type: "radio" | "checkbox", name: string, id: string, value: string, text: string) =>
  element("div", { class: "pick" }, element("input", { type, name, id, value }), element("label", { for: id }, text));

function decision(visit: Visit): HTMLFormElement {
  const id = (name: string) => `${name}-${visit.visit}`;
  const again = element(
    "fieldset",
    {},
    element("legend", { class: "label" }, words.again),
    ...visit.members.map((member) =>
      pick("checkbox", `again.${member.member}`, id(`again-${member.member}`), member.member, relationOf(member)),
    ),
  );
  again.hidden = true;
  const hint = element("p", { class: "hint", id: id("reason-h") }, words.reasonHint);
  const reason = element("textarea", {
    class: "in",
    id: id("reason"),
    name: "reason",
    rows: "2",
    maxlength: "200",
    "aria-describedby": hint.id,
  });
  const form = element(
    "form",
    { novalidate: "" },
    element(
      "fieldset",
      {},
      element("legend", {}, fill(words.decide, { n: visit.short })),
      pick("radio", "verdict", id("confirmed"), "confirmed", words.confirm),
      pick("radio", "verdict", id("returned"), "returned", words.return),
    ),
    again,
    element("div", { class: "field" }, element("label", { for: id("reason") }, words.reason), hint, reason),
    element(
      "div",
      { class: "acts" },
      element("button", { class: "btn", type: "submit", disabled: "", "data-ready": "" }, words.save),
    ),
  );
  form.addEventListener("change", () => {
    again.hidden = typedIn(form)["verdict"] !== "returned";
  });
  onSubmit(form, words, () => send(form, visit));
  return form;
}

async function send(form: HTMLFormElement, { visit, short, members }: Visit): Promise<void> {
  const typed = typedIn(form);
  const reason = (typed["reason"] ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
  const { verdict } = typed;
  const wrong: Complaint[] = [
    ...(verdict ? [] : [{ field: "verdict", text: words["missing.verdict"] }]),
    ...(reason ? [] : [{ field: "reason", text: words["missing.reason"] }]),
  ];
  clearNotice();
  showErrors(form, wrong, words);
  if (wrong.length > 0) return;
  const again = members.flatMap(({ member }) => (typed[`again.${member}`] ? [member] : []));
  const body = verdict === "returned" ? { verdict, reason, ...(again.length > 0 && { again }) } : { verdict, reason };
  const answer = await call(checkVisit, { params: { visit }, body });
  if (answer.is === "outage") return showUnsent(answer.outage, words);
  if (answer.is === "problem") {
    const [found] = answer.problem.findings;
    return showErrors(
      form,
      [{ text: (found && said[found.code]) ?? said[`problem.${answer.type}`] ?? words["problem.refused"] }],
      words,
    );
  }
  await openList();
  showNotice(fill(verdict === "returned" ? words.returned : words.confirmed, { n: short }), []);
}

function card(visit: Visit): HTMLElement {
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
    waits && decision(visit),
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

/** Few at a time: each is a question of its own. */
async function visitsOf(list: ListHead): Promise<Visit[] | undefined> {
  const names = Array.from({ length: list.households }, (_, nth) => `${list.list}-${String(nth + 1).padStart(3, "0")}`);
  const found: Visit[] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const answers = await Promise.all(names.slice(at, at + AT_ONCE).map((visit) => call(readVisit, { params: { visit } })));
    for (const answer of answers) {
      if (answer.is === "value") found.push(answer.value.visit);
      if (answer.is !== "outage") continue;
      showUnread(answer.outage, words);
      return undefined;
    }
  }
  return found;
}

async function openList(): Promise<void> {
  const list = lists.find((each) => each.list === which().value);
  byId("visits").replaceChildren();
  byId("said").textContent = "";
  if (!list) return;
  const visits = await visitsOf(list);
  if (!visits || which().value !== list.list) return;
  const waiting = visits.filter(({ state }) => state === "visited");
  const others = visits.filter(({ state }) => state !== "visited");
  byId("said").textContent = waiting.length > 0 ? fill(words.waiting, { n: waiting.length }) : words.none;
  byId("visits").append(
    ...waiting.map(card),
    ...(others.length > 0 ? [element("h2", {}, fill(words.other, { n: others.length })), ...others.map(card)] : []),
  );
}

async function start(): Promise<void> {
  if (!(await enterStaff(words, ["checker"]))) return;
  const answer = await call(listVisits, {});
  if (answer.is === "outage") return showUnread(answer.outage, words);
  lists = answer.is === "value" ? answer.value.lists : [];
  if (lists.length === 0) byId("said").textContent = words.noLists;
  const option = (list: ListHead) => {
    const n = list.states["visited"] ?? 0;
    return element("option", { value: list.list }, fill(words.list, { village: list.village, name: list.visitor.name, n }));
  };
  which().append(...[...lists].sort((a, b) => (b.states["visited"] ?? 0) - (a.states["visited"] ?? 0)).map(option));
  which().onchange = () => {
    clearNotice();
    void openList();
  };
}

void start();
