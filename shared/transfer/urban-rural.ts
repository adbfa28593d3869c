// From the employee pension to the residents', or back, at retirement. Handbook 6.3, 人社部发〔2014〕17号.
import type { PlainMonth } from "../kernel/calendar.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { minimumMonths } from "../retirement/minimum.ts";

export type SwitchDecision =
  | "REFUSE_ALREADY_DRAWING"
  | "WAIT_UNTIL_RETIREMENT_AGE"
  | "TO_EMPLOYEE_SCHEME"
  | "TO_RESIDENT_SCHEME_OR_EXTEND";

/** `retires`: the month in which the pension age is reached, asked for where the minimum follows that year. */
export type SwitchFacts = { employeeMonths: number; atRetirementAge: boolean; alreadyDrawing: boolean; retires: PlainMonth };

export function decideSwitch(facts: SwitchFacts, law: Law): Result<SwitchDecision, NeedsStaff> {
  if (facts.alreadyDrawing) return accepted("REFUSE_ALREADY_DRAWING");
  if (!facts.atRetirementAge) return accepted("WAIT_UNTIL_RETIREMENT_AGE");
  const enough = monthsNeeded(facts.retires, law);
  if (!enough.ok) return enough;
  return accepted(facts.employeeMonths >= enough.value ? "TO_EMPLOYEE_SCHEME" : "TO_RESIDENT_SCHEME_OR_EXTEND");
}

/** Fifteen years by the notice of 2014; whether they rise with the minimum for a pension is open (handbook 15, item 7). */
export function monthsNeeded(retires: PlainMonth, law: Law): Result<number, NeedsStaff> {
  const held = law.read({ rule: "pension-switch.minimum-rule", fixed: "pension-switch.minimum-months" });
  if (!held.ok) return held;
  const { rule, fixed } = held.value;
  if (rule === "FIXED_180") return accepted(fixed);
  const minimum = minimumMonths(retires, law);
  return minimum.ok ? accepted(Math.max(fixed, minimum.value)) : minimum;
}
