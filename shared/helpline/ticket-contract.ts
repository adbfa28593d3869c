// What becomes of a ticket, on the wire.
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, line, Phone } from "../kernel/fields.ts";
import { agents, ofTicket, text } from "./fields.ts";
import { Category, PartOwner, TicketNo, Topic } from "./ticket.ts";
import { CallBack, TicketView } from "./views.ts";

/**
 * What was asked. Category and parts decide the limits. `parts`: the owner follows from the topic. All of it is sent again each time;
 * `version` is the ticket's, so that nobody writes over somebody else's words.
 */
export const noteTicket = {
  method: "POST",
  path: "/staff/tickets/:ticket/notes",
  title: "What was asked: category, summary, parts",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  body: v.strictObject({
    version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99_999)),
    category: Category,
    labour: v.optional(v.literal(true)),
    summary: v.optional(text(500)),
    parts: v.pipe(v.array(v.strictObject({ topic: Topic, text: v.optional(line(200)) })), v.maxLength(6)),
  }),
  status: 200,
  reply: v.object({ ticket: TicketView }),
  problems: ["refused", "conflict"],
} as const;

const answered = { text: text(1000), cards: v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(5)) };
const reason = text(200);

/**
 * One step of the ticket's life, as `may` of the view lists them. `extend`: the limit once longer, where the rules allow it, with what
 * the caller was told. Cards are stamped with their version by us. Findings: `ticket.not-now`, `ticket.category-missing`,
 * `ticket.reopened-before`, `ticket.too-late`, `ticket.not-extendable`, `ticket.card-unknown`.
 */
export const takeStep = {
  method: "POST",
  path: "/staff/tickets/:ticket/steps",
  title: "One step of a ticket's life",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  body: v.variant("step", [
    v.strictObject({ step: v.literal("answer"), category: v.optional(Category), ...answered }),
    v.strictObject({ step: v.literal("reply"), ...answered }),
    v.strictObject({ step: v.picklist(["accept", "assign", "start", "close"]) }),
    v.strictObject({ step: v.picklist(["turn-down", "reopen"]), reason }),
    v.strictObject({ step: v.literal("transfer"), to: PartOwner, reason }),
    v.strictObject({ step: v.literal("extend"), notice: reason }),
  ]),
  status: 200,
  reply: v.object({ ticket: TicketView }),
  problems: ["refused", "conflict"],
} as const;

/** 好差评: 1 (very bad) to 5 (very good), once, as the caller says it. */
export const rateTicket = {
  method: "POST",
  path: "/staff/tickets/:ticket/ratings",
  title: "The caller's mark for the answer",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  body: v.strictObject({ score: v.picklist([1, 2, 3, 4, 5]) }),
  status: 200,
  reply: v.object({ ticket: TicketView }),
  problems: ["refused", "conflict"],
} as const;

/** Somebody will call: where, and when it suits. One key: `{"phone":"15400001234"}`. */
export const askCallBack = {
  method: "POST",
  path: "/staff/tickets/:ticket/call-back",
  title: "The caller wants to be called back",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  body: v.strictObject({ phone: Phone, suits: v.optional(line(60)) }),
  status: 200,
  reply: v.object({ ticket: TicketView }),
  problems: ["refused", "conflict"],
} as const;

export const CallBackItem = v.object({
  ticket: TicketNo,
  region: DivisionCode,
  dueAt: PlainDate,
  provisional: v.optional(v.boolean()),
  suits: v.optional(v.string()),
  tries: v.number(),
  state: v.picklist(["open", "taken"]),
  mine: v.boolean(),
});

/** Open ones of my places, the most urgent first. No phone: that shows to who has taken it. For the desk as well. */
export const listCallBacks = {
  method: "GET",
  path: "/staff/call-backs",
  title: "Who waits to be called back, the most urgent first",
  signedIn: false,
  staff: { roles: ["agent", "handler"] },
  status: 200,
  reply: v.object({ callBacks: v.array(CallBackItem) }),
} as const;

/**
 * Mine from now on, with the phone. The ticket stays whose it is: `POST …/owner` takes that over. From the day on which it is due also
 * what a colleague has taken: they may have gone home, and somebody was promised a call.
 */
export const takeCallBack = {
  method: "POST",
  path: "/staff/call-backs/:ticket/owner",
  title: "I call back",
  signedIn: false,
  staff: { roles: ["agent", "handler"] },
  params: ofTicket,
  body: v.strictObject({}),
  status: 200,
  reply: v.object({ callBack: CallBack }),
  problems: ["conflict"],
} as const;

/** Reached, or not; after the third time nobody calls any more. */
export const tryCallBack = {
  method: "POST",
  path: "/staff/call-backs/:ticket/tries",
  title: "Called back: reached or not",
  signedIn: false,
  staff: { roles: ["agent", "handler"] },
  params: ofTicket,
  body: v.strictObject({ reached: v.boolean() }),
  status: 200,
  reply: v.object({ callBack: CallBack }),
  problems: ["refused", "conflict"],
} as const;

/** A working day within the next thirty days. `division`: at the desk of which county; mine where it is left out. */
export const makeAppointment = {
  method: "POST",
  path: "/staff/tickets/:ticket/appointment",
  title: "An appointment at the desk",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  body: v.strictObject({ day: PlainDate, half: v.picklist(["morning", "afternoon"]), division: v.optional(DivisionCode) }),
  status: 200,
  reply: v.object({ ticket: TicketView }),
  problems: ["refused", "conflict"],
} as const;

/** Who reported: for the officer of the place alone, and with a look row where somebody is known. */
export const readReporter = {
  method: "POST",
  path: "/staff/tickets/:ticket/reporter",
  title: "Who stands behind a complaint",
  signedIn: false,
  staff: { roles: ["officer"] },
  params: ofTicket,
  body: v.strictObject({ reason: line(100) }),
  status: 200,
  reply: v.object({ name: v.optional(v.string()), number: v.optional(v.string()), phone: v.optional(Phone) }),
  problems: ["wait"],
} as const;
