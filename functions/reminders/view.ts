import { dateOf, type Instant, plusDays } from "../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import type { Policy } from "../../shared/policy/law.ts";
import type { RecordPage } from "../../shared/registration.ts";
import { type Due, dueKey } from "../../shared/reminder/due.ts";
import { duesOf } from "../../shared/reminder/dues.ts";
import type { Told } from "../../shared/reminder/settings.ts";
import type { ReminderView } from "../../shared/reminder/shown.ts";

/** It comes every year: only the next one is shown. */
const PERIOD_AHEAD_DAYS = 365;

/** What comes, by the record and the numbers of today, and which of it was told. */
export function remindersOf(record: RecordPage, told: readonly Told[], policy: Policy, now: Instant): ReminderView[] {
  const today = dateOf(now);
  const soon = ({ what, on }: Due) => what !== "medical-period" || on <= plusDays(today, PERIOD_AHEAD_DAYS);
  return duesOf(record, today, policy)
    .filter(soon)
    .map((due) => {
      const at = told.find((one) => dueKey(one) === dueKey(due))?.at;
      return { ...due, open: due.day <= today || due.on <= today, ...(at && { told: at }) };
    });
}

/** Every division that is spoken of. */
export const placesOf = (reminders: readonly ReminderView[]): DivisionCode[] => [
  ...new Set(reminders.flatMap(({ cause }) => ("region" in cause ? [cause.region] : []))),
];

/** Months paid at work, which a monthly pension needs. */
export const paidAtWork = ({ summary: { paid = {} } }: RecordPage): number => (paid["110"] ?? 0) + (paid["120"] ?? 0);
