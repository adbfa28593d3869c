import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

export type MedicalMove = { gapMonths: number; schemeChange: boolean; continuousTwoYears: boolean; backPaid: boolean };
export type MedicalMoveDecision = "WAIT_UP_TO_6_MONTHS" | "LOCAL_RULE" | "NO_WAIT_RETROACTIVE";

/** When benefits begin after medical insurance has moved. A gap of nothing needs no payment. Handbook 6.4, 医保办发〔2021〕43号. */
export function decideMedicalMove(move: MedicalMove, law: Law): Result<MedicalMoveDecision, NeedsStaff> {
  const held = law.read({ gapAtMost: "medical-transfer.gap-at-most" });
  if (!held.ok) return held;
  if (move.gapMonths > held.value.gapAtMost) return accepted("WAIT_UP_TO_6_MONTHS");
  if (move.gapMonths > 0 && !move.backPaid) return accepted("LOCAL_RULE");
  if (move.schemeChange && !move.continuousTwoYears) return accepted("LOCAL_RULE");
  return accepted("NO_WAIT_RETROACTIVE");
}
