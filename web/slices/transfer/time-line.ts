// A working life by places: one row a place, all on one line of months. Beside it a table says the same in words.
import { monthsBetween, type PlainMonth } from "../../../shared/kernel/calendar.ts";
import { BAR_EM, em, rowsOf, type Shape, share } from "../estimate/picture.ts";

/** `from` and `to` are both in it. `temporary`: months in a temporary account. `gap`: nothing was paid. */
export type Stretch = { from: PlainMonth; to: PlainMonth; is: "paid" | "temporary" | "gap" };
/** `label` says the place, `text` how many months. */
export type PlaceRow = { label: string; text: string; stretches: readonly Stretch[] };

const looks = { paid: "bar", temporary: "range", gap: "hollow" } as const satisfies Record<Stretch["is"], string>;
const LEAST_PERCENT = 1; // a single month in forty years can still be seen

/** What lies between the first and the last month of all rows; each row's stretches where they were. */
export function placeShapes(rows: readonly PlaceRow[]): Shape[] {
  const months = rows.flatMap(({ stretches }) => stretches.flatMap(({ from, to }) => [from, to])).sort();
  const [first, last] = [months[0], months[months.length - 1]];
  if (!first || !last) return [];
  const length = monthsBetween(first, last) + 1;
  return rowsOf(rows).flatMap(({ row: { stretches }, top, words }) => [
    ...words,
    ["rect", { class: "track", x: "0", y: em(top), width: "100%", height: em(BAR_EM), rx: "2" }] satisfies Shape,
    ...stretches.map(({ from, to, is }): Shape => {
      const long = Math.max(LEAST_PERCENT, ((monthsBetween(from, to) + 1) / length) * 100);
      const begins = Math.min((monthsBetween(first, from) / length) * 100, 100 - long);
      return [
        "rect",
        { class: looks[is], x: share(begins, 100), y: em(top), width: share(long, 100), height: em(BAR_EM), rx: "2" },
      ];
    }),
  ]);
}
