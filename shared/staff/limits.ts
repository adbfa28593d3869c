// How many records one member of staff may open. Far above what honest work needs, far below what a thief wants.
import type { StaffRole } from "./staff.ts";

export type LookLimit = { aMinute: number; aDay: number };

/** A call lasts minutes, a village has some hundred people, a day at the desk some dozen matters. Set by the operator's rule. */
export const lookLimits = {
  agent: { aMinute: 30, aDay: 400 },
  visitor: { aMinute: 400, aDay: 1200 },
  handler: { aMinute: 30, aDay: 400 },
  checker: { aMinute: 30, aDay: 400 },
  officer: { aMinute: 400, aDay: 1200 },
  signer: { aMinute: 10, aDay: 100 },
  parameters: { aMinute: 10, aDay: 100 },
  auditor: { aMinute: 10, aDay: 100 },
  "security-administrator": { aMinute: 0, aDay: 0 },
} as const satisfies Record<StaffRole, LookLimit>;
