// What a page reads of GET /check: each as much of the answer as it shows, so that its bundle carries no more. Apart from the contract,
// so that the API carries none of it.
import * as v from "valibot";
import { PlainDate, type PlainMonth } from "../kernel/calendar.ts";
import { DivisionCode, type Receipt } from "../kernel/fields.ts";
import { type EmploymentStatus, Insurance, type Scheme, type Source } from "../registration.ts";
import { type InsuranceView, Limited, type Waiting } from "./contract.ts";

/** `readCheck`, its answer seen through one page's eyes. The title is for the document, which pages do not make. */
const of = <const Reply extends v.GenericSchema>(reply: Reply) =>
  ({ method: "GET", path: "/check", title: "", signedIn: true, limited: true, status: 200, reply }) as const;

/** A code as our own page takes it: where it has no word for a newer one yet, it leaves that out and shows the rest. */
const code = <Code extends string>() => v.custom<Code>((input) => typeof input === "string");
const seen = { source: code<Source>(), asOf: code<PlainDate>() };
const SeenAddress = v.object({ ...seen, division: code<DivisionCode>(), text: v.string() });
type Insured = Extract<InsuranceView, { insured: true }>;
type NotInsured = Exclude<InsuranceView, Insured>;

const besides = v.optional(
  v.array(v.object({ scheme: code<Scheme>(), region: v.optional(code<DivisionCode>()), months: v.number() })),
);

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
    carried: besides,
    years: v.array(v.object({ year: v.number(), months: v.string() })),
    gaps: v.array(code<PlainMonth>()),
    openGap: v.array(code<PlainMonth>()),
    otherEnrolments: v.number(),
    ...seen,
    next: code<Insured["next"]>(),
    besides,
  }),
  v.object({
    insured: v.literal(false),
    insurance: code<Insurance>(),
    state: code<NotInsured["state"]>(),
    ended: v.optional(code<PlainMonth>()),
    over: v.optional(v.literal(true)),
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
    besides,
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
          is: code<Waiting["is"]>(),
          region: v.string(),
          payBy: v.optional(code<PlainDate>()),
          receipt: v.optional(code<Receipt>()),
          until: v.optional(code<PlainDate>()),
          about: v.optional(v.literal(true)),
        }),
      ),
    ),
    places: v.array(v.object({ division: code<DivisionCode>(), name: v.string() })),
  }),
  v.object({ limited: v.literal(true) }),
]);
export type ShownReply = v.InferOutput<typeof ShownReply>;

/** `readCheck` for that page. */
export const readShown = /* @__PURE__ */ of(ShownReply);

/** `readCheck` for the page of who sees no more than yes and no. */
export const readLimited = /* @__PURE__ */ of(v.variant("limited", [v.object({ limited: v.literal(false) }), Limited]));

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
export const readKnown = /* @__PURE__ */ of(KnownReply);

/** As much of the same answer as a page reads that only lists what this phone keeps. */
export const readDraftKeys = /* @__PURE__ */ of(
  v.variant("limited", [v.object({ limited: v.literal(false), draftKeys }), v.object({ limited: v.literal(true) })]),
);

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
export const readDeclarable = /* @__PURE__ */ of(DeclarableReply);

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
export const readMine = /* @__PURE__ */ of(MineReply);

/** As much of `readCheck` as a correction reads: who somebody is by the register, and what their number says of it. */
export const CorrectableReply = v.variant("limited", [
  v.object({
    limited: v.literal(false),
    person: v.object({
      name: v.string(),
      number: v.string(),
      docType: v.string(),
      birth: v.optional(PlainDate),
      sex: v.optional(v.string()),
      inNumber: v.optional(v.object({ birth: v.optional(PlainDate), sex: v.optional(v.string()) })),
    }),
    draftKeys: v.optional(v.array(v.string())),
  }),
  v.object({ limited: v.literal(true) }),
]);
export type CorrectableReply = v.InferOutput<typeof CorrectableReply>;

export const readCorrectable = /* @__PURE__ */ of(CorrectableReply);
