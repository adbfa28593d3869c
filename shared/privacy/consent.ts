// Data of children under fourteen are sensitive whatever they say (PIPL 28), and are used only with a guardian's consent (PIPL 31).
import * as v from "valibot";
import { ageOn, PlainDate } from "../kernel/calendar.ts";
import { finding, type Rule } from "../kernel/rule.ts";
import { NOTICE_VERSION } from "./notice.ts";

export const CONSENT_UNDER_YEARS = 14;

/** As a form for a child sends it, and as it is kept with the submission. `version`: of the notice that stood beside the box. */
export const GuardianConsent = v.strictObject({ version: PlainDate, relation: v.picklist(["parent", "guardian"]) });
export type GuardianConsent = v.InferOutput<typeof GuardianConsent>;

export const consentNeeded = (birth: PlainDate, today: PlainDate): boolean => ageOn(birth, today) < CONSENT_UNDER_YEARS;

export type ConsentFinding = "consent.missing" | "consent.older-notice";
type Situation = { consent: GuardianConsent | undefined; birth: PlainDate; today: PlainDate };

/** Paths begin at `consent`, the name of the box. Who agreed to an older notice reads what is new in it first. */
export const guardianConsents: Rule<Situation, ConsentFinding> = ({ consent, birth, today }) => {
  if (!consentNeeded(birth, today)) return undefined;
  if (!consent) return finding("consent.missing", "consent");
  return consent.version < NOTICE_VERSION ? finding("consent.older-notice", "consent") : undefined;
};
