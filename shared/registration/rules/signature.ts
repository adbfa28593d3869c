// Who signs, and what they declare. 填写说明 of annex 2, notes 1 and 2; 民法典 Art. 17-23.
import { ADULT_FROM } from "../../children/rules.ts";
import { ageOn, dateOf } from "../../kernel/calendar.ts";
import { sameName } from "../../kernel/names.ts";
import { type Finding, finding } from "../../kernel/rule.ts";
import type { ConsentFinding } from "../../privacy/consent.ts";
import { guardianConsents } from "../../privacy/consent.ts";
import type { FormSituation } from "./situation.ts";

export type SignatureFinding =
  | "registration.notes-unread"
  | "registration.not-declared"
  | "registration.guardian-signs"
  | "registration.signature-differs"
  | "registration.signature-own-name"
  | "registration.proxy-unauthorised"
  | "registration.guardianship-unproven"
  | ConsentFinding;
type SignatureSituation = Pick<FormSituation, "now" | "birth" | "name" | "evidence" | "byParent" | "unsigned"> & {
  filled: Pick<FormSituation["filled"], "notes" | "declared" | "signature" | "consent" | "work">;
};
type SignatureRule = (situation: SignatureSituation) => Finding<SignatureFinding> | undefined;

const notesAreRead: SignatureRule = ({ filled }) => (filled.notes ? undefined : finding("registration.notes-unread", "notes"));
const isDeclared: SignatureRule = ({ filled }) =>
  filled.declared ? undefined : finding("registration.not-declared", "declared");

const OWN_LIVING_FROM_YEARS = 16;

/** Of age; or sixteen and living on one's own work (民法典 Art. 18). Of whom no birth date is known we do not say that they may not. */
export function signsForThemselves({ birth, now, filled }: Pick<SignatureSituation, "birth" | "now" | "filled">): boolean {
  const age = birth ? ageOn(birth, dateOf(now)) : ADULT_FROM;
  const { employer, without } = filled.work;
  return age >= ADULT_FROM || (age >= OWN_LIVING_FROM_YEARS && (employer !== undefined || without === "FLEXIBLE"));
}

/** A child's agent is its guardian and nobody else (民法典 Art. 23). Nobody who acts for a child signs as the child. */
const guardianSigns: SignatureRule = (situation) => {
  const { by } = situation.filled.signature;
  const wanted = situation.byParent || !signsForThemselves(situation);
  return wanted && by !== "guardian" ? finding("registration.guardian-signs", "signature", "by") : undefined;
};

const signedByOneself: SignatureRule = ({ filled: { signature }, name }) =>
  name !== undefined && signature.by === "self" && !sameName(signature.name, name)
    ? finding("registration.signature-differs", "signature", "name")
    : undefined;

const signedBySomebodyElse: SignatureRule = ({ filled: { signature }, name }) =>
  name !== undefined && signature.by !== "self" && sameName(signature.name, name)
    ? finding("registration.signature-own-name", "signature", "name")
    : undefined;

const proxyIsAuthorised: SignatureRule = ({ filled: { signature }, evidence }) =>
  signature.by === "proxy" && !evidence.includes("proxy-authorisation")
    ? finding("registration.proxy-unauthorised", "evidence")
    : undefined;

/** Children have guardians; of who is grown up a paper has to say that they lack full capacity (民法典 Art. 21-24). */
const guardianshipIsShown: SignatureRule = (situation) =>
  situation.filled.signature.by === "guardian" &&
  !situation.byParent &&
  signsForThemselves(situation) &&
  !situation.evidence.includes("guardianship")
    ? finding("registration.guardianship-unproven", "evidence")
    : undefined;

const consentIsGiven: SignatureRule = ({ filled: { consent }, birth, now }) =>
  birth && guardianConsents({ consent, birth, today: dateOf(now) });

/** Where nobody signs there is nothing to be said of the signature; the desk looks at such a form. */
const ifSigned =
  (rule: SignatureRule): SignatureRule =>
  (situation) =>
    situation.unsigned ? undefined : rule(situation);

export const signatureRules = [
  ...[notesAreRead, isDeclared, guardianSigns, signedByOneself, signedBySomebodyElse, proxyIsAuthorised, guardianshipIsShown].map(
    ifSigned,
  ),
  consentIsGiven,
];
