// What an employee pension comes to. Handbook 8.3; rounding 16, 7.1.
import { type Exact, exact, over, plus, power, rounded, times, whole } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { payoutMonths } from "../retirement/payout.ts";

/** Amounts in fen. `years` are all years, the deemed ones among them; `index` is the average over them. */
export type EmployeePensionFacts = {
  base: Exact;
  index: Exact;
  years: Exact;
  account: Exact;
  ageMonths: number;
  /** Years before there were accounts, with the coefficient of the province. */
  transitional?: { years: Exact; rate: Exact } | undefined;
};

/** Fen a month. `account` and `total` are null at an age the payout table does not know. */
export type EmployeePension = { years: Exact; basic: number; transitional: number; account: number | null; total: number | null };

/** Basic: half of the base and of the base by the index, one hundredth a year. Each part is rounded once, the total is their sum. */
export function employeePension(facts: EmployeePensionFacts, law: Law): Result<EmployeePension, NeedsStaff> {
  const held = law.read({ accrual: "employee-pension.accrual-rate" });
  if (!held.ok) return held;
  const payout = payoutMonths(facts.ageMonths, law);
  if (!payout.ok) return payout;

  const { base, index, transitional } = facts;
  const years = rounded(facts.years, 2);
  const indexed = times(base, index);
  const middle = over(plus(base, indexed), exact(2));
  const basic = whole(times(times(middle, years), held.value.accrual));
  const extra = transitional ? whole(times(times(indexed, transitional.years), transitional.rate)) : 0;
  const account = payout.value && whole(over(facts.account, payout.value));
  return accepted({ years, basic, transitional: extra, account, total: account === null ? null : basic + extra + account });
}

/** 208 months are 17.33 years. */
export const yearsOf = (months: number): Exact => rounded(over(exact(months), exact(12)), 2);

export type FuturePension = { growth: Exact; pension: EmployeePension };

/**
 * The same, some years ahead, once for each growth of wages that estimates are made with (handbook 8.5). Base, wages and the
 * account's interest grow alike, so that the first, without growth, is in today's money.
 */
export function estimateEmployeePension(
  facts: EmployeePensionFacts & { yearsAhead: number },
  law: Law,
): Result<FuturePension[], NeedsStaff> {
  const held = law.read({ growths: "estimate.wage-growth" });
  if (!held.ok) return held;
  const future: FuturePension[] = [];
  for (const growth of held.value.growths) {
    const grown = power(plus(exact(1), growth), facts.yearsAhead);
    const pension = employeePension({ ...facts, base: times(facts.base, grown), account: times(facts.account, grown) }, law);
    if (!pension.ok) return pension;
    future.push({ growth, pension: pension.value });
  }
  return accepted(future);
}
