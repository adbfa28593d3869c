import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  hasImpossibleYears,
  type ResidentLife,
  type ResidentPlan,
  residentStanding,
  tierInReach,
} from "../../shared/estimate/resident-plan.ts";
import { PlainMonth } from "../../shared/kernel/calendar.ts";
import type { Law } from "../../shared/policy/law.ts";
import { aMonth, fen, saidBy } from "../support/chance.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";

const month = (text: string) => v.parse(PlainMonth, text);
const aLife = (differences: Partial<ResidentLife> = {}): ResidentLife => ({
  birth: month("1968-05"),
  student: false,
  hardUp: false,
  paidYears: 13,
  account: 0,
  ...differences,
});
const weishan = lawOf("370826");
const standing = (life: Partial<ResidentLife>, law: Law = weishan) => saidBy(residentStanding(aLife(life), law));
const planned = (life: Partial<ResidentLife> = {}, law: Law = weishan): ResidentPlan => {
  const found = standing(life, law);
  if (found.is !== "plan") throw new Error(found.is);
  return found;
};
const monthly = ({ tiers }: ResidentPlan, growth = 0) => tiers.map(({ futures }) => futures[growth]!.pension.monthly);

describe("a fisherman of 58 in Weishan with 13 years", () => {
  test("has two payments to go, nothing to make up, and draws in the month he turns 60", () => {
    expect(planned()).toMatchObject({ draws: "2028-05", paymentsLeft: 2, missingYears: 0, minimumYears: 15 });
  });

  test("compares the tiers that the centre demands at least, and is told which of his place's own numbers are not loaded", () => {
    const { offer, tiers } = planned();

    expect([offer.own, offer.missing]).toEqual([false, ["resident-pension.tiers", "resident-pension.basic"]]);
    expect(tiers.map(({ tier }) => tier / 100)).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1500, 2000]);
    expect(tiers.map(({ subsidy }) => subsidy / 100).slice(2, 6)).toEqual([30, 30, 60, 60]);
  });

  test("gets with 500 a year 163 and a 139th of two payments with their subsidy, and has all back at 60 and a half", () => {
    const five = planned().tiers[4]!;

    expect(five).toMatchObject({ total: 100_000, given: 12_000, anotherYear: 403, takenOver: false });
    expect(five.futures[0]!.pension).toEqual({ basic: 16_300, account: 806, monthly: 17_106 });
    expect(five.paidBackAtMonths).toBe(60 * 12 + 6); // 1,000.00 / 171.06
  });

  test.each([
    { paidYears: 0, missingYears: 13, total: 750_000 },
    { paidYears: 12, missingYears: 1, total: 150_000 },
    { paidYears: 30, missingYears: 0, total: 100_000 },
  ])("who had $paidYears years makes up $missingYears without subsidy", ({ paidYears, missingYears, total }) => {
    const plan = planned({ paidYears });
    expect([plan.missingYears, plan.tiers[4]!.total, plan.tiers[4]!.given]).toEqual([missingYears, total, 12_000]);
  });

  test("who has 15 years already gets back what he pays on out of what it adds, for he would draw a pension anyway", () => {
    expect(planned({ paidYears: 15 }).tiers[4]!.paidBackAtMonths).toBe(60 * 12 + 125); // 1,000.00 / 8.06
  });
});

