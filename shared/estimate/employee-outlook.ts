// What the employee pension would bring to a flexible worker who goes on paying on one base. Handbook 7.2, 8.1-8.3, 8.5.
import type { FlexibleContribution } from "../contributions/flexible.ts";
import { monthOf, monthsBetween, type PlainMonth } from "../kernel/calendar.ts";
import { type Exact, exact, over, plus, times } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import { estimateEmployeePension, type FuturePension, yearsOf } from "../pension/employee.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { type PostCategory, retirementOf } from "../retirement/age.ts";
import { missingMonths } from "../retirement/minimum.ts";

/** `paidMonths` so far, and what they left in the account, in fen. */
export type WorkerLife = { category: PostCategory; birth: PlainMonth; paidMonths: number; account: number };

/** `months` paid by then, of the `minimum`; `missing`: what is to be paid beyond that age. */
export type EmployeePlan = {
  from: PlainMonth;
  ageMonths: number;
  monthsAhead: number;
  months: number;
  minimum: number;
  missing: number;
};

/** Paying without a gap until the statutory age. */
export function employeePlan({ category, birth, paidMonths }: WorkerLife, law: Law): Result<EmployeePlan, NeedsStaff> {
  const retirement = retirementOf({ category, birth }, law);
  if (!retirement.ok) return retirement;
  const { month: from, ageMonths, minimumMonths: minimum } = retirement.value;
  const monthsAhead = Math.max(0, monthsBetween(monthOf(law.asOf), from));
  const months = paidMonths + monthsAhead;
  return accepted({ from, ageMonths, monthsAhead, months, minimum, missing: missingMonths(months, minimum) });
}

/** `calculationBase`: the one that the person was told, fen a month, null for the region's. `average`: the wage that the index is a share of. */
export type PaidOn = { contribution: FlexibleContribution; average: Exact; calculationBase: number | null };

/** `futures`: for each growth that estimates are made with. `lessForAYear`: what a year without payment takes from a month. */
export type EmployeeFuture = { futures: readonly FuturePension[]; index: Exact; base: number; lessForAYear: number };

/**
 * All months are reckoned on the chosen base, those paid so far too. Where months are missing the pension is what they come to
 * without them: nothing is paid a month until they are made up.
 */
export function employeeFuture(
  { account, ...life }: WorkerLife,
  { contribution, average, calculationBase }: PaidOn,
  law: Law,
): Result<EmployeeFuture, NeedsStaff> {
  const plan = employeePlan({ account, ...life }, law);
  if (!plan.ok) return plan;
  const held =
    calculationBase === null ? law.read({ base: "employee-pension.calculation-base" }) : accepted({ base: calculationBase });
  if (!held.ok) return held;

  const { ageMonths, monthsAhead } = plan.value;
  const index = over(exact(contribution.base), average);
  const outlook = (without: number) => {
    const ahead = Math.max(0, monthsAhead - without);
    const saved = plus(exact(account), times(exact(contribution.toAccount), exact(ahead)));
    const facts = { base: exact(held.value.base), index, ageMonths, account: saved };
    const years = yearsOf(life.paidMonths + ahead);
    return estimateEmployeePension({ ...facts, years, yearsAhead: Math.ceil(monthsAhead / 12) }, law);
  };
  const [futures, less] = [outlook(0), outlook(12)];
  if (!futures.ok) return futures;
  if (!less.ok) return less;
  const lessForAYear = todays(futures.value) - todays(less.value);
  return accepted({ futures: futures.value, index, base: held.value.base, lessForAYear });
}

/** Without growth: in today's money. */
const todays = ([first]: readonly FuturePension[]): number => first?.pension.total ?? 0;
