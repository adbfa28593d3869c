// One job, as the schemes of employees see it; flexible workers pay alone for pension and medical insurance.
import { type PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import type { Situation } from "./lives.ts";
import type { Life, SyntheticEnrolment } from "./person.ts";
import { FLEXIBLE_RATES, RATES, wageSpans } from "./spans.ts";

const SHORT_YEARS = 8; // the extract carries no older months of unemployment and injury insurance
const at = (text: string) => text as PlainMonth;
const later = (a: PlainMonth, b: PlainMonth) => (a > b ? a : b);

export function jobIn(person: Situation, life: Life, division: string, from: PlainMonth, last: PlainMonth): SyntheticEnrolment[] {
  const { chance } = person;
  const kind = life === "official" ? "institution" : "enterprise";
  const employer = chance.pick(person.employers.filter((one) => one.kind === kind));
  const wage = chance.between(42, 140) * 100;
  const flexible = life === "flexible";
  const pension = life === "official" ? "120" : "110";
  const common = { division, status: "active", insuredAs: flexible ? "flexible" : "employee", owed: [] } as const;
  const short = plusMonths(last, -12 * SHORT_YEARS);
  const scheme = (code: keyof typeof RATES, since: string, oldest: PlainMonth = from): SyntheticEnrolment => {
    const start = later(from, at(since));
    const rates = flexible && (code === "110" || code === "310") ? FLEXIBLE_RATES[code] : RATES[code];
    return {
      ...common,
      scheme: code,
      from: start,
      ...(!flexible && { employer }),
      paid: wageSpans(later(start, oldest), last, wage, rates),
    };
  };
  const jobs = flexible
    ? [scheme("110", "1996-01"), scheme("310", "2006-01")]
    : [
        scheme(pension, pension === "120" ? "2014-10" : "1996-01"),
        scheme("310", "2001-01"),
        scheme("210", "1999-01", short),
        scheme("410", "2004-01", short),
        ...(chance.is(0.06) ? [scheme("510", "2005-01", short)] : []),
      ];
  return jobs.filter(({ from: start }) => start <= last);
}
