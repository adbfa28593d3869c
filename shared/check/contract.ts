import * as v from "valibot";
import { PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { DivisionCode } from "../kernel/fields.ts";
import { DocType, EmploymentStatus, Insurance, InsuredAs, Scheme, Source } from "../registration.ts";

/** Every fact says where it comes from; `other` is what another source says, where it differs. */
const said = { source: Source, asOf: PlainDate };
const MaskedAddress = v.object({ ...said, division: DivisionCode, text: v.string() });

/** `gap`: months between the first and the last due one without a payment, newest years first. */
export const InsuranceView = v.variant("insured", [
  v.object({
    insured: v.literal(true),
    insurance: Insurance,
    state: v.picklist(["normal", "needs-you", "paused"]),
    scheme: Scheme,
    region: DivisionCode,
    insuredAs: InsuredAs,
    employer: v.optional(v.string()),
    since: PlainMonth,
    paidMonths: v.number(),
    years: v.array(v.object({ year: v.number(), months: v.pipe(v.string(), v.regex(/^[pgon]{12}$/)) })),
    gaps: v.array(PlainMonth),
    /** The gap that is open now, up to the last due month; older ones ask for nothing. */
    openGap: v.array(PlainMonth),
    /** Other enrolments in the same insurance, in other places or schemes. */
    otherEnrolments: v.number(),
    ...said,
    next: v.picklist(["nothing", "pay-on", "ask-employer", "ask-agency", "look-at-duplicate"]),
  }),
  v.object({
    insured: v.literal(false),
    insurance: Insurance,
    state: v.picklist(["not-insured", "needs-you"]),
    ended: v.optional(PlainMonth),
    asOf: v.optional(PlainDate),
    /** Why, as the person said it: the codes of handbook 4. `expired`: we ask again. */
    reason: v.optional(
      v.object({ codes: v.array(v.string()), asOf: PlainDate, expires: v.optional(PlainDate), expired: v.boolean() }),
    ),
    next: v.picklist(["nothing", "not-required", "enrol-resident", "enrol-flexible", "ask-employer", "ask-agency"]),
  }),
]);
export type InsuranceView = v.InferOutput<typeof InsuranceView>;

/** `cost`: the first payment, fen, until `payBy`; `late`: that day has passed. `region` by its name. */
const Waiting = v.object({
  scheme: v.string(),
  is: v.picklist(["to-pay", "late", "stopped"]),
  region: v.string(),
  cost: v.optional(v.number()),
  payBy: v.optional(PlainDate),
});

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

const Limited = v.object({
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
  status: 200,
  reply: CheckReply,
} as const;

/** A code as our own page takes it: where it has no word for a newer one yet, it leaves that out and shows the rest. */
const code = <Code extends string>() => v.custom<Code>((input) => typeof input === "string");
const seen = { source: code<Source>(), asOf: code<PlainDate>() };
const SeenAddress = v.object({ ...seen, division: code<DivisionCode>(), text: v.string() });
type Insured = Extract<InsuranceView, { insured: true }>;
type NotInsured = Exclude<InsuranceView, Insured>;

const SeenInsurance = v.variant("insured", [
  v.object({
    insured: v.literal(true),
    insurance: code<Insurance>(),
    state: code<Insured["state"]>(),
    scheme: code<Scheme>(),
    region: code<DivisionCode>(),
    insuredAs: code<Insured["insuredAs"]>(),
    employer: v.optional(v.string()),
    since: code<PlainMonth>(),
    paidMonths: v.number(),
    years: v.array(v.object({ year: v.number(), months: v.string() })),
    gaps: v.array(code<PlainMonth>()),
    openGap: v.array(code<PlainMonth>()),
    otherEnrolments: v.number(),
    ...seen,
    next: code<Insured["next"]>(),
  }),
  v.object({
    insured: v.literal(false),
    insurance: code<Insurance>(),
    state: code<NotInsured["state"]>(),
    ended: v.optional(code<PlainMonth>()),
    asOf: v.optional(code<PlainDate>()),
    reason: v.optional(
      v.object({
        codes: v.array(v.string()),
        asOf: code<PlainDate>(),
        expires: v.optional(code<PlainDate>()),
        expired: v.boolean(),
      }),
    ),
    next: code<NotInsured["next"]>(),
  }),
]);

/** As much of the same answer as the page of my insurance shows. */
export const ShownReply = v.variant("limited", [
  v.object({
    limited: v.literal(false),
    person: v.object({ name: v.string(), number: v.string(), verified: v.string() }),
    phone: v.optional(v.object({ ...seen, masked: v.string(), confirmedOn: v.optional(code<PlainDate>()), fresh: v.boolean() })),
    residence: v.optional(SeenAddress),
    contact: v.optional(SeenAddress),
    hukou: v.optional(SeenAddress),
    employment: v.optional(v.object({ ...seen, status: code<EmploymentStatus>(), employer: v.optional(v.string()) })),
    card: v.optional(v.object({ ...seen, hasCard: v.boolean() })),
    disagreements: v.array(v.object({ ...seen, name: v.string(), text: v.string() })),
    insurances: v.array(SeenInsurance),
    waiting: v.optional(
      v.array(
        v.object({
          scheme: v.string(),
          is: code<v.InferOutput<typeof Waiting>["is"]>(),
          region: v.string(),
          cost: v.optional(v.number()),
          payBy: v.optional(code<PlainDate>()),
        }),
      ),
    ),
    places: v.array(v.object({ division: code<DivisionCode>(), name: v.string() })),
  }),
  v.object({ limited: v.literal(true) }),
]);
export type ShownReply = v.InferOutput<typeof ShownReply>;

/** `readCheck` for that page. */
export const readShown = {
  method: "GET",
  path: "/check",
  title: readCheck.title,
  signedIn: true,
  limited: true,
  status: 200,
  reply: ShownReply,
} as const;

/** `readCheck` for the page of who sees no more than yes and no. */
export const readLimited = {
  method: "GET",
  path: "/check",
  title: readCheck.title,
  signedIn: true,
  limited: true,
  status: 200,
  reply: v.variant("limited", [v.object({ limited: v.literal(false) }), Limited]),
} as const;

const asOf = { asOf: PlainDate };
const KnownAddress = v.object({ ...asOf, division: v.string(), text: v.string() });
const KnownPerson = v.object({
  name: v.string(),
  number: v.string(),
  birth: v.optional(PlainDate),
  sex: v.optional(v.string()),
  status: v.string(),
});
const draftKeys = v.optional(v.array(v.string()));
const knownAddresses = {
  residence: v.optional(KnownAddress),
  contact: v.optional(KnownAddress),
  hukou: v.optional(KnownAddress),
};

/** As much of the same answer as a page reads that changes something: what is registered today, no insurance. */
export const KnownReply = v.variant("limited", [
  v.object({
    limited: v.literal(false),
    person: KnownPerson,
    draftKeys,
    phone: v.optional(v.object({ ...asOf, masked: v.string() })),
    ...knownAddresses,
    employment: v.optional(v.object({ ...asOf, status: v.string(), employer: v.optional(v.string()) })),
    card: v.optional(v.object({ ...asOf, hasCard: v.boolean() })),
  }),
  v.object({ limited: v.literal(true) }),
]);
export type KnownReply = v.InferOutput<typeof KnownReply>;

/** `readCheck` for such a page. */
export const readKnown = {
  method: "GET",
  path: "/check",
  title: readCheck.title,
  signedIn: true,
  limited: true,
  status: 200,
  reply: KnownReply,
} as const;

/** As much of the same answer as a page reads that only lists what this phone keeps. */
export const readDraftKeys = {
  method: "GET",
  path: "/check",
  title: readCheck.title,
  signedIn: true,
  limited: true,
  status: 200,
  reply: v.variant("limited", [v.object({ limited: v.literal(false), draftKeys }), v.object({ limited: v.literal(true) })]),
} as const;

/** As much of the same answer as a declaration reads: which insurance there is not, and what was said about it. */
export const DeclarableReply = v.variant("limited", [
  v.object({
    limited: v.literal(false),
    person: KnownPerson,
    draftKeys,
    ...knownAddresses,
    insurances: v.array(
      v.object({
        insured: v.boolean(),
        insurance: Insurance,
        next: v.string(),
        reason: v.optional(v.object({ codes: v.array(v.string()), asOf: PlainDate, expired: v.boolean() })),
      }),
    ),
  }),
  v.object({ limited: v.literal(true) }),
]);
export type DeclarableReply = v.InferOutput<typeof DeclarableReply>;

/** `readCheck` for a declaration. */
export const readDeclarable = {
  method: "GET",
  path: "/check",
  title: readCheck.title,
  signedIn: true,
  limited: true,
  status: 200,
  reply: DeclarableReply,
} as const;

/** As much of the same answer as an estimate is filled in with. */
export const MineReply = v.variant("limited", [
  v.object({
    limited: v.literal(false),
    person: v.object({ birth: v.optional(PlainDate) }),
    insurances: v.array(
      v.variant("insured", [
        v.object({
          insured: v.literal(true),
          insurance: v.string(),
          scheme: v.string(),
          region: DivisionCode,
          paidMonths: v.number(),
        }),
        v.object({ insured: v.literal(false) }),
      ]),
    ),
  }),
  v.object({ limited: v.literal(true) }),
]);
export type MineReply = v.InferOutput<typeof MineReply>;

/** `readCheck` for an estimate. */
export const readMine = {
  method: "GET",
  path: "/check",
  title: readCheck.title,
  signedIn: true,
  limited: true,
  status: 200,
  reply: MineReply,
} as const;
