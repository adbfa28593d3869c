// A year of resident medical insurance: what it costs, until when to pay, from when it reimburses. Handbook 7.4.
import * as v from "valibot";
import { yearFee } from "../estimate/medical-gap.ts";
import { ageOn, monthOf, PlainDate, type PlainMonth, plusDays, plusMonths } from "../kernel/calendar.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { Law, NeedsStaff, Policy } from "../policy/law.ts";
import { medicalFees } from "../resident-medical/fees.ts";
import { newbornCover } from "../resident-medical/newborn.ts";
import { waitingMonths } from "../resident-medical/waiting.ts";
import { lastDayOf } from "./flexible-terms.ts";
import type { Terms } from "./joining.ts";
import type { Asked } from "./life.ts";
import type { Paid, TermsFinding } from "./terms.ts";
import { workOf } from "./work.ts";

/** Within the central period, before it, or after it; `unknown` where it is not loaded. */
type Window = { is: "before" | "after" } | { is: "within"; to: PlainDate } | { is: "unknown"; key: string };
type Cover = Pick<Terms, "from" | "payBy" | "coverFrom" | "missing">;

export function medicalTerms(
  wish: Extract<Paid, { scheme: "390" }>,
  asked: Asked,
  policy: Policy,
): Result<Terms, Finding<TermsFinding>[]> {
  const { known, today, work } = asked;
  const { coverYear, region } = wish;
  const thisYear = Number(today.slice(0, 4));
  const law = policy({ region, asOf: today });
  if (coverYear !== thisYear && coverYear !== thisYear + 1)
    return refused([finding("enrolment.cover-year", "wish", "coverYear")]);
  const window = windowOf(coverYear, law);
  if (window.is === "before") return refused([finding("enrolment.period-not-begun", "wish", "coverYear")]);

  const cover = newbornTerms(coverYear, asked, law) ?? coverIn(window, coverYear, asked, law);
  if (cover.coverFrom && Number(cover.coverFrom.slice(0, 4)) > coverYear)
    return refused([finding("enrolment.year-over", "wish", "coverYear")]);
  const fee = yearFee(coverYear, law);
  const { government } = medicalFees(coverYear, law);
  const unknown = fee.ok ? (fee.value.own ? [] : ["resident-medical.individual-fee"]) : [fee.refusal.key];
  return accepted({
    region,
    insuredAs: workOf(known, work) === "student" ? "student" : "resident",
    frequency: "year",
    months: 12,
    ...(fee.ok && { cost: fee.value.fen, regular: fee.value.fen }),
    ...(government.ok && { subsidy: government.value }),
    coverYear,
    ...(wish.hardship && { takenOver: true }),
    ...cover,
    missing: [...cover.missing, ...unknown],
  });
}

/** The period of a year of cover is the one that holds in that year, like its fee. */
function windowOf(coverYear: number, law: Law): Window {
  const held = law.on(firstDayOf(coverYear)).read({ from: "resident-medical.period-from", to: "resident-medical.period-to" });
  if (!held.ok) return { is: "unknown", key: held.refusal.key };
  if (law.asOf < held.value.from) return { is: "before" };
  return law.asOf > held.value.to ? { is: "after" } : { is: "within", to: held.value.to };
}

/** In time a child is covered from birth, whatever the period: until the last of those days. */
function newbornTerms(coverYear: number, { known: { birth }, today }: Asked, law: Law): Cover | undefined {
  const within = law.read({ days: "resident-medical.newborn-days" });
  if (!birth || !within.ok || coverYear !== Number(today.slice(0, 4))) return undefined;
  const cover = newbornCover({ birth, enrolled: today }, law);
  if (!cover.ok || cover.value.benefitFrom === null) return undefined;
  return { from: monthOf(birth), payBy: plusDays(birth, within.value.days), coverFrom: birth, missing: [] };
}

/** In its first year, and not in time: the place says from when it counts (handbook 16, 7.4: LOCAL_RULE). */
export const isLateNewborn = (coverYear: number, { known: { birth }, today }: Asked): boolean =>
  birth !== undefined && ageOn(birth, today) < 1 && coverYear === Number(today.slice(0, 4));

/** Late payments count from the month in which they are made: this one, as it is told. */
function coverIn(window: Window, coverYear: number, asked: Asked, law: Law): Cover {
  const { today } = asked;
  const year = monthOf(firstDayOf(coverYear));
  const from = later(year, monthOf(today));
  if (window.is === "unknown") return { from, missing: [window.key] };
  const waiting = waitingIn(window.is === "within", coverYear, asked, law);
  const payBy = window.is === "within" ? window.to : lastDayOf(monthOf(today));
  if (!waiting.ok) return { from, payBy, missing: [waiting.refusal.key] };
  if (isLateNewborn(coverYear, asked)) return { from, payBy, missing: [] };
  const coverFrom = v.parse(PlainDate, `${later(year, plusMonths(monthOf(today), waiting.value))}-01`);
  return { from, payBy, coverFrom, missing: [] };
}

const waitingIn = (inWindow: boolean, coverYear: number, { known }: Asked, law: Law): Result<number, NeedsStaff> => {
  const missedYears = missed(known.medicalYears, coverYear, law);
  return missedYears.ok
    ? waitingMonths({ inWindow, missedYears: missedYears.value, repairedYears: 0, newborn: false }, law)
    : missedYears;
};

/** The first month that reimburses if it is paid now, in the central period and after it: for who asks where that is not loaded. */
export function coverByWindow(
  coverYear: number,
  asked: Asked,
  law: Law,
): { inTime: PlainMonth; late: PlainMonth; waits: number } | undefined {
  const [inTime, late] = [true, false].map((inWindow) => waitingIn(inWindow, coverYear, asked, law));
  if (!inTime?.ok || !late?.ok) return undefined;
  const from = (months: number) => later(monthOf(firstDayOf(coverYear)), plusMonths(monthOf(asked.today), months));
  return { inTime: from(inTime.value), late: from(late.value), waits: late.value };
}

/** Years without cover since the first one, counted since the rule holds: nobody waits for years before it. */
function missed(paid: readonly number[], coverYear: number, law: Law): Result<number, NeedsStaff> {
  const rule = law.entry("resident-medical.waiting-per-year");
  if (!rule.ok) return rule;
  const first = Math.max(Math.min(...paid, coverYear), Number(rule.value.from.slice(0, 4)));
  const years = Array.from({ length: Math.max(0, coverYear - first) }, (_, nth) => first + nth);
  return accepted(years.filter((year) => !paid.includes(year)).length);
}

const later = (a: PlainMonth, b: PlainMonth): PlainMonth => (a > b ? a : b);
const firstDayOf = (year: number): PlainDate => v.parse(PlainDate, `${year}-01-01`);
