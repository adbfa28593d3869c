// What a gap in resident medical insurance costs. Handbook 7.4, 国办发〔2024〕38号.
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

/** `inWindow`: paid within the central period. `missedYears` without cover before; `repairedYears` of them paid for afterwards. */
export type MedicalGap = { inWindow: boolean; missedYears: number; repairedYears: number; newborn: boolean };

/** Months: the same for everybody, for the missed years, and what lifts a long gap to its minimum. */
export type WaitingParts = { fixed: number; variable: number; raised: number };

export type WaitingRule = { fixed: number; perYear: number; offset: number; longGap: number; longGapWaiting: number };

export const waitingRule = (law: Law): Result<WaitingRule, NeedsStaff> =>
  law.read({
    fixed: "resident-medical.fixed-waiting",
    perYear: "resident-medical.waiting-per-year",
    offset: "resident-medical.variable-offset",
    longGap: "resident-medical.long-gap",
    longGapWaiting: "resident-medical.long-gap-waiting",
  });

/** A long gap keeps its minimum however much of it is repaired. */
export function waitingBy(rule: WaitingRule, { inWindow, missedYears, repairedYears, newborn }: MedicalGap): WaitingParts {
  if (newborn || (inWindow && missedYears === 0)) return { fixed: 0, variable: 0, raised: 0 };
  const { fixed, perYear, offset, longGap, longGapWaiting } = rule;
  const variable = perYear * Math.max(0, missedYears - offset - repairedYears);
  return { fixed, variable, raised: missedYears >= longGap ? Math.max(0, longGapWaiting - fixed - variable) : 0 };
}

/** Months after payment in which nothing is reimbursed. */
export function waitingMonths(gap: MedicalGap, law: Law): Result<number, NeedsStaff> {
  if (gap.newborn || (gap.inWindow && gap.missedYears === 0)) return accepted(0);
  const rule = waitingRule(law);
  return rule.ok ? accepted(monthsIn(waitingBy(rule.value, gap))) : rule;
}

export const monthsIn = ({ fixed, variable, raised }: WaitingParts): number => fixed + variable + raised;
