import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type EmployeeFuture, employeeFuture, employeePlan, type WorkerLife } from "../../shared/estimate/employee-outlook.ts";
import { flexibleCosts } from "../../shared/estimate/flexible-costs.ts";
import { PlainMonth } from "../../shared/kernel/calendar.ts";
import { decimal } from "../../shared/kernel/exact.ts";
import { aCategory, aMonth, fen, saidBy } from "../support/chance.ts";
import { anEntry, lawLacking, lawWith } from "../support/policy.ts";

const law = lawWith([
  anEntry({ key: "contribution-base.average-wage", region: "national", value: "8000" }),
  anEntry({ key: "employee-pension.calculation-base", region: "national", value: "9000" }),
]);
const aLife = (differences: Partial<WorkerLife> = {}): WorkerLife => ({
  category: "M60",
  birth: v.parse(PlainMonth, "1998-03"),
  paidMonths: 0,
  account: 0,
  ...differences,
});
function future(life: Partial<WorkerLife>, chosen: number | null = null, calculationBase: number | null = null): EmployeeFuture {
  const { limits, pension } = flexibleCosts({ chosen, toldFloor: null }, law);
  const paidOn = { contribution: saidBy(pension), average: saidBy(limits).average, calculationBase };
  return saidBy(employeeFuture(aLife(life), paidOn, law));
}
const monthly = ({ futures }: EmployeeFuture, growth = 0) => futures[growth]!.pension.total!;

describe("a courier of 28", () => {
  test("pays 412 months until March 2061, when 240 are needed", () => {
    expect(saidBy(employeePlan(aLife(), law))).toEqual({
      from: "2061-03",
      ageMonths: 63 * 12,
      monthsAhead: 412,
      months: 412,
      minimum: 240,
      missing: 0,
    });
  });

  test("on the lowest base gets 3,823.97 a month in today's money: 2,471.76 basic and 1,352.21 from the account", () => {
    const { futures, index, base } = future({});

    expect([decimal(index, 2), base]).toEqual(["0.60", 900_000]);
    // (9000 + 9000 × 0.6) ÷ 2 × 34.33 × 1 % and 384.00 × 412 ÷ 117
    expect(futures[0]!.pension).toMatchObject({ basic: 247_176, account: 135_221, total: 382_397 });
  });

  test("loses some of it for each year without payment", () => {
    // a hundredth of the middle base, and twelve payments into the account over 117 months
    expect(future({}).lessForAYear).toBe(247_176 - 239_976 + (135_221 - 131_282));
  });

  test("may say the calculation base where it is not loaded; nothing stands in for it", () => {
    const without = lawWith([anEntry({ key: "employee-pension.calculation-base", region: "110000" })], "320100");
    const { limits, pension } = flexibleCosts({ chosen: null, toldFloor: 480_000 }, without);
    const paidOn = { contribution: saidBy(pension), average: saidBy(limits).average };

    expect(employeeFuture(aLife(), { ...paidOn, calculationBase: null }, without)).toEqual({
      ok: false,
      refusal: { code: "needs-staff", key: "employee-pension.calculation-base" },
    });
    expect(monthly(saidBy(employeeFuture(aLife(), { ...paidOn, calculationBase: 900_000 }, without)))).toBe(382_397);
  });
});

describe("whoever is late", () => {
  test("has months missing at the pension age, and sees what is paid by then", () => {
    const life = aLife({ birth: v.parse(PlainMonth, "1970-03"), paidMonths: 24 });
    const plan = saidBy(employeePlan(life, law));

    expect(plan).toMatchObject({ from: "2031-07", monthsAhead: 56, months: 80, minimum: 192, missing: 112 });
  });

  test("is past the pension age: nothing is ahead", () => {
    const life = aLife({ birth: v.parse(PlainMonth, "1955-03"), paidMonths: 180 });
    expect(saidBy(employeePlan(life, law))).toMatchObject({ from: "2015-03", monthsAhead: 0, months: 180, missing: 0 });
    expect(future({ birth: life.birth, paidMonths: 180 }).lessForAYear).toBe(0);
  });
});

test.each(["retirement.m60.delay-cap", "employee-pension.payout-months", "estimate.wage-growth"] as const)(
  "without %s nobody can say what comes of it, but staff",
  (key) => {
    const { limits, pension } = flexibleCosts({ chosen: null, toldFloor: null }, law);
    const paidOn = { contribution: saidBy(pension), average: saidBy(limits).average, calculationBase: 900_000 };
    const refusal = { code: "needs-staff", key };

    expect(employeeFuture(aLife(), paidOn, lawLacking(key))).toEqual({ ok: false, refusal });
    if (key === "retirement.m60.delay-cap") expect(employeePlan(aLife(), lawLacking(key))).toEqual({ ok: false, refusal });
  },
);

test("a higher base, more months or more in the account never bring less", () => {
  const life = fc.record({ category: aCategory, birth: aMonth(1962, 2009), paidMonths: fc.nat(480), account: fen(50_000_000) });
  fc.assert(
    fc.property(life, fen(2_500_000), fen(500_000), fc.nat(60), fen(1_000_000), (given, chosen, more, months, saved) => {
      const now = future(given, chosen);
      const others = [
        future(given, chosen + more),
        future({ ...given, paidMonths: given.paidMonths + months }, chosen),
        future({ ...given, account: given.account + saved }, chosen),
      ];
      return others.every((other) => other.futures.every((_, growth) => monthly(other, growth) >= monthly(now, growth)));
    }),
    { numRuns: 60 },
  );
});

test("wages that grow faster never bring less, and a gap never brings more", () => {
  fc.assert(
    fc.property(aCategory, aMonth(1962, 2009), fen(2_500_000), (category, birth, chosen) => {
      const found = future({ category, birth }, chosen);
      const totals = found.futures.map((_, growth) => monthly(found, growth));
      return found.lessForAYear >= 0 && totals.every((total, index) => index === 0 || total >= totals[index - 1]!);
    }),
    { numRuns: 60 },
  );
});
