// What the register knows about one person, item by item. Only the worker ever writes it.
import * as v from "valibot";
import type { AtDesk } from "./duplicates/at-desk.ts";
import { Cleared, Duplicate } from "./duplicates/duplicate.ts";
import type { Joining } from "./enrolment/joining.ts";
import { Instant, PlainDate, PlainMonth } from "./kernel/calendar.ts";
import { DivisionCode, Landline, line, PersonId, Phone } from "./kernel/fields.ts";
import { Stated } from "./registration/options.ts";
import { InsuredAs, Scheme } from "./scheme.ts";
import type { Moving } from "./transfer/moving.ts";

/** Documents by which people are registered (handbook 1.4). */
export const DocType = v.picklist(["RIC", "HK_MO_RP", "TW_RP", "FPR_ID", "FPR_ID_LEGACY", "PASSPORT", "BIRTH_CERT", "OTHER"]);
export type DocType = v.InferOutput<typeof DocType>;

/** `others`: numbers that once led here or still do (15-digit form aside): older passports, a birth certificate, a corrected number. */
export const Identity = v.object({
  docType: DocType,
  number: v.string(),
  name: v.string(),
  sex: v.picklist(["M", "F", "U"]),
  birth: v.optional(PlainDate),
  others: v.optional(v.array(v.object({ docType: DocType, number: v.string(), until: v.optional(PlainDate) }))),
  formerNames: v.optional(v.array(v.object({ name: v.string(), until: PlainDate }))),
});
export type Identity = v.InferOutput<typeof Identity>;

export const ConfirmedBy = v.picklist(["resident", "visit", "comparison"]);

export const Registration = v.object({
  personId: PersonId,
  status: v.picklist(["active", "closed"]),
  /** Who vouches for the identity: the agency's file, the police, the desk that saw the papers, nobody yet. */
  verified: v.picklist(["agency", "police", "desk", "unverified"]),
  identity: Identity,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  createdAt: Instant,
  /** Who confirmed first that all of this is right: the reports count everybody once, by that way (handbook 10.5). */
  confirmed: v.optional(v.object({ on: PlainDate, route: ConfirmedBy, receipt: v.string() })),
  /** When two people last decided one of these, so that nothing said before undoes it. */
  corrected: v.optional(
    v.object({
      name: v.optional(Instant),
      sex: v.optional(Instant),
      birth: v.optional(Instant),
      number: v.optional(Instant),
    }),
  ),
  /** Closed because two people at the desk found that they have died. */
  died: v.optional(v.object({ on: PlainDate, receipt: v.string() })),
});
export type Registration = v.InferOutput<typeof Registration>;

/** Where a fact comes from: the person, the desk, or the agency of a division, `insured-340400`. */
export const Source = v.pipe(v.string(), v.regex(/^(?:resident|desk|insured-\d{6})$/));
export type Source = v.InferOutput<typeof Source>;

export const Address = v.strictObject({ division: DivisionCode, lines: line(120) });
export type Address = v.InferOutput<typeof Address>;

export const EmploymentStatus = v.picklist(["EMPLOYED", "FLEXIBLE", "UNEMPLOYED", "STUDENT", "RETIRED", "PRESCHOOL", "NONE"]);
export type EmploymentStatus = v.InferOutput<typeof EmploymentStatus>;

/** Name and, where known, unified social credit code (GB 32100). */
export const Employer = v.object({ name: line(100), code: v.optional(v.pipe(v.string(), v.regex(/^[0-9A-HJ-NP-RTUW-Y]{18}$/))) });
export type Employer = v.InferOutput<typeof Employer>;

/** Relation to the head of a household, GB/T 4761: 01 oneself, 02 head, 1x spouse, 2x son, 3x daughter, 4x grandchild, 5x parent. */
export const Relation = v.pipe(v.string(), v.regex(/^\d{2}$/));
/** By the number that the police of a place gave it. */
export const Household = v.object({ division: DivisionCode, number: line(30) });
export type Household = v.InferOutput<typeof Household>;

