// Somebody whom the register does not know yet: a code to their phone opens a session that sees their own form and nothing else.
import * as v from "valibot";
import { Code } from "../change/contract.ts";
import { NamedEvidence } from "../evidence/contract.ts";
import { Received } from "../kernel/answers.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { Landline, line, Phone } from "../kernel/fields.ts";
import { Name } from "../kernel/names.ts";
import { GuardianConsent } from "../privacy/consent.ts";
import { Address, Employer, EmploymentStatus, Household, Relation } from "../registration.ts";
import { SessionReply, typedWho } from "../session/contract.ts";
import { Answer } from "../session/puzzle.ts";

/** What somebody new may be known by (handbook 1.4). A child with a certificate of birth alone is registered by a parent. */
export const NewcomersDocument = v.picklist(["RIC", "HK_MO_RP", "TW_RP", "FPR_ID", "FPR_ID_LEGACY", "PASSPORT", "OTHER"]);
export type NewcomersDocument = v.InferOutput<typeof NewcomersDocument>;

/** As typed; who.ts reads it. `country`: of a passport, ISO 3166-1 alpha-3. */
const typed = {
  docType: NewcomersDocument,
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
  ...typedWho,
  phone: Phone,
};

/** The code goes to the phone that is named, whoever is named: what arrives says nothing about who is registered. */
export const askNewcomerCode = {
  method: "POST",
  path: "/registrations/new/codes",
  title: "Send a code to the phone of somebody who wants to be registered for the first time",
  signedIn: false,
  body: v.strictObject({ ...typed, answer: v.optional(Answer) }),
  status: 202,
  reply: v.object({ expiresInMinutes: v.number() }),
  problems: ["refused", "busy"],
} as const;

/** The register is not looked at, so nothing in answer or work depends on it. */
export const openNewcomer = {
  method: "POST",
  path: "/registrations/new/sessions",
  title: "Open a session that sees nothing but one's own first registration",
  signedIn: false,
  body: v.strictObject({ ...typed, code: Code }),
  status: 201,
  reply: SessionReply,
  problems: ["refused", "wait"],
} as const;

/** `currentSession` for the pages of this form. */
export const currentNewcomer = {
  method: "GET",
  path: "/sessions/current",
  title: "The session of somebody who registers for the first time",
  signedIn: true,
  newcomer: true,
  status: 200,
  reply: v.object({ newcomer: v.literal(true), draftKeys: v.optional(v.array(v.string())) }),
} as const;

/** `sex` and `birth` where the number does not say them. */
export const NewcomerForm = v.strictObject({
  ...typed,
  sex: v.optional(v.picklist(["M", "F"])),
  birth: v.optional(PlainDate),
  residence: Address,
  hukou: v.optional(Address),
  landline: v.optional(Landline),
  status: EmploymentStatus,
  employer: v.optional(v.strictObject(Employer.entries)),
  consent: v.optional(GuardianConsent),
  evidence: NamedEvidence,
});
export type NewcomerForm = v.InferOutput<typeof NewcomerForm>;

/** It has to be about the number, name and phone that the session was opened with. */
export const submitNewcomer = {
  method: "POST",
  path: "/registrations/new",
  title: "Register somebody for the first time",
  attempt: true,
  signedIn: true,
  newcomer: "only",
  body: NewcomerForm,
  status: 202,
  reply: Received,
  problems: ["refused", "conflict"],
} as const;

/** Who it is, as they say it: the number in the form to keep. */
export const NewIdentity = v.object({
  docType: v.picklist([...NewcomersDocument.options, "BIRTH_CERT"]),
  number: v.string(),
  name: Name,
  sex: v.picklist(["M", "F"]),
  birth: PlainDate,
});
export type NewIdentity = v.InferOutput<typeof NewIdentity>;

/** As it is kept and decided. */
export const NewcomerAccepted = v.object({
  slice: v.literal("newcomer"),
  identity: NewIdentity,
  /** None, where a visitor found them. */
  phone: v.optional(Phone),
  residence: Address,
  hukou: v.optional(Address),
  landline: v.optional(Landline),
  employment: v.object({ status: EmploymentStatus, employer: v.optional(Employer) }),
  /** In whose household a visitor found them. */
  household: v.optional(v.object({ ...Household.entries, relation: Relation, village: v.optional(line(60)) })),
  consent: v.optional(GuardianConsent),
  acceptedAt: Instant,
});
export type NewcomerAccepted = v.InferOutput<typeof NewcomerAccepted>;
