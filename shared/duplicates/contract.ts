// Two insurances of one kind: what was found; and what the person, or who acts for them, says to it.
import * as v from "valibot";
import { Whom } from "../delegation/whom.ts";
import { Fen } from "../enrolment/joining.ts";
import { NamedEvidence } from "../evidence/contract.ts";
import { Received } from "../kernel/answers.ts";
import { Instant } from "../kernel/calendar.ts";
import { DivisionCode, line } from "../kernel/fields.ts";
import { Duplicate, DuplicateId, SideKey } from "./duplicate.ts";
import { Duplicates, SaysOrStaff } from "./shown.ts";

export const readDuplicates = {
  method: "GET",
  path: "/duplicates",
  title: "Where I am insured twice, both sides, and what would stay",
  signedIn: true,
  delegable: "look",
  query: v.strictObject({ for: v.optional(Whom) }),
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
  for: v.optional(Whom),
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
  delegable: "changes",
  body: DuplicateRequest,
  status: 202,
  reply: Received,
  problems: ["refused", "not-found"],
} as const;
