// A case of a pack as somebody who is insured twice: the sections on duplicates ask what the register itself asks, wherever it writes a
// summary, and what the person is then shown. What no register can hold is left to the rule alone.
import * as v from "valibot";
import { type Decided, decideDuplicate } from "../../shared/duplicates/decide.ts";
import type { Duplicate } from "../../shared/duplicates/duplicate.ts";
import { duplicatesIn } from "../../shared/duplicates/find.ts";
import type { MedicalFacts, MedicalScheme } from "../../shared/duplicates/medical.ts";
import type { DrawnPension, PensionRecord } from "../../shared/duplicates/pension.ts";
import { monthOf, type PlainDate, PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import { noPayment, packMonths } from "../../shared/paid-months.ts";
import type { Law } from "../../shared/policy/law.ts";
import { Enrolment, type PaidYear } from "../../shared/registration.ts";

const long = v.parse(PlainMonth, "1990-01");

function anEnrolment(enrolment: object, today: PlainDate): Enrolment {
  const at = `${today}T12:00:00.000+08:00`;
  return v.parse(Enrolment, { status: "active", source: "insured-320000", asOf: today, recordedAt: at, ...enrolment });
}

/** Undefined: these are not two that a register knows apart. */
function foundIn(enrolments: readonly Enrolment[], paid: readonly PaidYear[], today: PlainDate): Duplicate | undefined {
  const keys = new Set(enrolments.map(({ scheme, region, from }) => `${scheme} ${region} ${from}`));
  return enrolments.length === 2 && keys.size === 2 ? duplicatesIn([...enrolments], paid, today)[0] : undefined;
}

/** Two pensions that are paid into. What has an end lies idle. */
export function pensionTwice(records: readonly PensionRecord[], today: PlainDate): Duplicate | undefined {
  const enrolments = records.flatMap(({ scheme, province, from, to }) => {
    if (scheme === "LANDLOST") return []; // none of the insurances that are registered here
    const insuredAs = scheme === "170" ? "resident" : "employee";
    return anEnrolment({ scheme, region: `${province}0000`, from, insuredAs, ...(to ? { to, status: "paused" } : {}) }, today);
  });
  return foundIn(enrolments, [], today);
}

/** Two pensions that are drawn; of which no place is told, two that differ. */
export function pensionDrawnTwice(drawn: readonly DrawnPension[], today: PlainDate): Duplicate | undefined {
  const enrolments = drawn.flatMap(({ scheme, province }, nth) => {
    const region = province ? `${province}0000` : `3${2 + (nth % 2) * 2}0000`;
    return scheme === "LANDLOST" ? [] : anEnrolment({ scheme, region, from: long, insuredAs: "retired" }, today);
  });
  return foundIn(enrolments, [], today);
}

type Doubled = { active: readonly (readonly [MedicalScheme, string])[]; facts: MedicalFacts };

/** What the person would be told about two medical insurances. */
export function medicalTwice({ active, facts }: Doubled, law: Law): Decided["says"] | undefined {
  const today = law.asOf;
  const { employeeMonths, isFlexible, isStudent, fundedPlaces } = facts;
  const paid: PaidYear[] = [];
  let funded = fundedPlaces;
  const enrolments = active.map(([scheme, province]) => {
    const insuredAs = scheme === "310" ? (isFlexible ? "flexible" : "employee") : isStudent ? "student" : "resident";
    const enrolment = anEnrolment({ scheme, region: `${province}0000`, from: long, insuredAs }, today);
    if (scheme === "310") paid.push(...paidUpTo(enrolment, monthOf(today), employeeMonths, { personal: 1 }));
    else if (funded-- > 0) paid.push(...paidUpTo(enrolment, monthOf(today), 1, { subsidy: 1 }));
    return enrolment;
  });
  const holds = funded <= 0 && (employeeMonths > 0 || isFlexible || fundedPlaces > 0 || active[0]?.[0] === active[1]?.[0]);
  const found = holds ? foundIn(enrolments, paid, today) : undefined;
  return found && decideDuplicate(found, {}, law).says;
}

function paidUpTo(
  { scheme, region, from }: Enrolment,
  last: PlainMonth,
  count: number,
  amounts: { personal?: number; subsidy?: number },
): PaidYear[] {
  const months = Array.from({ length: count }, (_, before) => plusMonths(last, -before));
  const years = [...new Set(months.map((month) => Number(month.slice(0, 4))))];
  return years.map((year) => ({
    ...{ scheme, region, from, year },
    months: packMonths(
      Array.from({ length: 12 }, (_, nth) =>
        months.some((month) => Number(month.slice(0, 4)) === year && Number(month.slice(5)) === nth + 1)
          ? { ...noPayment, state: "paid", ...amounts }
          : noPayment,
      ),
    ),
  }));
}
