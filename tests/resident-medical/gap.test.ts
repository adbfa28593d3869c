import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import { medicalFees } from "../../shared/resident-medical/fees.ts";
import { loyaltyBonus } from "../../shared/resident-medical/incentive.ts";
import { newbornCover } from "../../shared/resident-medical/newborn.ts";
import { waitingBy, waitingMonths, waitingRule } from "../../shared/resident-medical/waiting.ts";
import { saidBy } from "../support/chance.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";

const gap = fc.record({
  inWindow: fc.boolean(),
  missedYears: fc.nat(30),
  repairedYears: fc.nat(30),
  newborn: fc.boolean(),
});
const waiting = (given: typeof gap extends fc.Arbitrary<infer Gap> ? Gap : never) => saidBy(waitingMonths(given, lawOf()));
const paidIn = (missedYears: number, repairedYears = 0) =>
  waiting({ inWindow: true, missedYears, repairedYears, newborn: false });

describe("the wait after a gap", () => {
  test("is never shorter for another missed year, and never longer for another repaired one", () => {
    fc.assert(
      fc.property(gap, (given) => {
        const now = waiting(given);
        return (
          waiting({ ...given, missedYears: given.missedYears + 1 }) >= now &&
          waiting({ ...given, repairedYears: given.repairedYears + 1 }) <= now &&
          waiting({ ...given, inWindow: true }) <= now
        );
      }),
    );
  });

  test.each([
    { missed: 0, repaired: 0, months: 0 },
    { missed: 1, repaired: 0, months: 4 },
    { missed: 3, repaired: 0, months: 6 },
    { missed: 3, repaired: 3, months: 3 },
    { missed: 4, repaired: 0, months: 7 },
    { missed: 4, repaired: 1, months: 6 },
    { missed: 4, repaired: 4, months: 6 },
    { missed: 10, repaired: 3, months: 10 },
  ])("of $missed years, $repaired of them repaired, is $months months", ({ missed, repaired, months }) => {
    expect(paidIn(missed, repaired)).toBe(months);
  });

  test.each([
    { when: "a newborn", gap: { inWindow: false, missedYears: 2, repairedYears: 0, newborn: true } },
    { when: "who paid in the window, without a gap", gap: { inWindow: true, missedYears: 0, repairedYears: 0, newborn: false } },
  ])("is nothing for $when, and no number is asked for", ({ gap }) => {
    const nobodySaid = lawWith([anEntry({ key: "resident-medical.fixed-waiting", from: "2099-01-01", value: "3" })]);
    expect(waitingMonths(gap, nobodySaid)).toEqual({ ok: true, value: 0 });
    expect(waitingBy(saidBy(waitingRule(lawOf())), gap)).toEqual({ fixed: 0, variable: 0, raised: 0 });
  });

  test("counts one year less where the region reads the notice so", () => {
    const law = lawWith([anEntry({ key: "resident-medical.variable-offset", value: "1" })]);
    const months = [0, 1, 2].map((missedYears) =>
      saidBy(waitingMonths({ inWindow: false, missedYears, repairedYears: 0, newborn: false }, law)),
    );
    expect(months).toEqual([3, 3, 4]);
  });
});

describe("the reward for staying", () => {
  const bonus = (consecutiveYears: number, zeroClaimYears: number, bonusUsed = false, originalCap = 30_000_000) =>
    saidBy(loyaltyBonus({ consecutiveYears, zeroClaimYears, bonusUsed, originalCap }, lawOf()));

  test.each([
    { years: 4, claimless: 0, fen: 0 },
    { years: 5, claimless: 0, fen: 100_000 },
    { years: 3, claimless: 1, fen: 100_000 },
    { years: 34, claimless: 30, fen: 6_000_000 },
    { years: 35, claimless: 30, fen: 6_000_000 },
  ])("after $years years, $claimless without a claim, is $fen fen", ({ years, claimless, fen }) => {
    expect(bonus(years, claimless)).toBe(fen);
  });

  test("for years without a claim is gone once it was used", () => {
    expect(bonus(6, 9, true)).toBe(200_000);
  });

  test("never passes a fifth of the cap, whatever the cap", () => {
    fc.assert(
      fc.property(fc.nat(90), fc.nat(90), fc.boolean(), fc.nat(90_000_000), (years, claimless, used, cap) => {
        const fen = bonus(years, claimless, used, cap);
        return fen >= 0 && fen <= Math.round(cap / 5) && bonus(years + 1, claimless, used, cap) >= fen;
      }),
    );
  });
});

describe("a child", () => {
  const birth = v.parse(PlainDate, "2026-09-01");

  test.each([
    { days: 0, from: birth },
    { days: 90, from: birth },
    { days: 91, from: null },
  ])("enrolled on day $days is covered from $from", ({ days, from }) => {
    expect(saidBy(newbornCover({ birth, enrolled: plusDays(birth, days) }, lawOf()))).toEqual({ days, benefitFrom: from });
  });
});

test("the fee of a year is known or not, apart from what the government adds", () => {
  const staff = { ok: false, refusal: { code: "needs-staff", key: "resident-medical.individual-minimum" } };
  expect(medicalFees(26, lawOf())).toMatchObject({ individual: staff, government: { ok: false } });
  expect(medicalFees(2027, lawOf())).toEqual({ individual: staff, government: { ok: true, value: 72_400 } });
  expect(medicalFees(2026, lawOf())).toEqual({
    individual: { ok: true, value: 40_000 },
    government: { ok: true, value: 70_000 },
  });
});
