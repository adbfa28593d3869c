// What a flexible worker pays into the employee pension. Handbook 7.2.
import { exact, times, whole } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { type ClampedBase, withinLimits } from "./base.ts";

/** Fen. `month` is what goes to the account and what goes to the pool, to the fen. */
export type FlexibleContribution = {
  base: number;
  clamped: "floor" | "cap" | null;
  month: number;
  toAccount: number;
  toPool: number;
  period: number;
};

/** `average`: monthly wage of all urban units' employees of the province, in fen; `chosen`: the base the person wants. */
export function flexibleContribution(
  { average, chosen, periodMonths }: { average: number; chosen: number; periodMonths: number },
  law: Law,
): Result<FlexibleContribution, NeedsStaff> {
  const held = law.read({ floor: "contribution-base.floor-share", cap: "contribution-base.cap-share" });
  if (!held.ok) return held;
  const { floor, cap } = held.value;
  const limits = { floor: times(exact(average), floor), cap: times(exact(average), cap) };
  return contributionOn(withinLimits(exact(chosen), limits), periodMonths, law);
}

/** On a base that is within its limits already, or has none that are known. */
export function contributionOn(
  { base, clamped }: ClampedBase,
  periodMonths: number,
  law: Law,
): Result<FlexibleContribution, NeedsStaff> {
  const held = law.read({ account: "flexible-pension.account-rate", pool: "flexible-pension.pool-rate" });
  if (!held.ok) return held;
  const [toAccount, toPool] = [whole(times(base, held.value.account)), whole(times(base, held.value.pool))];
  const month = toAccount + toPool;
  return accepted({ base: whole(base), clamped, month, toAccount, toPool, period: month * periodMonths });
}
