// How somebody wants to be reminded, and what they were told: what is kept of both.
import * as v from "valibot";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import type { Law } from "../policy/law.ts";
import { Due, DueWhat, dueKey } from "./due.ts";
import { isOver } from "./dues.ts";
import { type Hours, nextSlot, type Slots } from "./slot.ts";

/** `off`: what they do not want to be told. `page`: nothing by telephone; it stands on the page only. `hour`: from then, within the hour. */
export const ReminderSettings = v.object({
  off: v.array(DueWhat),
  channel: v.picklist(["sms", "page"]),
  hour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23))),
});
export type ReminderSettings = v.InferOutput<typeof ReminderSettings>;

/** Whoever has said nothing. */
export const usual: ReminderSettings = { off: [], channel: "sms" };

/** What was due, and when they were told. */
export const Told = v.object({ ...Due.entries, at: Instant });
export type Told = v.InferOutput<typeof Told>;

/** The dues of one person as the worker wrote them; `at`: when. */
export const Dues = v.object({ dues: v.array(Due), at: Instant, dueAt: v.optional(Instant) });
export type Dues = v.InferOutput<typeof Dues>;

/**
 * `last`: the day of the last message. `untold`: so many things were claimed for the message of that day, and nobody knows yet whether
 * it is on its way; `dueAt`: when that is tried again.
 */
export const Reminded = v.object({
  told: v.array(Told),
  last: PlainDate,
  version: v.number(),
  untold: v.optional(v.object({ count: v.number(), day: PlainDate })),
  dueAt: v.optional(Instant),
});
export type Reminded = v.InferOutput<typeof Reminded>;

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
