import * as v from "valibot";
import { Instant } from "../kernel/calendar.ts";
import { NOTICE_VERSION } from "./notice.ts";

/** That the notice was shown and read to its end. Said twice it is one; it lets nobody in and keeps nobody out. */
export const noteNotice = {
  method: "POST",
  path: "/privacy/notices",
  title: "I have read the privacy notice of this version",
  signedIn: true,
  body: v.strictObject({ version: v.literal(NOTICE_VERSION) }),
  status: 204,
} as const;

/**
 * By the names of the field table; of each field, what is kept of it, the person's own and unmasked. Who else is in it is not named:
 * no other person's id, no name of another member of the household. `places`: what
 * the codes of divisions in it are called. `olderThan`: the history goes on below this version.
 */
export const Copy = v.object({
  takenAt: Instant,
  fields: v.record(v.string(), v.array(v.record(v.string(), v.unknown()))),
  places: v.record(v.string(), v.string()),
  olderThan: v.optional(v.number()),
});
export type Copy = v.InferOutput<typeof Copy>;

/** `before`: only what is below this version of the history; as often as an answer says `olderThan`. */
export const takeCopy = {
  method: "GET",
  path: "/privacy/export",
  title: "A copy of all that is kept about me",
  signedIn: true,
  query: v.strictObject({ before: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,7}$/))) }),
  status: 200,
  reply: Copy,
  problems: ["not-found"],
} as const;
