import * as v from "valibot";
import { type Divisions, loadDivisions } from "../../shared/divisions/divisions.ts";
import { isCountry } from "../../shared/kernel/countries.ts";
import { isBirthCertificate } from "../../shared/kernel/documents.ts";
import { foreignerNumber } from "../../shared/kernel/foreigner.ts";
import { readIdentityNumber } from "../../shared/kernel/identity-number.ts";
import { upgradeLegacy15 } from "../../shared/kernel/legacy15.ts";
import { runner, type Section } from "./section.ts";

const divisions: Divisions = await loadDivisions();

export const identityNumbers: Section = {
  cases: runner(
    v.object({ number: v.string(), doc_type: v.picklist(["RIC", "HK_MO_RP", "TW_RP", "FPR_ID", "FPR_ID_LEGACY"]) }),
    ({ number, doc_type }, today) => {
      const reading = readIdentityNumber({ number, docType: doc_type, asOf: today, areaStatus: divisions.areaStatus });
      return {
        expect: reading.outcome,
        error: reading.error,
        warnings: reading.warnings,
        normalised: reading.normalised,
        sex: reading.sex,
        birth: reading.birth,
        area_status: reading.areaStatus,
        expected_check: reading.expectedCheck,
        suggest: reading.suggest,
        province: reading.province,
        nationality_num: reading.nationality,
      };
    },
  ),
};

export const identityLegacy15: Section = {
  cases: runner(v.object({ legacy: v.string() }), ({ legacy }) => {
    const upgrade = upgradeLegacy15(legacy);
    return upgrade.ok ? { ...upgrade.value, error: null } : { upgraded: null, century: null, error: upgrade.refusal };
  }),
};

export const foreignersNumber: Section = {
  cases: runner(
    v.object({
      country: v.pipe(
        v.string(),
        v.check((code) => isCountry(code.toUpperCase()), "is no country of ISO 3166-1 alpha-3"),
      ),
      doc: v.picklist(["PASSPORT", "FPR_ID_LEGACY", "FPR_ID"]),
      doc_number: v.string(),
    }),
    ({ country, doc, doc_number }) => ({ number: foreignerNumber({ country, document: doc, number: doc_number }) }),
  ),
};

export const birthCertificate: Section = {
  cases: runner(v.object({ value: v.string() }), ({ value }) => ({ ok: isBirthCertificate(value) })),
};
