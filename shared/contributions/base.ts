import { type Exact, isLess } from "../kernel/exact.ts";

export type ClampedBase = { base: Exact; clamped: "floor" | "cap" | null };

/** A base within its limits; exactly on a limit is not clamped. Handbook 7.1, 7.2. */
export function withinLimits(base: Exact, { floor, cap }: { floor: Exact; cap: Exact }): ClampedBase {
  if (isLess(base, floor)) return { base: floor, clamped: "floor" };
  return isLess(cap, base) ? { base: cap, clamped: "cap" } : { base, clamped: null };
}
