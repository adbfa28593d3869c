// In what a parameter is counted, and how its text is read.
import * as v from "valibot";
import { PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { type Exact, exact } from "../kernel/exact.ts";
import { readYuan } from "../kernel/money.ts";

export type Unit<Value> = { unit: string; value: v.GenericSchema<string, Value> };

/** From this on (age, tier, months paid), that much; ascending. */
export type Steps = readonly (readonly [from: number, value: number])[];

const DECIMAL = /^\d{1,9}(?:\.\d{1,9})?$/;
const RATE = /^\d{1,9}(?:\.\d{1,9}|\/[1-9]\d{0,8})?$/;
const YUAN = /^\d{1,9}(?:\.\d{1,2})?$/;
const COUNT = /^\d{1,5}$/;

const exactly = (text: string): Exact => exact(text);
const fen = (text: string): number => {
  const read = readYuan(text);
  return read.ok ? read.value : Number.NaN;
};
const matching = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern));
const words = (text: string): string[] => text.split(" ");
const ascending = (numbers: number[]) => numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);

const list = <Value>(entry: v.GenericSchema<string, Value>) => v.pipe(v.string(), v.transform(words), v.array(entry));
const count = v.pipe(matching(COUNT), v.transform(Number));
const amount = v.pipe(matching(YUAN), v.transform(fen));

const steps = (from: v.GenericSchema<string, number>, to: v.GenericSchema<string, number>): v.GenericSchema<string, Steps> =>
  v.pipe(
    list(
      v.pipe(
        v.string(),
        v.transform((step) => step.split(":")),
        v.strictTuple([from, to]),
      ),
    ),
    v.minLength(1),
    v.check((read) => ascending(read.map(([start]) => start))),
  );

/** More than `most` is a slip of the finger. */
const counted = (unit: string, most: number, least = 0): Unit<number> => ({
  unit,
  value: v.pipe(
    count,
    v.check((read) => read >= least && read <= most),
  ),
});

export const months = counted("months", 1_200);
/** Something is divided by them. */
export const divisorMonths = counted("months", 1_200, 1);
export const years = counted("years", 120);
export const days = counted("days", 3_660);
export const workingDays = counted("working-days", 366);
export const hours = counted("hours", 240);
export const times = counted("times", 20, 1);

const noMoreThan = (most: number) => v.check(({ numerator, denominator }: Exact) => numerator <= denominator * BigInt(most));

/** A share, 0.08 or 2/3: one that is more than the whole is a percentage that was not divided by a hundred. */
export const rate: Unit<Exact> = { unit: "rate", value: v.pipe(matching(RATE), v.transform(exactly), noMoreThan(1)) };
/** A share of something else, or so many times as much: 1.1, 3. */
export const multiple: Unit<Exact> = { unit: "rate", value: v.pipe(matching(RATE), v.transform(exactly), noMoreThan(10)) };
const moreThan = (least: number) => v.check(({ numerator, denominator }: Exact) => numerator > denominator * BigInt(least));
/** The same, where something is divided by them. */
export const divisorRate: Unit<Exact> = { unit: "rate", value: v.pipe(rate.value, moreThan(0)) };
export const divisorMultiple: Unit<Exact> = { unit: "rate", value: v.pipe(multiple.value, moreThan(0)) };
export const rates: Unit<readonly Exact[]> = {
  unit: "rates",
  value: list(v.pipe(matching(DECIMAL), v.transform(exactly), noMoreThan(1))),
};
export const yuan: Unit<number> = { unit: "yuan", value: amount };
export const month: Unit<PlainMonth> = { unit: "month", value: PlainMonth };
export const date: Unit<PlainDate> = { unit: "date", value: PlainDate };
/** `09-01`, in every year; no 29 February, which most years have not. */
export const dayOfYear: Unit<string> = {
  unit: "day-of-year",
  value: v.pipe(
    matching(/^\d\d-\d\d$/),
    v.check((text) => v.is(PlainDate, `2001-${text}`)),
  ),
};
export const tiers: Unit<readonly number[]> = {
  unit: "yuan-tiers",
  value: v.pipe(list(amount), v.minLength(1), v.check(ascending)),
};
export const monthsByAge: Unit<Steps> = { unit: "months-by-age", value: steps(count, divisorMonths.value) };
export const monthsByMonths: Unit<Steps> = { unit: "months-by-months", value: steps(count, count) };
export const yuanByTier: Unit<Steps> = { unit: "yuan-by-tier", value: steps(amount, amount) };

export const code = <const Option extends string>(...options: readonly Option[]): Unit<Option> => ({
  unit: "code",
  value: v.pipe(v.string(), v.picklist(options)),
});
export const codes = <const Option extends string>(...options: readonly Option[]): Unit<readonly Option[]> => ({
  unit: "codes",
  value: list(v.pipe(v.string(), v.picklist(options))),
});

/** What holds from the last step that is reached; undefined below the first. */
export const stepAt = (steps: Steps, reached: number): number | undefined => steps.filter(([from]) => from <= reached).pop()?.[1];
