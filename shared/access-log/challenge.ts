// "Why?", asked of one look: nothing in the register moves. An auditor answers, right or not right, in words to the person.
import * as v from "valibot";
import { Instant } from "../kernel/calendar.ts";
import { finding } from "../kernel/rule.ts";
import type { Outcome } from "../submission.ts";
import { Hash } from "./chain.ts";

/** `look`: the hash of the row's text; `lookedAt`: when that look was. */
export const ChallengeAccepted = v.object({
  slice: v.literal("challenge"),
  look: Hash,
  lookedAt: Instant,
  words: v.optional(v.string()),
  acceptedAt: Instant,
});
export type ChallengeAccepted = v.InferOutput<typeof ChallengeAccepted>;

/** What the auditor says no to is the question, not the look: then the look was right. */
export const lookWasRight = finding("challenge.look-right", "look");

export const settleChallenge = (): Outcome<"submitted"> => ({ status: "in-review", kind: "look-challenge" });
export const settleAnsweredChallenge = (): Outcome<"decided"> => ({
  status: "applied",
  findings: [finding("challenge.look-wrong", "look")],
});
