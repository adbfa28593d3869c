import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type TwoProvinces, wherePaid } from "../../shared/estimate/where-paid.ts";
import { saidBy } from "../support/chance.ts";
import { lawLacking, lawOf } from "../support/policy.ts";

const courier: TwoProvinces = {
  hukou: "34",
  work: "32",
  monthsAtHukou: 0,
  monthsAtWork: 24,
  monthsAhead: 412,
  sex: "M",
  age: 28,
};
const paid = (differences: Partial<TwoProvinces> = {}) => saidBy(wherePaid({ ...courier, ...differences }, lawOf()));

describe("a courier from Huainan who pays in Nanjing", () => {
  test("would draw at home today, and in Jiangsu after eight more years there", () => {
    expect(paid()).toEqual({
      today: { province: "34", rule: "R4_FALLBACK_HUKOU" },
      later: { province: "32", rule: "R2_RELATION_10Y" },
      monthsToStay: 96,
      temporary: "no",
    });
  });

  test.each([
    { when: "ten years are full there", life: { monthsAtWork: 120 }, today: "32 R2_RELATION_10Y", monthsToStay: 0 },
    {
      when: "too little time is left",
      life: { monthsAtWork: 0, monthsAhead: 119 },
      today: "34 R4_FALLBACK_HUKOU",
      monthsToStay: null,
    },
    { when: "ten years were paid at home", life: { monthsAtHukou: 120 }, today: "34 R3_LAST_10Y_PLACE", monthsToStay: 96 },
    { when: "home is where they work", life: { work: "34" }, today: "34 R1_HUKOU", monthsToStay: null },
  ])("draws in $today when $when", ({ life, today, monthsToStay }) => {
    const found = paid(life);
    expect([`${found.today.province} ${found.today.rule}`, found.monthsToStay]).toEqual([today, monthsToStay]);
  });
});

describe("a temporary account", () => {
  test.each([
    { when: "a man of 49 begins elsewhere", life: { age: 49, monthsAtWork: 0 }, temporary: "no" },
    { when: "a man of 50 begins elsewhere", life: { age: 50, monthsAtWork: 0 }, temporary: "yes" },
    { when: "a woman of 40 begins elsewhere", life: { sex: "F" as const, age: 40, monthsAtWork: 0 }, temporary: "yes" },
    { when: "a man of 50 begins at home", life: { age: 50, monthsAtWork: 0, work: "34" }, temporary: "no" },
    { when: "a man of 52 has paid there for five years", life: { age: 52, monthsAtWork: 60 }, temporary: "no" },
    { when: "a man of 50 has paid there for a year", life: { age: 50, monthsAtWork: 12 }, temporary: "no" },
    {
      when: "a man of 50 began there eleven months ago, perhaps at 50",
      life: { age: 50, monthsAtWork: 11 },
      temporary: "unsure",
    },
    { when: "a man of 58 has paid there for five years", life: { age: 58, monthsAtWork: 60 }, temporary: "unsure" },
  ])("is $temporary when $when", ({ life, temporary }) => {
    expect(paid(life).temporary).toBe(temporary);
  });

  test("gives no place: its months never count", () => {
    expect(paid({ age: 50, monthsAtWork: 0, monthsAhead: 156 })).toMatchObject({
      later: { province: "34", rule: "R4_FALLBACK_HUKOU" },
      monthsToStay: null,
    });
  });
});

test.each(["pension-transfer.relation-months", "temporary-account.age-men"] as const)(
  "without %s nobody can say where, but staff",
  (key) => {
    expect(wherePaid(courier, lawLacking(key))).toEqual({ ok: false, refusal: { code: "needs-staff", key } });
  },
);

test("paying on at work never takes the pension further away from there", () => {
  const life = fc.record({
    hukou: fc.constantFrom("34", "32"),
    work: fc.constant("32"),
    monthsAtHukou: fc.nat(300),
    monthsAtWork: fc.nat(300),
    monthsAhead: fc.nat(500),
    sex: fc.constantFrom("M" as const, "F" as const),
    age: fc.integer({ min: 16, max: 64 }),
  });
  fc.assert(
    fc.property(life, (given) => {
      const { today, later } = paid(given);
      return today.province !== given.work || later.province === given.work;
    }),
  );
});
