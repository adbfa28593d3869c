// The call itself, on the wire: what the caller answers, the code they read out, what is shown besides.
import * as v from "valibot";
import { Instant } from "../kernel/calendar.ts";
import { agents, ofTicket, typed } from "./fields.ts";
import { Caller, Question, TicketView, WithCaller } from "./views.ts";

/**
 * Right or wrong, never the answer; and what may be heard now. `{"question":"last-paid","said":"2026年10月"}` →
 * `{"right":true,"caller":{"may":"nothing","verification":{"points":1,"needed":2,…},…}}`.
 * Findings: `ask.not-offered`, `ask.closed` (wrong twice), `ask.unreadable` (not counted: say it again), `code.wrong`, `code.expired`.
 */
export const answerQuestion = {
  method: "POST",
  path: "/staff/tickets/:ticket/answers",
  title: "What the caller answers, right or wrong",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  body: v.strictObject({ question: Question, said: typed(120) }),
  status: 200,
  reply: v.object({ right: v.boolean(), caller: Caller }),
  problems: ["refused", "conflict", "wait"],
} as const;

/** A code to the registered phone; name and number have to be right before. Findings: `code.no-phone`, `code.identity-first`, `ask.closed`. */
export const sendCallerCode = {
  method: "POST",
  path: "/staff/tickets/:ticket/codes",
  title: "Send a one-time code to the registered phone",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  body: v.strictObject({}),
  status: 202,
  reply: v.object({ expiresInMinutes: v.number() }),
  problems: ["refused", "conflict", "wait"],
} as const;

/** Somebody calls for the person of the ticket. Their own number and name; from now on the questions are about the one who calls. */
export const callOnBehalf = {
  method: "POST",
  path: "/staff/tickets/:ticket/behalf",
  title: "Somebody calls on behalf of the person",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  body: v.strictObject({ as: v.picklist(["parent", "guardian", "mandate"]), typed: typed(120) }),
  status: 200,
  reply: WithCaller,
  problems: ["refused", "conflict", "wait"],
} as const;

/**
 * `ended`: the level is gone, the ticket stays. `begun`: the same person called again, from level 0. Finding `ticket.hidden`: who
 * complained is known to who opened the ticket; with anybody else they begin a new one.
 */
export const markCall = {
  method: "POST",
  path: "/staff/tickets/:ticket/calls",
  title: "The call is over, or a new one has begun",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  body: v.strictObject({ call: v.picklist(["begun", "ended"]) }),
  status: 200,
  reply: v.object({ ticket: TicketView }),
  problems: ["refused", "conflict"],
} as const;

/** Under the names of the field table (shared/privacy/fields.ts). */
export const RevealField = v.picklist(["name", "number", "phone", "residence", "contact", "hukou"]);
export type RevealField = v.InferOutput<typeof RevealField>;
export const RevealReason = v.picklist(["compare", "correct", "call-back", "post"]);
export type RevealReason = v.InferOutput<typeof RevealReason>;

/** One field, unmasked, until then; from level 1 on. `{"field":"number","reason":"compare"}` → `{"field":"number","value":"…","until":"…"}` */
export const revealField = {
  method: "POST",
  path: "/staff/tickets/:ticket/reveals",
  title: "One field unmasked, for some seconds and with a reason",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  body: v.strictObject({ field: RevealField, reason: RevealReason }),
  status: 200,
  reply: v.object({ field: RevealField, value: v.string(), until: Instant }),
  problems: ["refused", "wait"],
} as const;
