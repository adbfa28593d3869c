// From the record to what the check page says of each insurance, with the next sensible step. Handbook 2, 3.
import { leading } from "../facts.ts";
import { ageOn, type PlainDate } from "../kernel/calendar.ts";
import { type EmploymentStatus, Insurance, type InsuranceSummary, type RecordPage } from "../registration.ts";
import type { InsuranceView } from "./contract.ts";
import { gapsOf, gridOf, openGap } from "./months.ts";

type Insured = Extract<InsuranceView, { insured: true }>;
type NotInsured = Extract<InsuranceView, { insured: false }>;

export const assessInsurances = (record: RecordPage, today: PlainDate): InsuranceView[] =>
  Insurance.options.map((insurance) => {
    const held = record.summary.insurances[insurance];
    return held && held.status !== "ended" ? insuredView(insurance, held) : notInsuredView(insurance, held, record, today);
  });

export const isInsured = (record: RecordPage, insurance: Insurance): boolean =>
  (record.summary.insurances[insurance]?.status ?? "ended") !== "ended";

function insuredView(insurance: Insurance, held: InsuranceSummary): Insured {
  const years = gridOf(held);
  const gaps = gapsOf(years);
  const open = openGap(held, gaps);
  const owed = years.some(({ months }) => months.includes("o"));
  const { scheme, region, insuredAs, paidMonths, otherEnrolments, source, asOf } = held;
  const state = open.length > 0 || owed ? "needs-you" : held.status === "paused" ? "paused" : "normal";
  return {
    insured: true,
    insurance,
    state,
    scheme,
    region,
    insuredAs,
    paidMonths,
    otherEnrolments,
    source,
    asOf,
    years,
    gaps,
    openGap: open,
    since: held.from,
    ...(held.employer && { employer: held.employer.name }),
    next: nextWhenInsured(held, open.length > 0 || owed),
  };
}

/** An employer pays for its people, everyone else for themselves; two enrolments are for the agency to sort out. */
function nextWhenInsured(held: InsuranceSummary, missing: boolean): Insured["next"] {
  if (missing) return held.insuredAs === "employee" ? "ask-employer" : "pay-on";
  if (held.otherEnrolments > 0) return "look-at-duplicate";
  return held.status === "paused" ? "ask-agency" : "nothing";
}

function notInsuredView(
  insurance: Insurance,
  held: InsuranceSummary | undefined,
  record: RecordPage,
  today: PlainDate,
): NotInsured {
  const { birth } = record.registration.identity;
  const status = leading(record.facts, "employment")?.status ?? "NONE";
  const next = nextWhenNot(insurance, status, birth ? ageOn(birth, today) : undefined);
  return {
    insured: false,
    insurance,
    state: next === "ask-employer" ? "needs-you" : "not-insured",
    ...(held?.to && { ended: held.to }),
    ...(record.summary.asOf && { asOf: record.summary.asOf }),
    next,
  };
}

const PENSION_FROM_AGE = 16; // 国发〔2014〕8号 Art. 3
const RESIDENT_BENEFIT_AGE = 60; // the same, Art. 6; unchanged by the retirement reform (handbook 7.3)

/** The table of handbook 3 as far as it says must, may or no; the rules in full come with the policy. */
function nextWhenNot(insurance: Insurance, status: EmploymentStatus, age: number | undefined): NotInsured["next"] {
  if (status === "EMPLOYED") return "ask-employer"; // Social Insurance Law Art. 10, 23, 33, 44, 53
  if (insurance === "medical") return status === "FLEXIBLE" ? "enrol-flexible" : "enrol-resident";
  if (insurance !== "pension") return "not-required";
  if (status === "STUDENT" || status === "RETIRED" || (age !== undefined && age < PENSION_FROM_AGE)) return "not-required";
  if (status === "FLEXIBLE") return "enrol-flexible";
  return age !== undefined && age >= RESIDENT_BENEFIT_AGE ? "ask-agency" : "enrol-resident";
}
