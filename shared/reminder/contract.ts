// What comes for somebody, when and why, what they were told, and how they want to be told.
import * as v from "valibot";
import { ChildRef } from "../children/contract.ts";
import { Whom } from "../delegation/whom.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, Receipt } from "../kernel/fields.ts";
import { TransferKind, TransferState, Who } from "../transfer/transfer.ts";
import { Due, DueWhat } from "./due.ts";
import { Told } from "./settings.ts";

/** `open`: it is time; before that it only stands in the list. `told`: they were sent a message because of it. */
export const ReminderView = v.object({ ...Due.entries, open: v.boolean(), told: v.optional(Instant) });
export type ReminderView = v.InferOutput<typeof ReminderView>;

/** A step of a transfer that somebody has to do. `provisional`: past the loaded calendar. Without `dueAt` no limit is known. */
export const TransferStep = v.object({
  receipt: Receipt,
  kind: TransferKind,
  state: TransferState,
  who: Who,
  since: PlainDate,
  dueAt: v.optional(PlainDate),
  provisional: v.optional(v.literal(true)),
  overdue: v.boolean(),
});
export type TransferStep = v.InferOutput<typeof TransferStep>;

/** `hour`: from then on, within the hour; any in the day without it. */
export const Settings = v.strictObject({
  off: v.pipe(v.array(DueWhat), v.maxLength(DueWhat.options.length)),
  channel: v.picklist(["sms", "page"]),
  hour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23))),
});
export type Settings = v.InferOutput<typeof Settings>;

/**
 * `paid`: months paid at work so far. `unknown`: the division whose central period nobody has loaded, where they would pay in it.
 * `hours`: between which it may ring. `phone`: masked; without one nothing is sent. `children`: of a parent, what is open for each child.
 */
export const Reminders = v.object({
  today: PlainDate,
  name: v.string(),
  reminders: v.array(ReminderView),
  transfers: v.array(TransferStep),
  told: v.array(Told),
  paid: v.number(),
  unknown: v.optional(DivisionCode),
  children: v.array(v.object({ child: ChildRef, name: v.string(), open: v.number() })),
  settings: Settings,
  hours: v.object({ from: v.number(), to: v.number() }),
  phone: v.optional(v.string()),
  places: v.array(v.object({ division: DivisionCode, name: v.string() })),
});
export type Reminders = v.InferOutput<typeof Reminders>;

export const readReminders = {
  method: "GET",
  path: "/reminders",
  title: "What comes, when and why, and what I was told",
  signedIn: true,
  delegable: "look",
  query: v.strictObject({ for: v.optional(Whom) }),
  status: 200,
  reply: Reminders,
  problems: ["not-found", "refused"],
} as const;

/** Only for oneself: nobody switches off for somebody else what these would hear. */
export const setReminders = {
  method: "POST",
  path: "/reminders/settings",
  title: "What I want to be reminded of, how, and at which hour",
  signedIn: true,
  body: Settings,
  status: 200,
  reply: v.object({ settings: Settings }),
  problems: ["refused", "conflict"],
} as const;
