// Between which limits the monthly base of contributions may be chosen in a place. Handbook 7.1, 7.2.
import { type Exact, exact, isLess, over, times } from "../kernel/exact.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** Fen a month. `average` is the wage that the limits are shares of; `told`: worked out from what the person was told. */
export type BaseLimits = { floor: Exact; cap: Exact; average: Exact; told: boolean };

/**
 * Published limits first, then those that follow from a published average wage, then those that follow from the lowest base
 * that the person was told (fen). None of them: staff must be asked.
 */
export function baseLimits(toldFloor: number | null, law: Law): Result<BaseLimits, NeedsStaff> {
  const shares = law.read({ floor: "contribution-base.floor-share", cap: "contribution-base.cap-share" });
  if (!shares.ok) return shares;
  const { floor: lowest, cap: highest } = shares.value;
  const published = law.read({ floor: "contribution-base.floor", cap: "contribution-base.cap" });
  const wage = law.read({ average: "contribution-base.average-wage" });
  if (published.ok) {
    const [floor, cap] = [exact(published.value.floor), exact(published.value.cap)];
    const average = wage.ok ? exact(wage.value.average) : over(cap, highest);
    return isLess(cap, floor) ? refused({ code: "needs-staff", key: "contribution-base.cap" }) : known(average, { floor, cap });
  }
  if (wage.ok) return within(exact(wage.value.average), false);
  return toldFloor === null ? published : within(over(exact(toldFloor), lowest), true);

  function within(average: Exact, told: boolean) {
    return accepted({ floor: times(average, lowest), cap: times(average, highest), average, told });
  }
}

const known = (average: Exact, limits: Pick<BaseLimits, "floor" | "cap">) => accepted({ ...limits, average, told: false });
