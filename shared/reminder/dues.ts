// What is due for one person, and why: from the page of their record, by the law of their place. Handbook 7.4, 8, 9, 14.
import { leading } from "../facts.ts";
import { type PlainDate, plusDays } from "../kernel/calendar.ts";
import type { Law, Policy } from "../policy/law.ts";
import type { RecordPage } from "../registration.ts";
import { duesOfAge } from "./ages.ts";
import { type Due, dueKey } from "./due.ts";
import { duesOfInsurance } from "./insurance.ts";
import { duesOfReasons } from "./reasons.ts";

/** Somebody to be reminded: their record, the law where they live, today. */
export type Reminded = { record: RecordPage; law: Law; policy: Policy; today: PlainDate };

/**
 * In the order of their days. What is past stays in for a while, so that an outage loses none. Where a number is not loaded nothing
 * is due: a wrong day would be worse than none. Nothing for who is closed.
 */
export function duesOf(record: RecordPage, today: PlainDate, policy: Policy): Due[] {
  if (record.registration.status === "closed") return [];
  const home = leading(record.facts, "residence") ?? leading(record.facts, "hukou");
  const law = policy({ region: home?.division ?? "national", asOf: today });
  const kept = law.read({ days: "reminder.kept" });
  if (!kept.ok) return [];
  const reminded = { record, law, policy, today };
  const all = [...duesOfAge(reminded), ...duesOfInsurance(reminded), ...duesOfReasons(reminded)];
  const dues = all.filter((due) => !isOver(due, today, kept.value.days)).sort(byDay);
  return dues.filter((due, nth) => dues.findIndex((other) => dueKey(other) === dueKey(due)) === nth);
}

/** `days`: for how long it is told late. A gap is told as long as it is open. */
export const isOver = ({ what, on }: Due, today: PlainDate, days: number): boolean =>
  what !== "payment-gap" && plusDays(on, days) < today;

const byDay = (a: Due, b: Due) => (`${a.on} ${dueKey(a)}` < `${b.on} ${dueKey(b)}` ? -1 : 1);
