// What the console shows of a caller, by level, and of a ticket.
import * as v from "valibot";
import { CheckReply } from "../check/contract.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, line, Phone } from "../kernel/fields.ts";
import { Insurance } from "../registration.ts";
import { ReminderView } from "../reminder/shown.ts";
import { SubmissionView } from "../submissions/contract.ts";
import { TransferView } from "../transfer/shown.ts";
import { Place, Shown } from "./found.ts";
import { Category, PartOwner, State, TicketNo, Topic } from "./ticket.ts";

/** What is asked to know who calls. `name` and `number` have to be right; the others bring points; `code` is read out. */
export const Question = v.picklist(["name", "number", "last-paid", "phone", "employer", "county", "code"]);
export type Question = v.InferOutput<typeof Question>;
export const Level = v.picklist([0, 1, 2]);
export type Level = v.InferOutput<typeof Level>;

/**
 * `asks`: what can be asked of this person, in the order to ask it. `worth`: 1, or 0.5 where relatives know it too; nothing where it
 * has to be right anyway. `points` of `needed`. `closed`: nothing is asked any more, on this ticket (`wrong-twice`) or today
 * (`wrong-before`: a code to the phone still counts); `too-little`: what is registered cannot bring the points, only a code can.
 * `code`: `can-be-sent`, `sent`, or why not: `no-phone`; `limited`: the phone is new or old, a code leads to level 1 only.
 */
export const Verification = v.object({
  level: Level,
  /** Until then the level holds, if the call is not ended before. */
  until: v.optional(Instant),
  points: v.number(),
  needed: v.number(),
  asks: v.array(v.object({ question: Question, worth: v.optional(v.number()), state: v.picklist(["open", "right", "wrong"]) })),
  wrongLeft: v.number(),
  closed: v.optional(v.picklist(["wrong-twice", "wrong-before", "too-little"])),
  code: v.object({
    state: v.picklist(["can-be-sent", "sent", "no-phone", "closed"]),
    limited: v.optional(v.picklist(["phone-stale", "phone-unconfirmed", "phone-new"])),
  }),
});
export type Verification = v.InferOutput<typeof Verification>;

/** `behalf`: somebody else calls for this person; unproven, the call stays at level 0. */
export const Behalf = v.object({ as: v.picklist(["parent", "guardian", "mandate"]), proven: v.boolean() });

const beside = v.array(
  v.object({
    ticket: TicketNo,
    category: v.optional(Category),
    state: State,
    openedAt: Instant,
    dueAt: v.optional(PlainDate),
    mine: v.boolean(),
  }),
);

/**
 * Whom the ticket is about, as far as the level allows. Level 0: `shown`, for the agent's eyes. Level 1: yes or no for each insurance.
 * Level 2: what the person sees on their own check page (masked fields stay masked), their submissions, transfers and reminders.
 */
export const Caller = v.variant("may", [
  v.object({ may: v.literal("nothing"), shown: Shown, verification: Verification, behalf: v.optional(Behalf), tickets: beside }),
  v.object({
    may: v.literal("yes-no"),
    shown: Shown,
    verification: Verification,
    behalf: v.optional(Behalf),
    tickets: beside,
    insurances: v.array(v.object({ insurance: Insurance, insured: v.boolean() })),
  }),
  v.object({
    may: v.literal("all"),
    shown: Shown,
    verification: Verification,
    behalf: v.optional(Behalf),
    tickets: beside,
    record: CheckReply,
    submissions: v.array(SubmissionView),
    /** As they follow them themselves. `places`: the names of the divisions that are spoken of. */
    transfers: v.optional(v.array(TransferView), []),
    /** What they are reminded of, and has been told; `paid`: months paid at work so far. */
    reminders: v.optional(v.array(ReminderView), []),
    paid: v.optional(v.number(), 0),
    places: v.optional(v.array(Place), []),
  }),
]);
export type Caller = v.InferOutput<typeof Caller>;

/** A part of what was asked, with whose it is. 12393 and 12366 are told to the caller, and the part is handed to them. */
export const Part = v.object({ topic: Topic, owner: PartOwner, text: v.optional(line(200)) });

/** `version` of the card's words and numbers as they stood when the answer was given. */
export const StampedCard = v.object({ id: v.string(), version: v.string() });

/** `state`: open · taken by somebody · done · three tries and nobody answered. */
export const CallBack = v.object({
  state: v.picklist(["open", "taken", "done", "not-reached"]),
  /** Shown to its owner and to who has taken it. */
  phone: v.optional(Phone),
  dueAt: PlainDate,
  provisional: v.optional(v.boolean()),
  /** When it suits, as the caller said. */
  suits: v.optional(line(60)),
  tries: v.array(v.object({ at: Instant, reached: v.boolean() })),
  mine: v.boolean(),
});
export type CallBack = v.InferOutput<typeof CallBack>;

export const Appointment = v.object({ day: PlainDate, half: v.picklist(["morning", "afternoon"]), desk: Place });
export type Appointment = v.InferOutput<typeof Appointment>;

/** `due`: the last working day for the next step; `provisional`, `missing` as on tasks. `may`: the steps that are open now. */
export const TicketView = v.object({
  ticket: TicketNo,
  version: v.number(),
  state: State,
  region: DivisionCode,
  openedAt: Instant,
  /** The call: until then, or until it is ended. */
  callUntil: v.optional(Instant),
  category: v.optional(Category),
  /** A complaint about an employer that labour inspection handles, with the limits of 劳动保障监察条例. */
  labour: v.optional(v.literal(true)),
  summary: v.optional(v.string()),
  parts: v.array(Part),
  answer: v.optional(v.object({ text: v.string(), cards: v.array(StampedCard), at: Instant })),
  reason: v.optional(v.string()),
  dueAt: v.optional(PlainDate),
  provisional: v.optional(v.boolean()),
  missing: v.optional(v.string()),
  extended: v.optional(v.literal(true)),
  /** To which line it was passed on. */
  transferredTo: v.optional(PartOwner),
  callBack: v.optional(CallBack),
  appointment: v.optional(Appointment),
  rating: v.optional(v.number()),
  history: v.array(v.object({ state: State, at: Instant })),
  may: v.array(v.string()),
  /** Somebody stands behind it. Not whom: a complaint keeps that from everybody who handles it. */
  about: v.picklist(["person", "nobody", "hidden"]),
});
export type TicketView = v.InferOutput<typeof TicketView>;

export const WithCaller = v.object({ ticket: TicketView, caller: v.optional(Caller) });
export type WithCaller = v.InferOutput<typeof WithCaller>;
