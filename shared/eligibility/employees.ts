// Whoever works for an employer. Handbook 3; Social Insurance Law Art. 10, 23, 33, 44, 53, 95, 97.
import type { DocType } from "../registration.ts";
import { answer } from "./lists.ts";
import type { Eligibility, Profile } from "./profile.ts";

export function employeeSchemes(profile: Profile): Eligibility {
  if (profile.partTime) return partTimeSchemes(profile);
  return { ...byUnit(profile), maternity: "INSIDE_310", exemption: isForeign(profile.docType) ? "TREATY_CERTIFICATE" : null };
}

function byUnit({ unit }: Profile): Eligibility {
  if (unit === "ORGAN")
    return answer({
      must: ["120", "310"],
      may: ["410"],
      closed: ["170", "390", "210"],
      conditions: { "410": "PROVINCIAL_RULE" },
    });
  const pension = unit === "INSTITUTION" ? "120" : "110";
  return answer({ must: [pension, "310", "210", "410"], closed: ["170", "390"] });
}

/** Each employer insures against injury; the rest is the person's own choice. */
const partTimeSchemes = ({ employers }: Profile): Eligibility =>
  answer({
    must: ["410"],
    may: ["110", "170", "310", "390"],
    conditions: employers >= 2 ? { "410": "EACH_EMPLOYER" } : {},
  });

/** A certificate under a treaty of social insurance frees foreigners. */
const isForeign = (docType: DocType) => ["PASSPORT", "FPR_ID", "FPR_ID_LEGACY"].includes(docType);
