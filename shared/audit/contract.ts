// What an auditor sees: who of the staff looked, when and for what, and what people ask about it. Never whose record it was: the
// same record has the same tag, and a tag leads nowhere.
import * as v from "valibot";
import { Received } from "../kernel/answers.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, line, Receipt } from "../kernel/fields.ts";
import { StaffId } from "../staff/staff.ts";

const staff = { roles: ["auditor"] } as const;

export const Tag = v.pipe(v.string(), v.regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/));
export type Tag = v.InferOutput<typeof Tag>;

/** `own`: it was their own record. `late`: outside working hours, for who works by the hour of an office. */
export const LookSeen = v.object({
  at: Instant,
  record: Tag,
  purpose: v.optional(v.string()),
  reason: v.string(),
  role: v.optional(v.string()),
  ticket: v.optional(v.string()),
  receipt: v.optional(v.string()),
  fields: v.optional(v.array(v.string())),
  own: v.boolean(),
  late: v.boolean(),
});
export type LookSeen = v.InferOutput<typeof LookSeen>;

/** `more`: these are the newest only. */
export const StaffLooks = v.object({
  staff: StaffId,
  workNumber: v.string(),
  name: v.string(),
  agency: v.string(),
  looks: v.array(LookSeen),
  more: v.optional(v.literal(true)),
});
export type StaffLooks = v.InferOutput<typeof StaffLooks>;

/** At most that many days at once, both ends included. */
export const WINDOW_DAYS = 31;
const window = { from: PlainDate, to: PlainDate };

export const listLooks = {
  method: "GET",
  path: "/staff/audit/looks",
  title: "Looks of the staff of my regions, by who looked",
  signedIn: false,
  staff,
  query: v.strictObject({ ...window, after: v.optional(StaffId) }),
  status: 200,
  reply: v.object({ staff: v.array(StaffLooks), after: v.optional(StaffId) }),
  problems: ["refused"],
} as const;

/** Compared by machine and noted with that member of staff, as any look is: the auditor reads tags, and no record. */
export const compareHousehold = {
  method: "POST",
  path: "/staff/audit/households",
  title: "Which of somebody’s looks were at their own household",
  signedIn: false,
  staff,
  body: v.strictObject({ staff: StaffId, ...window }),
  status: 200,
  reply: v.object({ known: v.boolean(), records: v.array(Tag) }),
  problems: ["not-found", "refused", "wait"],
} as const;

/** `left`: working days until the last one; below nothing it is overdue. `own`: it is about a look of the one who asks. */
export const ChallengeSeen = v.object({
  receipt: Receipt,
  record: Tag,
  region: v.object({ code: DivisionCode, name: v.string() }),
  askedAt: Instant,
  due: PlainDate,
  provisional: v.boolean(),
  left: v.number(),
  words: v.optional(v.string()),
  own: v.boolean(),
  look: v.optional(
    v.object({
      at: Instant,
      agency: v.optional(v.string()),
      workNumber: v.optional(v.string()),
      role: v.optional(v.string()),
      purpose: v.optional(v.string()),
      reason: v.string(),
      ticket: v.optional(v.string()),
      receipt: v.optional(v.string()),
      fields: v.optional(v.array(v.string())),
    }),
  ),
});
export type ChallengeSeen = v.InferOutput<typeof ChallengeSeen>;

export const listChallenges = {
  method: "GET",
  path: "/staff/audit/challenges",
  title: "What people ask about looks, the most urgent first",
  signedIn: false,
  staff,
  status: 200,
  reply: v.object({ challenges: v.array(ChallengeSeen) }),
} as const;

/** `words` are written to the person. */
export const answerChallenge = {
  method: "POST",
  path: "/staff/audit/challenges/:receipt/answer",
  title: "Tell the person whether a look was right, and why",
  signedIn: false,
  staff,
  params: v.strictObject({ receipt: Receipt }),
  body: v.strictObject({ right: v.boolean(), words: line(300) }),
  status: 202,
  reply: Received,
  problems: ["not-found", "refused", "conflict"],
} as const;
