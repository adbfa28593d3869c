// My retirement: the month, why it is that one, and what each choice asks.
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { findingOnBirth, findingOnPaid } from "../../shared/estimate/plausible.ts";
import { type RetirementFacts, type RetirementOutlook, retirementOutlook } from "../../shared/estimate/retirement.ts";
import { PlainDate, PlainMonth } from "../../shared/kernel/calendar.ts";
import { anEntry, lawOf, lawWith, today } from "../support/policy.ts";

const month = (text: string) => v.parse(PlainMonth, text);
const law = lawOf("340400");

function outlookOf(category: RetirementFacts["category"], birth: string, paidMonths?: number, by = law): RetirementOutlook {
  const found = retirementOutlook({ category, birth: month(birth), paidMonths }, by);
  if (!found.ok) throw new Error(found.refusal.key);
  return found.value;
}

describe("when I can retire", () => {
  test("a woman in a worker's post, born in March 1975: 50 and two months, because two months of birth make one of delay", () => {
    const { month: when, ageMonths, delayMonths, why, choices } = outlookOf("F50", "1975-03");

    expect({ when, ageMonths, delayMonths }).toEqual({ when: "2025-05", ageMonths: 602, delayMonths: 2 });
    expect(why).toEqual({ original: 600, delayFrom: "1975-01", step: 2, cap: 60, cohort: 2 });
    expect(choices.map(({ which, month, past }) => ({ which, month, past }))).toEqual([
      { which: "earliest", month: "2025-03", past: true },
      { which: "statutory", month: "2025-05", past: true },
      { which: "latest", month: "2028-05", past: false },
    ]);
  });

  test("before 2025 there was no choice, so there is one line", () => {
    expect(outlookOf("M60", "1963-06").choices.map(({ which }) => which)).toEqual(["statutory"]);
  });

  test("each choice asks for the least months of its own year", () => {
    const { choices } = outlookOf("M60", "1978-03");

    expect(choices.map(({ month, minimumMonths }) => [month, minimumMonths])).toEqual([
      ["2038-03", 234],
      ["2041-03", 240],
      ["2044-03", 240],
    ]);
  });

  test.each([
    { when: "enough is paid", paid: 240, today: 0, ifPaidOn: 0 },
    { when: "it will be enough if every month is paid", paid: 151, today: 89, ifPaidOn: 0 },
    { when: "even that is not enough", paid: 60, today: 180, ifPaidOn: 8 },
  ])("says what is missing when $when", ({ paid, today: now, ifPaidOn }) => {
    expect(outlookOf("M60", "1978-03", paid).choices[1]?.missing).toEqual({ today: now, ifPaidOn });
  });

  test("says nothing of missing months to who said nothing of paying", () => {
    expect(outlookOf("F55", "1980-01").choices.map(({ missing }) => missing)).toEqual([null, null, null]);
  });

  test("a number that is not loaded is for staff", () => {
    const without = lawWith([anEntry({ key: "retirement.f55.delay-cap", value: "36", to: "2025-12-31" })]);

    expect(retirementOutlook({ category: "F55", birth: month("1980-01") }, without)).toEqual({
      ok: false,
      refusal: { code: "needs-staff", key: "retirement.f55.delay-cap" },
    });
  });

  test("is never earlier for a later birth, never later for more months paid, and the choices come in their order", () => {
    const births = fc
      .integer({ min: 1940 * 12, max: 2009 * 12 })
      .map((at) => month(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`));
    fc.assert(
      fc.property(
        fc.constantFrom("M60", "F55", "F50" as const),
        births,
        births,
        fc.nat(600),
        fc.nat(600),
        (category, a, b, paid, more) => {
          const [early, late] = a < b ? [a, b] : [b, a];
          const [one, other] = [outlookOf(category, early, paid), outlookOf(category, late, paid)];
          expect(one.month <= other.month).toBe(true);
          const months = one.choices.map(({ month: when }) => when);
          expect(months).toEqual([...months].sort());
          const richer = outlookOf(category, early, paid + more);
          for (const [index, { missing }] of one.choices.entries())
            expect(richer.choices[index]!.missing!.today).toBeLessThanOrEqual(missing!.today);
        },
      ),
    );
  });
});

describe("what cannot be meant", () => {
  const on = v.parse(PlainDate, "2026-11-22");
  test.each([
    { birth: "2010-12", says: "birth.too-young" },
    { birth: "2010-11", says: undefined },
    { birth: "1916-10", says: "birth.too-old" },
    { birth: "1916-11", says: undefined },
  ])("a birth in $birth: $says", ({ birth, says }) => {
    expect(findingOnBirth(month(birth), on)).toBe(says);
  });

  test("nobody has paid longer than they may have worked", () => {
    expect(findingOnPaid(229, month("1991-12"), today)).toBe("paid.too-many");
    expect(findingOnPaid(229, month("1991-11"), today)).toBeUndefined();
  });
});
