import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatYuan, halfUp, percentOf, readYuan } from "../../shared/kernel/money.ts";

describe("an amount", () => {
  test.each([
    { typed: "1,234.5", fen: 123450 },
    { typed: "1234.50", fen: 123450 },
    { typed: "¥ 1,234.50 元", fen: 123450 },
    { typed: "１２３４．５", fen: 123450 },
    { typed: "0", fen: 0 },
    { typed: "0.01", fen: 1 },
    { typed: "12,345,678", fen: 1234567800 },
  ])("typed as $typed is $fen fen", ({ typed, fen }) => {
    expect(readYuan(typed)).toEqual({ ok: true, value: fen });
  });

  test.each([
    { typed: "", refusal: "money.missing" },
    { typed: "元", refusal: "money.missing" },
    { typed: "1.005", refusal: "money.too-precise" },
    { typed: "12,34", refusal: "money.unreadable" },
    { typed: "1.234,5", refusal: "money.unreadable" },
    { typed: ".5", refusal: "money.unreadable" },
    { typed: "5.", refusal: "money.unreadable" },
    { typed: "-5", refusal: "money.unreadable" },
    { typed: "1e3", refusal: "money.unreadable" },
    { typed: "三百元", refusal: "money.unreadable" },
    { typed: "90071992547409.92", refusal: "money.too-large" },
  ])("typed as '$typed' is refused as $refusal", ({ typed, refusal }) => {
    expect(readYuan(typed)).toEqual({ ok: false, refusal });
  });

  test("is written so that it can be read again", () => {
    expect([0, 5, 99, 100, 123450, 100000000, -123450].map(formatYuan)).toEqual([
      "0.00",
      "0.05",
      "0.99",
      "1.00",
      "1,234.50",
      "1,000,000.00",
      "-1,234.50",
    ]);
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (fen) => {
        const read = readYuan(formatYuan(fen));
        return read.ok && read.value === fen;
      }),
    );
  });
});

describe("a share of an amount", () => {
  test.each([
    { fen: 100050, rate: "0.08", share: 8004 },
    { fen: 6, rate: "0.08", share: 0 },
    { fen: 7, rate: "0.08", share: 1 },
    { fen: 25, rate: "0.5", share: 13 },
    { fen: -25, rate: "0.5", share: -13 },
    { fen: 35, rate: "0.1", share: 4 },
    { fen: 34, rate: "0.1", share: 3 },
    { fen: 1, rate: "0.4999999999999999999999", share: 0 },
    { fen: 900719925474099, rate: "1.00", share: 900719925474099 },
  ])("of $fen at $rate is $share", ({ fen, rate, share }) => {
    expect(percentOf(fen, rate)).toBe(share);
  });

  test("is never asked for at a rate that is no decimal", () => {
    expect(() => percentOf(100, "8%")).toThrow("money.not-a-decimal");
  });

  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [7n, 3n, 2n],
    [-7n, 3n, -2n],
  ])("%s over %s rounds to %s, halves away from zero", (above, below, rounded) => {
    expect(halfUp(above, below)).toBe(rounded);
  });
});
