// How cards say numbers. Nothing else puts a digit into a card (tests/policy/cards.test.ts).
import type { PlainDate, PlainMonth } from "../../kernel/calendar.ts";
import { decimal, type Exact, exact, over, times, whole } from "../../kernel/exact.ts";
import { formatYuan } from "../../kernel/money.ts";
import type { Lang } from "./card.ts";

export type Say = {
  number(value: number): string;
  /** Months as years and months: 15年6个月. */
  years(months: number): string;
  /** Fen: 400元, 1,711.65 yuan. */
  yuan(fen: number): string;
  /** 8%, 0.05%; 2/3 stays 2/3. */
  percent(rate: Exact): string;
  year(date: PlainDate | PlainMonth): string;
  month(month: PlainMonth): string;
  day(date: PlainDate): string;
  /** What is told of the person in an example: an invented fact, no policy. */
  given(fact: string | number): string;
};

const ENGLISH_MONTHS = "January February March April May June July August September October November December".split(" ");

const parts = (date: string) => date.split("-").map(Number) as [year: number, month: number, day?: number]; // a brand says so

const amount = (fen: number) => formatYuan(fen).replace(/\.00$/, "");
const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

function percent(rate: Exact): string {
  const hundredths = times(rate, exact(10_000));
  const isRound = hundredths.numerator % hundredths.denominator === 0n;
  if (!isRound) return `${rate.numerator}/${rate.denominator}`;
  return `${decimal(over(exact(whole(hundredths)), exact(100)), 2).replace(/\.?0+$/, "")}%`;
}

const zh: Say = {
  number: String,
  years: (months) => `${months >= 12 ? `${Math.floor(months / 12)}年` : ""}${months % 12 ? `${months % 12}个月` : ""}`,
  yuan: (fen) => `${amount(fen).replace(/,/g, "")}元`,
  percent,
  year: (date) => `${parts(date)[0]}年`,
  month: (month) => `${parts(month)[0]}年${parts(month)[1]}月`,
  day: (date) => `${parts(date)[1]}月${parts(date)[2]}日`,
  given: String,
};

const en: Say = {
  ...zh,
  years: (months) =>
    [months >= 12 && plural(Math.floor(months / 12), "year"), months % 12 > 0 && plural(months % 12, "month")]
      .filter(Boolean)
      .join(" "),
  yuan: (fen) => `${amount(fen)} yuan`,
  year: (date) => String(parts(date)[0]),
  month: (month) => `${ENGLISH_MONTHS[parts(month)[1] - 1]} ${parts(month)[0]}`,
  day: (date) => `${parts(date)[2]} ${ENGLISH_MONTHS[parts(date)[1] - 1]}`,
};

export const sayIn: Readonly<Record<Lang, Say>> = { zh, en };
