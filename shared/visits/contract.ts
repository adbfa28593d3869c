// Household visits (handbook 10.4): lists are given out, taken along, filled in at the door with or without network, and checked.
import * as v from "valibot";
import { HouseholdId, VillageName } from "../households/ids.ts";
import { Received } from "../kernel/answers.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, line, Phone, Receipt } from "../kernel/fields.ts";
import { NewcomerForm } from "../newcomer/contract.ts";
import { FormReply, RegistrationForm } from "../registration/contract.ts";
import { PaperSeen } from "../registration/form.ts";
import { Relation } from "../registration.ts";
import { StaffId } from "../staff/staff.ts";
import { Ladder, VisitEvent } from "./events.ts";
import { AuthorToken, MemberRef, VisitId, VisitListId } from "./ids.ts";
import { Outcome, VisitState } from "./states.ts";

const signedIn = false;
const readers = { roles: ["visitor", "handler", "officer", "checker"] } as const;
const givers = { roles: ["handler", "officer"] } as const;
const visitors = { roles: ["visitor"] } as const;

/** Who of the staff, as people of the same office speak of them. */
const Colleague = v.object({ staffId: StaffId, name: v.string(), workNumber: v.string(), agency: v.string() });
export type Colleague = v.InferOutput<typeof Colleague>;

/** Why somebody stands in a list. `found`: met at the door, and registered nowhere before. */
export const Why = v.picklist(["not-insured", "stopped", "not-confirmed", "asked", "found"]);
export type Why = v.InferOutput<typeof Why>;

/** One person of the household. `ladder`: of who was not at home, what has to be done before they may be left. */
export const VisitMember = v.object({
  member: MemberRef,
  relation: Relation,
  why: v.array(Why),
  outcome: v.optional(Outcome),
  outcomeAt: v.optional(Instant),
  ladder: v.optional(Ladder),
  /** Of the forms that were filled in for them here. */
  receipts: v.array(Receipt),
});
export type VisitMember = v.InferOutput<typeof VisitMember>;

/** What was done, in the order of the device's clock. `late`: it arrived when the visit was closed already; it is kept and changes nothing. */
export const VisitNote = v.object({
  step: v.string(),
  at: Instant,
  by: v.object({ name: v.string(), workNumber: v.string() }),
  /** Who brought it in, where it was somebody else. */
  broughtBy: v.optional(v.object({ name: v.string(), workNumber: v.string() })),
  late: v.optional(v.boolean()),
  note: v.optional(v.string()),
  seen: v.optional(v.array(v.object({ member: MemberRef, outcome: Outcome }))),
});
export type VisitNote = v.InferOutput<typeof VisitNote>;

/** A household's visit: no names in it. */
export const VisitView = v.object({
  visit: VisitId,
  household: HouseholdId,
  short: v.string(),
  village: VillageName,
  state: VisitState,
  members: v.array(VisitMember),
  notes: v.array(VisitNote),
  /** Returned: why. */
  reason: v.optional(v.string()),
});
export type VisitView = v.InferOutput<typeof VisitView>;

/** `withdrawn`: taken away from its visitor; what they filled in before still counts. */
export const VisitList = v.object({
  list: VisitListId,
  division: DivisionCode,
  /** `安徽省淮南市寿县` */
  place: v.string(),
  village: VillageName,
  visitor: Colleague,
  givenBy: Colleague,
  givenAt: Instant,
  until: v.optional(PlainDate),
  state: v.picklist(["open", "withdrawn", "done"]),
  households: v.number(),
  /** Households by the state of their visit. */
  states: v.object(v.entriesFromList(VisitState.options, v.number())),
});
export type VisitList = v.InferOutput<typeof VisitList>;

/** A visitor's own lists; a handler's, an officer's and a checker's of their regions. The newest first. */
export const listVisits = {
  method: "GET",
  path: "/staff/visit-lists",
  title: "The lists of households to be visited: my own, or those of my regions",
  signedIn,
  staff: readers,
  status: 200,
  reply: v.object({ lists: v.array(VisitList) }),
} as const;

