import * as v from "valibot";
import { Whom } from "../delegation/whom.ts";
import { Received } from "../kernel/answers.ts";
import { Instant, PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { Receipt } from "../kernel/fields.ts";
import { Finding } from "../kernel/rule.ts";

/** As Status has them; and `queued`, which is shown while it is received and the event is on the queue. */
export const ShownStatus = v.picklist(["received", "queued", "in-review", "applied", "refused", "overtaken", "withdrawn"]);
export type ShownStatus = v.InferOutput<typeof ShownStatus>;

export const SubmissionView = v.object({
  receipt: Receipt,
  slice: v.picklist([
    "change",
    "phone-replacement",
    "declaration",
    "enrolment",
    "registration",
    "newcomer",
    "newborn",
    "challenge",
    "duplicate",
    "delegation",
    "delegation-end",
    "guardianship-end",
    "objection",
    "transfer",
    "transfer-step",
  ]),
  item: v.string(),
  status: ShownStatus,
  history: v.array(v.object({ status: ShownStatus, at: Instant })),
  /** Who of the staff sent it for them, and how they came to it. */
  sender: v.optional(
    v.object({ channel: v.picklist(["helpline", "desk", "visit"]), agency: v.string(), workNumber: v.string() }),
  ),
  /** Of somebody for whom who looks had sent it: for whom the page about it is to be opened. */
  for: v.optional(Whom),
  /** Who sent it for whom it is about, under a delegation: the name, masked. */
  delegate: v.optional(v.string()),
  /** What was asked for, masked like on the check page. */
  asked: v.string(),
  findings: v.array(Finding),
  reason: v.optional(v.string()),
  /** Of a declared reason: the day after which we ask again. */
  expires: v.optional(PlainDate),
  /** Of an insurance that was chosen: what to pay there (fen) and until when. `missing`: numbers of policy that are not loaded. */
  pay: v.optional(
    v.object({
      region: v.string(),
      from: PlainMonth,
      months: v.number(),
      cost: v.optional(v.number()),
      payBy: v.optional(PlainDate),
      missing: v.array(v.string()),
    }),
  ),
  /** May still be taken back. */
  withdrawable: v.boolean(),
});
export type SubmissionView = v.InferOutput<typeof SubmissionView>;

export const listSubmissions = {
  method: "GET",
  path: "/submissions",
  title: "My submissions, newest first",
  signedIn: true,
  newcomer: true,
  query: v.strictObject({ cursor: v.optional(v.pipe(v.string(), v.maxLength(300))) }),
  status: 200,
  reply: v.object({ submissions: v.array(SubmissionView), cursor: v.optional(v.string()) }),
} as const;

export const readSubmission = {
  method: "GET",
  path: "/submissions/:receipt",
  params: v.strictObject({ receipt: Receipt }),
  title: "One submission and its life",
  signedIn: true,
  newcomer: true,
  status: 200,
  reply: SubmissionView,
} as const;

/** As much of the same answer as a form reads that was received before: what was asked then. */
export const readAsked = {
  method: "GET",
  path: "/submissions/:receipt",
  params: readSubmission.params,
  title: readSubmission.title,
  signedIn: true,
  newcomer: true,
  status: 200,
  reply: v.object({ asked: v.string() }),
} as const;

export const withdrawSubmission = {
  method: "POST",
  path: "/submissions/:receipt/withdrawal",
  params: v.strictObject({ receipt: Receipt }),
  title: "Take back what is in review",
  signedIn: true,
  newcomer: true,
  attempt: true,
  status: 202,
  reply: Received,
  problems: ["not-found", "conflict"],
} as const;
