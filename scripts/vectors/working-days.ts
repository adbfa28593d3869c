import * as v from "valibot";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { loadedCalendar } from "../../shared/kernel/loaded-calendar.ts";
import { dueDate } from "../../shared/kernel/working-days.ts";
import { runner, type Section } from "./section.ts";

const LONGEST = 10_000; // forty years: a longer count is a slip, and would be counted day by day

export const workingDays: Section = {
  cases: runner(
    v.object({ received: PlainDate, working_days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST)) }),
    ({ received, working_days }) => {
      const { due, error } = dueDate({ received, workingDays: working_days, calendar: loadedCalendar });
      return { due, error };
    },
  ),
};