/**
 * `asOf`: the day it was true at its source. `acceptedAt`: when it was said to us; nothing said earlier may replace it.
 * `file`: the digest of the agency's file that says so; one file never contradicts itself.
 */
const said = { source: Source, asOf: PlainDate, recordedAt: Instant, acceptedAt: Instant, file: v.optional(v.string()) };
export const Fact = v.variant("name", [
  v.object({ ...said, name: v.literal("phone"), phone: Phone, confirmedOn: v.optional(PlainDate), from: PlainDate }),
  /** Without a number: there is none. */
  v.object({ ...said, name: v.literal("landline"), landline: v.optional(Landline) }),
  v.object({ ...said, name: v.literal("residence"), ...Address.entries }),
  v.object({ ...said, name: v.literal("contact"), ...Address.entries }),
  v.object({ ...said, name: v.literal("hukou"), ...Address.entries }),
  v.object({ ...said, name: v.literal("employment"), status: EmploymentStatus, employer: v.optional(Employer) }),
  v.object({ ...said, name: v.literal("card"), hasCard: v.boolean(), number: v.optional(v.string()) }),
  /** `village`: township and village or community, where somebody has said it. */
  v.object({ ...said, name: v.literal("household"), ...Household.entries, relation: Relation, village: v.optional(line(60)) }),
  /** What somebody says of their insurances, in the registration form. It makes nobody insured. */
  v.object({ ...said, name: v.literal("stated"), ...Stated.entries }),
]);
export type Fact = v.InferOutput<typeof Fact>;
export type FactName = Fact["name"];
export type FactOf<Name extends FactName> = Extract<Fact, { name: Name }>;

export { InsuredAs, Scheme };

export const Enrolment = v.object({
  scheme: Scheme,
  region: DivisionCode,
  from: PlainMonth,
  to: v.optional(PlainMonth),
  status: v.picklist(["active", "paused", "ended"]),
  insuredAs: InsuredAs,
  employer: v.optional(Employer),
  /** Whose months count here too: they stay where they were paid, and came along with a transfer. */
  carries: v.optional(v.array(v.object({ scheme: Scheme, region: DivisionCode, from: PlainMonth }))),
  /** What was decided because it was double: months of it count no more. */
  cleared: v.optional(v.array(Cleared)),
  ...said,
  acceptedAt: v.optional(Instant),
});
export type Enrolment = v.InferOutput<typeof Enrolment>;

/** One calendar year of an enrolment; `months` is twelve entries as shared/paid-months.ts packs them. */
export const PaidYear = v.object({
  scheme: Scheme,
  region: DivisionCode,
  from: PlainMonth,
  year: v.pipe(v.number(), v.integer()),
  months: v.string(),
});
export type PaidYear = v.InferOutput<typeof PaidYear>;

export const Insurance = v.picklist(["pension", "medical", "unemployment", "injury", "maternity"]);
export type Insurance = v.InferOutput<typeof Insurance>;

/** The schemes by which one is insured. */
export const schemesOf: Record<Insurance, readonly Scheme[]> = {
  pension: ["110", "120", "170"],
  medical: ["310", "390"],
  unemployment: ["210"],
  injury: ["410"],
  maternity: ["510", "310"],
};

/** Years at work and years as a resident are not added up; those at an organ and at an enterprise are (handbook 6.3). */
export const countsLike = (scheme: Scheme): Scheme => (scheme === "120" ? "110" : scheme);

/**
 * Each insurance's leading enrolment. `years`: twelve characters a year, `p` paid, `o` owed, `-` nothing. `carried`: of `paidMonths`, those
 * that a transfer brought, since when and from where.
 */
export const InsuranceSummary = v.object({
  ...v.omit(Enrolment, ["recordedAt", "acceptedAt", "file", "carries", "cleared"]).entries,
  paidMonths: v.pipe(v.number(), v.integer()),
  years: v.record(v.pipe(v.string(), v.regex(/^\d{4}$/)), v.pipe(v.string(), v.regex(/^[po-]{12}$/))),
  otherEnrolments: v.pipe(v.number(), v.integer()),
  carried: v.optional(v.array(v.object({ scheme: Scheme, region: DivisionCode, from: PlainMonth, months: v.number() }))),
});
export type InsuranceSummary = v.InferOutput<typeof InsuranceSummary>;

