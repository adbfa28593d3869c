// Working days and hours, as an auditor counts them.
import { dateOf, type Instant, type PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import { loadedCalendar } from "../../shared/kernel/loaded-calendar.ts";
import { isWeekend } from "../../shared/kernel/working-days.ts";

const OPENS = "07:30";
const CLOSES = "18:30";
const worked = (day: PlainDate) => loadedCalendar(day) ?? !isWeekend(day);

/** The helpline answers at any hour; everybody else works when offices are open. */
export function isLate(at: Instant, role: string | undefined): boolean {
  const time = at.slice(11, 16);
  return role !== "agent" && (!worked(dateOf(at)) || time < OPENS || time > CLOSES);
}

/** Working days after today up to the last one; overdue, those since then with a minus. */
export function daysLeft(today: PlainDate, due: PlainDate): number {
  const [from, to] = today <= due ? [today, due] : [due, today];
  let count = 0;
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) if (worked(day)) count++;
  return today <= due ? count : -count;
}
