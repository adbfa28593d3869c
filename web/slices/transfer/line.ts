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
import { placeShapes, type Stretch } from "./time-line.ts";

export function lineOf({ found: { plan, to }, known, words, place }: Told): Piece[] {
  const paid = plan.line.filter(({ months }) => months > 0);
  if (paid.length === 0) return [];
  const monthIn = (month: string | undefined) => (month ? dateIn(langOfPage(), month) : "");
  const spanOf = ({ first, last }: MonthsAt) => fill(words.fromTo, { from: monthIn(first), to: monthIn(last) });
  const schemes = new Set(paid.map(({ scheme }) => scheme));
  const named: Record<string, string | undefined> = words;
  const nameOf = ({ region, scheme }: MonthsAt) =>
    place(region) + (schemes.size > 1 ? fill(words.ofScheme, { scheme: named[`scheme.${scheme}`] ?? scheme }) : "");
  const what = ({ moves, temporary, region }: MonthsAt) =>
    temporary ? words.temporary : moves ? words.moves : region === to.division ? words["stays.there"] : words.stays;
  const rows = paid.map((one) => {
    const months = known.relations.filter((relation) => keyOf(relation) === keyOf(one)).flatMap(paidMonths);
    const stretches = runsOf(months, one.temporary ? "temporary" : "paid");
    return { label: nameOf(one), text: spanIn(one.months, words), stretches };
  });
  return [
    title(words.line),
    picture(placeShapes(rows), words.lineAlt),
    table(
      words.line,
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
