// What falls due because of how somebody is insured: a gap in what is paid. The central period stands in periods.ts.
import * as v from "valibot";
import { gapsOf, gridOf, lastDueMonth, openGap } from "../check/months.ts";
import { monthOf, monthsBetween, PlainDate, plusMonths } from "../kernel/calendar.ts";
import type { InsuranceSummary } from "../registration.ts";
import type { Due } from "./due.ts";
import type { Reminded } from "./dues.ts";
import { periods } from "./periods.ts";

export const duesOfInsurance = (reminded: Reminded): Due[] => [...gapsIn(reminded), ...periods(reminded)];

/** In the two insurances where a gap costs later: the pension's months, and months without cover. */
const GAPS_IN = ["pension", "medical"] as const;

/** Due since the month after the first one that is missing: it does not move while the gap stays open. An old one is left in peace. */
const gapsIn = ({ record: { summary }, law }: Reminded): Due[] =>
  GAPS_IN.flatMap((insurance): Due[] => {
    const held = summary.insurances[insurance];
    const tell = law.read({ months: "reminder.gap" });
    if (!held || held.status === "ended" || held.insuredAs === "retired" || !tell.ok) return [];
    const whole = upToDue(held);
    const [since] = openGap(whole, gapsOf(gridOf(whole)));
    if (!since || monthsBetween(since, monthOf(held.asOf)) > tell.value.months) return [];
    const on = v.parse(PlainDate, `${plusMonths(since, 1)}-01`);
    const { scheme, region } = held;
    return [{ what: "payment-gap", on, day: on, since, cause: { fact: "enrolment", insurance, scheme, region } }];
  });

/** With the years after the last payment too: a file names none in which nothing was paid. */
function upToDue(held: InsuranceSummary): InsuranceSummary {
  const until = Number(lastDueMonth(held).slice(0, 4));
  const last = Math.max(...Object.keys(held.years).map(Number));
  if (last === Number.NEGATIVE_INFINITY) return held; // nobody has said anything of payments
  const empty = Array.from({ length: Math.max(0, until - last) }, (_, nth) => [String(last + 1 + nth), "-".repeat(12)]);
  return { ...held, years: { ...held.years, ...Object.fromEntries(empty) } };
}
