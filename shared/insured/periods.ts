// AAE003: the months that were paid, `201907-202607;202609`. Amounts are one for all, or one for each of the periods.
import { monthOf, type PlainDate, type PlainMonth } from "../kernel/calendar.ts";
import { readMonth } from "../kernel/plain-date.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { MONTHS_A_YEAR, noPayment, type PaidMonth } from "../paid-months.ts";

export type Period = { first: PlainMonth; last: PlainMonth };
/** Months in a row that were paid, or are owed, alike. Amounts a month, in fen. */
export type Span = Period & PaidMonth;
export type PeriodError = "period-unreadable" | "period-in-future" | "period-backwards" | "period-too-long";

export const MOST_YEARS = 60;
const EARLIEST = "1951-03-01" as PlainDate; // 劳动保险条例: there was nothing to pay before
const SEPARATORS = /[;；、,，\s]+/;
const RANGE = /^(\d{4})(0[1-9]|1[0-2])(?:-(\d{4})(0[1-9]|1[0-2]))?$/; // as systems write it; everything else goes the long way

export function readPeriods(text: string, receivedOn: PlainDate): Result<Period[], PeriodError> {
  // Residents pay ahead: for the whole of the next year from autumn on.
  const latest = `${Number(receivedOn.slice(0, 4)) + 1}-12` as PlainMonth;
  const periods: Period[] = [];
  for (const token of text.normalize("NFKC").split(SEPARATORS)) {
    if (token === "") continue;
    const period = readPeriod(token, receivedOn);
    if (!period || period.first < monthOf(EARLIEST)) return refused("period-unreadable");
    if (period.first > period.last) return refused("period-backwards");
    if (period.last > latest) return refused("period-in-future");
    periods.push(period);
  }
  return yearsIn(periods).size > MOST_YEARS ? refused("period-too-long") : accepted(periods);
}

function readPeriod(token: string, asOf: PlainDate): Period | undefined {
  const [quick, fromYear, fromMonth, toYear = fromYear, toMonth = fromMonth] = RANGE.exec(token) ?? [];
  if (quick) return { first: `${fromYear}-${fromMonth}` as PlainMonth, last: `${toYear}-${toMonth}` as PlainMonth };
  const [first = "", last = first, ...rest] = token.split(/[~至—–]|(?<=\d{6}|月)-/);
  const [from, to] = [first, last].map((month) => readMonth(month, { asOf, earliest: EARLIEST, future: true }));
  return from?.ok && to?.ok && rest.length === 0 ? { first: from.value, last: to.value } : undefined;
}

const yearOf = (month: PlainMonth) => Number(month.slice(0, 4));
const yearsBetween = (first: PlainMonth, last: PlainMonth) =>
  Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, i) => yearOf(first) + i);

/** The calendar years in which something was paid or is owed. */
export const yearsIn = (periods: readonly Period[]): Set<number> =>
  new Set(periods.flatMap(({ first, last }) => yearsBetween(first, last)));

/** By calendar year, twelve entries each. Where spans overlap, what was paid wins over what is owed. */
export function monthsByYear(spans: readonly Span[]): Map<number, PaidMonth[]> {
  const years = new Map<number, PaidMonth[]>();
  for (const { first, last, ...month } of spans) {
    for (const year of yearsBetween(first, last)) {
      const months = years.get(year) ?? Array.from({ length: MONTHS_A_YEAR }, () => noPayment);
      years.set(year, months);
      const from = year === yearOf(first) ? monthOfYear(first) : 1;
      const to = year === yearOf(last) ? monthOfYear(last) : MONTHS_A_YEAR;
      for (let at = from; at <= to; at++) if (months[at - 1]?.state !== "paid") months[at - 1] = month;
    }
  }
  return years;
}

const monthOfYear = (month: PlainMonth) => Number(month.slice(5));
