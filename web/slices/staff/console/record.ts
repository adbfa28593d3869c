// The record of whom the ticket is about, as far as the level allows: the API sends no more than that.
import type { Caller, RevealField } from "../../../../shared/helpline/contract.ts";
import { byId, element } from "../../../dom.ts";
import { seals } from "../../../messages/check.ts";
import { fill } from "../../../words.ts";
import { rich } from "../../check/draw.ts";
import { drawMonths } from "../../check/months.ts";
import { type Says, stepsOf, textOf } from "../../check/words.ts";
import type { Call } from "./call.ts";
import { pane, paragraph } from "./draw.ts";
import { coverAll, revealRow } from "./reveal.ts";
import { drawUnderway } from "./underway.ts";
import { named } from "./words.ts";

type All = Extract<Caller, { may: "all" }>;
type Whole = Extract<All["record"], { limited: false }>;
type Insurance = keyof typeof seals;

export function drawRecord(call: Call): void {
  const caller = call.caller();
  coverAll();
  byId("middle").hidden = !caller;
  if (!caller) {
    byId("middle").replaceChildren();
    return;
  }
  const whole = wholeOf(caller);
  const says: Says = { words: call.words, lang: call.lang, places: placesOf(whole), waiting: whole?.waiting };
  byId("middle").replaceChildren(about(call, caller, whole, says));
  if (whole) {
    const months = drawMonths(insuredIn(whole), says);
    if (months instanceof HTMLElement) {
      months.className = "pane"; // it reads the names of the insurances from the pane above
      byId("middle").append(months);
    }
    const steps = stepsOf(whole.insurances, says);
    if (steps.length > 0)
      byId("middle").append(
        pane("next", call.words.tellNext, element("ol", {}, ...steps.map((step) => element("li", {}, ...rich(step))))),
      );
  }
  byId("middle").append(...drawUnderway(call, caller));
  if (caller.may === "all" && caller.transfers.length + caller.reminders.length > 0) void appendMoving(call, caller);
}

type Moving = typeof import("./moving-zh.ts");
let losses = 0;

/** Their transfers and reminders, in a file of its own. Whoever is on the phone by then may be somebody else. */
async function appendMoving(call: Call, caller: All): Promise<void> {
  const middle = byId("middle");
  try {
    const { drawMoving }: Moving = await import(`${middle.dataset["then"]}?${losses || ""}`);
    if (call.caller() === caller) middle.append(...drawMoving(call, caller));
  } catch {
    losses += 1; // browsers remember a failure
    if (call.caller() === caller) middle.append(paragraph(call.words.readOutage));
  }
}

const wholeOf = (caller: Caller): Whole | undefined =>
  caller.may === "all" && !caller.record.limited ? caller.record : undefined;
const insuredIn = ({ insurances }: Whole) => insurances.flatMap((view) => (view.insured ? [view] : []));
const placesOf = (whole: Whole | undefined) =>
  new Map((whole?.places ?? []).map(({ division, name }) => [division as string, name]));

function about(call: Call, caller: Caller, whole: Whole | undefined, says: Says): HTMLElement {
  const { words } = call;
  const { shown } = caller;
  const beside = [
    whole?.employment && words[whole.employment.status],
    shown.county?.name,
    shown.birthYear !== undefined && fill(words.born, { year: shown.birthYear }),
    shown.status === "closed" && words.closed,
  ].filter((text): text is string => Boolean(text));
  const may = caller.may !== "nothing";
  // Level 1 does not show what is masked, only that it can be shown; else what is not there has no row.
  const row = (field: RevealField, masked: string | undefined, key: string) =>
    (whole || !may) && masked === undefined ? [] : revealRow(call, field, masked, key, may);
  const rows = [
    ...row("name", shown.name, "1"),
    ...row("number", shown.number, "2"),
    ...row("phone", whole?.phone?.masked, "3"),
    ...row("residence", whole?.residence?.text, "4"),
    ...row("contact", whole?.contact?.text, "5"),
    ...row("hukou", whole?.hukou?.text, "6"),
  ];
  const title = [shown.name, ...beside].join("　");
  const section = pane("record", title, paragraph(words.forYou, "src"), insurancesOf(call, caller, whole, says));
  section.append(element("dl", { class: "kv" }, ...rows));
  if (!may) section.append(paragraph(words.fromLevel1, "src end"));
  return section;
}

function insurancesOf(call: Call, caller: Caller, whole: Whole | undefined, says: Says): Node {
  const { words } = call;
  if (caller.may === "nothing") return paragraph(words.lockedRecord);
  if (!whole) {
    const yesNo = caller.may === "yes-no" ? caller.insurances : limitedOf(caller);
    const rows = yesNo.map(({ insurance, insured }) =>
      seal(call, insurance, insured ? "seal" : "seal off", insured ? "tag" : "tag off", insured ? words.yes : words.no),
    );
    return element("div", {}, element("ul", { class: "list mini" }, ...rows), paragraph(words.yesNo, "src"));
  }
  const rows = whole.insurances.map((view) => {
    const look = view.state === "needs-you" ? " warn" : view.insured ? "" : " off";
    return seal(call, view.insurance, `seal${look}`, `tag${look}`, words[`mini.${view.state}`]);
  });
  const told = whole.insurances.map((view) =>
    element(
      "li",
      {},
      element("b", {}, words[`name.${view.insurance}`]),
      " ",
      textOf(view, says),
      " ",
      element("span", { class: "src" }, placeOf(view, says)),
    ),
  );
  return element("div", {}, element("ul", { class: "list mini" }, ...rows), element("ul", { class: "list told" }, ...told));
}

const limitedOf = (caller: Caller) => (caller.may === "all" && caller.record.limited ? caller.record.insurances : []);

const seal = ({ words }: Call, insurance: Insurance, look: string, tag: string, word: string): HTMLElement =>
  element(
    "li",
    { id: insurance },
    element("i", { class: look, "aria-hidden": "true" }, seals[insurance]),
    element("h3", {}, words[`name.${insurance}`]),
    element("span", { class: tag }, word),
  );

function placeOf(view: Whole["insurances"][number], { words, places, lang }: Says): string {
  if (!view.insured) return "";
  const said = [
    named(words, "scheme", view.scheme),
    view.employer,
    places.get(view.region),
    fill(words.months, { n: view.paidMonths }),
  ];
  return said.filter(Boolean).join(lang === "zh" ? "，" : ", ");
}
