// Working days as the State Council arranges them, year by year (handbook 9). Past the loaded years it says so.
import * as v from "valibot";
import { PlainDate, plusDays } from "./calendar.ts";

/** `holidays`: days off, weekends among them or not. `workdays`: Saturdays and Sundays that are worked. `document`: who said so. */
export const CalendarYear = v.object({ document: v.string(), holidays: v.array(PlainDate), workdays: v.array(PlainDate) });
export type CalendarYear = v.InferOutput<typeof CalendarYear>;

/** As kept in data/working-days.json. `version` goes up by one with every notice that is loaded. */
export const CalendarData = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  source: v.string(),
  years: v.record(v.pipe(v.string(), v.regex(/^\d{4}$/)), CalendarYear),
});
export type CalendarData = v.InferOutput<typeof CalendarData>;

/** Whether a day is worked; undefined in a year that is not loaded. */
export type WorkingCalendar = (date: PlainDate) => boolean | undefined;

export function openCalendar(data: CalendarData): WorkingCalendar {
  const years = new Set(Object.keys(data.years));
  const listed = (kind: "holidays" | "workdays") => new Set(Object.values(data.years).flatMap((year) => year[kind]));
  const [holidays, workdays] = [listed("holidays"), listed("workdays")];
  return (date) => (years.has(date.slice(0, 4)) ? !holidays.has(date) && (workdays.has(date) || !isWeekend(date)) : undefined);
}

export const isWeekend = (date: PlainDate): boolean => [0, 6].includes(new Date(date).getUTCDay());

export type DueDate =
  | { due: PlainDate; error: null }
  /** Counted Monday to Friday where nothing is loaded: to be shown as provisional, and to be counted again. */
  | { due: null; error: "CALENDAR_NOT_LOADED"; provisional: PlainDate };

/** The n-th working day after the day of receipt, which is never counted itself (Civil Code Art. 201). */
export function dueDate({
  received,
  workingDays,
  calendar,
}: {
  received: PlainDate;
  workingDays: number;
  calendar: WorkingCalendar;
}): DueDate {
  let date = received;
  let isLoaded = true;
  for (let counted = 0; counted < workingDays; ) {
    date = plusDays(date, 1);
    const works = calendar(date);
    if (works === undefined) isLoaded = false;
    if (works ?? !isWeekend(date)) counted += 1;
  }
  return isLoaded ? { due: date, error: null } : { due: null, error: "CALENDAR_NOT_LOADED", provisional: date };
}
