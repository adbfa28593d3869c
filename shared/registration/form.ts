// The registration form of Jiangsu (苏人社发〔2014〕253号, annex 2) as it is filled in and kept, whole: as it would be printed.
import * as v from "valibot";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, Landline, line, Phone } from "../kernel/fields.ts";
import { GuardianConsent } from "../privacy/consent.ts";
import { Address, DocType, Employer, Insurance, SaidReason } from "../registration.ts";
import { perInsurance, Stated } from "./options.ts";

/** Its date. A form of another version is not taken: what it asks may have changed. */
export const FORM_VERSION = "2026-11-22";

/** Part one: somebody without an employer is one of these. OTHER is the register's NONE. */
export const WithoutEmployer = v.picklist(["PRESCHOOL", "STUDENT", "UNEMPLOYED", "FLEXIBLE", "RETIRED", "OTHER"]);
export type WithoutEmployer = v.InferOutput<typeof WithoutEmployer>;

/** On paper both can be filled in; rules/work.ts says that only one may. */
export const Work = v.strictObject({
  employer: v.optional(v.strictObject(Employer.entries)),
  without: v.optional(WithoutEmployer),
});
export type Work = v.InferOutput<typeof Work>;

/** Down to the door: township or street office, village or community, road and number. */
export const Door = v.strictObject({
  division: DivisionCode,
  township: line(30),
  village: v.optional(line(30)),
  road: line(60),
});
export type Door = v.InferOutput<typeof Door>;

/** Of a guardian to the person (民法典 Art. 27, 28, 31, 32). */
export const GuardianRelation = v.picklist(["parent", "spouse", "child", "grandparent", "sibling", "other"]);
export type GuardianRelation = v.InferOutput<typeof GuardianRelation>;

/** Who signs, by typing their own name. */
export const Signature = v.variant("by", [
  v.strictObject({ by: v.literal("self"), name: line(50) }),
  v.strictObject({ by: v.literal("guardian"), name: line(50), relation: GuardianRelation }),
  v.strictObject({ by: v.literal("proxy"), name: line(50) }),
]);
export type Signature = v.InferOutput<typeof Signature>;

export const MOST_PLACES = 5;
export const Places = v.pipe(v.array(DivisionCode), v.maxLength(MOST_PLACES));

/** What may stay as it is registered. */
export const Keepable = v.picklist([
  "card",
  "hukou",
  "residence",
  "landline",
  "mobile",
  "work",
  "pension",
  "medical",
  "unemployment",
  "injury",
  "maternity",
  "elsewhere",
  "duplicates",
]);
export type Keepable = v.InferOutput<typeof Keepable>;

/** Who it is about, as registered when the form was sent. */
export const Person = v.object({
  name: v.string(),
  sex: v.picklist(["M", "F", "U"]),
  birth: v.optional(PlainDate),
  docType: DocType,
  number: v.string(),
});

/** The whole form. `township` and `village` of a residence are missing where the register holds an address that does not say them. */
export const FilledForm = v.object({
  form: v.string(),
  person: Person,
  card: v.boolean(),
  hukou: Address,
  residence: v.object({ ...Door.entries, township: v.optional(line(30)), road: line(120) }),
  landline: v.optional(Landline),
  mobile: v.optional(Phone),
  work: Work,
  /** Parts two, four and five. */
  ...Stated.entries,
  /** Part three. */
  reasons: perInsurance(v.array(SaidReason)),
  /** Not insured, and nobody has to be: a mark is enough (人社部发〔2014〕40号 三(一)2). */
  voluntary: v.array(Insurance),
  notes: v.boolean(),
  declared: v.boolean(),
  signature: Signature,
  consent: v.optional(GuardianConsent),
});
export type FilledForm = v.InferOutput<typeof FilledForm>;

/** Papers that somebody of the staff has seen at the door, in place of pictures: notes 1 and 2 of annex 2. */
export const PaperSeen = v.picklist(["proxy-authorisation", "guardianship"]);

/**
 * Filled in at somebody's door, perhaps without network: what they said counts from `filledAt`, not from when it reached us.
 * `declined`: they told, and did not sign; so it confirms nothing.
 */
export const AtTheDoor = v.object({ filledAt: Instant, seen: v.array(PaperSeen), declined: v.optional(v.literal(true)) });
export type AtTheDoor = v.InferOutput<typeof AtTheDoor>;

/** `kept`: what the person left as it was registered, or said again as it is; all else is their own word, said anew. */
export const RegistrationAccepted = v.object({
  slice: v.literal("registration"),
  filled: FilledForm,
  kept: v.array(Keepable),
  keptReasons: v.array(Insurance),
  door: v.optional(AtTheDoor),
  acceptedAt: Instant,
});
export type RegistrationAccepted = v.InferOutput<typeof RegistrationAccepted>;
