// What a gap in resident medical insurance costs. Handbook 7.4, 国办发〔2024〕38号.
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** `inWindow`: paid within the central period. `missedYears` without cover before; `repairedYears` of them paid for afterwards. */
export type MedicalGap = { inWindow: boolean; missedYears: number; repairedYears: number; newborn: boolean };

/** Months after payment in which nothing is reimbursed. A long gap keeps its minimum however much of it is repaired. */
export function waitingMonths(
  { inWindow, missedYears, repairedYears, newborn }: MedicalGap,
  law: Law,
): Result<number, NeedsStaff> {
  if (newborn || (inWindow && missedYears === 0)) return accepted(0);
  const held = law.read({
    fixed: "resident-medical.fixed-waiting",
    perYear: "resident-medical.waiting-per-year",
    offset: "resident-medical.variable-offset",
    longGap: "resident-medical.long-gap",
    longGapWaiting: "resident-medical.long-gap-waiting",
  });
  if (!held.ok) return held;
  const { fixed, perYear, offset, longGap, longGapWaiting } = held.value;
  const waiting = fixed + perYear * Math.max(0, missedYears - offset - repairedYears);
  return accepted(missedYears >= longGap ? Math.max(waiting, longGapWaiting) : waiting);
}
