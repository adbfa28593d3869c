// What is shown of somebody's reminders.
import * as v from "valibot";
import { ChildRef } from "../children/contract.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, Receipt } from "../kernel/fields.ts";
import { TransferKind, TransferState, Who } from "../transfer/transfer.ts";
import { Due } from "./due.ts";
import { Told } from "./settings.ts";
import { Settings } from "./wanted.ts";

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
