// A transfer on its way from one place to another, as it is kept: what moves, where it stands, who has to act until when.
// Handbook 6.
import * as v from "valibot";
import { Fen } from "../enrolment/joining.ts";
import { Instant, PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { DivisionCode, line, PersonId, Receipt } from "../kernel/fields.ts";
import { TransferLimit } from "../limits/transfers.ts";
import { Scheme } from "../registration.ts";
import { transferEvents, transferStates } from "./events.ts";

/** `pension-switch`: between the employees' and the residents' pension, at retirement. */
export const TransferKind = v.picklist(["employee-pension", "resident-pension", "pension-switch", "medical", "unemployment"]);
export type TransferKind = v.InferOutput<typeof TransferKind>;

/** `new`, `old`: the agency that receives, and the one that gives. `none`: nobody has to do anything any more. */
export const Who = v.picklist(["new", "old", "person", "none"]);
export type Who = v.InferOutput<typeof Who>;
export type Side = Exclude<Who, "none">;

export const TransferState = v.picklist(transferStates);
export type TransferState = v.InferOutput<typeof TransferState>;
export const TransferEvent = v.picklist(transferEvents);
export type TransferEvent = v.InferOutput<typeof TransferEvent>;

/** Fen. `total` is the sum of the two: what the old agency sends, and what the new one counts. */
export const Amounts = v.strictObject({ account: Fen, pool: Fen, total: Fen });
export type Amounts = v.InferOutput<typeof Amounts>;

/**
 * A legal limit that runs. `days`: the working days that were left when it began; `dueAt` the last of them. `provisional`: counted
 * Monday to Friday past the loaded calendar. `missing`: the key of the number that nobody has loaded; then there is no `dueAt`.
 */
const running = {
  limit: v.optional(TransferLimit),
  days: v.optional(v.number()),
  dueAt: v.optional(PlainDate),
  provisional: v.optional(v.literal(true)),
  missing: v.optional(v.string()),
};
export const Clock = v.object({ since: PlainDate, ...running });
export type Clock = v.InferOutput<typeof Clock>;

/** `since`: the day of the event that led here; the clock starts on the day after. `agency`: the division whose agency has to act. */
export const Waiting = v.object({
  since: PlainDate,
  who: Who,
  agency: v.optional(DivisionCode),
  basis: v.string(),
  ...running,
});
export type Waiting = v.InferOutput<typeof Waiting>;

/** `agency`: as people read it. Never who of the staff it was. */
export const Mover = v.object({ as: v.picklist(["person", "new", "old"]), agency: v.optional(line(60)) });
export type Mover = v.InferOutput<typeof Mover>;

/** `at`: the day on which it happened. `recordedAt`: when we heard of it. `receipt`: of what brought it. */
export const Passed = v.object({
  event: TransferEvent,
  state: TransferState,
  at: PlainDate,
  recordedAt: Instant,
  by: Mover,
  note: v.optional(line(300)),
  amounts: v.optional(Amounts),
  receipt: Receipt,
});
export type Passed = v.InferOutput<typeof Passed>;

/** Where something is insured. `division` as the register has it. */
export const End = v.object({ division: DivisionCode, scheme: Scheme });
export type End = v.InferOutput<typeof End>;

/** An enrolment, as the register keys it. */
export const Carried = v.object({ scheme: Scheme, region: DivisionCode, from: PlainMonth });
export type Carried = v.InferOutput<typeof Carried>;

/** Paid months of one enrolment. `moves`: they move with this transfer. `temporary`: in a temporary account. */
export const MonthsAt = v.object({
  ...Carried.entries,
  first: v.optional(PlainMonth),
  last: v.optional(PlainMonth),
  months: v.number(),
  moves: v.boolean(),
  temporary: v.optional(v.literal(true)),
});
export type MonthsAt = v.InferOutput<typeof MonthsAt>;

export const BenefitPlaceFound = v.object({
  /** Two digits. */
  province: v.string(),
  rule: v.picklist(["R1_HUKOU", "R2_RELATION_10Y", "R3_LAST_10Y_PLACE", "R4_FALLBACK_HUKOU"]),
});

/**
 * What was said to come of it when it was applied for. `carries`: the enrolments whose months move; `counted`: how many they are, each
 * month once. `money`: fen, worked out from what the register has; the agencies' own amounts stand in the trail. `awaits`: what has to
 * arrive before the new agency can finish.
 */
export const Plan = v.object({
  carries: v.array(Carried),
  counted: v.number(),
  line: v.array(MonthsAt),
  awaits: v.array(v.picklist(["sheet", "money"])),
  money: v.optional(Amounts),
  /** The whole of it, the employer's part too: it lay in a temporary account. */
  inFull: v.optional(v.literal(true)),
  benefit: v.optional(BenefitPlaceFound),
  gap: v.optional(
    v.object({ months: v.number(), decision: v.picklist(["WAIT_UP_TO_6_MONTHS", "LOCAL_RULE", "NO_WAIT_RETROACTIVE"]) }),
  ),
  /** What is not known or not loaded, in codes and keys. None of it holds the transfer up. */
  missing: v.array(v.string()),
});
export type Plan = v.InferOutput<typeof Plan>;

export const Transfer = v.object({
  /** Of the application. */
  receipt: Receipt,
  personId: PersonId,
  kind: TransferKind,
  from: End,
  to: End,
  state: TransferState,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  openedAt: Instant,
  step: Waiting,
  /** Where the law limits the whole of it besides. It stands still while it waits for the person, or is suspended. */
  whole: v.optional(Clock),
  /**
   * Where it goes on when it is resumed, and how many working days each clock had left. `provisional`: counted through a year, or by a
   * limit, that was not loaded.
   */
  held: v.optional(
    v.object({
      state: TransferState,
      left: v.optional(v.number()),
      whole: v.optional(v.number()),
      provisional: v.optional(v.literal(true)),
    }),
  ),
  trail: v.pipe(v.array(Passed), v.minLength(1)),
  /** The step was overdue: since then the superior agency has it in its list. */
  escalated: v.optional(v.object({ at: Instant, to: DivisionCode })),
  /** The last deadline of which the person heard that it was missed: of the whole, later steps may be late by it too. */
  lateTold: v.optional(v.string()),
  plan: Plan,
});
export type Transfer = v.InferOutput<typeof Transfer>;
