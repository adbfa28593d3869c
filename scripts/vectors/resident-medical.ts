import * as v from "valibot";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { medicalFees } from "../../shared/resident-medical/fees.ts";
import { loyaltyBonus } from "../../shared/resident-medical/incentive.ts";
import { newbornCover } from "../../shared/resident-medical/newborn.ts";
import { waitingMonths } from "../../shared/resident-medical/waiting.ts";
import { countOrNone, flag, money, output, outputs, year, yuan } from "./inputs.ts";
import { runner, type Section } from "./section.ts";

export const residentMedicalSections = (policy: Policy): Record<string, Section> => {
  const law = (asOf: PlainDate) => policy({ region: "national", asOf });
  return {
    resident_medical_waiting: {
      cases: runner(
        v.object({ in_window: flag, gap: countOrNone, repair: countOrNone, newborn: flag }),
        ({ in_window, gap, repair, newborn }, today) =>
          output(
            "waiting_months",
            waitingMonths({ inWindow: in_window, missedYears: gap, repairedYears: repair, newborn }, law(today)),
          ),
      ),
    },
    resident_medical_incentive: {
      cases: runner(
        v.object({ consecutive: countOrNone, zero_claim_years: countOrNone, original_cap: money, bonus_used: flag }),
        ({ consecutive, zero_claim_years, original_cap, bonus_used }, today) => {
          const loyalty = { consecutiveYears: consecutive, zeroClaimYears: zero_claim_years, bonusUsed: bonus_used };
          return output("bonus", loyaltyBonus({ ...loyalty, originalCap: original_cap }, law(today)), yuan);
        },
        { decimals: ["bonus"] },
      ),
    },
    resident_medical_fees: {
      cases: runner(
        v.object({ coverage_year: year }),
        ({ coverage_year }, today) => {
          const { individual, government } = medicalFees(coverage_year, law(today));
          return { ...output("individual_min", individual, yuan), ...output("gov_min", government, yuan) };
        },
        { decimals: ["individual_min", "gov_min"] },
      ),
    },
    newborn_medical: {
      cases: runner(v.object({ birth: PlainDate, enrolled: PlainDate }), (child, today) =>
        outputs(newbornCover(child, law(today)), ["days", "benefit_from", "needs"], ({ days, benefitFrom }) => ({
          days,
          benefit_from: benefitFrom,
          needs: benefitFrom === null ? "LOCAL_RULE" : null,
        })),
      ),
    },
  };
};
