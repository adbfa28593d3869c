// What is shown of two insurances of one kind: both sides and their months, what would stay, what would go back, what was said so far.
import * as v from "valibot";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, Receipt } from "../kernel/fields.ts";
import { ShownStatus } from "../submissions/contract.ts";
import { Duplicate, DuplicateId, DuplicateSide, MissingAmount, Says, Which } from "./duplicate.ts";

const Place = v.object({ division: DivisionCode, name: v.string() });
/** `NEEDS_STAFF`: a number is missing without which nothing can be said, or no text says it. */
export const SaysOrStaff = v.union([Says, v.literal("NEEDS_STAFF")]);

/**
 * What comes of it if one of the two stays. `refund`: fen, to the person; `accountOnly`: without what went to the pool. `missing`: what
 * the agency has to reckon. `obstacle`: why it may not stay, or not yet.
 */
export const IfKeptView = v.object({
  acts: Place,
  becomes: v.optional(v.picklist(["ended", "paused"])),
  refund: v.optional(v.number()),
  accountOnly: v.optional(v.literal(true)),
  missing: v.array(MissingAmount),
  obstacle: v.optional(v.string()),
});
export type IfKeptView = v.InferOutput<typeof IfKeptView>;

const SideView = v.object({ ...v.omit(DuplicateSide, ["region", "refund", "alone"]).entries, place: Place });

/**
 * A calendar year of both. Twelve letters each: `p` paid and counts, `s` in force and no file says what was paid, `c` cleared because it
 * was double, `-` nothing.
 */
export const YearBeside = v.object({ year: v.number(), one: v.string(), two: v.string() });
export type YearBeside = v.InferOutput<typeof YearBeside>;

/**
 * `common`: months in both. `drawn`: both are being drawn. `statistical`: it counts as double in the tables of the place; none where the
 * place's number is missing. `keeps`: which of the two may stay, none where nothing is to be answered. `ifKept`: for each of the two.
 * `answered`: the last thing that was said to it here. `others`: somebody else than who looks has said it; the receipt is theirs.
 */
export const DuplicateView = v.object({
  id: DuplicateId,
  insurance: Duplicate.entries.insurance,
  sides: v.tuple([SideView, SideView]),
  years: v.array(YearBeside),
  common: v.number(),
  operational: v.boolean(),
  drawn: v.optional(v.literal(true)),
  statistical: v.optional(v.boolean()),
  says: SaysOrStaff,
  basis: v.optional(v.object({ document: v.optional(v.string()), confidence: v.picklist(["high", "medium"]) })),
  keeps: v.array(Which),
  chooses: v.optional(v.literal(true)),
  suggests: v.optional(Which),
  waiver: v.optional(v.literal(true)),
  transferFirst: v.optional(v.literal(true)),
  missing: v.array(v.string()),
  ifKept: v.tuple([IfKeptView, IfKeptView]),
  answered: v.optional(
    v.object({
      receipt: Receipt,
      says: v.picklist(["keep", "object"]),
      kept: v.optional(Which),
      status: ShownStatus,
      at: Instant,
    }),
  ),
  others: v.optional(v.literal(true)),
  settled: v.optional(
    v.object({
      kept: Which,
      receipt: Receipt,
      on: PlainDate,
      by: Place,
      refund: v.optional(v.number()),
      missing: v.array(MissingAmount),
    }),
  ),
});
export type DuplicateView = v.InferOutput<typeof DuplicateView>;

/** `person`: masked as on the check page. `asOf`: of which day the register's freshest file is. */
export const Duplicates = v.object({
  person: v.object({ name: v.string(), number: v.string() }),
  today: PlainDate,
  asOf: v.optional(PlainDate),
  duplicates: v.array(DuplicateView),
});
export type Duplicates = v.InferOutput<typeof Duplicates>;
