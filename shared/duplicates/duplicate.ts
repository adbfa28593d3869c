// Two insurances of one kind at once, as the register keeps what it found, and what was decided about it. Handbook 5.
import * as v from "valibot";
import { PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { DivisionCode, Receipt } from "../kernel/fields.ts";
import { InsuredAs, Scheme } from "../scheme.ts";

/** Made of what both sides are called by, and of how often it was decided: it says nothing of anybody. */
export const DuplicateId = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/), v.brand("DuplicateId"));
export type DuplicateId = v.InferOutput<typeof DuplicateId>;

/** An enrolment, by what it is called in the register. */
export const SideKey = v.strictObject({ scheme: Scheme, region: DivisionCode, from: PlainMonth });
export type SideKey = v.InferOutput<typeof SideKey>;

/** The first of the two sides, or the second. */
export const Which = v.picklist([0, 1]);
export type Which = v.InferOutput<typeof Which>;

/** What the register does not hold and a decision would need: what was paid, the account of a pension, the basic pension drawn so far. */
export const MissingAmount = v.picklist(["amounts", "account", "basic-drawn"]);
export type MissingAmount = v.InferOutput<typeof MissingAmount>;

/** What handbook 5.2 says of two pensions. The same whatever else is known of the person, so that it stands with what was found. */
export const PensionSays = v.picklist([
  "KEEP_EMPLOYEE_MONTHS",
  "NO_OVERLAP",
  "OFFER_TRANSFER_MERGE",
  "TRANSFER_THEN_CLEAR",
  "KEEP_ORGAN_SCHEME_REFUND_RESIDENT",
  "KEEP_HUKOU_PLACE_REFUND_OTHER",
  "NOT_DUPLICATE_LOCAL_RULE",
  "TERMINATE_RESIDENT_RECOVER_BASIC",
  "PERSON_CHOOSES_ONE_CLEAR_OTHER_REFUND_ACCOUNT_REST",
]);

/** And what 5.3 says of two medical insurances. */
export const MedicalSays = v.picklist([
  "WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE",
  "KEEP_EMPLOYMENT_PLACE",
  "KEEP_SCHOOL_PLACE",
  "KEEP_HABITUAL_RESIDENCE",
  "PERSON_CHOOSES_ONE",
  "KEEP_EMPLOYEE",
]);

export const Says = v.union([PensionSays, MedicalSays]);
export type Says = v.InferOutput<typeof Says>;

/**
 * What was decided about an enrolment that was not kept. `spans`: months that count no more, because another one has them or they were
 * given back. `refund`: fen, to the person. `by`: the agency that acts. `says`: by which rule.
 */
export const Cleared = v.object({
  receipt: Receipt,
  on: PlainDate,
  by: DivisionCode,
  says: Says,
  kept: SideKey,
  spans: v.array(v.object({ from: PlainMonth, to: PlainMonth })),
  refund: v.optional(v.number()),
  missing: v.optional(v.array(MissingAmount)),
});
export type Cleared = v.InferOutput<typeof Cleared>;

/**
 * One of the two. `paid`: months that were paid and count. `refund`: fen that go back to the person if this one is not kept; none where
 * the register has no amounts. `alone`: what nobody paid but they themselves, and on which base: of it the account's share goes back
 * (amounts.ts). `carries`: a transfer has brought the other one's months here.
 */
export const DuplicateSide = v.object({
  scheme: Scheme,
  region: DivisionCode,
  from: PlainMonth,
  to: v.optional(PlainMonth),
  status: v.picklist(["active", "paused", "ended"]),
  insuredAs: InsuredAs,
  employer: v.optional(v.string()),
  paid: v.number(),
  lastPaid: v.optional(PlainMonth),
  refund: v.optional(v.number()),
  alone: v.optional(v.object({ paid: v.number(), base: v.number() })),
  carries: v.optional(v.literal(true)),
});
export type DuplicateSide = v.InferOutput<typeof DuplicateSide>;

/**
 * `statistical` (Annex 3, note 11; handbook 5.1): by which of its limbs two pensions count as double; `any-scheme` only where the place
 * counts pensions of different schemes. `operational`: something has to be done. The two are asked apart: a relation that lies idle
 * counts, and nothing is to be done. `employeeMonths`: paid one after the other in the employees' medical insurance. `funded`: of how
 * many sides the government pays all. `settled`: it was decided.
 */
export const Duplicate = v.object({
  id: DuplicateId,
  insurance: v.picklist(["pension", "medical"]),
  sides: v.strictTuple([DuplicateSide, DuplicateSide]),
  statistical: v.optional(v.picklist(["two-places", "same-year", "any-scheme"])),
  operational: v.optional(v.literal(true)),
  says: v.optional(PensionSays),
  common: v.number(),
  employeeMonths: v.optional(v.number()),
  funded: v.optional(v.number()),
  settled: v.optional(
    v.object({
      kept: Which,
      receipt: Receipt,
      on: PlainDate,
      by: DivisionCode,
      says: Says,
      refund: v.optional(v.number()),
      missing: v.optional(v.array(MissingAmount)),
    }),
  ),
});
export type Duplicate = v.InferOutput<typeof Duplicate>;

export const other = (which: Which): Which => (which === 0 ? 1 : 0);
export const isSide = (one: SideKey, two: SideKey): boolean =>
  one.scheme === two.scheme && one.region === two.region && one.from === two.from;
export const keyOfSide = ({ scheme, region, from }: SideKey): SideKey => ({ scheme, region, from });
