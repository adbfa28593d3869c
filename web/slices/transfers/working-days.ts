// The calendar as the site carries it. Where it cannot be had nothing is counted: the last day is said without it.
import * as v from "valibot";
import { CalendarData, openCalendar, type WorkingCalendar } from "../../../shared/kernel/working-days.ts";

export async function readCalendar(): Promise<WorkingCalendar | undefined> {
  try {
    const response = await fetch("/working-days.json");
    const read = v.safeParse(CalendarData, await response.json());
    return read.success ? openCalendar(read.output) : undefined;
  } catch {
    return undefined;
  }
}
