import * as v from "valibot";
import { ageOn, monthOf, type PlainDate, plusMonths } from "../../shared/kernel/calendar.ts";
import { accepted } from "../../shared/kernel/result.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { placeOfBenefit, temporaryAccount } from "../../shared/transfer/benefit.ts";
import { gapOf } from "../../shared/transfer/gap.ts";
import { moneyOf } from "../../shared/transfer/money.ts";
import { switchOf } from "../../shared/transfer/switch.ts";
import { benefitMonths, carriedOver } from "../../shared/unemployment/duration.ts";
import { count, countOrNone, flag, money, moneyOrNone, output, outputs, province, year, yuan } from "./inputs.ts";
import { aRelation, aSituation, division, here, monthsFrom, monthsUntil, retiresIn, there, workingLife } from "./moving.ts";
import { runner, type Section } from "./section.ts";

const FUND = ["account", "pool_12pct", "total"];
const provinceList = v.nullish(v.array(province), []);
const nothing = accepted(undefined);

/** Asked of what the journey asks: the simulator, the API and the worker go through the same functions. */
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
          const relations = workingLife(months_by_province, chronological_order, temporary_accounts);
          const wish = { kind: "employee-pension", from: here, to: division(relation_place) } as const;
          const situation = aSituation({ known: { hukou: division(hukou), relations }, wish }, policy, today);
          return outputs(placeOfBenefit(situation, relation_place) ?? nothing, ["place", "rule"], (found) => ({
            place: found?.province,
            rule: found?.rule,
          }));
        },
      ),
    },
    temporary_account: {
      cases: runner(
        v.object({ sex: v.picklist(["M", "F"]), age: count, returns_to_hukou: flag, approved_transfer: flag }),
        ({ sex, age, returns_to_hukou, approved_transfer }, today) => {
          const birth = bornBefore(today, age);
          const known = { sex, birth, hukou: returns_to_hukou ? there : here };
          const approved = approved_transfer && { approvedTransfer: true as const };
          const wish = { kind: "employee-pension" as const, from: division("31"), to: there, ...approved };
          const found = temporaryAccount(aSituation({ known, wish }, policy, today)) ?? nothing;
          return output("temporary", found, (account) => account?.opens);
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
          const wages = bases.map(({ year, monthly_base, months }) => ({ year, monthlyBase: monthly_base, months }));
          const personal = account_pre1998_individual + account_from1998;
          const relations = [aRelation({ years: monthsFrom(0, 1), wages, personal, unit: 0, subsidy: 0 })];
          const wish = { kind: "employee-pension", from: here, to: there } as const;
          const found = moneyOf(aSituation({ known: { relations }, wish }, policy, today));
          return outputs(found, FUND, ({ money }) => ({
            account: yuan(money?.account ?? null),
            pool_12pct: yuan(money?.pool ?? null),
            total: yuan(money?.total ?? null),
          }));
        },
        { decimals: FUND },
      ),
    },
    urban_rural_switch: {
      cases: runner(
        v.object({ employee_months: countOrNone, at_retirement_age: flag, already_drawing: flag }),
        ({ employee_months, at_retirement_age, already_drawing }, today) => {
          const birth = at_retirement_age ? retiresIn(today, policy) : bornBefore(today, 30);
          const relations = [aRelation({ years: monthsFrom(0, employee_months) })];
          const known = { drawing: already_drawing, relations, ...(birth && { birth }) };
          const wish = { kind: "pension-switch", toward: "resident", from: here, to: there } as const;
          return output("decision", switchOf(aSituation({ known, wish }, policy, today)));
        },
      ),
    },
    medical_transfer_benefit: {
      cases: runner(
        v.object({ gap_months: countOrNone, scheme_change: flag, continuous_2y: flag, back_paid: flag }),
        ({ gap_months, scheme_change, continuous_2y, back_paid }, today) => {
          const last = plusMonths(monthOf(today), -(gap_months + 1));
          const relations = [aRelation({ scheme: "310", years: monthsUntil(last, continuous_2y ? LONG : 1) })];
          const into = scheme_change ? ("390" as const) : ("310" as const);
          const wish = { kind: "medical" as const, scheme: "310" as const, into, from: here, to: there, backPaid: back_paid };
          const found = gapOf(aSituation({ known: { relations }, wish }, policy, today)) ?? nothing;
          return output("expect", found, (gap) => gap?.decision);
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
          const relations = [aRelation({ scheme: "210", years: monthsFrom(0, paid_months_origin) })];
          const claim = { monthlyBenefit: monthly_benefit, entitledMonths: months, drawnMonths: already_paid_months };
          const wish = { kind: "unemployment" as const, from: here, to: there, claims: true as const, ...claim };
          const found = moneyOf(aSituation({ known: { relations }, wish }, policy, today));
          return output("funds", found, ({ money }) => yuan(money?.total ?? 0));
        },
        { decimals: ["funds"] },
      ),
    },
  };
};

/** Longer than any time that a rule asks to be without a break. */
const LONG = 60;

/** Who is of that age on a day. */
function bornBefore(today: PlainDate, age: number): PlainDate {
  const birth = `${String(Number(today.slice(0, 4)) - age).padStart(4, "0")}-01-01` as PlainDate; // there is a first of January every year
  return ageOn(birth, today) === age ? birth : today;
}
