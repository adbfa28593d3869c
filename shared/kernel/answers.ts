// What the API answers, whatever it was asked.
import * as v from "valibot";
import { Receipt } from "./fields.ts";
import { Finding } from "./rule.ts";

/** Proof of receipt; it says nothing yet about the outcome. */
export const Received = v.object({ receipt: Receipt, status: v.literal("received") });
export type Received = v.InferOutput<typeof Received>;

export const ProblemType = v.picklist([
  "malformed",
  "signed-out",
  "not-this-session",
  "not-your-role",
  "foreign-origin",
  "not-found",
  "wrong-method",
  "attempt-reused",
  "conflict",
  "too-large",
  "wrong-content-type",
  "refused",
  "wait",
  "busy",
  "unexpected",
  "unavailable",
]);
export type ProblemType = v.InferOutput<typeof ProblemType>;

/** A small sum for the page to do, silently, before a message goes out: how, says shared/session/puzzle.ts. */
export const Challenge = v.object({ text: v.string(), bits: v.number() });
export type Challenge = v.InferOutput<typeof Challenge>;

/** RFC 9457. `receipt`: something was received before under the same attempt. `retryAfterSeconds`: how long to wait. */
export const Problem = v.object({
  type: v.string(),
  status: v.number(),
  title: v.string(),
  instance: v.string(),
  findings: v.array(Finding),
  receipt: v.optional(Receipt),
  retryAfterSeconds: v.optional(v.number()),
  challenge: v.optional(Challenge),
});
export type Problem = v.InferOutput<typeof Problem>;

/** As much of it as our pages read. */
export const ReadProblem = v.object({
  type: v.string(),
  findings: v.array(Finding),
  receipt: v.optional(v.string()),
  retryAfterSeconds: v.optional(v.number()),
  challenge: v.optional(Challenge),
});
export type ReadProblem = v.InferOutput<typeof ReadProblem>;
