// What employee and employer pay into the employee pension each month. Handbook 7.1.
import { exact, times, whole } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { withinLimits } from "./base.ts";

/** Fen a month. */
export type EmployeeContribution = { base: number; clamped: "floor" | "cap" | null; employee: number; employer: number };

/** `wage`: last year's own monthly average; `floor` and `cap`: the limits published for the place. All in fen. */
export function employeeContribution(
  { wage, floor, cap }: { wage: number; floor: number; cap: number },
  law: Law,
): Result<EmployeeContribution, NeedsStaff> {
  const held = law.read({ employee: "employee-pension.employee-rate", employer: "employee-pension.employer-rate" });
  if (!held.ok) return held;
  const { base, clamped } = withinLimits(exact(wage), { floor: exact(floor), cap: exact(cap) });
  const { employee, employer } = held.value;
  return accepted({ base: whole(base), clamped, employee: whole(times(base, employee)), employer: whole(times(base, employer)) });
}
