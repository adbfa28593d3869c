// What somebody who asks for a switch between the pensions wants to know first: when they reach the age, and how much is missing.
import { monthOf, type PlainMonth } from "../kernel/calendar.ts";
import { retirementOf } from "../retirement/age.ts";
import { missingMonths } from "../retirement/minimum.ts";
import { countMonths, isOf } from "./months.ts";
import { lawAt, type Situation } from "./situation.ts";
import { categoryOf } from "./switch.ts";

/**
 * `retires`: the month in which they reach the age. `months`: paid months at work that are missing for the employees' pension: from
 * 2030 on it asks for more than the switch does (handbook 6.3, 8.2).
 */
export type Lacking = { retires: PlainMonth; months: number };

/** Undefined where sex, post or birth are not known, or a number is not loaded: the findings say so. */
export function lackingFor(situation: Situation): Lacking | undefined {
  const { known, wish } = situation;
  const category = categoryOf(situation);
  if (!category || !known.birth) return undefined;
  const law = lawAt(situation, wish.to);
  const age = retirementOf({ category, birth: monthOf(known.birth) }, law);
  if (!age.ok) return undefined;
  const { month: retires, minimumMonths } = age.value;
  return { retires, months: missingMonths(countMonths(known.relations.filter(isOf("110"))), minimumMonths) };
}
