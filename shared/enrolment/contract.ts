// Choosing an insurance oneself: what may be joined, and what is sent. Handbook 3, 5, 7.
import * as v from "valibot";
import { Whom } from "../delegation/whom.ts";
import { NamedEvidence } from "../evidence/contract.ts";
import { Received } from "../kernel/answers.ts";
import { Instant, PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { DivisionCode } from "../kernel/fields.ts";
import { GuardianConsent } from "../privacy/consent.ts";
import { DocType, EmploymentStatus, Held, Scheme, Source } from "../registration.ts";
import { Fen, Frequency, Hardship, JoinableScheme, Joining, JoiningState, StopReason, Terms } from "./joining.ts";

/**
 * How somebody works or does not. `own`: on their own account; `ride`, `delivery`, `freight`: orders from a platform; `platform`: orders
 * of another kind; `part-time`: by the hour for employers; `drawing`: a pension, of whichever kind.
 */
export const Work = v.picklist([
  "own",
  "ride",
  "delivery",
  "freight",
  "platform",
  "part-time",
  "employed",
  "none",
  "unemployment-benefit",
  "student",
  "drawing",
]);
export type Work = v.InferOutput<typeof Work>;

/** What decides, as the register has it. Whoever asks the rules asks them with this. */
export const Known = v.object({
  closed: v.boolean(),
  docType: DocType,
  sex: v.picklist(["M", "F", "U"]),
  birth: v.optional(PlainDate),
  employment: v.optional(
    v.object({ status: EmploymentStatus, employer: v.optional(v.string()), source: Source, asOf: PlainDate }),
  ),
  /** As they said why they are not insured; `until`: the day on which we ask again. */
  away: v.optional(v.object({ in: v.picklist(["army", "prison"]), until: v.optional(PlainDate) })),
  hukou: v.optional(DivisionCode),
  residence: v.optional(DivisionCode),
  /** Pension and medical enrolments that have not ended, anywhere. */
  held: v.array(Held),
  /** Months paid so far, by scheme. */
  paid: v.record(v.string(), v.number()),
  /** Years in which a month of any medical insurance was paid. */
  medicalYears: v.array(v.number()),
  joinings: v.array(Joining),
});
export type Known = v.InferOutput<typeof Known>;

/** Why a scheme may, must or must not be joined: codes, the words are the pages'. */
export const Why = v.picklist([
  "free-choice",
  "part-time",
  "resident",
  "child",
  "newborn",
  "student",
  "fund-pays",
  "employer",
  "covered-by-employer",
  "not-working",
  "too-young",
  "of-age",
  "drawing",
  "foreigner",
  "army",
  "prison",
  "hukou-elsewhere",
  "held-here",
  "held-elsewhere",
  "joined",
  "closed",
  "work-unknown",
  "birth-unknown",
  "not-loaded",
]);
export type Why = v.InferOutput<typeof Why>;

/**
 * Where it is joined, and by which number of policy. `division`: what the register suggests; `free`: another place may be named instead.
 */
export const Place = v.object({
  by: v.picklist(["work", "hukou", "residence", "school"]),
  division: v.optional(DivisionCode),
  free: v.boolean(),
});
export type Place = v.InferOutput<typeof Place>;

/** What handbook 5 says of what is held already. */
export const Overlap = v.object({
  scheme: Scheme,
  region: DivisionCode,
  /** It is in the register, or it was joined here and is not paid yet. */
  from: v.picklist(["held", "joined"]),
  says: v.picklist([
    "OFFER_TRANSFER_MERGE",
    "TRANSFER_THEN_CLEAR",
    "KEEP_EMPLOYEE_MONTHS",
    "KEEP_ORGAN_SCHEME_REFUND_RESIDENT",
    "KEEP_HUKOU_PLACE_REFUND_OTHER",
    "KEEP_EMPLOYMENT_PLACE",
    "KEEP_HABITUAL_RESIDENCE",
    "KEEP_SCHOOL_PLACE",
    "KEEP_EMPLOYEE",
    "PERSON_CHOOSES_ONE",
    "NO_OVERLAP",
  ]),
});
export type Overlap = v.InferOutput<typeof Overlap>;

/**
 * One scheme for one person. `ask`: an answer decides (`why` says which). `places`: the first is the usual one; `rule`: the number of
 * policy that says so. `missing`: numbers without which nothing can be said, or of a price. `overlap` with `is: "may"`: the person chooses, and says in `replaces` which one goes.
 */
export const Standing = v.object({
  scheme: JoinableScheme,
  is: v.picklist(["may", "must", "closed", "ask"]),
  why: Why,
  places: v.array(Place),
  rule: v.optional(v.string()),
  overlap: v.optional(Overlap),
  /** They will draw it elsewhere: from that age a pension joined outside the hukou province is a temporary account (handbook 6.1). */
  temporaryAccount: v.optional(v.literal(true)),
  missing: v.array(v.string()),
});
export type Standing = v.InferOutput<typeof Standing>;

/** Injury at work is nothing to join; who insures against it is said. */
export const Injury = v.picklist(["platform", "employer", "each-employer", "intern-rule", "none", "ask"]);
export type Injury = v.InferOutput<typeof Injury>;

export const JoiningView = v.object({ joining: Joining, is: JoiningState });
export type JoiningView = v.InferOutput<typeof JoiningView>;

export const Offer = v.object({
  /** Masked as on the check page. */
  person: v.object({ name: v.string(), number: v.string() }),
  today: PlainDate,
  known: Known,
  /** What the register does not know about their work; one of these answers is needed. Empty: nothing. */
  ask: v.array(Work),
  standings: v.array(Standing),
  injury: Injury,
  joinings: v.array(JoiningView),
  /** The names of all divisions that are spoken of by their code. */
  places: v.array(v.object({ division: DivisionCode, name: v.string() })),
  /** The register's freshest file. */
  asOf: v.optional(PlainDate),
});
export type Offer = v.InferOutput<typeof Offer>;

export const readOffer = {
  method: "GET",
  path: "/enrolments/offer",
  title: "What I may join, why, where, and what decides it",
  signedIn: true,
  query: v.strictObject({ for: v.optional(Whom) }),
  delegable: "enrolment",
  status: 200,
  reply: Offer,
  problems: ["not-found"],
} as const;

/** `told`: the amount of the first payment that the page named, fen. Another one is a finding. */
const price = { told: v.optional(Fen) };
/** `replaces`: what is given up for it. Asked only where something is held that handbook 5 does not let stand beside it. */
const joins = { action: v.literal("join"), region: DivisionCode, work: v.optional(Work), replaces: v.optional(Scheme), ...price };

/** `base`: fen a month; without it the lowest of the place, whatever that is. */
const joinAsFlexible = {
  ...joins,
  base: v.optional(Fen),
  frequency: Frequency,
  from: PlainMonth,
};
const joinResidentPension = { ...joins, scheme: v.literal("170"), tier: Fen, hardship: v.optional(Hardship) };
const joinResidentMedical = {
  ...joins,
  scheme: v.literal("390"),
  coverYear: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2999)),
  hardship: v.optional(Hardship),
};
const asFlexible = { scheme: v.picklist(["110", "310"]), from: PlainMonth, ...price };

