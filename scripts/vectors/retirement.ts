import * as v from "valibot";
import { type PlainDate, PlainMonth } from "../../shared/kernel/calendar.ts";
import { decimal } from "../../shared/kernel/exact.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { type Retirement, retirementOf } from "../../shared/retirement/age.ts";
import { minimumMonths } from "../../shared/retirement/minimum.ts";
import { payoutMonths } from "../../shared/retirement/payout.ts";
import { age, output, outputs, year, yearsAndMonths } from "./inputs.ts";
import { runner, type Section } from "./section.ts";

const RETIREMENT = [
  "delay_months",
  "age_years",
  "age_months",
  "retire_month",
  "min_contribution_months",
  "earliest_flexible_age",
  "earliest_flexible_month",
  "min_contribution_months_if_earliest",
  "latest_flexible_month",
];

function retirementOutputs({ delayMonths, ageMonths, month, minimumMonths, flexible }: Retirement) {
  const [age_years, age_months] = yearsAndMonths(ageMonths);
  return {
    delay_months: delayMonths,
    age_years,
    age_months,
    retire_month: month,
    min_contribution_months: minimumMonths,
    earliest_flexible_age: flexible && yearsAndMonths(flexible.earliestAgeMonths),
    earliest_flexible_month: flexible?.earliest ?? null,
    min_contribution_months_if_earliest: flexible?.minimumMonthsIfEarliest ?? null,
    latest_flexible_month: flexible?.latest ?? null,
  };
}

export const retirementSections = (policy: Policy): Record<string, Section> => {
  const law = (asOf: PlainDate) => policy({ region: "national", asOf });
  return {
    retirement_age: {
      cases: runner(v.object({ category: v.picklist(["M60", "F55", "F50"]), birth: PlainMonth }), (life, today) =>
        outputs(retirementOf(life, law(today)), RETIREMENT, retirementOutputs),
      ),
    },
    min_contribution_years: {
      cases: runner(v.object({ retire_year: year }), ({ retire_year }, today) =>
        output("months", minimumMonths(v.parse(PlainMonth, `${String(retire_year).padStart(4, "0")}-12`), law(today))),
      ),
    },
    payout_months: {
      cases: runner(
        v.object({ age }),
        (person, today) => output("months", payoutMonths(person.age, law(today)), (months) => months && decimal(months, 1)),
        { decimals: ["months"] },
      ),
    },
  };
};
