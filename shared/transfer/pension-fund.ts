// The money that moves with an employee pension from one province to another. Handbook 6.1.
import { exact, plus, times, whole } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** Fen. `bases`: the wage that was paid on, each month of a year. */
export type PensionAssets = {
  ownBefore1998: number;
  accountSince1998: number;
  bases: readonly { year: number; monthlyBase: number; months: number }[];
};
export type PensionFund = { account: number; pool: number; total: number };

/** Before accounts began only what the person paid moves; since then the whole account, and a share of the wages from the pool. */
export function pensionFund(
  { ownBefore1998, accountSince1998, bases }: PensionAssets,
  law: Law,
): Result<PensionFund, NeedsStaff> {
  const held = law.read({ rate: "pension-transfer.pool-rate", from: "pension-transfer.pool-from" });
  if (!held.ok) return held;
  const first = Number(held.value.from.slice(0, 4));
  const wages = bases
    .filter(({ year }) => year >= first)
    .reduce((sum, { monthlyBase, months }) => plus(sum, times(exact(monthlyBase), exact(months))), exact(0));
  const [account, pool] = [ownBefore1998 + accountSince1998, whole(times(wages, held.value.rate))];
  return accepted({ account, pool, total: account + pool });
}
