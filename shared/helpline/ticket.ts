// A ticket: what somebody asked 12333, who answers, until when, and how it ended (handbook 11).
import * as v from "valibot";

/**
 * `G-1120-7K2M-94QX`: the day it was opened and forty bits in Crockford's alphabet, to be read out and written down. Nothing of a
 * person is in it, so it may stand in an address.
 */
export const TicketNo = v.pipe(
  v.string(),
  v.transform((typed) => typed.trim().toUpperCase()),
  v.regex(/^G-\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
  v.brand("TicketNo"),
);
export type TicketNo = v.InferOutput<typeof TicketNo>;

/** 咨询, 查询, 投诉举报, 建议, 求助. */
export const Category = v.picklist(["consultation", "query", "complaint", "suggestion", "plea"]);
export type Category = v.InferOutput<typeof Category>;

/** What a question is about. A call that asks several things is split into parts. */
export const Topic = v.picklist([
  "pension",
  "unemployment",
  "injury",
  "registration",
  "card",
  "labour-rights",
  "medical",
  "maternity",
  "payment",
]);
export type Topic = v.InferOutput<typeof Topic>;

/** 人社, 医保, 税务. */
export const PartOwner = v.picklist(["12333", "12393", "12366"]);
export type PartOwner = v.InferOutput<typeof PartOwner>;

const owners = {
  pension: "12333",
  unemployment: "12333",
  injury: "12333",
  registration: "12333",
  card: "12333",
  "labour-rights": "12333",
  medical: "12393",
  maternity: "12393",
  payment: "12366",
} as const satisfies Record<Topic, PartOwner>;

/** Whose a topic is, the same in the browser and behind it. */
export const ownerOf = (topic: Topic): PartOwner => owners[topic];

export const State = v.picklist([
  "NEW",
  "ANSWERED",
  "ACCEPTED",
  "ASSIGNED",
  "IN_PROGRESS",
  "REPLIED",
  "CLOSED",
  "REOPENED",
  "NOT_ACCEPTED",
  "TRANSFERRED",
]);
export type State = v.InferOutput<typeof State>;

/** Every step that a ticket can take; what is not here is illegal. Reopened once, within the days of `reopeningDays`. */
export const steps = {
  answer: { leaves: ["NEW"], leadsTo: "ANSWERED" },
  accept: { leaves: ["NEW"], leadsTo: "ACCEPTED" },
  "turn-down": { leaves: ["NEW"], leadsTo: "NOT_ACCEPTED" },
  transfer: { leaves: ["NEW", "ACCEPTED", "ASSIGNED", "IN_PROGRESS", "REOPENED"], leadsTo: "TRANSFERRED" },
  assign: { leaves: ["ACCEPTED", "REOPENED"], leadsTo: "ASSIGNED" },
  start: { leaves: ["ASSIGNED"], leadsTo: "IN_PROGRESS" },
  reply: { leaves: ["IN_PROGRESS"], leadsTo: "REPLIED" },
  close: { leaves: ["REPLIED"], leadsTo: "CLOSED" },
  reopen: { leaves: ["ANSWERED", "CLOSED"], leadsTo: "REOPENED" },
} as const satisfies Record<string, { leaves: readonly State[]; leadsTo: State }>;
export type StepName = keyof typeof steps;
export const stepNames = Object.keys(steps) as readonly StepName[];

/** Nobody has anything to do with it any more, unless it is opened again. */
export const isEnded = (state: State): boolean => ["ANSWERED", "CLOSED", "NOT_ACCEPTED", "TRANSFERRED"].includes(state);

/** A reply that there can be marks for (好差评). */
export const isAnswered = (state: State): boolean => ["ANSWERED", "REPLIED", "CLOSED"].includes(state);
