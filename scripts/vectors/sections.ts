// Which section is answered by which rules. What is not here is named as not covered.
import { openPolicy } from "../../shared/policy/law.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";
import { loadedPolicy } from "../policy/files.ts";
import { contributionSections } from "./contributions.ts";
import { duplicateSections } from "./duplicates.ts";
import { eligibilitySections } from "./eligibility.ts";
import { helplineSections } from "./helpline.ts";
import { birthCertificate, foreignersNumber, identityLegacy15, identityNumbers } from "./identity.ts";
import { limitSections } from "./limits.ts";
import { masking } from "./masking.ts";
import { pensionSections } from "./pension.ts";
import { residentMedicalSections } from "./resident-medical.ts";
import { retirementSections } from "./retirement.ts";
import type { Section } from "./section.ts";
import { transferSections } from "./transfer.ts";
import { workingDays } from "./working-days.ts";

/** The rules over these parameters: what a file would change can be tried before it is loaded. */
export function sectionsOver(parameters: readonly Parameter[]): ReadonlyMap<string, Section> {
  const policy = openPolicy(parameters);
  return new Map([
    ["identity_numbers", identityNumbers],
    ["identity_legacy15", identityLegacy15],
    ["foreigner_social_security_number", foreignersNumber],
    ["birth_certificate_number", birthCertificate],
    ["masking", masking],
    ["working_days", workingDays],
    ...Object.entries(retirementSections(policy)),
    ...Object.entries(pensionSections(policy)),
    ...Object.entries(contributionSections(policy)),
    ...Object.entries(residentMedicalSections(policy)),
    ...Object.entries(transferSections(policy)),
    ...Object.entries(duplicateSections(policy)),
    ...Object.entries(eligibilitySections(policy)),
    ...Object.entries(limitSections(policy)),
    ...Object.entries(helplineSections(policy)),
  ]);
}

/** Over the parameters that are loaded. */
export const sections: ReadonlyMap<string, Section> = sectionsOver(loadedPolicy());
