import * as v from "valibot";
import { Whom } from "../delegation/whom.ts";
import { PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { DivisionCode, Receipt } from "../kernel/fields.ts";
import { DocType, EmploymentStatus, Insurance, InsuredAs, Scheme, Source } from "../registration.ts";

/** Every fact says where it comes from; `other` is what another source says, where it differs. */
const said = { source: Source, asOf: PlainDate };
const MaskedAddress = v.object({ ...said, division: DivisionCode, text: v.string() });

/** `besides`: months paid in another scheme of the same insurance, whenever that was. `region`: of those that a transfer brought. */
const besides = v.optional(v.array(v.object({ scheme: Scheme, region: v.optional(DivisionCode), months: v.number() })));

/** `carried`: of the months paid, those that a transfer brought from another place; `since` is when they began. `gap`: months between the first and the last due one without a payment, newest years first. */
export const InsuranceView = v.variant("insured", [
  v.object({
    insured: v.literal(true),
    insurance: Insurance,
    state: v.picklist(["normal", "needs-you", "at-desk", "paused"]),
    scheme: Scheme,
    region: DivisionCode,
    insuredAs: InsuredAs,
    employer: v.optional(v.string()),
    since: PlainMonth,
    paidMonths: v.number(),
    carried: besides,
    years: v.array(v.object({ year: v.number(), months: v.pipe(v.string(), v.regex(/^[pgon]{12}$/)) })),
    gaps: v.array(PlainMonth),
    /** The gap that is open now, up to the last due month; older ones ask for nothing. */
    openGap: v.array(PlainMonth),
    /** Other enrolments in the same insurance, in other places or schemes. */
    otherEnrolments: v.number(),
    ...said,
    next: v.picklist([
      "nothing",
      "pay-on",
      "ask-employer",
      "ask-agency",
      "look-at-duplicate",
      "look-at-transfer",
      "claim-pension",
    ]),
    besides,
  }),
  v.object({
    insured: v.literal(false),
    insurance: Insurance,
    state: v.picklist(["not-insured", "needs-you"]),
    ended: v.optional(PlainMonth),
    /** It has ended, and no file says when. */
    over: v.optional(v.literal(true)),
    asOf: v.optional(PlainDate),
    /** Why, as the person said it: the codes of handbook 4. `expired`: we ask again. */
    reason: v.optional(
      v.object({ codes: v.array(v.string()), asOf: PlainDate, expires: v.optional(PlainDate), expired: v.boolean() }),
    ),
    next: v.picklist([
      "nothing",
      "not-required",
      "enrol-resident",
      "enrol-flexible",
      "ask-employer",
      "ask-agency",
      "look-at-transfer",
      "claim-pension",
    ]),
    besides,
  }),
]);
export type InsuranceView = v.InferOutput<typeof InsuranceView>;

/**
 * `cost`: the first payment, fen, until `payBy`; `late`: that day has passed. `moving`: on its way to the region, `joining`: to that scheme; `returned`: it waits for
 * the person. `answered`: what was said about two insurances is with the region's desk, which has to decide by `until`; `about`: the
 * holidays up to then are not published yet. `overdue`: that day has passed. `region` by its name.
 */
export const Waiting = v.object({
  scheme: v.string(),
  is: v.picklist(["to-pay", "late", "stopped", "moving", "joining", "returned", "answered", "overdue"]),
  region: v.string(),
  receipt: v.optional(Receipt),
  until: v.optional(PlainDate),
  about: v.optional(v.literal(true)),
  cost: v.optional(v.number()),
  payBy: v.optional(PlainDate),
});
export type Waiting = v.InferOutput<typeof Waiting>;

const shown = {
  phone: v.optional(v.object({ ...said, masked: v.string(), confirmedOn: v.optional(PlainDate), fresh: v.boolean() })),
  residence: v.optional(MaskedAddress),
  contact: v.optional(MaskedAddress),
  hukou: v.optional(MaskedAddress),
  employment: v.optional(v.object({ ...said, status: EmploymentStatus, employer: v.optional(v.string()) })),
  card: v.optional(v.object({ ...said, hasCard: v.boolean() })),
  /** Facts on which two sources disagree: what the other one says is shown beside the leading one. */
  disagreements: v.array(v.object({ name: v.string(), ...said, text: v.string() })),
  insurances: v.array(InsuranceView),
  /** What was chosen here and the agency's file does not show yet: shared/enrolment/waiting.ts. */
  waiting: v.optional(v.array(Waiting)),
  /** The names of all divisions that are spoken of above by their code, as a region or in a source. */
  places: v.array(v.object({ division: DivisionCode, name: v.string() })),
};

export const Limited = v.object({
  limited: v.literal(true),
  because: v.picklist(["phone-stale", "phone-unconfirmed", "phone-new"]),
  insurances: v.array(v.object({ insurance: Insurance, insured: v.boolean() })),
});

/** A limited session sees yes or no per insurance and nothing else. */
export const CheckReply = v.variant("limited", [
  v.object({
    limited: v.literal(false),
    person: v.object({
      name: v.string(),
      number: v.string(),
      docType: DocType,
      birth: v.optional(PlainDate),
      sex: v.picklist(["M", "F", "U"]),
      /** What the number says of them, where it says something: a few genuine ones are wrong. */
      inNumber: v.optional(v.object({ birth: v.optional(PlainDate), sex: v.optional(v.picklist(["M", "F", "U"])) })),
      verified: v.string(),
      status: v.string(),
    }),
    ...shown,
    hasCard: v.nullable(v.boolean()),
    asOf: v.optional(PlainDate),
    /** What unsent forms are sealed with on this phone (web/drafts.ts). */
    draftKeys: v.optional(v.array(v.string())),
  }),
  Limited,
]);
export type CheckReply = v.InferOutput<typeof CheckReply>;

export const readCheck = {
  method: "GET",
  path: "/check",
  title: "My five insurances, my facts, their sources",
  signedIn: true,
  limited: true,
  query: v.strictObject({ for: v.optional(Whom) }),
  delegable: "look",
  status: 200,
  reply: CheckReply,
} as const;
