// What the console and staff-api say to each other. Numbers, names and phones travel in bodies only, never in an address.
//
// The way of a call:  POST /staff/tickets {search:{typed:"3404…0126 林小禾"}}   one step: the ticket, and whom it is about, masked
//                     POST …/answers {question:"last-paid", said:"上个月"}     right or wrong, and what may be heard from now on
//                     POST …/codes {} then POST …/answers {question:"code", said:"482913"}    level 2
//                     POST …/steps {step:"answer", text:"…", cards:["missed-months"]}          answered at once
//                     POST …/calls {call:"ended"}                               nothing may be heard any more
// Without a person:   POST /staff/tickets {} and then a step, a call-back or an appointment: one request each.
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import { answerQuestion, callOnBehalf, markCall, revealField, sendCallerCode } from "./call-contract.ts";
import { agents, ofTicket, typed } from "./fields.ts";
import { Search, SearchReply } from "./found.ts";
import { Category, State, TicketNo } from "./ticket.ts";
import {
  askCallBack,
  listCallBacks,
  makeAppointment,
  noteTicket,
  rateTicket,
  readReporter,
  takeCallBack,
  takeStep,
  tryCallBack,
} from "./ticket-contract.ts";
import { Caller, TicketView, WithCaller } from "./views.ts";

export * from "./call-contract.ts";
export * from "./found.ts";
export * from "./ticket-contract.ts";
export * from "./views.ts";

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
        provisional: v.optional(v.boolean()),
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
