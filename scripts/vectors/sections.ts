// Which section is answered by which rules. What is not here is named as not covered.
import { birthCertificate, foreignersNumber, identityLegacy15, identityNumbers } from "./identity.ts";
import { masking } from "./masking.ts";
import type { Section } from "./section.ts";
import { workingDays } from "./working-days.ts";

export const sections: ReadonlyMap<string, Section> = new Map([
  ["identity_numbers", identityNumbers],
  ["identity_legacy15", identityLegacy15],
  ["foreigner_social_security_number", foreignersNumber],
  ["birth_certificate_number", birthCertificate],
  ["masking", masking],
  ["working_days", workingDays],
]);
