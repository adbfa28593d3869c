import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, exact, isLess, over, plus, whole } from "../../shared/kernel/exact.ts";
import { employeePension, estimateEmployeePension, yearsOf } from "../../shared/pension/employee.ts";
import { accountInterest } from "../../shared/pension/interest.ts";
import { estimateResidentPension, monthsToPayBack, residentPension } from "../../shared/pension/resident.ts";
import { anIndex, fen, saidBy } from "../support/chance.ts";
import { lawOf } from "../support/policy.ts";

const facts = fc.record({
  base: fen(5_000_000).map(exact),
  index: anIndex,
  months: fc.integer({ min: 180, max: 600 }),
  account: fen().map(exact),
  ageMonths: fc.integer({ min: 480, max: 840 }),
});
type Facts = typeof facts extends fc.Arbitrary<infer Drawn> ? Drawn : never;
const total = ({ months, ...rest }: Facts) => saidBy(employeePension({ ...rest, years: yearsOf(months) }, lawOf())).total!;

describe("an employee pension", () => {
  test("is never less for more months, a higher base, a higher index or more on the account", () => {
    fc.assert(
      fc.property(facts, fen(1_000_000), (given, more) => {
        const now = total(given);
        return (
          total({ ...given, months: given.months + 1 }) >= now &&
          total({ ...given, base: plus(given.base, exact(more)) }) >= now &&
          total({ ...given, index: plus(given.index, over(exact(1), exact(1000))) }) >= now &&
          total({ ...given, account: plus(given.account, exact(more)) }) >= now
        );
      }),
    );
  });

  test("is never less for who begins it later, all else being equal", () => {
    fc.assert(
      fc.property(
        facts,
        (given) => given.ageMonths === 840 || total({ ...given, ageMonths: given.ageMonths + 1 }) >= total(given),
      ),
    );
  });

  test("is the sum of its parts, to the fen", () => {
    fc.assert(
      fc.property(facts, anIndex, (given, rate) => {
        const transitional = { years: exact(7), rate };
        const pension = saidBy(employeePension({ ...given, years: yearsOf(given.months), transitional }, lawOf()));
        return pension.total === pension.basic + pension.transitional + pension.account!;
      }),
    );
  });

  test("of a woman of 50 with 208 months is what an agency awarded, and deemed years come on top", () => {
    const award = { base: exact(807_900), index: over(exact(84), exact(100)), years: yearsOf(208), account: exact(9_114_787) };
    const transitional = { years: over(exact(5), exact(2)), rate: over(exact(13), exact(1000)) };
    const parts = saidBy(employeePension({ ...award, ageMonths: 600, transitional }, lawOf()));
    expect(parts).toMatchObject({ basic: 128_808, account: 46_742, transitional: 22_056 }); // 8,079 × 0.84 × 2.5 × 1.3 %
  });

  test("counts years to two decimals", () => {
    expect([180, 181, 208, 0].map((months) => decimal(yearsOf(months), 2))).toEqual(["15.00", "15.08", "17.33", "0.00"]);
  });

  test("is estimated as a range: today's money first, and never less with more growth or more years ahead", () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 40 }), ({ months, ...rest }, yearsAhead) => {
        const estimate = (ahead: number) =>
          saidBy(estimateEmployeePension({ ...rest, years: yearsOf(months), yearsAhead: ahead }, lawOf())).map(
            ({ pension }) => pension.total!,
          );
        const [low, middle, high] = estimate(yearsAhead);
        return low === total({ months, ...rest }) && middle! >= low! && high! >= middle! && estimate(yearsAhead + 1)[2]! >= high!;
      }),
      { numRuns: 50 },
    );
  });

  test("in ten years at two per cent is a fifth more", () => {
    const person = { base: exact(800_000), index: exact(1), years: exact(15), account: exact(0), ageMonths: 720, yearsAhead: 10 };
    const [, two] = saidBy(estimateEmployeePension(person, lawOf()));
    expect(two?.pension.total).toBe(146_279); // 1,200.00 × 1.02^10 = 1,462.793…
  });
});

describe("a resident pension", () => {
  const person = fc.record({ basic: fen(100_000), account: fen(), yearlyPayment: fen(600_000), yearlySubsidy: fen(50_000) });

  test("is never less for a higher tier or another year", () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 0, max: 40 }), fen(100_000), (given, years, more) => {
        const monthly = (change: object, count = years) =>
          saidBy(estimateResidentPension({ ...given, ...change, years: count }, lawOf())).map(({ pension }) => pension.monthly);
        const now = monthly({});
        const isNoLess = (other: number[]) => other.every((amount, index) => amount >= now[index]!);
        return isNoLess(monthly({ yearlyPayment: given.yearlyPayment + more })) && isNoLess(monthly({}, years + 1));
      }),
      { numRuns: 50 },
    );
  });

  test("without growth is the basic pension and a 139th of all that was paid", () => {
    const given = { basic: 16_300, account: 69_000, yearlyPayment: 60_000, yearlySubsidy: 6_000, years: 10 };
    const [today, two] = saidBy(estimateResidentPension(given, lawOf()));
    expect(today?.pension).toEqual({ basic: 16_300, account: 5_245, monthly: 21_545 }); // (690 + 6,600) / 139 = 52.446
    expect(two?.pension.basic).toBe(19_870); // 163 × 1.02^10
    expect(two!.pension.account > 5_245).toBe(true);
  });

  test("adds what the region adds to the basic pension", () => {
    expect(saidBy(residentPension({ basic: 16_300, localExtra: 3_750, account: exact(13_900_00) }, lawOf()))).toEqual({
      basic: 20_050,
      account: 10_000,
      monthly: 30_050,
    });
  });

  test.each([
    { paid: 60_000, added: 432, months: 139 },
    { paid: 60_001, added: 432, months: 139 },
    { paid: 432, added: 432, months: 1 },
    { paid: 433, added: 432, months: 2 },
    { paid: 433, added: 0, months: null },
  ])("has paid back $paid fen after $months months of $added", ({ paid, added, months }) => {
    expect(monthsToPayBack(paid, added)).toBe(months);
  });
});

test.each([
  { year: 2016, rate: "0.0831" },
  { year: 2025, rate: "0.0150" },
])("an account earned $rate in $year", ({ year, rate }) => {
  expect(decimal(saidBy(accountInterest(year, lawOf())), 4)).toBe(rate);
});

test.each([16, 2015, 2026])("what an account earned in %i needs staff", (year) => {
  expect(accountInterest(year, lawOf())).toEqual({
    ok: false,
    refusal: { code: "needs-staff", key: "employee-pension.account-interest" },
  });
});

test("a fraction is compared exactly, whatever its signs", () => {
  expect(isLess(over(exact(1), exact(3)), over(exact(2), exact(6)))).toBe(false);
  expect(isLess(over(exact(1), exact(-3)), exact(0))).toBe(true);
  expect(isLess(exact(0), over(exact(1), exact(-3)))).toBe(false);
  expect(isLess(over(exact(1), exact(-3)), over(exact(-1), exact(3)))).toBe(false); // the same
  expect(() => over(exact(1), exact(0))).toThrow("exact.divided-by-zero");
  expect(decimal(over(exact(-1), exact(200)), 2)).toBe("-0.01");
  expect(decimal(exact(7), 0)).toBe("7");
});

test("an amount past what a number holds exactly is refused, not rounded", () => {
  expect(whole(exact(2n ** 53n - 1n))).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => whole(exact(2n ** 53n))).toThrow("exact.too-large");
});
