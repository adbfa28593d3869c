import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noPayment, type PaidMonth, packMonths, statesOf, unpackMonths } from "../../shared/paid-months.ts";

const fen = fc.integer({ min: 0, max: 5_000_000_00 });
const month: fc.Arbitrary<PaidMonth> = fc.record({
  state: fc.constantFrom("paid", "owed", "none"),
  base: fen,
  personal: fen,
  unit: fen,
  subsidy: fen,
});
const year = fc.array(month, { minLength: 12, maxLength: 12 });
const yearOf = (one: PaidMonth): PaidMonth[] => Array.from({ length: 12 }, () => one);

describe("a packed year", () => {
  test("comes back as it went in, whatever was paid", () => {
    fc.assert(fc.property(year, (months) => void expect(unpackMonths(packMonths(months))).toEqual(months)));
  });

  test("is at most 40 characters long when all months are alike", () => {
    fc.assert(fc.property(month, (one) => void expect(packMonths(yearOf(one)).length).toBeLessThanOrEqual(40)));
  });

  test("is one short run for a year at work, and two characters for a year of nothing", () => {
    expect(packMonths(yearOf({ state: "paid", base: 828_000, personal: 66_240, unit: 132_480, subsidy: 0 }))).toBe(
      "+chqw0.1f40.2u80",
    );
    expect(packMonths(yearOf(noPayment))).toBe("-c");
  });

  test("tells its months without their amounts", () => {
    fc.assert(
      fc.property(year, (months) => {
        const letters = { paid: "p", owed: "o", none: "-" };
        expect(statesOf(packMonths(months))).toBe(months.map(({ state }) => letters[state]).join(""));
      }),
    );
  });

  test.each(["", "+d", "+b", "-c-1", "+chzz!", "pppppppppppp", "+6;-6", "+c1.2.3.4 "])(
    "is refused when it is damaged: %j",
    (text) => {
      expect(() => unpackMonths(text)).toThrow(RangeError);
    },
  );

  test.each([{ base: -1 }, { base: 0.5 }, { base: Number.NaN }])("takes whole fen only: %j", (wrong) => {
    expect(() => packMonths(yearOf({ ...noPayment, ...wrong }))).toThrow(RangeError);
    expect(() => packMonths([noPayment])).toThrow(RangeError);
  });
});
