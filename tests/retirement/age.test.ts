import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { monthsBetween, PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import { decimal, isLess } from "../../shared/kernel/exact.ts";
import { type PostCategory, retirementOf } from "../../shared/retirement/age.ts";
import { minimumMonths, missingMonths } from "../../shared/retirement/minimum.ts";
import { payoutMonths } from "../../shared/retirement/payout.ts";
import { aCategory, aMonth, saidBy } from "../support/chance.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";

const month = (text: string) => v.parse(PlainMonth, text);
const retires = (category: PostCategory, birth: PlainMonth) => saidBy(retirementOf({ category, birth }, lawOf()));

describe("the pension age", () => {
  test.each([
    { category: "M60" as const, before: "1964-12", first: "1965-01", last: "1976-08", whole: "1976-09", delay: 36 },
    { category: "F55" as const, before: "1969-12", first: "1970-01", last: "1981-08", whole: "1981-09", delay: 36 },
    { category: "F50" as const, before: "1974-12", first: "1975-01", last: "1984-10", whole: "1984-11", delay: 60 },
  ])("of $category begins to rise for who was born in $first, and has risen for $whole", (row) => {
    const delays = [row.before, row.first, row.last, row.whole, "2020-01"].map(
      (birth) => retires(row.category, month(birth)).delayMonths,
    );
    expect(delays).toEqual([0, 1, row.delay - 1, row.delay, row.delay]);
  });

  test("is never reached earlier by who was born later", () => {
    fc.assert(
      fc.property(aCategory, aMonth(1940, 2026), (category, birth) => {
        const [one, next] = [retires(category, birth), retires(category, plusMonths(birth, 1))];
        return next.month > one.month && next.ageMonths >= one.ageMonths;
      }),
    );
  });

  test("may be chosen within three years of the statutory one, and never below the original", () => {
    fc.assert(
      fc.property(aCategory, aMonth(1940, 2026), (category, birth) => {
        const { flexible, month: statutory, ageMonths, delayMonths, minimumMonths: needed } = retires(category, birth);
        if (!flexible) return statutory < "2025-01";
        return (
          flexible.earliestAgeMonths >= ageMonths - delayMonths &&
          monthsBetween(flexible.earliest, statutory) <= 36 &&
          monthsBetween(statutory, flexible.latest) === 36 &&
          flexible.minimumMonthsIfEarliest <= needed
        );
      }),
    );
  });

  test.each([
    { birth: "1974-12", has: false },
    { birth: "1975-01", has: true },
  ])("leaves a choice to a woman worker born in $birth: $has", ({ birth, has }) => {
    expect(retires("F50", month(birth)).flexible !== null).toBe(has);
  });

  test("leaves the choice to who reaches it in the very month in which the choice begins", () => {
    const law = lawWith([anEntry({ key: "retirement.flexible-from", value: "2025-02" })]);
    expect(saidBy(retirementOf({ category: "M60", birth: month("1965-01") }, law)).flexible).not.toBeNull(); // 2025-02
  });

  test("needs staff where the decision of 2024 was not yet known", () => {
    const life = { category: "M60" as const, birth: month("1965-01") };
    expect(retirementOf(life, lawOf("national", "2024-09-12"))).toMatchObject({ ok: false, refusal: { code: "needs-staff" } });
  });
});

describe("the months to be paid", () => {
  test.each([
    { when: "2029-12", months: 180 },
    { when: "2030-01", months: 186 },
    { when: "2030-12", months: 186 },
    { when: "2031-01", months: 192 },
    { when: "2038-12", months: 234 },
    { when: "2039-01", months: 240 },
    { when: "2060-01", months: 240 },
  ])("are $months for who retires in $when", ({ when, months }) => {
    expect(minimumMonths(month(when), lawOf())).toEqual({ ok: true, value: months });
  });

  test("that are still missing end at none", () => {
    expect([missingMonths(0, 180), missingMonths(179, 180), missingMonths(180, 180), missingMonths(400, 180)]).toEqual([
      180, 1, 0, 0,
    ]);
  });
});

describe("the months over which an account is paid out", () => {
  test("fall with every month of age, from 233 at forty to 56 at seventy", () => {
    for (let age = 40 * 12; age < 70 * 12; age += 1) {
      const [now, later] = [saidBy(payoutMonths(age, lawOf())), saidBy(payoutMonths(age + 1, lawOf()))];
      expect(now && later && isLess(later, now)).toBe(true);
    }
    const ends = [480, 840].map((age) => decimal(saidBy(payoutMonths(age, lawOf()))!, 1));
    expect(ends).toEqual(["233.0", "56.0"]);
  });

  test.each([479, 841, 0, 1200])("are not known at an age of %i months", (age) => {
    expect(payoutMonths(age, lawOf())).toEqual({ ok: true, value: null });
  });
});
