import { exact, times, whole } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** `monthlyBenefit` in fen; months of the whole entitlement, and those drawn of it. */
export type UnemploymentMove = {
  paidMonthsAtOrigin: number;
  monthlyBenefit: number;
  entitledMonths: number;
  drawnMonths: number;
};

/** The money that follows to another province, in fen: the rest of the benefit, and half as much for medical care and training. Handbook 6.5. */
export function unemploymentFund(move: UnemploymentMove, law: Law): Result<number, NeedsStaff> {
  const held = law.read({ minimum: "unemployment-transfer.minimum-months", factor: "unemployment-transfer.factor" });
  if (!held.ok) return held;
  if (move.paidMonthsAtOrigin < held.value.minimum) return accepted(0);
  const left = Math.max(0, move.entitledMonths - move.drawnMonths);
  return accepted(whole(times(exact(move.monthlyBenefit * left), held.value.factor)));
}
