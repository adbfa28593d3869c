import * as v from "valibot";
import { monthOf, type PlainDate } from "../../shared/kernel/calendar.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { benefitPlace } from "../../shared/transfer/benefit-place.ts";
import { decideMedicalMove } from "../../shared/transfer/medical.ts";
import { pensionFund } from "../../shared/transfer/pension-fund.ts";
import { opensTemporaryAccount } from "../../shared/transfer/temporary-account.ts";
import { unemploymentFund } from "../../shared/transfer/unemployment.ts";
import { decideSwitch } from "../../shared/transfer/urban-rural.ts";
import { benefitMonths, carriedOver } from "../../shared/unemployment/duration.ts";
import { count, countOrNone, flag, money, moneyOrNone, output, outputs, province, year, yuan } from "./inputs.ts";
import { runner, type Section } from "./section.ts";

const FUND = ["account", "pool_12pct", "total"];
const provinceList = v.nullish(v.array(province), []);

export const transferSections = (policy: Policy): Record<string, Section> => {
  const law = (asOf: PlainDate) => policy({ region: "national", asOf });
  return {
    pension_benefit_place: {
      cases: runner(
        v.object({
          hukou: province,
          relation_place: province,
          months_by_province: v.nullish(v.record(province, count), {}),
          chronological_order: provinceList,
          temporary_accounts: provinceList,
        }),
        ({ hukou, relation_place, months_by_province, chronological_order, temporary_accounts }, today) => {
          const life = { hukou, relation: relation_place, monthsByProvince: months_by_province, order: chronological_order };
          const found = benefitPlace({ ...life, temporaryAccounts: temporary_accounts }, law(today));
          return outputs(found, ["place", "rule"], ({ province, rule }) => ({ place: province, rule }));
        },
      ),
    },
    temporary_account: {
      cases: runner(
        v.object({ sex: v.picklist(["M", "F"]), age: count, returns_to_hukou: flag, approved_transfer: flag }),
        ({ sex, age, returns_to_hukou, approved_transfer }, today) => {
          const move = { sex, age, returnsToHukou: returns_to_hukou, approvedTransfer: approved_transfer };
          return output("temporary", opensTemporaryAccount(move, law(today)));
        },
      ),
    },
    pension_transfer_fund: {
      cases: runner(
        v.object({
          account_pre1998_individual: moneyOrNone,
          account_from1998: moneyOrNone,
          bases: v.nullish(v.array(v.object({ year, monthly_base: money, months: count })), []),
        }),
        ({ account_pre1998_individual, account_from1998, bases }, today) => {
          const paid = bases.map(({ year, monthly_base, months }) => ({ year, monthlyBase: monthly_base, months }));
          const assets = { ownBefore1998: account_pre1998_individual, accountSince1998: account_from1998, bases: paid };
          return outputs(pensionFund(assets, law(today)), FUND, ({ account, pool, total }) => ({
            account: yuan(account),
            pool_12pct: yuan(pool),
            total: yuan(total),
          }));
        },
        { decimals: FUND },
      ),
    },
    urban_rural_switch: {
      cases: runner(
        v.object({ employee_months: countOrNone, at_retirement_age: flag, already_drawing: flag }),
        ({ employee_months, at_retirement_age, already_drawing }, today) => {
          const facts = { employeeMonths: employee_months, atRetirementAge: at_retirement_age, alreadyDrawing: already_drawing };
          return output("decision", decideSwitch({ ...facts, retires: monthOf(today) }, law(today)));
        },
      ),
    },
    medical_transfer_benefit: {
      cases: runner(
        v.object({ gap_months: countOrNone, scheme_change: flag, continuous_2y: flag, back_paid: flag }),
        ({ gap_months, scheme_change, continuous_2y, back_paid }, today) => {
          const move = {
            gapMonths: gap_months,
            schemeChange: scheme_change,
            continuousTwoYears: continuous_2y,
            backPaid: back_paid,
          };
          return output("expect", decideMedicalMove(move, law(today)));
        },
      ),
    },
    unemployment_duration_max: {
      cases: runner(v.object({ paid_months: countOrNone }), ({ paid_months }, today) =>
        output("max_months", benefitMonths(paid_months, law(today))),
      ),
      carry_over: runner(
        v.object({ new_entitlement: countOrNone, unused_before: countOrNone }),
        ({ new_entitlement, unused_before }, today) =>
          output("max_months", carriedOver({ entitled: new_entitlement, unused: unused_before }, law(today))),
      ),
    },
    unemployment_transfer: {
      cases: runner(
        v.object({
          paid_months_origin: countOrNone,
          monthly_benefit: money,
          months: countOrNone,
          already_paid_months: countOrNone,
        }),
        ({ paid_months_origin, monthly_benefit, months, already_paid_months }, today) => {
          const move = { paidMonthsAtOrigin: paid_months_origin, monthlyBenefit: monthly_benefit, entitledMonths: months };
          return output("funds", unemploymentFund({ ...move, drawnMonths: already_paid_months }, law(today)), yuan);
        },
        { decimals: ["funds"] },
      ),
    },
  };
};
