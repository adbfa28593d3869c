import * as v from "valibot";
import { PlainDate, type PlainMonth } from "../kernel/calendar.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

export type MinimumMonths = number;

/** Paid months without which there is no monthly employee pension, for who retires in that month. Handbook 8.2. */
export function minimumMonths(retires: PlainMonth, law: Law): Result<MinimumMonths, NeedsStaff> {
  const held = law.on(v.parse(PlainDate, `${retires}-01`)).read({ months: "employee-pension.minimum-months" });
  return held.ok ? accepted(held.value.months) : held;
}

/** What is still to be paid; nothing once it is enough. */
export const missingMonths = (paid: number, minimum: MinimumMonths): number => Math.max(0, minimum - paid);
