import * as v from "valibot";
import { ChildRef } from "../children/contract.ts";
import { Received } from "../kernel/answers.ts";
import { Instant, PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { line, Receipt } from "../kernel/fields.ts";
import { Hash, Proof, Root } from "./chain.ts";

/** Why a row is shown later: somebody looks into something, or it would say who somebody else is. */
export const QuietReason = v.picklist(["investigation", "third-person"]);
export type QuietReason = v.InferOutput<typeof QuietReason>;

/** Right or not right, and the auditor's words to the person. */
export const Answer = v.object({ right: v.boolean(), words: v.string(), at: Instant });
export type Answer = v.InferOutput<typeof Answer>;

/** "Why?", asked of one look. `due`: the day by which it is answered. */
export const ChallengeView = v.object({
  receipt: Receipt,
  state: v.picklist(["received", "in-review", "answered", "withdrawn"]),
  askedAt: Instant,
  words: v.optional(v.string()),
  due: v.optional(v.object({ day: PlainDate, provisional: v.boolean() })),
  answer: v.optional(Answer),
});
export type ChallengeView = v.InferOutput<typeof ChallengeView>;

/** Where a row lies in the chain; without one it has no place yet. */
export const Link = v.object({
  number: v.number(),
  day: PlainDate,
  algorithm: v.string(),
  hash: Hash,
});

/**
 * `text`: what was hashed, and all that is shown. `row`: its hash, where the text is not shown or there is none any more. `quiet`: the
 * text is there, and shown from that day on.
 */
export const Logged = v.object({
  at: v.optional(Instant),
  text: v.optional(v.string()),
  row: v.optional(Hash),
  link: v.optional(Link),
  quiet: v.optional(v.object({ until: PlainDate, because: QuietReason })),
  challenge: v.optional(ChallengeView),
});
export type Logged = v.InferOutput<typeof Logged>;

const forChild = { for: v.optional(ChildRef) };

/** `chain`: the name of this person's chain, a digest. `before`: there are older ones, below this number. */
export const AccessLog = v.object({
  asOf: Instant,
  chain: Hash,
  rows: v.array(Logged),
  before: v.optional(v.number()),
});
export type AccessLog = v.InferOutput<typeof AccessLog>;

export const readAccessLog = {
  method: "GET",
  path: "/access-log",
  title: "Who looked at my record, when and why, the newest first",
  signedIn: true,
  query: v.strictObject({ ...forChild, before: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,7}$/))) }),
  status: 200,
  reply: AccessLog,
  problems: ["not-found"],
} as const;

/** For each day on which my chain grew, how to come from its last link to the root of that day. `before`: there are older ones. */
export const readProofs = {
  method: "GET",
  path: "/access-log/proofs",
  title: "How my access log hangs together with what was published each day",
  signedIn: true,
  query: v.strictObject({ ...forChild, before: v.optional(PlainDate) }),
  status: 200,
  reply: v.object({ proofs: v.array(Proof), before: v.optional(PlainDate) }),
  problems: ["not-found"],
} as const;

/** For everybody: the roots of a month, the oldest first. The same for whoever asks. */
export const readRoots = {
  method: "GET",
  path: "/access-log/roots/:month",
  params: v.strictObject({ month: PlainMonth }),
  title: "The seals of the access logs of one month, one a day",
  signedIn: false,
  status: 200,
  reply: v.object({ roots: v.array(Root) }),
} as const;

const WORDS = 200;

/** Asked again about the same look it is the same question. */
export const askWhy = {
  method: "POST",
  path: "/access-log/challenges",
  title: "Why did somebody look at this? Answered by an auditor",
  signedIn: true,
  attempt: true,
  body: v.strictObject({ ...forChild, look: Hash, words: v.optional(line(WORDS)) }),
  status: 202,
  reply: Received,
  problems: ["not-found", "refused"],
} as const;
