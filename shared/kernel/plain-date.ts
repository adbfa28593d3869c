// Days and months in the many ways people write them. What cannot be meant in one way only is refused, never corrected.
import * as v from "valibot";
import { monthOf, PlainDate, PlainMonth } from "./calendar.ts";
import { chineseNumeral } from "./chinese-numeral.ts";
import { accepted, type Result, refused } from "./result.ts";

export type DateError =
  | "date.missing"
  | "date.unreadable"
  | "date.ambiguous"
  | "date.impossible"
  | "date.in-future"
  | "date.too-early";

/** `asOf` is today; what lies after it is refused unless `future`. */
export type DateLimits = { asOf: PlainDate; earliest?: PlainDate; future?: boolean };

/** Nobody in any register was born earlier; a year like 0203 is a slip of the finger. */
const EARLIEST = v.parse(PlainDate, "1850-01-01");

const DAY_WAYS = [
  /^(\d{4})(\d\d)(\d\d)$/,
  /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/,
  /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]$/,
];
const MONTH_WAYS = [/^(\d{4})(\d\d)$/, /^(\d{4})[-/. ](\d{1,2})$/, /^(\d{4}) ?年 ?(\d{1,2}) ?月$/];
/** 99-7-1, 990701, 九九年: which century? 7/1/1999: which is the month? */
const SHORT_YEAR = /^\d{2} ?年|^\d{6}$|^\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{1,2}|\d{4})$/;
const SHORT_YEAR_MONTH = /^\d{2} ?年|^\d{4}$|^\d{1,2}[-/. ](?:\d{1,2}|\d{4})$/;

/** 1999年7月1日, 19990701, 1999-7-1, 1999/07/01, 1999.7.1, 一九九九年七月一日, in full width too. */
export function readDate(typed: string, limits: DateLimits): Result<PlainDate, DateError> {
  const text = tidy(typed);
  const date = understood(text, { ways: DAY_WAYS, ambiguous: SHORT_YEAR, schema: PlainDate });
  return date.ok ? within(date.value, { first: limits.earliest ?? EARLIEST, today: limits.asOf, future: limits.future }) : date;
}

/** The same for a month: 1999年7月, 199907, 1999-7, 一九九九年七月. A whole date is refused: its day would be lost. */
export function readMonth(typed: string, limits: DateLimits): Result<PlainMonth, DateError> {
  const text = tidy(typed);
  const month = understood(text, { ways: MONTH_WAYS, ambiguous: SHORT_YEAR_MONTH, schema: PlainMonth });
  if (!month.ok) return month;
  return within(month.value, { first: monthOf(limits.earliest ?? EARLIEST), today: monthOf(limits.asOf), future: limits.future });
}

/** Half width, one kind of hyphen, single blanks only between digits, Chinese numerals as digits. */
const tidy = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/\p{Pd}|−/gu, "-")
    .replace(/\s*([-/.年月日号])\s*/g, "$1")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[〇○零一二三四五六七八九十廿卅]+(?=([年月日号]))/g, (run, unit: string) => chineseNumeral(run, unit === "年"));

type Way<Value extends string> = { ways: readonly RegExp[]; ambiguous: RegExp; schema: v.GenericSchema<string, Value> };

function understood<Value extends string>(text: string, { ways, ambiguous, schema }: Way<Value>): Result<Value, DateError> {
  if (text === "") return refused("date.missing");
  const way = ways.find((pattern) => pattern.test(text));
  if (!way) return refused(ambiguous.test(text) ? "date.ambiguous" : "date.unreadable");
  const parts = (way.exec(text) ?? []).slice(1).filter((part) => /\d/.test(part));
  const date = v.safeParse(schema, parts.map((part) => part.padStart(2, "0")).join("-"));
  return date.success ? accepted(date.output) : refused("date.impossible");
}

function within<Value extends string>(
  value: Value,
  { first, today, future = false }: { first: Value; today: Value; future?: boolean | undefined },
): Result<Value, DateError> {
  if (value < first) return refused("date.too-early");
  return value > today && !future ? refused("date.in-future") : accepted(value);
}