/** What somebody wants. Variants by `action`, a joining by `scheme`. */
export const Wish = v.variant("action", [
  v.variant("scheme", [
    v.strictObject({ ...joinAsFlexible, scheme: v.literal("110") }),
    v.strictObject({ ...joinAsFlexible, scheme: v.literal("310") }),
    v.strictObject(joinResidentPension),
    v.strictObject(joinResidentMedical),
  ]),
  v.strictObject({ action: v.literal("change-base"), base: v.optional(Fen), ...asFlexible }),
  v.strictObject({ action: v.literal("change-frequency"), frequency: Frequency, ...asFlexible }),
  v.strictObject({
    action: v.literal("change-tier"),
    scheme: v.literal("170"),
    tier: Fen,
    hardship: v.optional(Hardship),
    ...price,
  }),
  v.strictObject({ action: v.literal("stop"), scheme: JoinableScheme, from: PlainMonth, reason: StopReason }),
]);
export type Wish = v.InferOutput<typeof Wish>;
export type Join = Extract<Wish, { action: "join" }>;

/** `for`: a child of theirs; then only resident medical insurance, and under fourteen a guardian's consent. Or an adult who allows it. */
export const EnrolmentRequest = v.strictObject({
  for: v.optional(Whom),
  wish: Wish,
  evidence: v.optional(NamedEvidence),
  consent: v.optional(GuardianConsent),
});
export type EnrolmentRequest = v.InferOutput<typeof EnrolmentRequest>;

/** `terms`: what the person was told it comes to; none where something is stopped. */
export const EnrolmentAccepted = v.object({
  slice: v.literal("enrolment"),
  wish: Wish,
  terms: v.optional(Terms),
  forChild: v.optional(v.literal(true)),
  consent: v.optional(GuardianConsent),
  acceptedAt: Instant,
});
export type EnrolmentAccepted = v.InferOutput<typeof EnrolmentAccepted>;

export const submitEnrolment = {
  method: "POST",
  path: "/enrolments",
  title: "Join an insurance, change what I pay, or stop",
  attempt: true,
  signedIn: true,
  delegable: "enrolment",
  body: EnrolmentRequest,
  status: 202,
  reply: Received,
  problems: ["refused", "not-found"],
} as const;
