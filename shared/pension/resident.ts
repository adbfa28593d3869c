// What a resident pension comes to, and what a tier brings. Handbook 7.3, 8.4.
import { type Exact, exact, over, plus, power, times, whole } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** Fen a month. Local additions belong to the basic pension. */
export type ResidentPension = { basic: number; account: number; monthly: number };

export function residentPension(
  { basic, localExtra = 0, account }: { basic: number; localExtra?: number; account: Exact },
  law: Law,
): Result<ResidentPension, NeedsStaff> {
  const held = law.read({ payout: "resident-pension.payout-months" });
  if (!held.ok) return held;
  const monthly = whole(over(account, exact(held.value.payout)));
  return accepted({ basic: basic + localExtra, account: monthly, monthly: basic + localExtra + monthly });
}

export type ResidentFuture = { growth: Exact; pension: ResidentPension };

/**
 * After so many more years with the same payment and subsidy, once for each growth that estimates are made with (handbook 8.5):
 * the basic pension and the account's interest grow, the payment does not. Payments are made at the beginning of a year.
 */
export function estimateResidentPension(
  facts: { basic: number; account: number; yearlyPayment: number; yearlySubsidy: number; years: number },
  law: Law,
): Result<ResidentFuture[], NeedsStaff> {
  const held = law.read({ growths: "estimate.wage-growth" });
  if (!held.ok) return held;
  const future: ResidentFuture[] = [];
  for (const growth of held.value.growths) {
    const factor = plus(exact(1), growth);
    const account = accountAfter(facts, factor);
    const pension = residentPension({ basic: whole(times(exact(facts.basic), power(factor, facts.years))), account }, law);
    if (!pension.ok) return pension;
    future.push({ growth, pension: pension.value });
  }
  return accepted(future);
}

function accountAfter(
  facts: { account: number; yearlyPayment: number; yearlySubsidy: number; years: number },
  factor: Exact,
): Exact {
  let account = exact(facts.account);
  for (let year = 0; year < facts.years; year += 1)
    account = times(plus(account, exact(facts.yearlyPayment + facts.yearlySubsidy)), factor);
  return account;
}

/** After how many months of pension a person has back what they paid: the tier's payments over what the tier adds a month. */
export const monthsToPayBack = (paid: number, addedMonthly: number): number | null =>
  addedMonthly > 0 ? Math.ceil(paid / addedMonthly) : null;
