// A working life by places: one row a place, all on one line of months. Beside it a table says the same in words.
import { monthsBetween, type PlainMonth } from "../../../shared/kernel/calendar.ts";
import { BAR_EM, em, rowsOf, type Shape, share } from "../estimate/picture.ts";

/** `from` and `to` are both in it. `temporary`: months in a temporary account. `gap`: nothing was paid. `after`: counts at the new place. */
export type Stretch = { from: PlainMonth; to: PlainMonth; is: "paid" | "temporary" | "gap" | "after" };
/** `label` says the place, `text` how many months. */
export type PlaceRow = { label: string; text: string; stretches: readonly Stretch[] };

const looks = { paid: "bar", temporary: "range", gap: "hollow", after: "bar after" } as const satisfies Record<
  Stretch["is"],
  string
>;
const LEAST_PERCENT = 1; // a single month in forty years can still be seen

/** What lies between the first and the last month of all rows; each row's stretches where they were. */
export function placeShapes(rows: readonly PlaceRow[]): Shape[] {
  const months = rows.flatMap(({ stretches }) => stretches.flatMap(({ from, to }) => [from, to])).sort();
  const [first, last] = [months[0], months[months.length - 1]];
  if (!first || !last) return [];
  const length = monthsBetween(first, last) + 1;
  const drawn = rowsOf(rows);
  const bottom = Math.max(...drawn.map(({ top }) => top)) + BAR_EM;
  const lines = drawn.flatMap(({ row: { stretches }, top, words }) => [
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
  return [...lines, ...yearsUnder(first, length, bottom)];
}

const MOST_YEARS = 4; // as many as stand side by side in large print on a small phone

/** The first of January of as many years as fit, under all rows. */
function yearsUnder(first: PlainMonth, length: number, bottom: number): Shape[] {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5))];
  const begins = month === 1 ? year : year + 1;
  const years = Math.floor((month - 1 + length - 1) / 12) + year - begins + 1;
  const every = Math.max(1, Math.ceil(years / MOST_YEARS));
  const shown = Array.from({ length: Math.ceil(Math.max(0, years) / every) }, (_, nth) => begins + nth * every);
  return shown.flatMap((one) => {
    const at = (one - year) * 12 - month + 1;
    const x = share(at, length);
    const atEnd: Record<string, string> = at / length > 0.85 ? { "text-anchor": "end" } : {};
    return [
      ["rect", { class: "year", x, y: em(bottom), width: "2", height: "0.4em" }],
      ["text", { class: "year", x, y: em(bottom + 1.5), ...atEnd }, String(one)],
    ] satisfies Shape[];
  });
}
