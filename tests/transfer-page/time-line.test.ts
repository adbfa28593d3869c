// The months of a working life by places, as they are reckoned before a browser draws them.
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import { type PlaceRow, placeShapes, type Stretch } from "../../web/slices/transfer/time-line.ts";

const month = (text: string) => v.parse(PlainMonth, text);
const drawn = (rows: readonly PlaceRow[]) =>
  placeShapes(rows).flatMap(([tag, { class: is, x, width }]) =>
    tag === "rect" && is !== "track" && is !== "year" ? [[is, x, width]] : [],
  );
const row = (...stretches: Stretch[]): PlaceRow => ({ label: "江苏省", text: "", stretches });

describe("a time line of months by place", () => {
  test("puts each place where its months lie between the first and the last of all", () => {
    const jiangsu = row({ from: month("2016-01"), to: month("2020-12"), is: "paid" });
    const anhui = row({ from: month("2021-01"), to: month("2025-12"), is: "temporary" });

    expect(drawn([jiangsu, anhui])).toEqual([
      ["bar", "0%", "50%"],
      ["range", "50%", "50%"],
    ]);
  });

  test("shows months that nobody paid hollow, beside those that were paid", () => {
    const [from, to] = [month("2024-01"), month("2024-12")];
    const paid = { from, to: month("2024-06"), is: "paid" } as const;
    const gap = { from: month("2024-07"), to, is: "gap" } as const;

    expect(drawn([row(paid, gap)])).toEqual([
      ["bar", "0%", "50%"],
      ["hollow", "50%", "50%"],
    ]);
  });

  test.each([
    { when: "two years and a half", from: "2024-07", to: "2026-12", years: ["2025 20%", "2026 60%"] },
    { when: "one year from its first month", from: "2024-01", to: "2024-12", years: ["2024 0%"] },
    { when: "half a year within one", from: "2024-03", to: "2024-09", years: [] },
    { when: "forty years", from: "1987-01", to: "2026-12", years: ["1987 0%", "1997 25%", "2007 50%", "2017 75%"] },
  ])("has the years below it, not more than can be read: $when", ({ from, to, years }) => {
    const shapes = placeShapes([row({ from: month(from), to: month(to), is: "paid" })]);
    const said = shapes.flatMap(([tag, { class: is, x }, text]) => (tag === "text" && is === "year" ? [`${text} ${x}`] : []));
    expect(said).toEqual(years);
  });

  test("has nothing to draw where nothing was paid", () => expect(placeShapes([])).toEqual([]));

  test("shows one month in a whole life, and nothing lies outside of the picture", () => {
    const begins = fc.integer({ min: 0, max: 720 });
    const stretch = fc.record({ at: begins, months: fc.integer({ min: 0, max: 240 }) });
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 5 }), (stretches) => {
        const rows = stretches.map(({ at, months }) => {
          const from = plusMonths(month("1970-01"), at);
          return row({ from, to: plusMonths(from, months), is: "paid" });
        });
        for (const [, x = "", width = ""] of drawn(rows)) {
          const [left, long] = [Number.parseFloat(x), Number.parseFloat(width)];
          expect(left).toBeGreaterThanOrEqual(0);
          expect(long).toBeGreaterThan(0);
          expect(left + long).toBeLessThanOrEqual(100.02);
        }
      }),
    );
  });
});
