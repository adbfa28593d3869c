// A month grid as people read it: paid, missing, owed by the employer, not due.
import { monthOf, type PlainDate, type PlainMonth, plusMonths } from "../kernel/calendar.ts";
import type { InsuranceSummary } from "../registration.ts";

/** Residents pay once for a whole year; employees and flexible workers month by month (handbook 7). */
const paidByTheYear = ({ scheme }: InsuranceSummary) => scheme === "170" || scheme === "390";

/** An agency's file of November knows the payments up to October. A year of the resident pension may be paid until December. */
export function lastDueMonth(held: InsuranceSummary): PlainMonth {
  const monthOfFile = monthOf(held.asOf as PlainDate);
  if (held.scheme === "170") return `${Number(monthOfFile.slice(0, 4)) - 1}-12` as PlainMonth;
  if (held.scheme === "390") return `${monthOfFile.slice(0, 4)}-12` as PlainMonth;
  const closed = held.to && held.to < monthOfFile ? held.to : undefined;
  return closed ?? plusMonths(monthOfFile, -1);
}

export type YearView = { year: number; months: string };

/** `p` paid, `g` missing, `o` owed, `n` not due; newest year first. */
export function gridOf(held: InsuranceSummary): YearView[] {
  const due = lastDueMonth(held);
  // A resident's enrolment counts for whole years, whenever in the year it began.
  const first = paidByTheYear(held) ? `${held.from.slice(0, 4)}-01` : held.from;
  const shown = (year: string, months: string) =>
    Array.from(months, (state, index) => {
      if (state !== "-") return state;
      const month = monthOfYear(year, index);
      return month < first || month > due ? "n" : "g";
    }).join("");
  return Object.entries(held.years)
    .sort(([a], [b]) => Number(b) - Number(a))
    .map(([year, months]) => ({ year: Number(year), months: months.includes("-") ? shown(year, months) : months }));
}

/** The missing months of what is shown, oldest first. */
export const gapsOf = (grid: readonly YearView[]): PlainMonth[] =>
  grid
    .filter(({ months }) => months.includes("g"))
    .flatMap(({ year, months }) =>
      Array.from(months, (state, index) => (state === "g" ? [monthOfYear(year, index) as PlainMonth] : [])).flat(),
    )
    .sort();

const monthOfYear = (year: string | number, index: number) => `${year}-${String(index + 1).padStart(2, "0")}`;

/** A gap that is open now: the last due month itself is missing. An old one is shown and asks for nothing. */
export function openGap(held: InsuranceSummary, gaps: readonly PlainMonth[]): PlainMonth[] {
  const missing = new Set(gaps);
  const open: PlainMonth[] = [];
  for (let month = lastDueMonth(held); missing.has(month); month = plusMonths(month, -1)) open.unshift(month);
  return open;
}
