// What a flexible worker would pay in one place. Handbook 7.2.
import { type ClampedBase, withinLimits } from "../contributions/base.ts";
import { contributionOn, type FlexibleContribution } from "../contributions/flexible.ts";
import { exact, times, whole } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { type BaseLimits, baseLimits } from "./base-limits.ts";

/** Fen. Each part stands alone: what one place has not loaded leaves the rest. */
export type FlexibleCosts = {
  limits: Result<BaseLimits, NeedsStaff>;
  /** `period` is a year. */
  pension: Result<FlexibleContribution, NeedsStaff>;
  /** A month, on the same base. */
  medical: Result<number, NeedsStaff>;
};

/** `chosen`: the base the person wants, null for the lowest; `toldFloor`: see baseLimits. */
export function flexibleCosts(
  { chosen, toldFloor }: { chosen: number | null; toldFloor: number | null },
  law: Law,
): FlexibleCosts {
  const limits = baseLimits(toldFloor, law);
  const base = baseOf(chosen, limits);
  if (!base.ok) return { limits, pension: base, medical: base };
  const rate = law.read({ medical: "flexible-medical.rate" });
  return {
    limits,
    pension: contributionOn(base.value, 12, law),
    medical: rate.ok ? accepted(whole(times(base.value.base, rate.value.medical))) : rate,
  };
}

function baseOf(chosen: number | null, limits: FlexibleCosts["limits"]): Result<ClampedBase, NeedsStaff> {
  if (limits.ok) {
    return accepted(chosen === null ? { base: limits.value.floor, clamped: null } : withinLimits(exact(chosen), limits.value));
  }
  return chosen === null ? limits : accepted({ base: exact(chosen), clamped: null });
}
