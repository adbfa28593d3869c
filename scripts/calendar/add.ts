// What a notice says, laid over what is loaded.
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import { type CalendarData, type CalendarYear, isWeekend, openCalendar } from "../../shared/kernel/working-days.ts";
import type { NoticeRow } from "./notice.ts";

/**
 * A notice arranges one year, and at most the last days of the December before it (2018-12-29 was worked for 2019-01-01).
 * It may list only the days that differ from Monday to Friday, or every day of the year. Throws one line where it cannot be right.
 */
export function addNotice(before: CalendarData, rows: readonly NoticeRow[]): CalendarData {
  const dates = rows.map(({ date }) => date);
  const year = [...dates].sort().at(-1)?.slice(0, 4) ?? "";
  const decemberBefore = `${String(Number(year) - 1).padStart(4, "0")}-12-`;

  const twice = dates.find((date, index) => dates.indexOf(date) !== index);
  if (twice) throw new Error(`${twice} is listed twice.`);
  const stray = dates.find((date) => !date.startsWith(year) && !date.startsWith(decemberBefore));
  if (stray) throw new Error(`${stray} does not belong to ${year}: one notice arranges one year.`);

  const own = rows.filter(({ date }) => date.startsWith(year));
  const arranged = arrangementOf(own);
  mustBeWhole(year, arranged);

  const years = { ...before.years, [year]: arranged };
  const earlier = before.years[decemberBefore.slice(0, 4)];
  const december = rows.filter(({ date }) => date.startsWith(decemberBefore));
  if (earlier && december.length > 0) years[decemberBefore.slice(0, 4)] = amended(earlier, december);
  return { ...before, version: before.version + 1, years };
}

/** Ordinary weekends and working days go without saying. */
const tells = ({ date, is_workday }: NoticeRow) => is_workday === isWeekend(date);
const isOff = (row: NoticeRow) => !row.is_workday && (tells(row) || row.name.trim() !== "");

const arrangementOf = (rows: readonly NoticeRow[]): CalendarYear => ({
  document: [...new Set(rows.map(({ doc_no }) => doc_no))].join(", "),
  holidays: datesOf(rows.filter(isOff)),
  workdays: datesOf(rows.filter((row) => row.is_workday && tells(row))),
});

function amended(year: CalendarYear, rows: readonly NoticeRow[]): CalendarYear {
  const said = new Set(datesOf(rows));
  const { holidays, workdays } = arrangementOf(rows);
  const merged = (old: readonly PlainDate[], added: readonly PlainDate[]) =>
    [...old.filter((date) => !said.has(date)), ...added].sort();
  return { ...year, holidays: merged(year.holidays, holidays), workdays: merged(year.workdays, workdays) };
}

const datesOf = (rows: readonly NoticeRow[]) => rows.map(({ date }) => date).sort();

/** Half a notice would make working days of holidays. Spring Festival lies between 21 January and 20 February. */
function mustBeWhole(year: string, { holidays, workdays }: CalendarYear): void {
  const spring = holidays.filter((date) => date >= `${year}-01-21` && date <= `${year}-02-20` && !isWeekend(date));
  const lacks = ["01-01", "05-01", "10-01", "10-02", "10-03"]
    .map((day) => `${year}-${day}`)
    .filter((day) => !holidays.some((date) => date === day));
  const whole = `in this notice: it does not cover the whole of ${year}.`;
  if (lacks.length > 0)
    throw new Error(`${[...lacks, ...(spring.length < 3 ? ["Spring Festival"] : [])].join(", ")} is no day off ${whole}`);
  if (spring.length < 3) throw new Error(`There is no Spring Festival ${whole}`);
  const weekdaysOff = holidays.filter((date) => !isWeekend(date));
  if (workdays.length >= weekdaysOff.length)
    throw new Error(
      `${workdays.length} weekend days are worked for ${weekdaysOff.length} weekdays off: more is worked than given.`,
    );
}

/** One line for each day whose nature changes, and for each year that is loaded or no longer is. */
export function differences(before: CalendarData, after: CalendarData): string[] {
  const years = [...new Set([...Object.keys(before.years), ...Object.keys(after.years)])].sort();
  return years.flatMap((year) => {
    const [old, now] = [before.years[year], after.years[year]];
    if (!old || !now) return [`${now ? "+" : "-"} ${year}: ${summary((now ?? old)!)}`];
    const [worked, works] = [openCalendar(before), openCalendar(after)];
    const touched = [...new Set([...old.holidays, ...old.workdays, ...now.holidays, ...now.workdays])].sort();
    return touched
      .filter((date) => worked(date) !== works(date))
      .map((date) => `  ${date}: ${works(date) ? "a day off becomes a working day" : "a working day becomes a day off"}`);
  });
}

const summary = ({ document, holidays, workdays }: CalendarYear) =>
  `${holidays.length} days off, ${workdays.length} weekend days worked (${document})`;
