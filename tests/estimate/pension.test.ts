// My employee pension: what it comes to, and what paying longer or more brings.
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  indexFits,
  indexLevels,
  laterYears,
  type PensionFacts,
  type PensionOutlook,
  pensionOutlook,
  pensionPlan,
  todaysTotal,
  withoutBase,
} from "../../shared/estimate/pension.ts";
import { PlainMonth } from "../../shared/kernel/calendar.ts";
import { decimal, exact } from "../../shared/kernel/exact.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";

const law = lawOf("340400");
const month = (text: string) => v.parse(PlainMonth, text);
const facts = (differences: Partial<PensionFacts> = {}): PensionFacts => ({
  category: "M60",
  birth: month("1978-03"),
  at: "statutory",
  paidMonths: 151,
  deemedMonths: 0,
  paysOn: true,
  index: exact("0.6"),
  futureIndex: exact("0.6"),
  account: 6_000_000,
  baseTold: 800_000,
  ...differences,
});
function outlookOf(differences: Partial<PensionFacts> = {}, by = law): PensionOutlook {
  const found = pensionOutlook(facts(differences), by);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

describe("what my pension would come to", () => {
  test("is the handbook's worked example for who has reached the month", () => {
    const { futures, plan, years, payout } = outlookOf({ birth: month("1964-12"), at: "statutory", paidMonths: 240 });

    expect({ ...plan, years: decimal(years, 2), payout: payout && decimal(payout, 1) }).toMatchObject({
      month: "2024-12",
      monthsAhead: 0,
      months: 240,
      years: "20.00",
      payout: "139.0",
    });
    expect(futures.map(({ pension: { basic, account, total } }) => ({ basic, account, total }))).toEqual(
      Array.from({ length: 3 }, () => ({ basic: 128_000, account: 43_165, total: 171_165 })),
    );
  });

  test("counts the months until then, and what they leave in the account, for who pays on", () => {
    const { plan, account } = outlookOf();

    expect(plan).toMatchObject({ month: "2041-03", monthsAhead: 172, months: 323, minimum: 240, missing: 0 });
    // 172 months of 8 % of 0.6 × 8,000 yuan, after 60,000.
    expect(account && decimal(account, 0)).toBe(String(6_000_000 + 172 * 38_400));
  });

  test("counts none of them for who stops, and says how many are missing", () => {
    expect(outlookOf({ paysOn: false }).plan).toMatchObject({ months: 151, missing: 89 });
  });

  test("weighs the index of what is still to be paid by its months", () => {
    const { index } = outlookOf({ futureIndex: exact(1) });

    expect(decimal(index, 4)).toBe(decimal(exact(`${(151 * 6 + 172 * 10).toString()}/3230`), 4));
  });

  test("takes the region's own base where it is loaded, and the person's where they say one", () => {
    const loaded = lawWith([anEntry({ key: "employee-pension.calculation-base", region: "340000", value: "7500" })], "340400");

    expect(outlookOf({ baseTold: null }, loaded)).toMatchObject({ base: 750_000, told: false });
    expect(outlookOf({}, loaded)).toMatchObject({ base: 800_000, told: true });
  });

  test("without a base it is for staff; what can be said without it is said", () => {
    const unknown = facts({ baseTold: null, birth: month("1964-12"), paidMonths: 240 });

    expect(pensionOutlook(unknown, law)).toEqual({
      ok: false,
      refusal: { code: "needs-staff", key: "employee-pension.calculation-base" },
    });
    expect(withoutBase(unknown, law)).toEqual({ basicPerThousand: 16_000, fromAccount: 43_165 });
    expect(withoutBase({ ...unknown, account: null }, law)).toEqual({ basicPerThousand: 16_000, fromAccount: null });
  });

  test("deemed years need the coefficient of the province; the rest is told without it", () => {
    const rate = anEntry({ key: "employee-pension.transitional-rate", region: "340000", value: "0.012" });
    const [without, with_] = [outlookOf({ deemedMonths: 60 }), outlookOf({ deemedMonths: 60 }, lawWith([rate], "340400"))];

    expect(without.transitional).toEqual({ code: "needs-staff", key: "employee-pension.transitional-rate" });
    expect(without.futures[0]?.pension.transitional).toBe(0);
    expect(with_.transitional).toBeNull();
    expect(with_.futures[0]?.pension.transitional).toBe(28_800); // 8,000 × 0.6 × 5 years × 1.2 %
  });

  test("an age may be chosen between the earliest and the latest, and no other", () => {
    expect(outlookOf({ at: 61 * 12 }).plan.month).toBe("2039-03");
    expect(pensionPlan(facts({ at: 59 * 12 }), law)).toEqual({
      ok: false,
      refusal: { code: "age.outside", earliest: 720, latest: 792 },
    });
    expect(pensionPlan(facts({ birth: month("1963-06"), at: "latest" }), law)).toEqual({
      ok: false,
      refusal: { code: "age.outside", earliest: 720, latest: 720 },
    });
  });

  test("an index is fit within the limits of the contribution base", () => {
    const fit = (index: string) => {
      const found = indexFits(exact(index), law);
      return found.ok && found.value.fits;
    };

    expect(["0.59", "0.6", "3", "3.01"].map(fit)).toEqual([false, true, true, false]);
  });
});

describe("what paying longer or more brings", () => {
  test("shows each year later as far as it may be chosen", () => {
    expect(laterYears(facts({ at: "earliest" }), law).map(({ years, month: when }) => [years, when])).toEqual([
      [0, "2038-03"],
      [1, "2039-03"],
      [2, "2040-03"],
      [3, "2041-03"],
    ]);
    expect(laterYears(facts({ at: "latest" }), law).map(({ years }) => years)).toEqual([0]);
  });

  test("leaves out a later year that has gone by", () => {
    const reached = facts({ category: "F50", birth: month("1975-03"), at: "statutory" }); // 2025-05

    expect(laterYears(reached, law).map(({ month: when }) => when)).toEqual(["2025-05", "2027-05", "2028-05"]);
  });

  test("shows the lowest level, the average wage and the highest of what is still to be paid", () => {
    const levels = indexLevels(facts(), law);

    expect(levels.map(({ futureIndex }) => decimal(futureIndex, 1))).toEqual(["0.6", "1.0", "3.0"]);
    expect(levels[0]?.total).toBe(todaysTotal(outlookOf()));
    expect(indexLevels(facts({ paysOn: false }), law)).toEqual([]);
  });

  const amounts = { paidMonths: fc.nat(480), account: fc.nat(50_000_000), base: fc.integer({ min: 100_000, max: 3_000_000 }) };
  const index = fc.integer({ min: 60, max: 300 }).map((share) => exact(`${share}/100`));
  const category = fc.constantFrom("M60", "F55", "F50" as const);
  const birth = fc
    .integer({ min: 1966, max: 2005 })
    .chain((year) => fc.integer({ min: 10, max: 12 }).map((at) => month(`${year}-${at}`)));

  test("more months, a higher index, a fuller account, a higher base, a later year never bring less", () => {
    fc.assert(
      fc.property(
        fc.record({ category, birth, index, ...amounts }),
        fc.nat(60),
        fc.nat(50),
        ({ base, ...given }, months, share) => {
          const person = { ...given, futureIndex: given.index, baseTold: base };
          const total = (more: Partial<PensionFacts>) => todaysTotal(outlookOf({ ...person, ...more }));
          const now = total({});
          const higher = exact(`${Number(decimal(given.index, 2)) * 100 + share}/100`);
          expect(now).toBeGreaterThanOrEqual(0);
          expect(total({ paidMonths: given.paidMonths + months })).toBeGreaterThanOrEqual(now);
          expect(total({ index: higher, futureIndex: higher })).toBeGreaterThanOrEqual(now);
          expect(total({ futureIndex: higher })).toBeGreaterThanOrEqual(now);
          expect(total({ account: given.account + share })).toBeGreaterThanOrEqual(now);
          expect(total({ baseTold: base + share })).toBeGreaterThanOrEqual(now);
          const later = laterYears(facts({ ...person, at: "earliest" }), law).map((year) => year.total);
          expect(later).toEqual([...later].sort((a, b) => a - b));
          const levels = indexLevels(facts(person), law).map((level) => level.total);
          expect(levels).toEqual([...levels].sort((a, b) => a - b));
        },
      ),
    );
  });
});
