// What fast-check draws people of the handbook from.
import fc from "fast-check";
import * as v from "valibot";
import { PlainMonth } from "../../shared/kernel/calendar.ts";
import { exact, over } from "../../shared/kernel/exact.ts";

export const aMonth = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => v.parse(PlainMonth, `${year}-${String(month).padStart(2, "0")}`));
export const fen = (max = 100_000_000) => fc.integer({ min: 0, max });
/** An index between 0.6 and 3, in thousandths. */
export const anIndex = fc.integer({ min: 600, max: 3000 }).map((thousandths) => over(exact(thousandths), exact(1000)));
export const aCategory = fc.constantFrom("M60" as const, "F55" as const, "F50" as const);

/** What a rule says, where it has to say something. */
export function saidBy<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
