import type { PlainDate } from "../shared/kernel/calendar.ts";
import { loadedCalendar } from "../shared/kernel/loaded-calendar.ts";
import { dueDate } from "../shared/kernel/working-days.ts";
import type { Due } from "./task-for.ts";

/** By the calendar this service was deployed with. Past it the date is counted Monday to Friday and marked as provisional. */
export const dueOn: Due = (received: PlainDate, workingDays: number) => {
  const count = dueDate({ received, workingDays, calendar: loadedCalendar });
  return count.error ? { dueAt: count.provisional, provisional: true } : { dueAt: count.due, provisional: false };
};
