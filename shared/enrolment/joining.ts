// What a person chose to join, to change or to stop: the register's word for a wish that the agency has not confirmed yet.
import * as v from "valibot";
import { Instant, PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { DivisionCode, Receipt } from "../kernel/fields.ts";
import { Scheme, Source } from "../registration.ts";

/** What nobody else enrols a person in: pension and medical insurance of flexible workers and of residents. */
export const JoinableScheme = v.picklist(["110", "170", "310", "390"]);
export type JoinableScheme = v.InferOutput<typeof JoinableScheme>;

/** How often flexible workers pay. Residents pay by the year. */
export const Frequency = v.picklist(["month", "quarter", "half-year", "year"]);
export type Frequency = v.InferOutput<typeof Frequency>;

/** 低保, 特困, 返贫致贫, 重度残疾. Sensitive (PIPL 28): nothing but the register and the desk hears of it. */
export const Hardship = v.picklist(["minimum-living", "destitute", "impoverished", "disabled"]);
export type Hardship = v.InferOutput<typeof Hardship>;

export const StopReason = v.picklist(["employed", "moved", "other-scheme", "drawing", "cannot-pay", "other"]);
export type StopReason = v.InferOutput<typeof StopReason>;

/** Fen. */
export const Fen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));

/**
 * What is to be paid, where and until when. Money in fen. `from`: the first month paid for; `months`: how many the first payment is
 * for. `cost` is that payment, `regular` every later one. Absent: the numbers in `missing`, by their keys, are not loaded.
 */
export const Terms = v.object({
  region: DivisionCode,
  insuredAs: v.picklist(["flexible", "resident", "student"]),
  base: v.optional(Fen),
  tier: v.optional(Fen),
  /** What the government adds to a tier, or to a year of resident medical insurance at least. */
  subsidy: v.optional(Fen),
  /** Absent where an agency's file told us of the enrolment: it does not say how often is paid. */
  frequency: v.optional(Frequency),
  from: PlainMonth,
  months: v.pipe(v.number(), v.integer()),
  cost: v.optional(Fen),
  regular: v.optional(Fen),
  payBy: v.optional(PlainDate),
  /** Of resident medical insurance: for which year is paid, from which day it reimburses. */
  coverYear: v.optional(v.pipe(v.number(), v.integer())),
  coverFrom: v.optional(PlainDate),
  /** The government pays part or all of it. */
  takenOver: v.optional(v.literal(true)),
  /** Keys of shared/policy/keys.ts. */
  missing: v.array(v.string()),
});
export type Terms = v.InferOutput<typeof Terms>;

const said = {
  scheme: JoinableScheme,
  receipt: Receipt,
  source: Source,
  asOf: PlainDate,
  recordedAt: Instant,
  acceptedAt: Instant,
};

/** One for each scheme: the last wish. It is no enrolment; that comes with the agency's file. */
export const Joining = v.variant("state", [
  v.object({
    ...said,
    state: v.literal("to-pay"),
    wish: v.picklist(["join", "change-base", "change-frequency", "change-tier"]),
    terms: Terms,
    hardship: v.optional(Hardship),
    /** What the person gives up for it, as soon as this one is paid. */
    replaces: v.optional(Scheme),
  }),
  v.object({
    ...said,
    state: v.literal("stopped"),
    wish: v.literal("stop"),
    region: DivisionCode,
    /** The first month that is not paid for any more. */
    from: PlainMonth,
    reason: StopReason,
  }),
]);
export type Joining = v.InferOutput<typeof Joining>;
export type ToPay = Extract<Joining, { state: "to-pay" }>;

/**
 * As it stands today: `late`, the day has passed without a payment; `seen`, the agency's file shows what was wished.
 * Derived at reading, never stored.
 */
export const JoiningState = v.picklist(["to-pay", "late", "stopped", "seen"]);
export type JoiningState = v.InferOutput<typeof JoiningState>;
