// Reads what was typed. What is wrong is said at its field; nothing is guessed.
import * as v from "valibot";
import { monthOf, type PlainDate, PlainMonth } from "../../../shared/kernel/calendar.ts";
import { readYuan } from "../../../shared/kernel/money.ts";
import type { Complaint } from "../../errors.ts";
import { typedIn } from "../../form.ts";
import { fill } from "../../words.ts";
import type { EstimateWords } from "./words.ts";

const EARLIEST_YEAR = 1900;
/** `optional`: left empty gives undefined without a complaint. */
type Limits = { least?: number; most: number; optional?: boolean };

/** Every reader gives undefined where it complains. */
export type Ask = {
  readonly asOf: PlainDate;
  readonly complaints: readonly Complaint[];
  text(name: string): string;
  /** One of a few, chosen. */
  choice<Option extends string>(name: string, options: readonly Option[]): Option | undefined;
  /** Of MonthField; not after this month. */
  month(name: string, limits?: { optional?: boolean; future?: boolean }): PlainMonth | undefined;
  /** Of SpanField, in months. `most` in years. */
  span(name: string, limits: Limits): number | undefined;
  /** A whole number. */
  count(name: string, limits: Limits): number | undefined;
  /** Decimal text with at most so many decimals, "0.6". */
  decimal(name: string, limits: Limits & { decimals?: number }): string | undefined;
  /** Fen. Limits in fen too, said in yuan. */
  yuan(name: string, limits: Limits): number | undefined;
  complain(field: string, text: string): undefined;
};

export function askOf(form: HTMLFormElement, asOf: PlainDate, words: EstimateWords): Ask {
  const typed = typedIn(form);
  const complaints: Complaint[] = [];
  const text = (name: string) => (typed[name] ?? "").normalize("NFKC").trim();
  const complain = (field: string, said: string): undefined => {
    complaints.push({ field, text: said });
  };
  const within = (name: string, value: number, { least = 0, most }: Limits, scale = 1) =>
    value >= least && value <= most
      ? value
      : complain(name, fill(words["number.range"], { least: least / scale, most: most / scale }));
  const missing = (name: string, optional?: boolean) => (optional ? undefined : complain(name, words["required.missing"]));
  const decimal: Ask["decimal"] = (name, { decimals = 4, ...limits }) => {
    const said = text(name);
    if (!said) return missing(name, limits.optional);
    if (!new RegExp(`^\\d{1,6}(\\.\\d{1,${decimals}})?$`).test(said)) return complain(name, words["number.unreadable"]);
    return within(name, Number(said), limits) === undefined ? undefined : said;
  };
  const count: Ask["count"] = (name, limits) => {
    const said = text(name).replace(/(\d)(年|个?月|岁)$/, "$1");
    if (!said) return missing(name, limits.optional);
    return /^\d{1,6}$/.test(said) ? within(name, Number(said), limits) : complain(name, words["number.unreadable"]);
  };

  return {
    asOf,
    complaints,
    text,
    complain,
    decimal,
    count,
    choice: (name, options) => options.find((option) => option === text(name)) ?? complain(name, words["choice.missing"]),
    month(name, { optional, future } = {}) {
      const [year, month] = [text(`${name}.year`).replace(/年$/, ""), text(`${name}.month`)];
      if (optional && !year && !month) return undefined;
      const field = !/^\d{4}$/.test(year) ? `${name}.year` : `${name}.month`;
      const read = v.safeParse(PlainMonth, `${year}-${month.padStart(2, "0")}`);
      if (!read.success) return complain(field, words["month.unreadable"]);
      if (Number(year) < EARLIEST_YEAR) return complain(`${name}.year`, words["month.early"]);
      return read.output > monthOf(asOf) && !future ? complain(`${name}.year`, words["month.future"]) : read.output;
    },
    span(name, { optional, most }) {
      const [years, months] = [`${name}.years`, `${name}.months`];
      if (!text(years) && !text(months)) return missing(years, optional);
      const before = complaints.length;
      const whole = count(years, { most, optional: true }) ?? 0;
      const rest = count(months, { most: 11, optional: true }) ?? 0;
      return complaints.length > before ? undefined : whole * 12 + rest;
    },
    yuan(name, limits) {
      const said = text(name);
      if (!said) return missing(name, limits.optional);
      const read = readYuan(said);
      return read.ok ? within(name, read.value, limits, 100) : complain(name, words["money.unreadable"]);
    },
  };
}
