// What the console and staff-api say to each other. Numbers, names and phones travel in bodies only, never in an address.
//
// The way of a call:  POST /staff/tickets {search:{typed:"3404…0126 林小禾"}}   one step: the ticket, and whom it is about, masked
//                     POST …/answers {question:"last-paid", said:"上个月"}     right or wrong, and what may be heard from now on
//                     POST …/codes {} then POST …/answers {question:"code", said:"482913"}    level 2
//                     POST …/steps {step:"answer", text:"…", cards:["missed-months"]}          answered at once
//                     POST …/calls {call:"ended"}                               nothing may be heard any more
// Without a person:   POST /staff/tickets {} and then a step, a call-back or an appointment: one request each.
import * as v from "valibot";
import { CheckReply } from "../check/contract.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, line, Phone } from "../kernel/fields.ts";
import { DocType, Insurance } from "../registration.ts";
import { SubmissionView } from "../submissions/contract.ts";
import { Category, PartOwner, State, TicketNo, Topic } from "./ticket.ts";

const agents = { roles: ["agent"] } as const;
const typed = (length: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(length), v.regex(/^\P{Cc}*$/u));
/** Lines of text, and nothing invisible in them. */
const text = (length: number) =>
  v.pipe(
    v.string(),
    v.transform((typed) => typed.trim()),
    v.minLength(1),
    v.maxLength(length),
    v.regex(/^(?:\P{Cc}|\n)*$/u),
  );
const ofTicket = v.strictObject({ ticket: TicketNo });

/** Of one of several people in a list: good for opening a ticket by the same search, for the same agent. */
export const PersonRef = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z-]{14}$/));

/**
 * As typed: a document number (with the name behind it, if the caller has said it), a name with a day of birth, a phone, a receipt, a
 * ticket. `readSearch` of ./search.ts says which; the page may ask it too. `pick`: one of several.
 */
export const Search = v.strictObject({ typed: typed(120), pick: v.optional(PersonRef) });
export const SearchKind = v.picklist(["number", "name-birth", "phone", "receipt", "ticket"]);
export type SearchKind = v.InferOutput<typeof SearchKind>;

const Place = v.object({ division: DivisionCode, name: v.string() });

/** Enough to tell people apart, and nothing to answer a question with. For the agent's eyes: it is never read out. */
export const Shown = v.object({
  name: v.string(),
  number: v.string(),
  docType: DocType,
  county: v.optional(Place),
  birthYear: v.optional(v.number()),
  /** `closed`: they have died, or were registered twice. */
  status: v.picklist(["active", "closed"]),
});
export type Shown = v.InferOutput<typeof Shown>;

/** `elsewhere`: they belong to other places. That they are registered, and in which province, is all there is to say. */
export const Found = v.variant("is", [
  v.object({ is: v.literal("person"), ref: PersonRef, ...Shown.entries }),
  v.object({ is: v.literal("elsewhere"), province: Place }),
]);
export type Found = v.InferOutput<typeof Found>;

/** At most ten; `more`: there are more, ask for another detail. Nothing found: that says nothing about being insured. */
export const SearchReply = v.object({
  kind: SearchKind,
  found: v.array(Found),
  more: v.optional(v.literal(true)),
  /** By a ticket's number: that there is one, where the caller may go on. `POST …/tickets/:ticket/owner` takes it over. */
  ticket: v.optional(v.object({ ticket: TicketNo, category: v.optional(Category), state: State, mine: v.boolean() })),
});
export type SearchReply = v.InferOutput<typeof SearchReply>;

/**
 * `{"typed":"林小禾 1990-04-01"}` → `{"kind":"name-birth","found":[{"is":"person","ref":"7K2M-94QX-0A1B","name":"林*禾",
 * "number":"3404**********0126","docType":"RIC","county":{"division":"340422","name":"安徽省淮南市寿县"},"birthYear":1990,"status":"active"}]}`.
 * Findings: `search.unreadable`, `search.birth-missing` (a name alone), `number.bad-check-digit` and its like.
 */
