import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { PlainMonth } from "../../shared/kernel/calendar.ts";
import { statutoryLimit } from "../../shared/limits/limits.ts";
import { benefitPlace, type WorkingLife } from "../../shared/transfer/benefit-place.ts";
import { decideMedicalMove } from "../../shared/transfer/medical.ts";
import { pensionFund } from "../../shared/transfer/pension-fund.ts";
import { opensTemporaryAccount } from "../../shared/transfer/temporary-account.ts";
import { unemploymentFund } from "../../shared/transfer/unemployment.ts";
import { decideSwitch } from "../../shared/transfer/urban-rural.ts";
import { benefitMonths, carriedOver } from "../../shared/unemployment/duration.ts";
import { fen, saidBy } from "../support/chance.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";

const place = (life: Partial<WorkingLife>) =>
  saidBy(benefitPlace({ hukou: "34", relation: "44", monthsByProvince: {}, order: [], temporaryAccounts: [], ...life }, lawOf()));

describe("the place of benefit", () => {
  const order = ["31", "32", "44"];
  test.each<{ when: string; life: Partial<WorkingLife>; found: string }>([
    { when: "the relation is at home", life: { relation: "34", monthsByProvince: { "32": 300 } }, found: "34 R1_HUKOU" },
    { when: "ten years are full where the relation is", life: { monthsByProvince: { "44": 120 } }, found: "44 R2_RELATION_10Y" },
    { when: "a month is missing there", life: { monthsByProvince: { "44": 119 } }, found: "34 R4_FALLBACK_HUKOU" },
    {
      when: "an earlier place had ten years",
      life: { monthsByProvince: { "31": 120, "44": 119 }, order },
      found: "31 R3_LAST_10Y_PLACE",
    },
    {
      when: "two earlier places had",
      life: { monthsByProvince: { "31": 200, "32": 120, "44": 1 }, order },
      found: "32 R3_LAST_10Y_PLACE",
    },
    {
      when: "the only long place held a temporary account",
      life: { monthsByProvince: { "32": 200, "44": 1 }, order, temporaryAccounts: ["32"] },
      found: "34 R4_FALLBACK_HUKOU",
    },
    {
      when: "a place came back later",
      life: { monthsByProvince: { "31": 130, "32": 130, "44": 1 }, order: ["31", "32", "31", "44"] },
      found: "31 R3_LAST_10Y_PLACE",
    },
    {
      when: "one time is not told",
      life: { monthsByProvince: { "31": 130, "32": 130 }, order: ["31"] },
      found: "31 R3_LAST_10Y_PLACE",
    },
    {
      when: "the time of the only long place is not told",
      life: { monthsByProvince: { "32": 130, "44": 1 }, order: ["44"] },
      found: "32 R3_LAST_10Y_PLACE",
    },
  ])("is decided by $found when $when", ({ life, found }) => {
    const { province, rule } = place(life);
    expect(`${province} ${rule}`).toBe(found);
  });

  test("is always the hukou, or a place with ten years", () => {
    const code = fc.constantFrom("31", "32", "34", "44", "51");
    const life = fc.record({
      hukou: code,
      relation: code,
      monthsByProvince: fc.dictionary(code, fc.nat(300)),
      order: fc.array(code, { maxLength: 6 }),
      temporaryAccounts: fc.uniqueArray(code, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(life, (given) => {
        const { province } = place(given);
        return province === given.hukou || (given.monthsByProvince[province] ?? 0) >= 120;
      }),
    );
  });
});

describe("a move to another province", () => {
  const move = (sex: "M" | "F", age: number, more = {}) =>
    saidBy(opensTemporaryAccount({ sex, age, returnsToHukou: false, approvedTransfer: false, ...more }, lawOf()));

  test("opens a temporary account from fifty for men, from forty for women", () => {
    expect([move("M", 49), move("M", 50), move("F", 39), move("F", 40)]).toEqual([false, true, false, true]);
  });

  test("opens none for who goes home, or was sent", () => {
    expect([move("M", 60, { returnsToHukou: true }), move("F", 60, { approvedTransfer: true })]).toEqual([false, false]);
  });

  const paid = fc.array(
    fc.record({ year: fc.integer({ min: 1990, max: 2026 }), monthlyBase: fen(3_000_000), months: fc.nat(12) }),
  );

  test("takes the account and a share of the wages, and no fen is lost between them", () => {
    fc.assert(
      fc.property(fen(), fen(), paid, (ownBefore1998, accountSince1998, bases) => {
        const fund = saidBy(pensionFund({ ownBefore1998, accountSince1998, bases }, lawOf()));
        return fund.account === ownBefore1998 + accountSince1998 && fund.total === fund.account + fund.pool;
      }),
    );
  });

  test("takes nothing from the pool for wages before accounts began, and rounds what it takes once", () => {
    const fund = (...bases: { year: number; monthlyBase: number; months: number }[]) =>
      saidBy(pensionFund({ ownBefore1998: 0, accountSince1998: 0, bases }, lawOf())).pool;
    expect(fund({ year: 1997, monthlyBase: 50_000, months: 12 })).toBe(0);
    expect(fund({ year: 1998, monthlyBase: 50_000, months: 12 })).toBe(72_000);
    expect(fund({ year: 2024, monthlyBase: 3, months: 1 }, { year: 2025, monthlyBase: 3, months: 1 })).toBe(1); // 0.36 twice
  });
});

describe("a switch between the employee and the resident pension", () => {
  const retires = v.parse(PlainMonth, "2035-06");
  const facts = { employeeMonths: 180, atRetirementAge: true, alreadyDrawing: false, retires };
  const follow = lawWith([anEntry({ key: "pension-switch.minimum-rule", value: "FOLLOW_MIN_YEARS" })]);

  test.each([
    { when: "already drawing", more: { alreadyDrawing: true, atRetirementAge: false }, decision: "REFUSE_ALREADY_DRAWING" },
    { when: "too young", more: { atRetirementAge: false }, decision: "WAIT_UNTIL_RETIREMENT_AGE" },
    { when: "fifteen years are paid", more: {}, decision: "TO_EMPLOYEE_SCHEME" },
    { when: "a month is missing", more: { employeeMonths: 179 }, decision: "TO_RESIDENT_SCHEME_OR_EXTEND" },
  ])("is $decision when $when", ({ more, decision }) => {
    expect(decideSwitch({ ...facts, ...more }, lawOf())).toEqual({ ok: true, value: decision });
  });

  test.each([
    { employeeMonths: 215, decision: "TO_RESIDENT_SCHEME_OR_EXTEND" },
    { employeeMonths: 216, decision: "TO_EMPLOYEE_SCHEME" },
  ])("follows the rising minimum where the parameter says so: $employeeMonths months", ({ employeeMonths, decision }) => {
    expect(decideSwitch({ ...facts, employeeMonths }, follow)).toEqual({ ok: true, value: decision });
  });
});

describe("medical insurance that moves", () => {
  const base = { gapMonths: 3, schemeChange: true, continuousTwoYears: true, backPaid: true };
  test.each([
    { when: "three months were paid for", more: {}, decision: "NO_WAIT_RETROACTIVE" },
    { when: "a fourth month is missing", more: { gapMonths: 4 }, decision: "WAIT_UP_TO_6_MONTHS" },
    { when: "the gap was not paid for", more: { backPaid: false }, decision: "LOCAL_RULE" },
    { when: "there was no gap to pay for", more: { gapMonths: 0, backPaid: false }, decision: "NO_WAIT_RETROACTIVE" },
    { when: "the scheme changes too early", more: { continuousTwoYears: false }, decision: "LOCAL_RULE" },
    { when: "the scheme stays", more: { continuousTwoYears: false, schemeChange: false }, decision: "NO_WAIT_RETROACTIVE" },
  ])("is $decision when $when", ({ more, decision }) => {
    expect(decideMedicalMove({ ...base, ...more }, lawOf())).toEqual({ ok: true, value: decision });
  });
});

describe("unemployment benefit", () => {
  test.each([
    [0, 0],
    [11, 0],
    [12, 12],
    [59, 12],
    [60, 18],
    [119, 18],
    [120, 24],
    [600, 24],
  ])("for %i paid months lasts %i months", (paidMonths, months) => {
    expect(benefitMonths(paidMonths, lawOf())).toEqual({ ok: true, value: months });
  });

  test("adds what was not used, up to two years", () => {
    const months = (unused: number) => saidBy(carriedOver({ entitled: 18, unused }, lawOf()));
    expect([months(0), months(6), months(7)]).toEqual([18, 24, 24]);
  });

  test.each([
    { paid: 11, drawn: 0, fund: 0 },
    { paid: 12, drawn: 0, fund: 2_700_000 },
    { paid: 12, drawn: 11, fund: 225_000 },
    { paid: 12, drawn: 13, fund: 0 },
  ])("moves with $fund fen after $paid paid and $drawn drawn months", ({ paid, drawn, fund }) => {
    const move = { paidMonthsAtOrigin: paid, monthlyBenefit: 150_000, entitledMonths: 12, drawnMonths: drawn };
    expect(unemploymentFund(move, lawOf())).toEqual({ ok: true, value: fund });
  });
});

test.each([
  { name: "pension-award" as const, limit: { days: 20, counted: "working-days" } },
  { name: "employer-registers" as const, limit: { days: 30, counted: "calendar-days" } },
])("the law gives $limit for $name", ({ name, limit }) => {
  expect(statutoryLimit(name, lawOf())).toEqual({ ok: true, value: limit });
});
