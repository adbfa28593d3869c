import * as v from "valibot";
import { employeeContribution } from "../../shared/contributions/employee.ts";
import { flexibleContribution } from "../../shared/contributions/flexible.ts";
import { deemedDue, lateFee } from "../../shared/contributions/late-fee.ts";
import { nationalSubsidy } from "../../shared/contributions/resident.ts";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { countOrNone, money, output, outputs, yuan } from "./inputs.ts";
import { runner, type Section } from "./section.ts";

const FLEXIBLE = ["base", "month", "to_account", "to_pool", "period_total"];
const EMPLOYEE = ["base", "employee_pension", "employer_pension"];

export const contributionSections = (policy: Policy): Record<string, Section> => {
  const law = (asOf: PlainDate) => policy({ region: "national", asOf });
  return {
    flexible_contribution: {
      cases: runner(
        v.object({ avg: money, chosen: money, period_months: countOrNone }),
        ({ avg, chosen, period_months }, today) =>
          outputs(
            flexibleContribution({ average: avg, chosen, periodMonths: period_months }, law(today)),
            [...FLEXIBLE, "clamped"],
            ({ base, clamped, month, toAccount, toPool, period }) => ({
              base: yuan(base),
              clamped,
              month: yuan(month),
              to_account: yuan(toAccount),
              to_pool: yuan(toPool),
              period_total: yuan(period),
            }),
          ),
        { decimals: FLEXIBLE },
      ),
    },
    employee_contribution: {
      cases: runner(
        v.object({ wage: money, floor: money, cap: money }),
        (given, today) =>
          outputs(employeeContribution(given, law(today)), EMPLOYEE, ({ base, employee, employer }) => ({
            base: yuan(base),
            employee_pension: yuan(employee),
            employer_pension: yuan(employer),
          })),
        { decimals: EMPLOYEE },
      ),
    },
    resident_pension_subsidy_national_minimum: {
      cases: runner(
        v.object({ tier: money }),
        ({ tier }, today) => output("min_government_subsidy", nationalSubsidy(tier, law(today)), yuan),
        { decimals: ["min_government_subsidy"] },
      ),
    },
    late_fee: {
      cases: runner(
        v.object({ owed: v.nullish(money), days: countOrNone, last_month: v.nullish(money) }),
        ({ owed, days, last_month }, today) => {
          if (typeof last_month === "number") return output("deemed_due", deemedDue(last_month, law(today)), yuan);
          if (typeof owed === "number") return output("fee", lateFee({ owed, days }, law(today)), yuan);
          throw new Error("neither owed nor last_month is said");
        },
        { decimals: ["fee", "deemed_due"] },
      ),
    },
  };
};
