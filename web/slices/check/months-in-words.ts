import type { PlainMonth } from "../../../shared/kernel/calendar.ts";
import { dateIn } from "../../lang.ts";
import { fill } from "../../words.ts";
import type { Insured, Says } from "./words.ts";

/** 2021年3月、2026年8月到10月: runs of months, which come oldest first. */
export function monthsText(months: readonly PlainMonth[], says: Says): string {
  const runs: { from: PlainMonth; to: PlainMonth }[] = [];
  for (const month of months) {
    const run = runs[runs.length - 1];
    if (run && indexOf(month) === indexOf(run.to) + 1) run.to = month;
    else runs.push({ from: month, to: month });
  }
  return runs.map((run) => runText(run, says)).join(says.words.and);
}

/** The year is said once. */
function runText({ from, to }: { from: PlainMonth; to: PlainMonth }, { words, lang }: Says): string {
  const [first, last] = [dateIn(lang, from), dateIn(lang, to)];
  if (from === to) return first;
  if (from.slice(0, 4) !== to.slice(0, 4)) return fill(words.until, { from: first, to: last });
  return fill(words.until, lang === "zh" ? { from: first, to: last.slice(5) } : { from: first.slice(0, -5), to: last });
}

const indexOf = (month: PlainMonth) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

const monthsOf = (year: number, months: string, states: string): PlainMonth[] =>
  Array.from(months).flatMap((state, index) =>
    states.includes(state) ? [`${year}-${String(index + 1).padStart(2, "0")}` as PlainMonth] : [],
  );

/** Oldest first. */
export const owedMonths = ({ years }: Insured): PlainMonth[] =>
  years.flatMap(({ year, months }) => monthsOf(year, months, "o")).sort();

export function lastPaidOf({ years }: Insured): PlainMonth | undefined {
  const paid = years.flatMap(({ year, months }) => monthsOf(year, months, "p")).sort();
  return paid[paid.length - 1];
}
