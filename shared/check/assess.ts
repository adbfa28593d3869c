// From the record to what the check page says of each insurance, with the next sensible step. Handbook 2, 3.
import { leading } from "../facts.ts";
import { ageOn, type PlainDate } from "../kernel/calendar.ts";
import type { Law } from "../policy/law.ts";
import {
  countsLike,
  type EmploymentStatus,
  Insurance,
  type InsuranceSummary,
  type RecordPage,
  type Scheme,
  type Summary,
  schemesOf,
} from "../registration.ts";
import { isOfAgeToDraw } from "../reminder/ages.ts";
import type { TransferKind } from "../transfer/transfer.ts";
import type { InsuranceView } from "./contract.ts";
import { gapsOf, gridOf, openGap } from "./months.ts";

type Insured = Extract<InsuranceView, { insured: true }>;
type NotInsured = Extract<InsuranceView, { insured: false }>;

/** `law`: of the person's place, today. */
export const assessInsurances = (record: RecordPage, law: Law): InsuranceView[] =>
  Insurance.options.map((insurance) => {
    const held = record.summary.insurances[insurance];
    const view =
      held && held.status !== "ended"
        ? insuredView(insurance, held, isTwice(record, insurance, held))
        : notInsuredView(insurance, held, record, law);
    const besides = paidBesides(record.summary, insurance, view.insured ? view.scheme : undefined);
    const paid = { ...view, ...(besides.length > 0 && { besides }) };
    const whole = claimsNow(record, paid, law) ? { ...paid, next: "claim-pension" as const } : paid;
    return waitsForThem(record, insurance) ? { ...whole, state: "needs-you", next: "look-at-transfer" } : whole;
  });

const movedBy = {
  ...{ "employee-pension": "pension", "resident-pension": "pension", "pension-switch": "pension" },
  ...{ medical: "medical", unemployment: "unemployment" },
} as const satisfies Record<TransferKind, Insurance>;

/** Of an age to draw, with something to draw from, and nothing more pressing to do. */
const claimsNow = (record: RecordPage, view: InsuranceView, law: Law): boolean =>
  view.insurance === "pension" &&
  (view.next === "nothing" || view.next === "ask-agency" || (!view.insured && view.state === "not-insured")) &&
  view.state !== "at-desk" &&
  (view.insured || view.besides !== undefined) &&
  isOfAgeToDraw(record, law);

/** A transfer came back to them, and no agency goes on before they have put it right. */
const waitsForThem = ({ moving = [] }: RecordPage, insurance: Insurance) =>
  moving.some(({ kind, needsPerson }) => needsPerson && movedBy[kind] === insurance);

/** Months that count in another scheme than the one that is shown, however long ago: they may be what decides about a pension. */
function paidBesides({ paid = {} }: Summary, insurance: Insurance, shown: Scheme | undefined) {
  if (insurance !== "pension" && insurance !== "medical") return [];
  const others = schemesOf[insurance].filter((scheme) => !shown || countsLike(scheme) !== countsLike(shown));
  return others.flatMap((scheme) => (paid[scheme] ? [{ scheme, months: paid[scheme] }] : []));
}

export const isInsured = (record: RecordPage, insurance: Insurance): boolean =>
  (record.summary.insurances[insurance]?.status ?? "ended") !== "ended";

/** What handbook 5 has to be sorted out: by an answer of the person, or of the desk; where nobody has looked yet, any other enrolment may be it. */
type Twice = "to-answer" | "at-desk" | "perhaps" | "no";
function isTwice(record: RecordPage, insurance: Insurance, { otherEnrolments }: InsuranceSummary): Twice {
  const { summary, atDesk = [] } = record;
  if (!summary.duplicates) return otherEnrolments > 0 ? "perhaps" : "no";
  const open = summary.duplicates.filter((one) => one.operational && one.insurance === insurance);
  const said = open.map(({ id }) => atDesk.find((one) => one.id === id));
  if (said.includes(undefined)) return "to-answer";
  return said.every((one) => one?.upheld) ? "no" : "at-desk";
}

