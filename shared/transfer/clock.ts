// The legal clocks of a transfer: they start on the day after the event, count working days only, and stand still while it is held.
import { type PlainDate, plusDays } from "../kernel/calendar.ts";
import { dueDate, isWeekend, type WorkingCalendar } from "../kernel/working-days.ts";
import { type TransferLimit, transferLimit } from "../limits/transfers.ts";
import type { Policy } from "../policy/law.ts";
import type { Region } from "../policy/parameter.ts";
import type { Clock, Transfer } from "./transfer.ts";

/** By what is counted. The limit is that of the place whose agency has to act. */
export type Reckoning = { calendar: WorkingCalendar; policy: Policy };

type Start = { limit: TransferLimit; since: PlainDate; region: Region; days?: number | undefined; unsure?: boolean | undefined };

/**
 * `days`: those that were left when it was held; else the whole limit. `unsure`: they may be others once a year is loaded. Where no
 * limit is loaded it says which number is missing.
 */
export function startClock({ limit, since, region, days, unsure }: Start, { calendar, policy }: Reckoning): Clock {
  const held = transferLimit(limit, policy({ region, asOf: since }));
  if (!held.ok) return { since, limit, missing: held.refusal.key };
  const workingDays = days ?? held.value.days;
  const count = dueDate({ received: since, workingDays, calendar });
  const dueAt = count.error ? count.provisional : count.due;
  return { since, limit, days: workingDays, dueAt, ...((count.error || unsure) && { provisional: true }) };
}

/** Working days that are left at the end of a day; none once it is overdue. Nothing: there was no limit to count. */
export function daysLeft({ since, days }: Pick<Clock, "since" | "days">, on: PlainDate, calendar: WorkingCalendar) {
  return days === undefined ? undefined : Math.max(0, days - workedBetween(since, on, calendar));
}

/** What was left of it on a day is so for good: its limit and every year in between are loaded. */
export function isCertain(
  { since, missing }: Pick<Clock, "since" | "missing">,
  on: PlainDate,
  calendar: WorkingCalendar,
): boolean {
  for (let day = plusDays(since, 1); day <= on; day = plusDays(day, 1)) if (calendar(day) === undefined) return false;
  return missing === undefined;
}

/** Another calendar, or a limit that is loaded, may move a day of it: also of what stands still, where it has been counted already. */
export const isProvisional = ({ step, whole, held }: Pick<Transfer, "step" | "whole" | "held">): boolean =>
  [step, whole, held].some((one) => one?.provisional) || [step, whole].some((clock) => clock?.missing !== undefined);

/** Working days after one day, up to and with another. A year that is not loaded counts Monday to Friday. */
export function workedBetween(since: PlainDate, on: PlainDate, calendar: WorkingCalendar): number {
  let worked = 0;
  for (let day = plusDays(since, 1); day <= on; day = plusDays(day, 1)) if (calendar(day) ?? !isWeekend(day)) worked += 1;
  return worked;
}
