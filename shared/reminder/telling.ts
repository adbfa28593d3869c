// What is still to be told to somebody, and when.
import type { Instant, PlainDate } from "../kernel/calendar.ts";
import type { Law } from "../policy/law.ts";
import { type Due, dueKey } from "./due.ts";
import { isOver } from "./dues.ts";
import type { ReminderSettings } from "./settings.ts";
import { type Hours, nextSlot, type Slots } from "./slot.ts";

/** The numbers that the service goes by, of the whole country. */
export type ReminderLaw = { hours: Hours; keptDays: number };
export function reminderLaw(law: Law): ReminderLaw | undefined {
  const held = law.read({ from: "reminder.from-hour", to: "reminder.to-hour", keptDays: "reminder.kept" });
  if (!held.ok || held.value.from >= held.value.to) return undefined;
  const { from, to, keptDays } = held.value;
  return { hours: { from, to }, keptDays };
}

/** What is still to be told, and not over. */
export const stillToTell = (
  dues: readonly Due[],
  { off }: Pick<ReminderSettings, "off">,
  told: readonly Due[],
  today: PlainDate,
  { keptDays }: ReminderLaw,
): Due[] => {
  const keys = new Set(told.map(dueKey));
  return dues.filter((due) => !off.includes(due.what) && !keys.has(dueKey(due)) && !isOver(due, today, keptDays));
};

/** The first moment at which one of them is to be told. */
export const firstSlot = (dues: readonly Due[], now: Instant, last: PlainDate | undefined, slots: Slots): Instant | undefined =>
  dues.map(({ day }) => nextSlot(day, now, last, slots)).sort()[0];
