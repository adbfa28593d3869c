// Months paid by place: a picture, and a table that says the same.
import { type PlainMonth, plusMonths } from "../../../shared/kernel/calendar.ts";
import { keyOf, paidMonths } from "../../../shared/transfer/months.ts";
import type { MonthsAt } from "../../../shared/transfer/transfer.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { type Piece, table, title } from "../estimate/answer.ts";
import { picture } from "../estimate/picture.ts";
import { spanIn } from "../estimate/span.ts";
import type { Told } from "./answer.ts";
import { type PlaceRow, placeShapes, type Stretch } from "./time-line.ts";

export function lineOf({ found: { plan, to, may, counts, decision }, known, words, place }: Told): Piece[] {
  const paid = plan.line.filter(({ months }) => months > 0);
  if (paid.length === 0) return [];
  const monthIn = (month: string | undefined) => (month ? dateIn(langOfPage(), month) : "");
  const spanOf = ({ first, last }: MonthsAt) => fill(words.fromTo, { from: monthIn(first), to: monthIn(last) });
  const schemes = new Set(paid.map(({ scheme }) => scheme));
  const named: Record<string, string | undefined> = words;
  const nameOf = ({ region, scheme }: MonthsAt) =>
    place(region) + (schemes.size > 1 ? fill(words.ofScheme, { scheme: named[`scheme.${scheme}`] ?? scheme }) : "");
  const what = ({ moves, temporary, region }: MonthsAt) =>
    temporary ? words.temporary : moves && isMoving ? words.moves : region === to.division ? words["stays.there"] : words.stays;
  const monthsOf = (some: readonly MonthsAt[]) => {
    const keys = some.map(keyOf);
    return known.relations.filter((relation) => keys.includes(keyOf(relation))).flatMap(paidMonths);
  };
  const isMoving = may === "yes" || may === "ask";
  const rows: PlaceRow[] = paid.map((one) => ({
    label: nameOf(one),
    text: spanIn(one.months, words),
    stretches: runsOf(monthsOf([one]), one.temporary ? "temporary" : "paid"),
  }));
  // What will count at the new place, month by month, where it was paid: the same picture after the move.
  const arrives = paid.filter(({ moves, region }) => moves || region === to.division);
  const together = [...new Set(monthsOf(arrives))].sort();
  if (isMoving && decision !== "TO_EMPLOYEE_SCHEME" && together.length === counts.after)
    rows.push({
      label: fill(words.lineAfter, { place: place(to.division) }),
      text: spanIn(counts.after, words),
      stretches: runsOf(together, "after"),
    });
  return [
    title(words.line),
    picture(placeShapes(rows), words.lineAlt),
    table(
      words.lineTable,
      [words.place, words.span, words.months, words.what],
      paid.map((one) => [nameOf(one), spanOf(one), String(one.months), what(one)]),
    ),
  ];
}

/** Months that follow each other, as one; between two of them nothing was paid. */
export function runsOf(months: readonly PlainMonth[], is: Stretch["is"]): Stretch[] {
  const runs: { from: PlainMonth; to: PlainMonth; is: Stretch["is"] }[] = [];
  for (const month of months) {
    const last = runs[runs.length - 1];
    if (last && plusMonths(last.to, 1) === month) last.to = month;
    else {
      if (last) runs.push({ from: plusMonths(last.to, 1), to: plusMonths(month, -1), is: "gap" });
      runs.push({ from: month, to: month, is });
    }
  }
  return runs;
}