/** An enrolment that has not ended. `lastPaid`: the last month paid in it, `base` (fen) what that was reckoned from. */
export const Held = v.object({
  scheme: Scheme,
  region: DivisionCode,
  from: PlainMonth,
  insuredAs: InsuredAs,
  status: v.picklist(["active", "paused"]),
  lastPaid: v.optional(PlainMonth),
  base: v.optional(v.number()),
});
export type Held = v.InferOutput<typeof Held>;

/**
 * What the check page shows of the five insurances, rewritten with every change to one of them. `asOf`: the register's freshest file.
 * `held` and `paid` are what choosing another insurance asks of pension and medical ones; `paid` counts months by scheme.
 * `duplicates`: what is double, or was; one written before it was looked for has none.
 */
export const Summary = v.object({
  asOf: v.optional(PlainDate),
  held: v.optional(v.array(Held)),
  paid: v.optional(v.record(v.string(), v.number())),
  duplicates: v.optional(v.array(Duplicate)),
  insurances: v.partial(
    v.object({
      pension: InsuranceSummary,
      medical: InsuranceSummary,
      unemployment: InsuranceSummary,
      injury: InsuranceSummary,
      maternity: InsuranceSummary,
    }),
  ),
});
export type Summary = v.InferOutput<typeof Summary>;

const anEmployer = v.strictObject(Employer.entries);

/** Why a person is not insured, by the codes of handbook 4: what they may say of themselves. O06 and O08 are for who looks for somebody: the dead and the lost do not declare. */
export const SaidReason = v.variant("code", [
  v.strictObject({ code: v.picklist(["P01", "P02", "P03", "P04", "P05", "P07", "P08", "P09", "P10"]) }),
  v.strictObject({ code: v.literal("P06"), place: DivisionCode }),
  /** `named`: the employer may be told who says so. Not unless the person wants it. */
  v.strictObject({ code: v.picklist(["U01", "U02", "U03", "U04", "U05"]), employer: anEmployer, named: v.boolean() }),
  v.strictObject({ code: v.literal("U06"), employer: v.optional(anEmployer) }),
  /** In the army, in prison; `until` where the day is known. */
  v.strictObject({ code: v.picklist(["O01", "O04"]), until: v.optional(PlainDate) }),
  v.strictObject({ code: v.picklist(["O02", "O03", "O09"]) }),
  v.strictObject({ code: v.literal("O05"), graduation: PlainMonth }),
  v.strictObject({ code: v.literal("O07"), place: DivisionCode }),
  v.strictObject({ code: v.literal("O99"), text: line(200) }),
]);
export type SaidReason = v.InferOutput<typeof SaidReason>;

/** Why a person is not insured, as they said it; one for each insurance. `expires`: the day after which we ask again. */
export const Reason = v.object({
  insurance: Insurance,
  reasons: v.pipe(v.array(SaidReason), v.minLength(1)),
  expires: v.optional(PlainDate),
  source: Source,
  asOf: PlainDate,
  recordedAt: Instant,
  acceptedAt: Instant,
});
export type Reason = v.InferOutput<typeof Reason>;

/** What a page needs: one Query. */
export type RecordPage = {
  registration: Registration;
  facts: Fact[];
  reasons: Reason[];
  joinings: Joining[];
  /** Nothing where nothing is on its way. */
  moving?: Moving[];
  /** Nothing where no answer about two insurances waits for the desk. */
  atDesk?: AtDesk[];
  summary: Summary;
};
/** Everything but the history: the same Query from further up. */
export type FullRecord = RecordPage & { enrolments: Enrolment[]; paidYears: PaidYear[] };
/** What moves in the register, of one person, from one version to the next. `gone`: facts that nobody says any more. */
export type Changes = Partial<Pick<FullRecord, "facts" | "reasons" | "joinings" | "enrolments" | "paidYears">> & {
  gone?: Fact[];
  registration?: Omit<Registration, "version">;
  summary?: Summary;
};