export const listVisitors = {
  method: "GET",
  path: "/staff/visitors",
  title: "Who may be sent to the households of a county",
  signedIn,
  staff: givers,
  query: v.strictObject({ division: DivisionCode }),
  status: 200,
  reply: v.object({ visitors: v.array(Colleague) }),
  problems: ["not-found"],
} as const;

export const MOST_HOUSEHOLDS = 40;

/** All of a household that is worth a visit stands in the list. A household that is in an open list already: `visit.given-already`, at `households.<nth>`. */
export const giveList = {
  method: "POST",
  path: "/staff/visit-lists",
  title: "Give households of a village to a visitor",
  attempt: true,
  signedIn,
  staff: givers,
  body: v.strictObject({
    division: DivisionCode,
    village: VillageName,
    visitor: StaffId,
    households: v.pipe(v.array(HouseholdId), v.minLength(1), v.maxLength(MOST_HOUSEHOLDS)),
    until: v.optional(PlainDate),
  }),
  status: 201,
  reply: VisitList,
  problems: ["refused", "not-found", "conflict"],
} as const;

/** Its visitor sees it no longer; forms and notes made before this moment are still taken. */
export const withdrawList = {
  method: "POST",
  path: "/staff/visit-lists/:list/withdrawals",
  title: "Take a list away from its visitor",
  signedIn,
  staff: givers,
  params: v.strictObject({ list: VisitListId }),
  body: v.strictObject({ reason: line(200) }),
  status: 200,
  reply: VisitList,
  problems: ["refused", "not-found"],
} as const;

/**
 * Somebody to be met, masked, and without what a visitor may not know (card, hardship, sentence). `form`: what their registration
 * form begins with, as for residents. Of who belongs to no region of the visitor, or is registered no longer, there is only that.
 */
export const SheetMember = v.object({
  member: MemberRef,
  form: v.optional(FormReply),
  unavailable: v.optional(v.picklist(["elsewhere", "gone"])),
});
export type SheetMember = v.InferOutput<typeof SheetMember>;

/** `address`: down to the door, else nobody finds it. */
export const SheetVisit = v.object({ ...VisitView.entries, address: v.optional(v.string()), people: v.array(SheetMember) });
export type SheetVisit = v.InferOutput<typeof SheetVisit>;

/**
 * `author`: goes with every note and form that is made from this copy, and says who made them, whoever brings them in. `draftKeys`:
 * with which copy and drafts are sealed on the device, as residents' drafts are. `draftDays`: for so long they are taken.
 */
export const VisitSheet = v.object({
  list: VisitList,
  takenAt: Instant,
  author: AuthorToken,
  draftKeys: v.array(v.string()),
  draftDays: v.number(),
  visits: v.array(SheetVisit),
});
export type VisitSheet = v.InferOutput<typeof VisitSheet>;

/** Its own visitor only. It is a look at everybody in it, as often as it is opened: `offline` says in their access log that it was taken along. */
export const openList = {
  method: "POST",
  path: "/staff/visit-lists/:list/copies",
  title: "Open a list of mine, or take it along",
  signedIn,
  staff: visitors,
  params: v.strictObject({ list: VisitListId }),
  body: v.strictObject({ offline: v.boolean() }),
  status: 200,
  reply: VisitSheet,
  problems: ["refused", "not-found", "wait"],
} as const;

/** For who checks: the visit, without names, and what its forms became. */
export const readVisit = {
  method: "GET",
  path: "/staff/visits/:visit",
  title: "One household's visit, and what was done",
  signedIn,
  staff: readers,
  params: v.strictObject({ visit: VisitId }),
  status: 200,
  reply: v.object({ list: VisitList, visit: VisitView }),
} as const;

/**
 * One note, under an Idempotency-Key that the device made with it: sent twice it counts once, and an older one may come after a newer
 * one. Answers: `visit.clock` (later than now, before the list was opened, or older than drafts are taken), `visit.taken-away`,
 * `visit.author-unknown`, `visit.moved-where`, `visit.member-unknown`.
 */
export const noteVisit = {
  method: "POST",
  path: "/staff/visits/:visit/events",
  title: "Note what happened at the door",
  attempt: true,
  signedIn,
  staff: visitors,
  params: v.strictObject({ visit: VisitId }),
  body: v.strictObject({ author: AuthorToken, note: VisitEvent }),
  status: 200,
  reply: VisitView,
  problems: ["refused", "not-found", "conflict"],
} as const;

