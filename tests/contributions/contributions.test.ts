import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { employeeContribution } from "../../shared/contributions/employee.ts";
import { flexibleContribution } from "../../shared/contributions/flexible.ts";
import { deemedDue, lateFee } from "../../shared/contributions/late-fee.ts";
import { chooseTier, nationalSubsidy, residentTiers } from "../../shared/contributions/resident.ts";
import { fen, saidBy } from "../support/chance.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";

const flexible = (average: number, chosen: number, periodMonths = 1) =>
  saidBy(flexibleContribution({ average, chosen, periodMonths }, lawOf()));

describe("a flexible worker", () => {
  test.each([
    { when: "a fen below the floor", chosen: 479_999, clamped: "floor", base: 480_000 },
    { when: "on the floor", chosen: 480_000, clamped: null, base: 480_000 },
    { when: "on the cap", chosen: 2_400_000, clamped: null, base: 2_400_000 },
    { when: "a fen above the cap", chosen: 2_400_001, clamped: "cap", base: 2_400_000 },
  ])("who chooses $when is told of $clamped", ({ chosen, clamped, base }) => {
    expect(flexible(800_000, chosen)).toMatchObject({ clamped, base });
  });

  test("pays what goes to the account and to the pool, to the fen, each month and over the period", () => {
    fc.assert(
      fc.property(fen(5_000_000), fen(20_000_000), fc.integer({ min: 1, max: 12 }), (average, chosen, periodMonths) => {
        const { month, toAccount, toPool, period } = flexible(average, chosen, periodMonths);
        return month === toAccount + toPool && period === month * periodMonths;
      }),
    );
  });

  test("never pays less for a higher base", () => {
    fc.assert(
      fc.property(fen(5_000_000), fen(20_000_000), fen(1_000_000), (average, chosen, more) => {
        const [now, then] = [flexible(average, chosen), flexible(average, chosen + more)];
        return then.month >= now.month && then.base >= now.base;
      }),
    );
  });

  test("pays on the unrounded limit, not on the one that is shown", () => {
    // 60 % of 7,375.51 is 4,425.306: shown 4,425.31, 8 % of it 354.02448
    expect(flexible(737_551, 0)).toMatchObject({ base: 442_531, toAccount: 35_402, toPool: 53_104 });
  });
});

describe("an employee", () => {
  test.each([
    { wage: 479_999, base: 480_000, clamped: "floor", employee: 38_400, employer: 76_800 },
    { wage: 480_000, base: 480_000, clamped: null, employee: 38_400, employer: 76_800 },
    { wage: 480_006, base: 480_006, clamped: null, employee: 38_400, employer: 76_801 },
    { wage: 2_400_001, base: 2_400_000, clamped: "cap", employee: 192_000, employer: 384_000 },
  ])("with a wage of $wage fen pays on $base", ({ wage, ...paid }) => {
    expect(saidBy(employeeContribution({ wage, floor: 480_000, cap: 2_400_000 }, lawOf()))).toEqual(paid);
  });

  test("and the employer need staff for a year before the rates", () => {
    const asked = { wage: 1, floor: 1, cap: 1 };
    expect(employeeContribution(asked, lawOf("national", "2019-04-30"))).toEqual({
      ok: false,
      refusal: { code: "needs-staff", key: "employee-pension.employer-rate" },
    });
  });
});

describe("tiers of the resident pension", () => {
  const local = [
    anEntry({ key: "resident-pension.tiers", region: "370800", value: "200 500 3000" }),
    anEntry({ key: "resident-pension.subsidy", region: "370800", value: "200:40 500:80" }),
  ];
  const law = lawWith(local, "370826");

  test("are those of the place, with what the government adds", () => {
    expect(saidBy(residentTiers(law))).toEqual([
      { tier: 20_000, subsidy: 4_000 },
      { tier: 50_000, subsidy: 8_000 },
      { tier: 300_000, subsidy: 8_000 },
    ]);
    expect(chooseTier(50_000, law)).toEqual({ ok: true, value: { tier: 50_000, subsidy: 8_000 } });
  });

  test("that the place does not offer are refused with those it does", () => {
    expect(chooseTier(10_000, law)).toEqual({
      ok: false,
      refusal: { code: "contributions.tier-not-offered", offered: [20_000, 50_000, 300_000] },
    });
  });

  test("need staff where the place is not loaded, in Weishan too", () => {
    const refusal = { code: "needs-staff", key: "resident-pension.tiers" };
    expect(chooseTier(50_000, lawOf("370826"))).toEqual({ ok: false, refusal });
  });

  test.each([
    { tier: 10_000, subsidy: 3_000 },
    { tier: 49_999, subsidy: 3_000 },
    { tier: 50_000, subsidy: 6_000 },
    { tier: 600_000, subsidy: 6_000 },
  ])("of $tier fen have at least $subsidy fen added everywhere", ({ tier, subsidy }) => {
    expect(nationalSubsidy(tier, lawOf())).toEqual({ ok: true, value: subsidy });
  });
});

describe("an employer who is late", () => {
  test.each([
    { owed: 1_000_000, days: 0, fee: 0 },
    { owed: 1_000_000, days: 30, fee: 15_000 },
    { owed: 999, days: 1, fee: 0 },
    { owed: 1_000, days: 1, fee: 1 },
  ])("owes $fee fen on $owed after $days days", ({ owed, days, fee }) => {
    expect(lateFee({ owed, days }, lawOf())).toEqual({ ok: true, value: fee });
  });

  test("and does not declare is taken to owe a tenth more than the month before", () => {
    expect(deemedDue(123_455, lawOf())).toEqual({ ok: true, value: 135_801 });
  });
});
