// How somebody wants to be reminded, and what they were told: what is kept of both.
import * as v from "valibot";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { Due, DueWhat } from "./due.ts";

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