/**
 * Annex 2 at the door. `filledAt`: when the person signed, by the device's clock: what they said counts from then. `mobile` of the
 * form must be kept: a new phone is proved by a code, or replaced at the desk (`visit.phone-not-here`). `declined`: they told, and did
 * not sign: then `declared` is false and `signature` is `{by: "self"}`; it goes to the desk and confirms nothing.
 */
export const submitVisitForm = {
  method: "POST",
  path: "/staff/visits/:visit/forms",
  title: "Hand in the registration form of somebody who was visited",
  attempt: true,
  signedIn,
  staff: visitors,
  params: v.strictObject({ visit: VisitId }),
  body: v.strictObject({
    author: AuthorToken,
    member: MemberRef,
    filledAt: Instant,
    declined: v.optional(v.literal(true)),
    seen: v.array(PaperSeen),
    form: RegistrationForm,
  }),
  status: 202,
  reply: Received,
  problems: ["refused", "not-found", "conflict", "wait"],
} as const;

/** The first registration of somebody, without code and pictures: the visitor has seen the document. No phone is no hindrance. */
export const FoundForm = v.strictObject({
  ...v.omit(NewcomerForm, ["phone", "evidence"]).entries,
  phone: v.optional(Phone),
  relation: Relation,
});
export type FoundForm = v.InferOutput<typeof FoundForm>;

export const submitFound = {
  method: "POST",
  path: "/staff/visits/:visit/newcomers",
  title: "Register somebody who was found at the door and is registered nowhere",
  attempt: true,
  signedIn,
  staff: visitors,
  params: v.strictObject({ visit: VisitId }),
  body: v.strictObject({ author: AuthorToken, filledAt: Instant, form: FoundForm }),
  status: 202,
  reply: Received,
  problems: ["refused", "not-found", "conflict"],
} as const;

/** To ring who was not at home: only when the ladder has come to `phone`. Unmasked, so a look of its own. */
export const revealPhone = {
  method: "POST",
  path: "/staff/visits/:visit/phones",
  title: "The phone number of who was not at home often enough",
  signedIn,
  staff: visitors,
  params: v.strictObject({ visit: VisitId }),
  body: v.strictObject({ member: MemberRef }),
  status: 200,
  reply: v.object({ phone: v.optional(v.string()) }),
  problems: ["refused", "not-found", "wait"],
} as const;

/**
 * 复核人. Never who was at the door (`visit.own-visit`). `again`: who has to be visited once more; without it, everybody. Confirmed,
 * it gives the desk the work that follows: of who has died, moved, or was not found.
 */
export const checkVisit = {
  method: "POST",
  path: "/staff/visits/:visit/checks",
  title: "Confirm a visit, or give it back to the visitor",
  signedIn,
  staff: { roles: ["checker"] },
  params: v.strictObject({ visit: VisitId }),
  body: v.variant("verdict", [
    v.strictObject({ verdict: v.literal("confirmed"), reason: line(200) }),
    v.strictObject({
      verdict: v.literal("returned"),
      reason: line(200),
      again: v.optional(v.pipe(v.array(MemberRef), v.minLength(1))),
    }),
  ]),
  status: 200,
  reply: VisitView,
  problems: ["refused", "not-found", "conflict"],
} as const;

export const visitContracts = [
  listVisits,
  listVisitors,
  giveList,
  openList,
  withdrawList,
  readVisit,
  noteVisit,
  submitVisitForm,
  submitFound,
  revealPhone,
  checkVisit,
] as const;

/** Every refusal of these routes, beside those of the forms themselves. */
export type VisitFinding =
  | "visit.given-already"
  | "visit.household-unknown"
  | "visit.visitor-unknown"
  | "visit.nobody-wanted"
  | "visit.until-passed"
  | "visit.taken-away"
  | "visit.confirmed"
  | "visit.author-unknown"
  | "visit.clock"
  | "visit.member-unknown"
  | "visit.moved-where"
  | "visit.phone-not-here"
  | "visit.evidence-not-here"
  | "visit.not-signed"
  | "visit.not-yet"
  | "visit.own-visit"
  | "visit.not-here";