export const search = {
  method: "POST",
  path: "/staff/search",
  title: "Find people by number, by name and birth, by phone or receipt; or a ticket",
  signedIn: false,
  staff: agents,
  body: v.strictObject({ typed: typed(120) }),
  status: 200,
  reply: SearchReply,
  problems: ["refused", "wait"],
} as const;

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
 * Level 2: what the person sees on their own check page (masked fields stay masked), and their submissions.
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
  callBack: v.optional(CallBack),
  appointment: v.optional(Appointment),
  rating: v.optional(v.number()),
  history: v.array(v.object({ state: State, at: Instant })),
  may: v.array(v.string()),
  /** Somebody stands behind it. Not whom: a complaint keeps that from everybody who handles it. */
  about: v.picklist(["person", "nobody", "hidden"]),
});
export type TicketView = v.InferOutput<typeof TicketView>;

/**
 * One step from what was typed to ticket and record. One person: `opened`. Several, nobody or elsewhere: no ticket yet, `found` says
 * what there is; choose one with `pick`, or open a ticket with an empty body. The same Idempotency-Key opens the same ticket.
 * `{"search":{"typed":"340422190404010126"}}` → `{"opened":true,"ticket":{…},"caller":{"may":"nothing",…}}`
 * `{}` → `{"opened":true,"ticket":{…}}`
 * `{"search":{"typed":"15400001234"}}` → `{"opened":false,"kind":"phone","found":[{…},{…}]}`
 */
export const openTicket = {
  method: "POST",
  path: "/staff/tickets",
  title: "Open a ticket, with or without somebody",
  signedIn: false,
  staff: agents,
  attempt: true,
  body: v.strictObject({ search: v.optional(Search) }),
  status: 200,
  reply: v.variant("opened", [
    v.object({ opened: v.literal(true), ticket: TicketView, caller: v.optional(Caller) }),
    v.object({ opened: v.literal(false), ...SearchReply.entries }),
  ]),
  problems: ["refused", "wait", "not-found"],
} as const;

const WithCaller = v.object({ ticket: TicketView, caller: v.optional(Caller) });
export type WithCaller = v.InferOutput<typeof WithCaller>;

/** Ticket and record again, as of now; each time is a look. Somebody else's ticket is not there until it is taken over. */
export const readTicket = {
  method: "GET",
  path: "/staff/tickets/:ticket",
  title: "A ticket of mine, and whom it is about",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  status: 200,
  reply: WithCaller,
  problems: ["wait"],
} as const;

/** What is open in my places, by due date: mine, and nobody's. Without a word of whom it is about. */
export const listTickets = {
  method: "GET",
  path: "/staff/tickets",
  title: "Open tickets of my places, the most urgent first",
  signedIn: false,
  staff: agents,
  status: 200,
  reply: v.object({
    tickets: v.array(
      v.object({
        ticket: TicketNo,
        state: State,
        category: v.optional(Category),
        dueAt: v.optional(PlainDate),
        mine: v.boolean(),
      }),
    ),
  }),
} as const;

/** I take it over, or leave it to others. Within the call the level stays; after it, it is level 0 again. */
export const ownTicket = {
  method: "POST",
  path: "/staff/tickets/:ticket/owner",
  title: "Take a ticket over, or leave it to somebody else",
  signedIn: false,
  staff: agents,
  params: ofTicket,
  body: v.strictObject({ owner: v.picklist(["me", "nobody"]) }),
  status: 200,
  reply: WithCaller,
  problems: ["conflict", "wait"],
} as const;

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

/** `ended`: the level is gone, the ticket stays. `begun`: the same person called again, from level 0. */
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
  problems: ["conflict"],
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

/** Mine from now on, with the phone; taking is owning the ticket. */
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

/** In this order: `/staff/search` and the lists before what has a parameter. */
export const helplineContracts = [
  search,
  openTicket,
  listTickets,
  listCallBacks,
  takeCallBack,
  tryCallBack,
  readTicket,
  ownTicket,
  answerQuestion,
  sendCallerCode,
  callOnBehalf,
  markCall,
  revealField,
  noteTicket,
  takeStep,
  rateTicket,
  askCallBack,
  makeAppointment,
  readReporter,
] as const;
