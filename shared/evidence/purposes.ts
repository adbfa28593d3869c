// What a picture or PDF is handed in for, and when it leaves. Figures of the service's own, not of any law.
import * as v from "valibot";
import { type PlainDate, plusDays } from "../kernel/calendar.ts";

/** Words of the field, and none that says why somebody is in need: they stand in addresses. */
export const Purpose = v.picklist([
  "name-correction",
  "sex-correction",
  "birth-correction",
  "number-correction",
  "death",
  "birth-certificate",
  "guardianship",
  "proxy-authorisation",
  "signature",
  "reason",
  "insured-elsewhere",
  "registration",
  "waiver",
  "transfer",
]);
export type Purpose = v.InferOutput<typeof Purpose>;

/** What no submission names goes after this time. */
export const ORPHAN_HOURS = 24;

/**
 * After the outcome: 60 days in which reconsideration may be asked for (行政复议法, 2023, Art. 20), and 30 until the request has
 * found the office that has to answer it.
 */
export const STAYS_AFTER_OUTCOME_DAYS = 90;

/** However long an outcome takes, and whoever forgets to say that there is one. */
export const STAYS_AT_MOST_DAYS = 3 * 365;

/** A written authorisation, or a reason that expires, proves something until that day; the others only until the outcome. */
const provesUntilItsDay: readonly Purpose[] = ["proxy-authorisation", "guardianship", "reason", "insured-elsewhere"];

type Ended = { purpose: Purpose; sentOn: PlainDate; outcomeOn: PlainDate; goodUntil?: PlainDate };

/** The day on which it leaves, for whoever knows the outcome. `goodUntil`: the last day of what it proves. */
export function leavesOn({ purpose, sentOn, outcomeOn, goodUntil }: Ended): PlainDate {
  const needed = goodUntil && provesUntilItsDay.includes(purpose) && goodUntil > outcomeOn ? goodUntil : outcomeOn;
  const wanted = plusDays(needed, STAYS_AFTER_OUTCOME_DAYS);
  const latest = plusDays(sentOn, STAYS_AT_MOST_DAYS + STAYS_AFTER_OUTCOME_DAYS);
  return wanted < latest ? wanted : latest;
}
