// What was paid, year by year. The rates make synthetic people plausible; no rule of the product reads them.
import { monthsBetween, type PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import type { Span } from "./person.ts";
import type { Chance } from "./random.ts";

type Rates = { personal: number; unit: number };
const FEN_A_YUAN = 100;

export const RATES = {
  "110": { personal: 8, unit: 16 },
  "120": { personal: 8, unit: 16 },
  "210": { personal: 0.5, unit: 0.5 },
  "310": { personal: 2, unit: 8 },
  "410": { personal: 0, unit: 0.4 },
  "510": { personal: 0, unit: 0.8 },
} as const satisfies Record<string, Rates>;
export const FLEXIBLE_RATES = { "110": { personal: 20, unit: 0 }, "310": { personal: 8, unit: 0 } } as const;

const percent = (base: number, rate: number) => Math.round((base * rate) / 100);
const yearOf = (month: PlainMonth) => Number(month.slice(0, 4));
const month = (year: number, number: number) => `${year}-${String(number).padStart(2, "0")}` as PlainMonth;
const later = (a: PlainMonth, b: PlainMonth) => (a > b ? a : b);
const earlier = (a: PlainMonth, b: PlainMonth) => (a < b ? a : b);

/** One span for each calendar year: bases grow once a year. `wageNow` in yuan. */
export function wageSpans(first: PlainMonth, last: PlainMonth, wageNow: number, rates: Rates): Span[] {
  const spans: Span[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    const base = Math.round(wageNow * 1.05 ** (year - yearOf(last))) * FEN_A_YUAN;
    spans.push({
      first: later(first, month(year, 1)),
      last: earlier(last, month(year, 12)),
      base,
      personal: percent(base, rates.personal),
      unit: percent(base, rates.unit),
      subsidy: 0,
    });
  }
  return spans;
}

/** Residents pay once for whole calendar years; tier and fee in yuan. */
export function yearlySpans(first: PlainMonth, last: PlainMonth, yearly: { tier: number; fee: number; subsidy: number }): Span[] {
  const monthly = (yuan: number) => Math.round((yuan * FEN_A_YUAN) / 12);
  const { tier, fee, subsidy } = yearly;
  return [{ first, last, base: tier * FEN_A_YUAN, personal: monthly(fee), unit: 0, subsidy: monthly(subsidy) }];
}

/** The same without some months in the middle. */
export function withGap(spans: readonly Span[], first: PlainMonth, last: PlainMonth): Span[] {
  return spans.flatMap((span) => [
    ...(span.first < first ? [{ ...span, last: earlier(span.last, plusMonths(first, -1)) }] : []),
    ...(span.last > last ? [{ ...span, first: later(span.first, plusMonths(last, 1)) }] : []),
  ]);
}

/** Between three months and two years, with a year before it and half a year behind; nothing where there is no room. */
export function gapIn(spans: readonly Span[], chance: Chance): { first: PlainMonth; last: PlainMonth } | undefined {
  const [first, last] = [spans[0]?.first, spans.at(-1)?.last];
  const months = first && last ? monthsBetween(first, last) + 1 : 0;
  if (!first || months < 30) return undefined;
  const length = chance.between(3, Math.min(24, months - 20));
  const start = plusMonths(first, chance.between(12, months - length - 6));
  return { first: start, last: plusMonths(start, length - 1) };
}

/** The last months as owed instead of paid. */
export function withArrears(spans: readonly Span[], months: number): { paid: Span[]; owed: Span[] } {
  const last = spans.at(-1);
  if (!last) return { paid: [...spans], owed: [] };
  const since = plusMonths(last.last, 1 - months);
  return {
    paid: withGap(spans, since, last.last),
    owed: spans.filter((span) => span.last >= since).map((span) => ({ ...span, first: later(span.first, since) })),
  };
}
