import * as v from "valibot";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import { decimal, exact } from "../../shared/kernel/exact.ts";
import { employeePension, yearsOf } from "../../shared/pension/employee.ts";
import { accountInterest } from "../../shared/pension/interest.ts";
import { residentPension } from "../../shared/pension/resident.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { age, countOrNone, decimalNumber, money, moneyOrNone, output, outputs, year, yuan } from "./inputs.ts";
import { runner, type Section } from "./section.ts";

const EMPLOYEE = ["years", "basic", "account", "transitional", "total"];
const RESIDENT = ["account", "monthly"];

const EmployeeInput = v.object({
  base: money,
  idx: decimalNumber,
  months: countOrNone,
  years: v.nullish(decimalNumber),
  acct: moneyOrNone,
  age,
  trans: v.nullish(v.strictTuple([decimalNumber, decimalNumber])),
});
type EmployeeInput = v.InferOutput<typeof EmployeeInput>;

const factsOf = ({ base, idx, months, years, acct, age, trans }: EmployeeInput) => ({
  base: exact(base),
  index: idx,
  years: years ?? yearsOf(months),
  account: exact(acct),
  ageMonths: age,
  transitional: trans ? { years: trans[0], rate: trans[1] } : undefined,
});

export const pensionSections = (policy: Policy): Record<string, Section> => {
  const law = (asOf: PlainDate) => policy({ region: "national", asOf });
  return {
    employee_pension: {
      cases: runner(
        EmployeeInput,
        (input, today) =>
          outputs(employeePension(factsOf(input), law(today)), EMPLOYEE, ({ years, basic, account, transitional, total }) => ({
            years: decimal(years, 2),
            basic: yuan(basic),
            account: yuan(account),
            transitional: yuan(transitional),
            total: yuan(total),
          })),
        { decimals: EMPLOYEE },
      ),
    },
    resident_pension: {
      cases: runner(
        v.object({ basic: money, account: moneyOrNone, local_extra: moneyOrNone }),
        ({ basic, account, local_extra }, today) =>
          outputs(
            residentPension({ basic, localExtra: local_extra, account: exact(account) }, law(today)),
            RESIDENT,
            (pension) => ({ account: yuan(pension.account), monthly: yuan(pension.monthly) }),
          ),
        { decimals: RESIDENT },
      ),
    },
    account_interest: {
      cases: {
        ...runner(
          v.object({ year }),
          (asked, today) => output("rate", accountInterest(asked.year, law(today)), (rate) => decimal(rate, 4)),
          { decimals: ["rate"] },
        ),
        casesOf: (content) =>
          Object.entries(content)
            .filter(([key]) => /^\d{4}$/.test(key))
            .map(([key, rate]) => ({ year: Number(key), rate })),
      },
    },
  };
};
