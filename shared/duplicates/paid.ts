// The months of an enrolment that were paid and still count: what was cleared because it was double is not among them.
import * as v from "valibot";
import { PlainMonth } from "../kernel/calendar.ts";
import { noPayment, type PaidMonth, packMonths, statesOf, unpackMonths } from "../paid-months.ts";
import type { Enrolment, PaidYear } from "../registration.ts";
import { isSide } from "./duplicate.ts";

/** From and to, both months with it. */
export type Months = { from: PlainMonth; to: PlainMonth };

/** A year of an enrolment. `states`: twelve letters, `p` what was paid and counts. `gone`: how many were cleared. */
export type YearPaid = { year: number; states: string; gone: number; packed: string };

export const monthIn = (year: number, nth: number): PlainMonth =>
  v.parse(PlainMonth, `${year}-${String(nth + 1).padStart(2, "0")}`);
export const countOf = (states: string): number => states.split("p").length - 1;

/** The earliest year first. */
export const yearsPaid = (enrolment: Enrolment, paidYears: readonly PaidYear[]): YearPaid[] =>
  paidYears
    .filter((paidYear) => isSide(paidYear, enrolment))
    .map(({ year, months }) => {
      const paid = statesOf(months);
      const states = withoutCleared(enrolment, year, paid);
      return { year, states, gone: countOf(paid) - countOf(states), packed: months };
    })
    .sort((a, b) => a.year - b.year);

/** A year of payments without the months of it that were cleared. */
export function withoutCleared({ cleared = [] }: Pick<Enrolment, "cleared">, year: number, states: string): string {
  const spans = cleared.flatMap((one) => one.spans);
  const isGone = (month: PlainMonth) => spans.some(({ from, to }) => from <= month && month <= to);
  return spans.length === 0
    ? states
    : [...states].map((state, nth) => (state === "p" && isGone(monthIn(year, nth)) ? "-" : state)).join("");
}

/** The payments without the months that were given back: what counts for a pension, and what is shown as paid. */
export function whatCounts(enrolments: readonly Enrolment[], paidYears: readonly PaidYear[]): readonly PaidYear[] {
  const cleared = enrolments.filter((one) => one.cleared?.some(({ spans }) => spans.length > 0));
  if (cleared.length === 0) return paidYears;
  return paidYears.map((paidYear) => {
    const enrolment = cleared.find((one) => isSide(one, paidYear));
    if (!enrolment) return paidYear;
    const [paid, states] = [unpackMonths(paidYear.months), statesOf(paidYear.months)];
    const left = withoutCleared(enrolment, paidYear.year, states);
    return { ...paidYear, months: packMonths(paid.map((month, nth) => (left[nth] === states[nth] ? month : noPayment))) };
  });
}

/** Months in a row, the earliest first. */
export function runsOf(years: readonly Pick<YearPaid, "year" | "states">[]): Months[] {
  const runs: { first: number; last: number }[] = [];
  for (const { year, states } of years)
    for (let nth = states.indexOf("p"); nth >= 0; nth = states.indexOf("p", nth + 1)) {
      const [month, run] = [year * 12 + nth, runs.at(-1)];
      if (run?.last === month - 1) run.last = month;
      else runs.push({ first: month, last: month });
    }
  const at = (month: number) => monthIn(Math.floor(month / 12), month % 12);
  return runs.map(({ first, last }) => ({ from: at(first), to: at(last) }));
}

/** What lies in both. */
export const inBoth = (one: readonly Months[], two: readonly Months[]): Months[] =>
  one
    .flatMap((a) => two.map((b) => ({ from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to })))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));

/** The months of a year that lie in these, by their place in it. */
export const nthsIn = (year: number, months: readonly Months[]): number[] =>
  Array.from({ length: 12 }, (_, nth) => nth).filter((nth) => {
    const month = monthIn(year, nth);
    return months.some(({ from, to }) => from <= month && month <= to);
  });

/** No file has said what was paid in it. */
export const saysNothing = ({ base, personal, unit, subsidy }: PaidMonth): boolean => base + personal + unit + subsidy === 0;
export const amountsIn = ({ packed }: Pick<YearPaid, "packed">): PaidMonth[] => unpackMonths(packed);
