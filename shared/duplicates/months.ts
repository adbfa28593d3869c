// Which months two pension records have in common.
import { monthsBetween, type PlainMonth } from "../kernel/calendar.ts";

/** `to` null: still running. */
export type Span = { from: PlainMonth; to: PlainMonth | null };

const ENDLESS = "9999-12";
const ends = ({ to }: Span) => to ?? ENDLESS;

/** Months that lie in a span of both sides, each counted once and both end months with it; what runs on counts up to `now`. */
export function commonMonths(one: readonly Span[], other: readonly Span[], now: PlainMonth): number {
  const shared = one
    .flatMap((a) => other.map((b) => overlap(a, b, now)))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let counted = 0;
  let until: PlainMonth | undefined;
  for (const { from, to } of shared) {
    if (until !== undefined && to <= until) continue;
    counted += until === undefined || from > until ? monthsBetween(from, to) + 1 : monthsBetween(until, to);
    until = to;
  }
  return counted;
}

function overlap(a: Span, b: Span, now: PlainMonth): { from: PlainMonth; to: PlainMonth } {
  const from = a.from > b.from ? a.from : b.from;
  const [first, second] = [a.to ?? b.to ?? now, b.to ?? a.to ?? now];
  return { from, to: first < second ? first : second };
}

/** Is there a calendar year in which both run? As text, a year comes before all of its months. */
export const shareYear = (a: Span, b: Span): boolean => a.from.slice(0, 4) <= ends(b) && b.from.slice(0, 4) <= ends(a);
