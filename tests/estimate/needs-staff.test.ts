import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { contributionOn } from "../../shared/contributions/flexible.ts";
import { baseLimits } from "../../shared/estimate/base-limits.ts";
import { employeeFuture } from "../../shared/estimate/employee-outlook.ts";
import { joiningOf } from "../../shared/estimate/joining.ts";
import { gapAnswer, loyaltyLost } from "../../shared/estimate/medical-gap.ts";
import { indexFits, pensionOutlook } from "../../shared/estimate/pension.ts";
import { residentStanding } from "../../shared/estimate/resident-plan.ts";
import { retirementOutlook } from "../../shared/estimate/retirement.ts";
import { wherePaid } from "../../shared/estimate/where-paid.ts";
import { PlainMonth } from "../../shared/kernel/calendar.ts";
import { exact } from "../../shared/kernel/exact.ts";
import type { Result } from "../../shared/kernel/result.ts";
import type { Key } from "../../shared/policy/keys.ts";
import { type Law, openPolicy } from "../../shared/policy/law.ts";
import { type Parameter, Region } from "../../shared/policy/parameter.ts";
import { saidBy } from "../support/chance.ts";
import { anEntry, lawWith, loaded, today } from "../support/policy.ts";

const birth = v.parse(PlainMonth, "1978-03");
const worker = { category: "M60" as const, birth, paidMonths: 151, account: 6_000_000 };
const pension = { ...worker, at: "statutory" as const, deemedMonths: 60, paysOn: true, index: exact(1), futureIndex: exact(1) };
const paidOn = (law: Law) => ({
  contribution: saidBy(contributionOn({ base: exact(500_000), clamped: null }, 12, law)),
  average: exact(800_000),
  calculationBase: null,
});
const resident = { birth, student: false, hardUp: true, paidYears: 3, account: 100_000 };
const gap = { inWindow: false, missedYears: 2, repairedYears: 1, paidOn: today, coverYear: 2026 };

/** `spares`: what is told openly as missing, or stood in for by what the person says or by what the centre asks at least. */
type Estimate = { of: (law: Law) => Result<unknown, unknown>; spares?: readonly Key[] };
const estimates: Readonly<Record<string, Estimate>> = {
  "my pension age": { of: (law) => retirementOutlook({ category: "M60", birth, paidMonths: 151 }, law) },
  "my employee pension": {
    of: (law) => pensionOutlook({ ...pension, baseTold: null }, law),
    spares: ["employee-pension.transitional-rate"],
  },
  "the index": { of: (law) => indexFits(exact(1), law) },
  "a flexible worker's pension": { of: (law) => employeeFuture(worker, paidOn(lawOver()), law) },
  "how to join": { of: (law) => joiningOf({ way: "ride", age: 28 }, law) },
  "the limits of the base": {
    of: (law) => baseLimits(300_000, law),
    spares: ["contribution-base.floor", "contribution-base.cap", "contribution-base.average-wage"],
  },
  "the tiers of the resident pension": {
    of: (law) => residentStanding(resident, law),
    spares: [
      "resident-pension.tiers",
      "resident-pension.subsidy",
      "resident-pension.basic",
      "resident-pension.lowest-tier",
      "resident-pension.highest-tier",
    ],
  },
  "a gap": {
    of: (law) => gapAnswer(gap, law),
    spares: ["resident-medical.individual-fee", "resident-medical.individual-minimum", "resident-medical.government-minimum"],
  },
  "what a gap loses": {
    of: (law) => loyaltyLost({ consecutiveYears: 5, zeroClaimYears: 1, missedYears: 0, coverYear: 2031 }, law),
  },
  "where the pension is paid": {
    of: (law) =>
      wherePaid({ hukou: "37", work: "32", monthsAtHukou: 1, monthsAtWork: 1, monthsAhead: 200, sex: "M", age: 48 }, law),
  },
};

const ofTheRegion = [
  anEntry({ key: "employee-pension.calculation-base", region: "370000", value: "7500" }),
  anEntry({ key: "employee-pension.transitional-rate", region: "370000", value: "0.013" }),
];
const parameters = [...loaded.filter(({ key }) => !ofTheRegion.some((entry) => entry.key === key)), ...ofTheRegion];
function lawOver(entries: readonly Parameter[] = parameters, onRead?: (entry: Parameter) => void): Law {
  return openPolicy(entries, onRead)({ region: v.parse(Region, "370826"), asOf: today });
}

describe.each(Object.entries(estimates))("an estimate of %s", (_, { of, spares = [] }) => {
  const read = new Set<Key>();
  saidBy(of(lawOver(parameters, ({ key }) => read.add(key))));
  const without = (key: Key) => of(lawOver(parameters.filter((entry) => entry.key !== key)));

  test("needs staff for whichever of its numbers is missing, and says which", () => {
    for (const key of read)
      if (!spares.includes(key)) expect(without(key)).toEqual({ ok: false, refusal: { code: "needs-staff", key } });
  });

  test("is made all the same without what can be stood in for", () => {
    for (const key of spares) expect([key, without(key).ok]).toEqual([key, true]);
  });
});

test("who may go on into a year whose minimum is not known needs staff, though the minimum of the statutory year is", () => {
  const law = lawWith([anEntry({ key: "employee-pension.minimum-months", to: "2032-12-31", value: "192" })]);
  const outlook = (month: string) => retirementOutlook({ category: "M60", birth: v.parse(PlainMonth, month) }, law);
  expect(outlook("1968-11")).toMatchObject({ ok: true }); // 2029-11, at the latest 2032-11
  const refusal = { code: "needs-staff", key: "employee-pension.minimum-months" };
  expect(outlook("1969-01")).toEqual({ ok: false, refusal }); // 2030-02, at the latest 2033-02
});
