// The months of both, year by year, one strip under the other: what is in both is seen at a glance, and read out in words.
import type { DuplicateView } from "../../../shared/duplicates/shown.ts";
import { element } from "../../dom.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import type { DuplicateWords } from "./words.ts";

/** What a cell means: in both, paid, in force without a file, cleared. */
const MARKS = ["x", "p", "s", "c"] as const;
type Mark = (typeof MARKS)[number] | "-";

const marksOf = (mine: string, theirs: string): Mark[] =>
  Array.from(mine, (letter, nth) => {
    const isThere = letter === "p" || letter === "s";
    return isThere && "ps".includes(theirs[nth] ?? "-") ? "x" : ((isThere || letter === "c" ? letter : "-") as Mark);
  });

const cell = (mark: Mark, text = "") => element("i", { class: mark === "-" ? "o" : mark }, text);
const strip = (marks: readonly Mark[]) =>
  element(
    "span",
    { class: "cells", "aria-hidden": "true" },
    ...marks.map((mark, nth) => cell(mark, mark === "x" ? String(nth + 1) : "")),
  );

/** "1-6, 9": the months of a year that are marked so. */
function monthsIn(marks: readonly Mark[], wanted: Mark): string {
  const runs: [number, number][] = [];
  for (const [nth, mark] of marks.entries()) {
    const run = runs[runs.length - 1];
    if (mark === wanted && run?.[1] === nth) run[1] = nth + 1;
    else if (mark === wanted) runs.push([nth + 1, nth + 1]);
  }
  const text = runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return text.join(langOfPage() === "zh" ? "、" : ", ");
}

export const nthOf = (which: number): HTMLElement => element("b", { class: "nth" }, String(which + 1));

export function drawMonths({ years }: DuplicateView, words: DuplicateWords): HTMLElement | false {
  if (years.length === 0) return false;
  const seen = new Set<Mark>();
  const row = (year: number, mine: string, theirs: string, which: 0 | 1) => {
    const marks = marksOf(mine, theirs);
    for (const mark of marks) seen.add(mark);
    const said = MARKS.flatMap((mark) => {
      const months = monthsIn(marks, mark);
      return months ? [fill(words[`month.${mark}`], { months })] : [];
    });
    const text = element("span", { class: "vh" }, said.join(words.joint) || words["month.-"]);
    const first = which === 0 && element("th", { rowspan: "2", scope: "rowgroup" }, String(year));
    return element("tr", {}, first, element("th", { scope: "row" }, nthOf(which)), element("td", {}, strip(marks), text));
  };
  const bodies = years.map(({ year, one, two }) => element("tbody", {}, row(year, one, two, 0), row(year, two, one, 1)));
  const key = MARKS.filter((mark) => seen.has(mark)).map((mark) =>
    element("li", {}, element("span", { class: "cells", "aria-hidden": "true" }, cell(mark)), words[`key.${mark}`]),
  );
  return element(
    "div",
    { class: "beside" },
    element("table", {}, element("caption", { class: "vh" }, words.beside), ...bodies),
    element("ul", { class: "list key" }, ...key),
  );
}
