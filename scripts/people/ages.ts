import { type PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import type { Sex } from "./names.ts";

/** Handbook 8.1, for making up people only: the month in which somebody at work retires. `manual`: women who retired at 50. */
export function retirementMonth(birth: PlainMonth, sex: Sex, manual: boolean): PlainMonth {
  const { original, cohort, step, most } =
    sex === "M"
      ? { original: 60, cohort: 1965, step: 4, most: 36 }
      : manual
        ? { original: 50, cohort: 1975, step: 2, most: 60 }
        : { original: 55, cohort: 1970, step: 4, most: 36 };
  const late = (Number(birth.slice(0, 4)) - cohort) * 12 + Number(birth.slice(5)) - 1;
  const delay = late < 0 ? 0 : Math.min(most, Math.floor(late / step) + 1);
  return plusMonths(birth, original * 12 + delay);
}
