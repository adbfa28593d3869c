// May it be sent? Every rule of the form, each finding at its field. Handbook 10.4.
import { type Finding, finding } from "../kernel/rule.ts";
import { type InsuredFinding, insuredRules } from "./rules/insured.ts";
import { type PlaceFinding, placeRules } from "./rules/places.ts";
import { type ReasonFinding, reasonRules } from "./rules/reasons.ts";
import { type SignatureFinding, signatureRules } from "./rules/signature.ts";
import type { FormSituation } from "./rules/situation.ts";
import { type WorkFinding, workRules } from "./rules/work.ts";

export type { Answers, FormSituation } from "./rules/situation.ts";
export type RegistrationFinding =
  | "registration.closed"
  | WorkFinding
  | InsuredFinding
  | PlaceFinding
  | ReasonFinding
  | SignatureFinding;

/** What only the API can know: which places there are, and whether a child has a phone. */
export type AskedByApi = "registration.division-unknown" | "registration.phone-of-child";

const isOpen = ({ status }: FormSituation): Finding<RegistrationFinding> | undefined =>
  status === "closed" ? finding("registration.closed") : undefined;

const rules: readonly ((
  situation: FormSituation,
) => Finding<RegistrationFinding> | readonly Finding<RegistrationFinding>[] | undefined)[] = [
  isOpen,
  ...workRules,
  ...insuredRules,
  ...reasonRules,
  ...placeRules,
  ...signatureRules,
];

export const examineForm = (situation: FormSituation): Finding<RegistrationFinding>[] =>
  rules.flatMap((rule) => rule(situation) ?? []);
