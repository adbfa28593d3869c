// What somebody at the desk looks at before it counts: who signed for another person, and what the register sees differently.
import { needsReview } from "../declaration/rules.ts";
import { ageOn, dateOf } from "../kernel/calendar.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import { Insurance, type Scheme } from "../registration.ts";
import type { Sending } from "./decide.ts";
import type { Duties } from "./duties.ts";
import type { RegistrationAccepted } from "./form.ts";
import { statedOf } from "./kept.ts";
import type { Stated } from "./options.ts";
import { heldOptions, medicalSchemes, pensionSchemes } from "./schemes.ts";

export type Doubt =
  | "registration.review.guardian"
  | "registration.review.proxy"
  | "registration.review.unsigned"
  | "registration.review.hukou"
  | "registration.review.claims"
  | "registration.review.denies"
  | "registration.review.duplicates"
  | "registration.review.reason"
  | "registration.review.young-worker"
  | "registration.review.rules-missing";

export const doubtsAbout = (content: RegistrationAccepted, sending: Sending, duties: Duties | undefined): Finding<Doubt>[] => [
  ...aboutTheSigner(content, sending),
  ...(content.kept.includes("hukou") ? [] : [finding("registration.review.hukou" as const, "hukou")]),
  ...aboutWork(content, sending),
  ...(duties ? [] : [finding("registration.review.rules-missing" as const, "reasons")]),
  ...Insurance.options.flatMap((insurance) => aboutInsurance(insurance, content, sending)),
];

/** A parent whom the register proves to be one is the guardian by law (民法典 Art. 27). */
function aboutTheSigner(
  { filled: { signature }, door }: RegistrationAccepted,
  { byParent, byDelegate }: Sending,
): Finding<Doubt>[] {
  if (door?.declined) return [finding("registration.review.unsigned", "signature")];
  if (signature.by === "proxy" && !byDelegate) return [finding("registration.review.proxy", "signature")];
  return signature.by === "guardian" && !byParent ? [finding("registration.review.guardian", "signature")] : [];
}

const WORK_FROM_YEARS = 16; // Labour Law Art. 15; artists and athletes aside, so it is no refusal

function aboutWork({ filled: { work }, acceptedAt }: RegistrationAccepted, { record }: Sending): Finding<Doubt>[] {
  const { birth } = record.registration.identity;
  const works = work.employer !== undefined || work.without === "FLEXIBLE";
  const young = birth !== undefined && ageOn(birth, dateOf(acceptedAt)) < WORK_FROM_YEARS;
  return works && young ? [finding("registration.review.young-worker", "work")] : [];
}

const schemes: Readonly<Record<string, Readonly<Record<string, Scheme | undefined>>>> = {
  pension: pensionSchemes,
  medical: medicalSchemes,
};

/** By the scheme of today where there is one: the rural cooperative and the residents' scheme are the same. */
const schemeOf = (insurance: Insurance, option: string): string => schemes[insurance]?.[option] ?? option;

function claimsOf(insurance: Insurance, stated: Pick<Stated, Insurance>): string[] {
  const said = stated[insurance];
  if (typeof said === "boolean") return said ? [insurance] : [];
  return said.map((option) => schemeOf(insurance, option));
}

function aboutInsurance(insurance: Insurance, content: RegistrationAccepted, { record }: Sending): Finding<Doubt>[] {
  const { filled, keptReasons, acceptedAt } = content;
  const known = statedOf(record, filled.residence.division);
  const [said, before, held] = [filled, known, heldOptions(record.summary)].map((stated) => claimsOf(insurance, stated));
  const elsewhere = filled.elsewhere[insurance];
  const claims = said?.some((one) => !before?.includes(one)) || (elsewhere && elsewhere !== known.elsewhere[insurance]);
  const denies = held?.some((one) => !said?.includes(one));
  const places = filled.duplicates[insurance]?.some((place) => !known.duplicates[insurance]?.includes(place));
  const reasons = keptReasons.includes(insurance) ? undefined : filled.reasons[insurance];
  const doubted = reasons && needsReview(record, { insurance, reasons }, dateOf(acceptedAt));
  return [
    ...(claims ? [finding("registration.review.claims" as const, insurance)] : []),
    ...(denies ? [finding("registration.review.denies" as const, insurance)] : []),
    ...(places ? [finding("registration.review.duplicates" as const, "duplicates", insurance)] : []),
    ...(doubted ? [finding("registration.review.reason" as const, "reasons", insurance)] : []),
  ];
}
