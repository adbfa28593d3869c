// Two insurances of one kind: what was found, both sides, what would stay and what would go back; and what the person says to it.
import * as v from "valibot";
import { ChildRef } from "../children/contract.ts";
import { Fen } from "../enrolment/joining.ts";
import { NamedEvidence } from "../evidence/contract.ts";
import { Received } from "../kernel/answers.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, line, Receipt } from "../kernel/fields.ts";
import { ShownStatus } from "../submissions/contract.ts";
import { Duplicate, DuplicateId, DuplicateSide, MissingAmount, Says, SideKey, Which } from "./duplicate.ts";

const Place = v.object({ division: DivisionCode, name: v.string() });
/** `NEEDS_STAFF`: a number is missing without which nothing can be said. */
const SaysOrStaff = v.picklist([...Says.options, "NEEDS_STAFF"]);

/** What comes of it if one of the two stays. `refund`: fen, to the person. `missing`: what the agency has to reckon. `obstacle`: why it may not stay, or not yet. */
export const IfKeptView = v.object({
  acts: Place,
  becomes: v.optional(v.picklist(["ended", "paused"])),
  refund: v.optional(v.number()),
  missing: v.array(MissingAmount),
  obstacle: v.optional(v.string()),
});
export type IfKeptView = v.InferOutput<typeof IfKeptView>;

const SideView = v.object({ ...v.omit(DuplicateSide, ["region", "refund"]).entries, place: Place });

/**
 * `common`: months in both. `statistical`: it counts as double in the tables of the place; none where the place's number is missing.
 * `keeps`: which of the two may stay, none where nothing is to be answered. `ifKept`: for each of the two. `answered`: the last
 * thing that was said to it here.
 */
export const DuplicateView = v.object({
  id: DuplicateId,
  insurance: Duplicate.entries.insurance,
  sides: v.tuple([SideView, SideView]),
  common: v.number(),
  operational: v.boolean(),
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
  answered: v.optional(v.object({ receipt: Receipt, says: v.picklist(["keep", "object"]), status: ShownStatus, at: Instant })),
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

export const readDuplicates = {
  method: "GET",
  path: "/duplicates",
  title: "Where I am insured twice, both sides, and what would stay",
  signedIn: true,
  query: v.strictObject({ for: v.optional(ChildRef) }),
  status: 200,
  reply: Duplicates,
  problems: ["not-found"],
} as const;

const Told = v.strictObject({ says: SaysOrStaff, refund: v.optional(Fen) });

/** `told`: what the page said. `waiver`: that the cover the government pays for is given up in writing; the paper comes with it. */
export const DuplicateAnswer = v.variant("says", [
  v.strictObject({ says: v.literal("keep"), keep: SideKey, told: Told, waiver: v.optional(v.literal(true)) }),
  v.strictObject({ says: v.literal("object"), text: line(500) }),
]);
export type DuplicateAnswer = v.InferOutput<typeof DuplicateAnswer>;

export const DuplicateRequest = v.strictObject({
  for: v.optional(ChildRef),
  id: DuplicateId,
  answer: DuplicateAnswer,
  evidence: v.optional(NamedEvidence),
});
export type DuplicateRequest = v.InferOutput<typeof DuplicateRequest>;

/** `agency`: whose desk acts on it. `sides`: which two it was about. */
export const DuplicateAccepted = v.object({
  slice: v.literal("duplicate"),
  id: DuplicateId,
  insurance: Duplicate.entries.insurance,
  sides: v.tuple([SideKey, SideKey]),
  answer: DuplicateAnswer,
  agency: DivisionCode,
  acceptedAt: Instant,
});
export type DuplicateAccepted = v.InferOutput<typeof DuplicateAccepted>;

export const answerDuplicate = {
  method: "POST",
  path: "/duplicates",
  title: "Say which of two insurances stays, or object",
  attempt: true,
  signedIn: true,
  body: DuplicateRequest,
  status: 202,
  reply: Received,
  problems: ["refused", "not-found"],
} as const;