describe("the tiers of a place", () => {
  const own = [
    anEntry({ key: "resident-pension.tiers", region: "370826", value: "300 5000" }),
    anEntry({ key: "resident-pension.subsidy", region: "370826", value: "0:30 300:40 5000:200" }),
    anEntry({ key: "resident-pension.basic", region: "370826", value: "200" }),
  ];
  const law = lawWith(own, "370826");

  test("are its own where they are loaded, and nothing is said to be missing", () => {
    const { offer } = planned({}, law);
    expect(offer.tiers).toEqual([
      { tier: 30_000, subsidy: 4_000 },
      { tier: 500_000, subsidy: 20_000 },
    ]);
    expect([offer.basic, offer.missing]).toEqual([20_000, []]);
  });

  test("are its own also where its basic pension is not known", () => {
    const { offer } = planned({}, lawWith(own.slice(0, 2), "370826"));
    expect([offer.own, offer.basic, offer.missing]).toEqual([true, 16_300, ["resident-pension.basic"]]);
  });

  test("have the tier kept for hard-up people beside them, for those it is kept for", () => {
    const { tiers } = planned({ hardUp: true }, law);
    expect(tiers.map(({ tier, subsidy, takenOver }) => [tier, subsidy, takenOver])).toEqual([
      [10_000, 3_000, true],
      [30_000, 4_000, false],
      [500_000, 20_000, false],
    ]);
  });

  test("begin in Anhui with the lowest that is known, with its confidence; 100 stays for those it is kept for", () => {
    const lowest = (hardUp: boolean) => planned({ hardUp }, lawOf("340422")).tiers[0]!;
    expect([lowest(false).tier, lowest(true).tier, lowest(true).takenOver]).toEqual([20_000, 10_000, true]);
    expect(planned({}, lawOf("340422")).offer.lowest).toMatchObject({ region: "340000", confidence: "low" });
    expect(planned().offer.lowest).toBeUndefined();
  });

  test("of its own are all there is, and the tier kept for hard-up people stands among them once", () => {
    const withKept = lawWith(
      [...own.slice(1), anEntry({ key: "resident-pension.tiers", region: "370826", value: "100 300" })],
      "370826",
    );
    expect(planned({ hardUp: true }, withKept).tiers.map(({ tier }) => tier)).toEqual([10_000, 30_000]);
    expect(planned({ hardUp: false }, law).tiers.map(({ tier }) => tier)).toEqual([30_000, 500_000]);
  });

  test("keep below the lowest that is known only the one for hard-up people", () => {
    const floor = anEntry({ key: "resident-pension.lowest-tier", region: "370826", value: "400" });
    const lowest = (hardUp: boolean) => planned({ hardUp }, lawWith([floor], "370826")).tiers.map(({ tier }) => tier / 100);
    expect(lowest(true).slice(0, 2)).toEqual([100, 400]);
    expect(lowest(false)[0]).toBe(400);
    expect(planned({}, lawOf("340422")).offer.highest).toMatchObject({ value: "6000" });
  });

  test("that are too small to add a fen a month are never paid back to who draws a pension anyway", () => {
    const nothing = [anEntry({ key: "resident-pension.subsidy", region: "370826", value: "0:0" }), ...own.slice(2)];
    const without = lawWith([anEntry({ key: "resident-pension.tiers", region: "370826", value: "0.10" }), ...nothing], "370826");
    expect(planned({ paidYears: 15 }, without).tiers[0]!.paidBackAtMonths).toBeNull();
  });

  test.each([
    "resident-pension.from-age",
    "resident-pension.benefit-age",
    "resident-pension.national-tiers",
    "resident-pension.national-subsidy",
    "resident-pension.national-basic",
    "resident-pension.tier-for-hard-up",
    "estimate.wage-growth",
  ] as const)("cannot be reckoned with where %s has expired: staff are to be asked", (key) => {
    const expired = lawWith([anEntry({ key, to: "2025-12-31", value: "16" })], "370826");
    expect(residentStanding(aLife(), expired)).toEqual({ ok: false, refusal: { code: "needs-staff", key } });
  });
});

describe("somebody who has nothing to choose", () => {
  test.each([
    { when: "16 next month", birth: "2010-12", found: { is: "too-young", from: "2026-12" } },
    { when: "16 this month", birth: "2010-11", found: { is: "plan" } },
    { when: "60 next month", birth: "1966-12", found: { is: "plan", paymentsLeft: 1 } },
    { when: "60 this month", birth: "1966-11", found: { is: "of-age", missingYears: 2, benefitAge: 60 } },
    { when: "104", birth: "1922-01", found: { is: "of-age" } },
  ])("when $when, is $found.is", ({ birth, found }) => {
    expect(standing({ birth: month(birth) })).toMatchObject(found);
  });

  test("when at school, is told so, but not at 60", () => {
    expect(standing({ student: true, birth: month("2006-01") })).toEqual({ is: "student" });
    expect(standing({ student: true, birth: month("1960-01") }).is).toBe("of-age");
  });
});

