// When I may retire, why then, and what each choice asks of me. Handbook 8.1, 8.2.
import { monthOf, monthsBetween, type PlainMonth } from "../kernel/calendar.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { type PostCategory, type Retirement, retirementKeys, retirementOf } from "../retirement/age.ts";
import { minimumMonths, missingMonths } from "../retirement/minimum.ts";

export type RetirementFacts = { category: PostCategory; birth: PlainMonth; paidMonths?: number | undefined };

/** `missing`: of the least months, today and if every month until then is paid; null where nothing was said of paying. */
export type RetirementChoice = {
  which: "earliest" | "statutory" | "latest";
  month: PlainMonth;
  ageMonths: number;
  minimumMonths: number;
  past: boolean;
  missing: { today: number; ifPaidOn: number } | null;
};

export type RetirementOutlook = Pick<Retirement, "delayMonths" | "ageMonths" | "month"> & {
  /** The numbers of the law that made the age; `cohort`: months of birth after the first who retire later, negative before. */
  why: { original: number; delayFrom: PlainMonth; step: number; cap: number; cohort: number };
  /** One where there is no choice, else three. */
  choices: readonly RetirementChoice[];
};

export function retirementOutlook(facts: RetirementFacts, law: Law): Result<RetirementOutlook, NeedsStaff> {
  const { category, birth, paidMonths } = facts;
  const held = law.read(retirementKeys[category]);
  if (!held.ok) return held;
  const found = retirementOf({ category, birth }, law);
  if (!found.ok) return found;
  const { delayMonths, ageMonths, month, flexible, minimumMonths: minimum } = found.value;

  const choice = (which: RetirementChoice["which"], at: PlainMonth, least: number): RetirementChoice => {
    const ahead = Math.max(0, monthsBetween(monthOf(law.asOf), at));
    return {
      which,
      month: at,
      ageMonths: monthsBetween(birth, at),
      minimumMonths: least,
      past: at < monthOf(law.asOf),
      missing:
        paidMonths === undefined
          ? null
          : { today: missingMonths(paidMonths, least), ifPaidOn: missingMonths(paidMonths + ahead, least) },
    };
  };
  const statutory = choice("statutory", month, minimum);
  const { original, delayFrom, step, cap } = held.value;
  const why = { original, delayFrom, step, cap, cohort: monthsBetween(delayFrom, birth) };
  if (!flexible) return accepted({ delayMonths, ageMonths, month, why, choices: [statutory] });

  const ifLatest = minimumMonths(flexible.latest, law);
  if (!ifLatest.ok) return ifLatest;
  const choices = [
    choice("earliest", flexible.earliest, flexible.minimumMonthsIfEarliest),
    statutory,
    choice("latest", flexible.latest, ifLatest.value),
  ];
  return accepted({ delayMonths, ageMonths, month, why, choices });
}
