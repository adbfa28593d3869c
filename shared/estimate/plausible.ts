// What cannot be meant: a finding at the field, before anything is worked out.
import { monthOf, monthsBetween, type PlainDate, type PlainMonth } from "../kernel/calendar.ts";

const YOUNGEST_MONTHS = 16 * 12; // nobody may work before (Labour Law, Art. 15)
const OLDEST_MONTHS = 110 * 12;

export type BirthFinding = "birth.too-young" | "birth.too-old";

/** Whose pension is asked about has worked or may work. */
export function findingOnBirth(birth: PlainMonth, asOf: PlainDate): BirthFinding | undefined {
  const age = monthsBetween(birth, monthOf(asOf));
  if (age < YOUNGEST_MONTHS) return "birth.too-young";
  return age > OLDEST_MONTHS ? "birth.too-old" : undefined;
}

/** More months than there were since working was allowed; one month is the one that runs. */
export const findingOnPaid = (paidMonths: number, birth: PlainMonth, asOf: PlainDate): "paid.too-many" | undefined =>
  paidMonths > monthsBetween(birth, monthOf(asOf)) - YOUNGEST_MONTHS + 1 ? "paid.too-many" : undefined;