function insuredView(insurance: Insurance, held: InsuranceSummary, twice: Twice): Insured {
  const years = gridOf(held);
  const gaps = gapsOf(years);
  const open = openGap(held, gaps);
  const owed = years.some(({ months }) => months.includes("o"));
  const { scheme, region, insuredAs, paidMonths, otherEnrolments, source, asOf, carried = [] } = held;
  return {
    insured: true,
    insurance,
    state: stateOf(held, open.length > 0 || owed, twice),
    scheme,
    region,
    insuredAs,
    paidMonths,
    otherEnrolments,
    source: carried.length > 0 && source === "desk" ? `insured-${region}` : source, // the agency there completed the transfer
    asOf,
    years,
    gaps,
    openGap: open,
    since: carried.reduce((first, { from }) => (from < first ? from : first), held.from),
    ...(carried.length > 0 && { carried: carried.map(({ from: _, ...one }) => one) }),
    ...(held.employer && { employer: held.employer.name }),
    next: nextWhenInsured(held, open.length > 0 || owed, twice),
  };
}

function stateOf({ status }: InsuranceSummary, missing: boolean, twice: Twice): Insured["state"] {
  if (missing || twice === "to-answer") return "needs-you";
  if (twice === "at-desk") return "at-desk";
  return status === "paused" ? "paused" : "normal";
}

/** An employer pays for its people, everyone else for themselves; two enrolments are for the agency to sort out. */
function nextWhenInsured(held: InsuranceSummary, missing: boolean, twice: Twice): Insured["next"] {
  if (missing) return held.insuredAs === "employee" ? "ask-employer" : "pay-on";
  if (twice === "to-answer" || twice === "perhaps") return "look-at-duplicate";
  return held.status === "paused" && twice === "no" ? "ask-agency" : "nothing";
}

function notInsuredView(insurance: Insurance, held: InsuranceSummary | undefined, record: RecordPage, law: Law): NotInsured {
  const { birth } = record.registration.identity;
  const status = leading(record.facts, "employment")?.status ?? "NONE";
  const next = nextWhenNot(insurance, status, birth ? ageOn(birth, law.asOf) : undefined, law);
  return {
    insured: false,
    insurance,
    state: next === "ask-employer" ? "needs-you" : "not-insured",
    ...(held && (held.to ? { ended: held.to } : { over: true as const })),
    ...(record.summary.asOf && { asOf: record.summary.asOf }),
    ...reasonOf(insurance, record, law.asOf),
    next,
  };
}

function reasonOf(insurance: Insurance, { reasons }: RecordPage, today: PlainDate): Pick<NotInsured, "reason"> {
  const held = reasons.find((reason) => reason.insurance === insurance);
  if (!held) return {};
  const { asOf, expires } = held;
  const codes = held.reasons.map(({ code }) => code);
  return { reason: { codes, asOf, ...(expires && { expires }), expired: expires !== undefined && expires < today } };
}

/** The table of handbook 3 as far as it says must, may or no; the rules in full come with the policy. */
function nextWhenNot(insurance: Insurance, status: EmploymentStatus, age: number | undefined, law: Law): NotInsured["next"] {
  if (status === "EMPLOYED") return "ask-employer"; // Social Insurance Law Art. 10, 23, 33, 44, 53
  if (insurance === "medical") return status === "FLEXIBLE" ? "enrol-flexible" : "enrol-resident";
  if (insurance !== "pension" || status === "STUDENT" || status === "RETIRED") return "not-required";
  const mayJoin = status === "FLEXIBLE" ? "enrol-flexible" : "enrol-resident";
  if (age === undefined) return mayJoin;
  const ages = law.read({ from: "resident-pension.from-age", benefit: "resident-pension.benefit-age" }); // handbook 7.3
  if (!ages.ok) return "ask-agency";
  if (age < ages.value.from) return "not-required";
  return status !== "FLEXIBLE" && age >= ages.value.benefit ? "ask-agency" : mayJoin;
}
