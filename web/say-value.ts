// A number of policy as people say it: 60岁, 8%, 15年, 400元. For pages while they are built, and for their scripts.
import { decimal, exact, times } from "../shared/kernel/exact.ts";
import { formatYuan, readYuan } from "../shared/kernel/money.ts";
import { type Key, unitOf } from "../shared/policy/keys.ts";
import { dateIn, dayIn } from "./lang.ts";
import type { Lang } from "./messages/both.ts";
import { codeWords, unitWords } from "./messages/parameter-values.ts";
import { fill } from "./words.ts";

type Unit = "yuan" | "months" | "years" | "age" | "days" | "working-days" | "times" | "hours" | "clock" | "visits";
type Say = (text: string) => string;

const ROWS_IN_FULL = 6;
const YEARS_FROM_MONTHS = 36; // "12 months", "24 months" as the documents say them; a longer time in years

/** `value` is the text of a parameter, in the unit of its key. */
export function sayValue(lang: Lang, key: Key, value: string): string {
  const said = sayers(lang, key)[unitOf(key)];
  return said ? said(value) : value;
}

/** Every row of a table of steps, `[["40岁", "233个月"], …]`: what `sayValue` shortens. */
export function sayRows(lang: Lang, key: Key, value: string): [from: string, value: string][] {
  const said = stepSayers(lang)[unitOf(key)];
  const rows = value.split(" ").map((row) => row.split(":"));
  if (!said) return [];
  return rows
    .filter(([from, what]) => from !== "0" || what !== "0")
    .map(([from = "", what = ""]) => [said[0](from), said[1](what)]);
}

const stepSayers = (lang: Lang): Readonly<Record<string, readonly [Say, Say]>> => ({
  "months-by-age": [count(lang, "age"), count(lang, "months")],
  "months-by-months": [(text) => sayMonths(lang, Number(text)), count(lang, "months")],
  "yuan-by-tier": [count(lang, "yuan"), count(lang, "yuan")],
});

function sayers(lang: Lang, key: Key): Readonly<Record<string, Say>> {
  const words = unitWords[lang];
  const list = (said: Say) => (text: string) => text.split(" ").map(said).join(words.and);
  const code: Say = (text) => (isCode(text) ? codeWords[lang][text] : text);
  const steps = (word: string) => (text: string) => short(lang, sayRows(lang, key, text), word);
  return {
    rate: isMultiple(key) ? count(lang, "times") : percent,
    rates: list(percent),
    yuan: count(lang, "yuan"),
    month: (text) => dateIn(lang, text),
    date: (text) => dateIn(lang, text),
    "day-of-year": (text) => dayIn(lang, text),
    years: count(lang, isAge(key) ? "age" : "years"),
    days: count(lang, "days"),
    "working-days": count(lang, "working-days"),
    hours: count(lang, key === "visit.evening" ? "clock" : "hours"),
    times: count(lang, "visits"),
    months: (text) => sayTime(lang, key, Number(text)),
    "yuan-tiers": (text) => fill(words.yuan, { n: text.split(" ").map(grouped).join(words.and) }),
    "months-by-age": steps(words.stepAge),
    "months-by-months": steps(words.step),
    "yuan-by-tier": steps(words.stepTier),
    code,
    codes: list(code),
  };
}

const isMultiple = (key: Key) => key.startsWith("employer-fine.share") || key.endsWith(".factor");
const isAge = (key: Key) => key.endsWith("-age") || key.startsWith("temporary-account.age");
const isCode = (text: string): text is keyof (typeof codeWords)["zh"] => text in codeWords.zh;

function sayTime(lang: Lang, key: Key, months: number): string {
  if (isAge(key)) return count(lang, "age")(String(months / 12));
  return key === "resident-pension.payout-months" ? count(lang, "months")(String(months)) : sayMonths(lang, months);
}

/** 186 → 15年6个月; up to three years in months: 24个月. */
export function sayMonths(lang: Lang, months: number): string {
  if (months < YEARS_FROM_MONTHS) return count(lang, "months")(String(months));
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const parts = [count(lang, "years")(String(years)), ...(rest > 0 ? [count(lang, "months")(String(rest))] : [])];
  return parts.join(lang === "zh" ? "" : " ");
}

/** 0.0831 → 8.31%; 2/3 stays 2/3. */
const percent: Say = (text) =>
  text.includes("/") ? text : `${decimal(times(exact(text), exact(100)), 7).replace(/\.?0+$/, "")}%`;

const count =
  (lang: Lang, unit: Unit): Say =>
  (text) =>
    fill(unitWords[lang][unit], { n: unit === "yuan" ? grouped(text) : text === "1" ? 1 : text });

/** 27549.5 → 27,549.50; whole yuan without decimals. */
function grouped(text: string): string {
  const read = readYuan(text);
  return read.ok ? formatYuan(read.value).replace(/\.00$/, "") : text;
}

function short(lang: Lang, rows: readonly [string, string][], word: string): string {
  const said = rows.map(([from, value]) => fill(word, { from, value }));
  if (said.length <= ROWS_IN_FULL) return said.join(unitWords[lang].between);
  return fill(unitWords[lang].rows, { first: said[0]!, last: said.at(-1)!, n: said.length });
}
