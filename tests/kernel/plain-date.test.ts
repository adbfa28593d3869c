import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { readDate, readMonth } from "../../shared/kernel/plain-date.ts";

const asOf = v.parse(PlainDate, "2026-11-22");
const read = (typed: string, future = false) => {
  const date = readDate(typed, { asOf, future });
  return date.ok ? date.value : date.refusal;
};
const month = (typed: string) => {
  const read = readMonth(typed, { asOf });
  return read.ok ? read.value : read.refusal;
};

describe("a date", () => {
  test.each([
    "1999年7月1日",
    "1999年07月01日",
    "1999 年 7 月 1 日",
    "1999年7月1号",
    "19990701",
    "1999-7-1",
    "1999-07-01",
    "1999–7–1",
    "1999/07/01",
    "1999.7.1",
    "1999 7 1",
    " 1999-7-1 ",
    "１９９９年７月１日",
    "１９９９．７．１",
    "一九九九年七月一日",
  ])("typed as %s is understood", (typed) => {
    expect(read(typed)).toBe("1999-07-01");
  });

  test.each([
    { typed: "二〇〇三年十二月三十一日", meant: "2003-12-31" },
    { typed: "二零零三年十月二十日", meant: "2003-10-20" },
    { typed: "二○二六年十一月廿二日", meant: "2026-11-22" },
    { typed: "一九〇四年二月二十九号", meant: "1904-02-29" },
    { typed: "二〇二四年五月卅一日", meant: "2024-05-31" },
  ])("in Chinese numerals, $typed, means $meant", ({ typed, meant }) => {
    expect(read(typed)).toBe(meant);
  });

  test.each([
    { typed: "", refusal: "date.missing" },
    { typed: "99-7-1", refusal: "date.ambiguous" },
    { typed: "990701", refusal: "date.ambiguous" },
    { typed: "99年7月1日", refusal: "date.ambiguous" },
    { typed: "九九年七月一日", refusal: "date.ambiguous" },
    { typed: "7/1/1999", refusal: "date.ambiguous" },
    { typed: "1-7-99", refusal: "date.ambiguous" },
    { typed: "1999-02-29", refusal: "date.impossible" },
    { typed: "1999-13-01", refusal: "date.impossible" },
    { typed: "1999-0-1", refusal: "date.impossible" },
    { typed: "19990431", refusal: "date.impossible" },
    { typed: "2026-11-23", refusal: "date.in-future" },
    { typed: "1849-12-31", refusal: "date.too-early" },
    { typed: "0199-07-01", refusal: "date.too-early" },
    { typed: "1999年7月", refusal: "date.unreadable" },
    { typed: "民国八十八年七月一日", refusal: "date.unreadable" },
    { typed: "1999-7/1", refusal: "date.unreadable" },
    { typed: "1999-7-1 8:00", refusal: "date.unreadable" },
    { typed: "199907011", refusal: "date.unreadable" },
    { typed: "一九九九年十三十月一日", refusal: "date.unreadable" },
    { typed: "昨天", refusal: "date.unreadable" },
  ])("typed as '$typed' is refused as $refusal, never corrected", ({ typed, refusal }) => {
    expect(read(typed)).toBe(refusal);
  });

  test("may be today, and later only where the future is asked for", () => {
    expect(read("2026-11-22")).toBe("2026-11-22");
    expect(read("2026-11-23", true)).toBe("2026-11-23");
    expect(readDate("1998-12-31", { asOf, earliest: v.parse(PlainDate, "1999-01-01") })).toMatchObject({
      refusal: "date.too-early",
    });
  });

  test("that exists is understood in every way of writing it", () => {
    const ways = [
      (y: string, m: number, d: number) => `${y}年${m}月${d}日`,
      (y: string, m: number, d: number) => `${y}/${m}/${d}`,
      (y: string, m: number, d: number) => y + String(m).padStart(2, "0") + String(d).padStart(2, "0"),
    ];
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1850-01-01"), max: new Date("2026-11-22"), noInvalidDate: true }),
        fc.constantFrom(...ways),
        (day, write) => {
          const text = day.toISOString().slice(0, 10);
          return read(write(text.slice(0, 4), Number(text.slice(5, 7)), Number(text.slice(8)))) === text;
        },
      ),
    );
  });
});

describe("a month", () => {
  test.each(["1999年7月", "199907", "1999-7", "1999/07", "1999.7", "一九九九年七月", "１９９９－０７"])(
    "typed as %s is understood",
    (typed) => {
      expect(month(typed)).toBe("1999-07");
    },
  );

  test.each([
    { typed: "", refusal: "date.missing" },
    { typed: "99-7", refusal: "date.ambiguous" },
    { typed: "9907", refusal: "date.ambiguous" },
    { typed: "7/1999", refusal: "date.ambiguous" },
    { typed: "1999-13", refusal: "date.impossible" },
    { typed: "2026-12", refusal: "date.in-future" },
    { typed: "1849-12", refusal: "date.too-early" },
    { typed: "1999-07-01", refusal: "date.unreadable" },
    { typed: "19990701", refusal: "date.unreadable" },
  ])("typed as '$typed' is refused as $refusal", ({ typed, refusal }) => {
    expect(month(typed)).toBe(refusal);
  });

  test("is this one at the latest", () => {
    expect(month("2026-11")).toBe("2026-11");
  });
});
