// Registering oneself, or a child: what the form begins with, how it is sent, and how it is printed.
import * as v from "valibot";
import { Code } from "../change/contract.ts";
import { Declaration } from "../declaration/contract.ts";
import { Whom } from "../delegation/whom.ts";
import { NamedEvidence } from "../evidence/contract.ts";
import { Received } from "../kernel/answers.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, Landline, Phone, Receipt } from "../kernel/fields.ts";
import { Finding } from "../kernel/rule.ts";
import { GuardianConsent } from "../privacy/consent.ts";
import { Address, DocType, Insurance, Source } from "../registration.ts";
import { ShownStatus } from "../submissions/contract.ts";
import { Door, FilledForm, FORM_VERSION, Places, Signature, WithoutEmployer, Work } from "./form.ts";
import { MedicalOption, PensionOption, perInsurance } from "./options.ts";

/** As registered, or anew. The API puts in what is registered; nobody has to send what they cannot see in full. */
const keptOr = <const Schema extends v.GenericSchema>(schema: Schema) => v.union([v.literal("kept"), schema]);

/** Paths of findings are those of this body, also where a field is kept. Of another version: `form.outdated`, at `form`. */
export const RegistrationForm = v.variant(
  "form",
  [
    v.strictObject({
      form: v.literal(FORM_VERSION),
      /** Whom it is about, where it is not oneself. */
      for: v.optional(Whom),
      card: keptOr(v.boolean()),
      hukou: keptOr(Address),
      residence: keptOr(Door),
      landline: keptOr(v.union([v.literal("none"), Landline])),
      mobile: keptOr(v.strictObject({ phone: Phone, code: Code })),
      work: keptOr(Work),
      pension: keptOr(v.array(PensionOption)),
      medical: keptOr(v.array(MedicalOption)),
      unemployment: keptOr(v.boolean()),
      injury: keptOr(v.boolean()),
      maternity: keptOr(v.boolean()),
      reasons: perInsurance(keptOr(Declaration.entries.reasons)),
      /** Ending in 0000: another province. Else a city, or a county right below the province, of the province one lives in. */
      elsewhere: keptOr(perInsurance(DivisionCode)),
      duplicates: keptOr(perInsurance(Places)),
      notes: v.boolean(),
      declared: v.boolean(),
      /** Nobody has to type a name that the register knows: who signs for themselves may leave it out. */
      signature: v.union([v.strictObject({ by: v.literal("self") }), Signature]),
      consent: v.optional(GuardianConsent),
      evidence: v.optional(NamedEvidence),
    }),
  ],
  "form.outdated",
);
export type RegistrationForm = v.InferOutput<typeof RegistrationForm>;

const said = { source: Source, asOf: PlainDate };
const KnownAddress = v.object({ ...said, division: DivisionCode, text: v.string() });

/** What part two to five would say if all is kept. `places`: of duplicates; `elsewhere`: of part four. */
export const InsuranceKept = v.object({
  insurance: Insurance,
  insured: v.boolean(),
  /** Of pension and medical: the options of part two. */
  options: v.array(v.string()),
  elsewhere: v.optional(DivisionCode),
  places: v.array(DivisionCode),
  /** Declared before. `expired`: it cannot be kept. */
  reason: v.optional(
    v.object({ codes: v.array(v.string()), asOf: PlainDate, expires: v.optional(PlainDate), expired: v.boolean() }),
  ),
});
export type InsuranceKept = v.InferOutput<typeof InsuranceKept>;

/** What is missing is not registered: it cannot be kept. Personal details are masked as on the check page. */
export const FormReply = v.object({
  form: v.string(),
  /** Today in Shanghai: the rules about age count from it. */
  today: PlainDate,
  person: v.object({
    name: v.string(),
    sex: v.picklist(["M", "F", "U"]),
    birth: v.optional(PlainDate),
    docType: DocType,
    number: v.string(),
    status: v.string(),
  }),
  confirmed: v.optional(v.object({ on: PlainDate, route: v.string() })),
  card: v.optional(v.object({ ...said, hasCard: v.boolean() })),
  hukou: v.optional(KnownAddress),
  residence: v.optional(KnownAddress),
  landline: v.optional(v.object({ ...said, masked: v.string() })),
  mobile: v.optional(v.object({ ...said, masked: v.string() })),
  work: v.optional(v.object({ ...said, employer: v.optional(v.string()), without: v.optional(WithoutEmployer) })),
  insurances: v.array(InsuranceKept),
  /** Which insurances somebody must have, by part one: `EMPLOYED`, `ORGAN` (employed, and in the organs' pension) or a state without employer. */
  required: v.record(v.string(), v.array(Insurance)),
  /** The names of all divisions spoken of above. */
  places: v.array(v.object({ division: DivisionCode, name: v.string() })),
  /** With which the unsent forms of who is signed in are sealed on their own phone. */
  draftKeys: v.optional(v.array(v.string())),
});
export type FormReply = v.InferOutput<typeof FormReply>;

export const readRegistrationForm = {
  method: "GET",
  path: "/registrations/form",
  title: "What the registration form begins with, from the register",
  signedIn: true,
  query: v.strictObject({ for: v.optional(Whom) }),
  delegable: "changes",
  status: 200,
  reply: FormReply,
  problems: ["not-found"],
} as const;

export const submitRegistration = {
  method: "POST",
  path: "/registrations",
  title: "Register, or confirm what is registered",
  attempt: true,
  signedIn: true,
  delegable: "changes",
  body: RegistrationForm,
  status: 202,
  reply: Received,
  problems: ["refused", "wait", "not-found", "conflict"],
} as const;

/** The blanks of the printed form. A level that a place does not have is empty. */
export const PlaceLevels = v.object({ division: DivisionCode, province: v.string(), city: v.string(), county: v.string() });
export type PlaceLevels = v.InferOutput<typeof PlaceLevels>;

/** The receipt is the form's number; unmasked, because it is printed. */
export const PrintedForm = v.object({
  receipt: Receipt,
  status: ShownStatus,
  acceptedAt: Instant,
  filled: FilledForm,
  findings: v.array(Finding),
  places: v.array(PlaceLevels),
});
export type PrintedForm = v.InferOutput<typeof PrintedForm>;

export const readRegistration = {
  method: "GET",
  path: "/registrations/:receipt",
  title: "The whole form as it was sent, for printing",
  signedIn: true,
  params: v.strictObject({ receipt: Receipt }),
  status: 200,
  reply: PrintedForm,
} as const;
