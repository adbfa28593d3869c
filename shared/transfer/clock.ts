// The legal clocks of a transfer: they start on the day after the event, count working days only, and stand still while it is held.
import { type PlainDate, plusDays } from "../kernel/calendar.ts";
import { dueDate, isWeekend, type WorkingCalendar } from "../kernel/working-days.ts";
import { type TransferLimit, transferLimit } from "../limits/transfers.ts";
import type { Policy } from "../policy/law.ts";
import type { Region } from "../policy/parameter.ts";
import type { Clock } from "./transfer.ts";

/** By what is counted. The limit is that of the place whose agency has to act. */
export type Reckoning = { calendar: WorkingCalendar; policy: Policy };

type Start = { limit: TransferLimit; since: PlainDate; region: Region; days?: number | undefined };

/** `days`: those that were left when it was held; else the whole limit. Where none is loaded it says which number is missing. */
export function startClock({ limit, since, region, days }: Start, { calendar, policy }: Reckoning): Clock {
  const held = transferLimit(limit, policy({ region, asOf: since }));
  if (!held.ok) return { since, limit, missing: held.refusal.key };
  const workingDays = days ?? held.value.days;
  const count = dueDate({ received: since, workingDays, calendar });
  return count.error
    ? { since, limit, days: workingDays, dueAt: count.provisional, provisional: true }
    : { since, limit, days: workingDays, dueAt: count.due };
}

/** Working days that are left at the end of a day; none once it is overdue. Nothing: there was no limit to count. */
export function daysLeft({ since, days }: Pick<Clock, "since" | "days">, on: PlainDate, calendar: WorkingCalendar) {
  return days === undefined ? undefined : Math.max(0, days - workedBetween(since, on, calendar));
}

/** Working days after one day, up to and with another. A year that is not loaded counts Monday to Friday. */
export function workedBetween(since: PlainDate, on: PlainDate, calendar: WorkingCalendar): number {
  let worked = 0;
  for (let day = plusDays(since, 1); day <= on; day = plusDays(day, 1)) if (calendar(day) ?? !isWeekend(day)) worked += 1;
  return worked;
}
