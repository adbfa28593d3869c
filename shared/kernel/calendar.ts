// Days and moments as people in China write them. Working days are in working-days.ts.
import * as v from "valibot";

export const PlainDate = v.pipe(v.string(), v.isoDate(), v.check(isRealDate), v.brand("PlainDate"));
export type PlainDate = v.InferOutput<typeof PlainDate>;

/** A calendar month, `2019-07`. */
export const PlainMonth = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/), v.brand("PlainMonth"));
export type PlainMonth = v.InferOutput<typeof PlainMonth>;

/** A moment by the clock on the wall in Shanghai. One width, one offset: it sorts as text and begins with its date. */
export const Instant = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/), v.brand("Instant"));
export type Instant = v.InferOutput<typeof Instant>;

const SHANGHAI_AHEAD_MS = 8 * 3_600_000; // no summer time since 1991
const DAY_MS = 86_400_000;

export const instantAt = (epochMs: number): Instant => v.parse(Instant, clockAt(epochMs).replace("Z", "+08:00"));

/** What a clock in Shanghai shows, to be read and not to be reckoned with. */
export const clockAt = (epochMs: number): string => new Date(epochMs + SHANGHAI_AHEAD_MS).toISOString();

/** Now, or right after what came before: two machines' clocks may differ by seconds, and one person's words keep their order. */
export const momentAfter = (before: Instant | undefined, now: Instant): Instant =>
  before === undefined || before < now ? now : instantAt(Date.parse(before) + 1);

export const dateOf = (instant: Instant): PlainDate => v.parse(PlainDate, instant.slice(0, 10));
export const monthOf = (date: PlainDate): PlainMonth => v.parse(PlainMonth, date.slice(0, 7));

export const daysBetween = (from: PlainDate, to: PlainDate): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
export const plusDays = (date: PlainDate, days: number): PlainDate =>
  v.parse(PlainDate, new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10));

/** Full years on a day. Who was born on 29 February grows older on 1 March of a common year (handbook 3). */
export function ageOn(birth: PlainDate, date: PlainDate): number {
  const years = Number(date.slice(0, 4)) - Number(birth.slice(0, 4));
  return date.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The day on which somebody reaches an age. Who was born on 29 February: on 1 March of a common year, as `ageOn` counts. */
export function birthdayOf(birth: PlainDate, years: number): PlainDate {
  const year = String(Number(birth.slice(0, 4)) + years).padStart(4, "0");
  const found = v.safeParse(PlainDate, `${year}${birth.slice(4)}`);
  return found.success ? found.output : v.parse(PlainDate, `${year}-03-01`);
}

export const monthsBetween = (from: PlainMonth, to: PlainMonth): number => monthIndex(to) - monthIndex(from);
export const plusMonths = (month: PlainMonth, months: number): PlainMonth => {
  const index = monthIndex(month) + months;
  return v.parse(PlainMonth, `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`);
};
const monthIndex = (month: PlainMonth) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const isLeap = (year: number) => year % (year % 100 ? 4 : 400) === 0;
/** 31 but for every other one; from August on the other way round. */
const daysIn = (month: number) => 30 + ((month + (month > 7 ? 1 : 0)) % 2);

/** 2026-02-30 has the right shape and does not exist. Counted, not parsed: every look at a record asks it thirty times. */
function isRealDate(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return day <= (month === 2 ? (isLeap(year) ? 29 : 28) : daysIn(month));
}
