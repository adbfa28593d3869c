// Where a choice around the pension age ends, to the month.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  indexLevels,
  laterYears,
  type PensionFacts,
  pensionOutlook,
  pensionPlan,
  withoutBase,
} from "../../shared/estimate/pension.ts";
import { retirementOutlook } from "../../shared/estimate/retirement.ts";
import { PlainMonth } from "../../shared/kernel/calendar.ts";
import { exact } from "../../shared/kernel/exact.ts";
import { saidBy } from "../support/chance.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";

const month = (text: string) => v.parse(PlainMonth, text);
const law = lawOf("340400");
/** The worked example of the handbook: 8,000 yuan, index 0.6, twenty years, 60,000 yuan, age 60. */
const facts = (differences: Partial<PensionFacts> = {}): PensionFacts => ({
  category: "M60",
  birth: month("1964-12"),
  at: "statutory",
  paidMonths: 240,
  deemedMonths: 0,
  paysOn: true,
  index: exact("0.6"),
  futureIndex: exact("0.6"),
  account: 6_000_000,
  baseTold: 800_000,
  ...differences,
});

describe("an age that is chosen", () => {
  const chosen = (at: number) => pensionPlan(facts({ birth: month("1978-03"), at }), law);

  test("may be the earliest and the latest month, and neither one before nor one after", () => {
    expect([719, 720, 792, 793].map((at) => chosen(at).ok)).toEqual([false, true, true, false]);
  });

  test("outside has no later years, and nothing is said without a base either", () => {
    const outside = facts({ birth: month("1978-03"), at: 793 });
    expect(laterYears(outside, law)).toEqual([]);
    expect(withoutBase(outside, law)).toBeNull();
  });
});

describe("what is shown beside it", () => {
  test("is the sum of today's money for each year", () => {
    expect(laterYears(facts(), law)).toEqual([{ years: 0, month: "2024-12", total: 171_165 }]);
  });

  test("keeps a later year that ends in the month that runs", () => {
    const reached = facts({ category: "F50", birth: month("1975-07") }); // 2025-11; today is in 2026-11
    expect(laterYears(reached, law).map(({ month: when }) => when)).toEqual(["2025-11", "2026-11", "2027-11", "2028-11"]);
  });

  test("asks for no coefficient where no years are deemed", () => {
    expect(saidBy(pensionOutlook(facts(), law)).transitional).toBeNull();
  });

  test("has no levels where the limits of the base are not known", () => {
    const unknown = lawWith([anEntry({ key: "contribution-base.floor-share", from: "2099-01-01", value: "0.6" })], "340400");
    expect(indexLevels(facts({ birth: month("1978-03") }), unknown)).toEqual([]);
  });
});

test.each([
  { birth: "1966-05", statutory: "2026-10", past: true },
  { birth: "1966-06", statutory: "2026-11", past: false },
])("the pension age of who was born in $birth, $statutory, has gone by in November 2026: $past", (row) => {
  const { choices } = saidBy(retirementOutlook({ category: "M60", birth: month(row.birth) }, law));
  expect(choices.find(({ which }) => which === "statutory")).toMatchObject({ month: row.statutory, past: row.past });
});
