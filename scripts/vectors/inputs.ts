// How packs write what the rules of social insurance are asked, and how the answers are written back.
import * as v from "valibot";
import { decimal, exact, over, times, whole } from "../../shared/kernel/exact.ts";
import { provinces } from "../../shared/kernel/provinces.ts";
import type { Result } from "../../shared/kernel/result.ts";
import type { NeedsStaff } from "../../shared/policy/law.ts";
import type { Answer } from "./section.ts";

/** A decimal number in text, exactly; a JSON number by its digits. */
export const decimalNumber = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.regex(/^\d{1,15}(?:\.\d{1,15})?$/),
  v.transform((text) => exact(text)),
);
/** CNY → fen; what is finer than a fen is refused, not rounded. */
export const money = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.regex(/^\d{1,13}(?:\.\d{1,2}0*)?$/),
  v.transform((text) => whole(times(exact(text), exact(100)))),
);
export const moneyOrNone = v.nullish(money, "0");
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
export const countOrNone = v.nullish(count, 0);
export const flag = v.nullish(v.boolean(), false);
export const province = v.pipe(
  v.string(),
  v.check((code) => code in provinces, "is no province"),
);
/** Years and months of an age. */
export const age = v.pipe(
  v.strictTuple([v.pipe(count, v.maxValue(150)), v.pipe(count, v.maxValue(11))]),
  v.transform(([years, months]) => years * 12 + months),
);
export const year = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999));

export const yuan = (fen: number | null): string | null => (fen === null ? null : decimal(over(exact(fen), exact(100)), 2));
export const yearsAndMonths = (months: number): [number, number] => [Math.floor(months / 12), months % 12];

/** What a rule says, as a pack writes it; null throughout where staff must be asked. */
export const outputs = <Value>(
  result: Result<Value, NeedsStaff>,
  keys: readonly string[],
  of: (value: Value) => Answer,
): Answer => (result.ok ? of(result.value) : Object.fromEntries(keys.map((key) => [key, null])));

/** The same for a rule that says one thing. */
export const output = <Value>(
  key: string,
  result: Result<Value, NeedsStaff>,
  of: (value: Value) => unknown = (value) => value,
): Answer => ({
  [key]: result.ok ? of(result.value) : null,
});
