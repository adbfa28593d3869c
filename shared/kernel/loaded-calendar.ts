import * as v from "valibot";
import data from "./data/working-days.json" with { type: "json" };
import { CalendarData, openCalendar, type WorkingCalendar } from "./working-days.ts";

/** Which version of the calendar this deployment counts by. */
export const loadedVersion = (): number => v.parse(CalendarData.entries.version, data.version);

let opened: WorkingCalendar | undefined;

/** The years that are loaded here, opened at the first question; `npm run calendar -- load FILE` adds the next one. */
export const loadedCalendar: WorkingCalendar = (date) => {
  opened ??= openCalendar(v.parse(CalendarData, data));
  return opened(date);
};