test.each([
  { birth: "1968-05", paidYears: 43, impossible: false },
  { birth: "1968-05", paidYears: 44, impossible: true },
  { birth: "2010-11", paidYears: 1, impossible: false },
  { birth: "2010-11", paidYears: 2, impossible: true },
  { birth: "2009-12", paidYears: 2, impossible: false }, // sixteen in December 2025: for that year and for this
  { birth: "2009-12", paidYears: 3, impossible: true },
  { birth: "2010-12", paidYears: 1, impossible: true },
  { birth: "2020-01", paidYears: 1, impossible: true },
  { birth: "2020-01", paidYears: 0, impossible: false },
])("$paidYears years of who was born in $birth: impossible $impossible", ({ birth, paidYears, impossible }) => {
  expect(hasImpossibleYears(aLife({ birth: month(birth), paidYears }), weishan)).toBe(impossible);
});

test.each([
  { canPay: undefined, tier: 20_000 }, // the lowest is kept for who is hard up
  { canPay: undefined, hardUp: true, tier: 10_000 },
  { canPay: 10_000, tier: 10_000 },
  { canPay: 69_999, tier: 60_000 },
  { canPay: 9_000_000, tier: 200_000 },
  { canPay: 9_999, tier: undefined },
])("$canPay fen a year, hard up $hardUp, reach the tier $tier", ({ canPay, hardUp = false, tier }) => {
  expect(tierInReach(planned({ hardUp }), { canPay, hardUp })?.tier).toBe(tier);
});

describe("whoever it is", () => {
  const life = fc.record({
    birth: aMonth(1967, 2010).filter((born) => born <= "2010-11"),
    student: fc.constant(false),
    hardUp: fc.boolean(),
    paidYears: fc.nat(45),
    account: fen(20_000_000),
  });

  test("a higher tier never brings less a month, with any growth, nor does more growth", () => {
    fc.assert(
      fc.property(life, (given) => {
        const plan = planned(given);
        const rows = [0, 1, 2].map((growth) => monthly(plan, growth));
        return rows.every((row, growth) =>
          row.every((amount, at) => amount >= (row[at - 1] ?? 0) && amount >= (rows[growth - 1]?.[at] ?? 0)),
        );
      }),
      { numRuns: 30 },
    );
  });

  test("every fen that is paid or given is on the account that the pension is reckoned from", () => {
    fc.assert(
      fc.property(life, (given) => {
        const { tiers, paymentsLeft, missingYears, payoutMonths } = planned(given);
        return tiers.every(({ tier, subsidy, total, given: added, futures }) => {
          const saved = given.account + total + added;
          const isWhole = total + added === paymentsLeft * (tier + subsidy) + missingYears * tier;
          return isWhole && Math.abs(futures[0]!.pension.account * payoutMonths - saved) <= payoutMonths / 2;
        });
      }),
      { numRuns: 30 },
    );
  });

  test("an earlier birth never leaves more payments, and a year more paid never leaves more to make up", () => {
    fc.assert(
      fc.property(life, aMonth(1967, 2009), (given, birth) => {
        const [one, other] = [planned(given), planned({ ...given, birth })];
        const inOrder = given.birth <= birth ? one.paymentsLeft <= other.paymentsLeft : one.paymentsLeft >= other.paymentsLeft;
        return inOrder && planned({ ...given, paidYears: given.paidYears + 1 }).missingYears <= one.missingYears;
      }),
      { numRuns: 30 },
    );
  });

  test("another year never adds less than nothing, and what is paid comes back after the pension has begun", () => {
    fc.assert(
      fc.property(life, (given) =>
        planned(given).tiers.every(
          ({ anotherYear, paidBackAtMonths }) => anotherYear >= 0 && (paidBackAtMonths ?? 721) > 60 * 12,
        ),
      ),
      { numRuns: 30 },
    );
  });
});
