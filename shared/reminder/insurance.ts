// What falls due because of how somebody is insured, or is not: a gap in what is paid, the central period of resident medical insurance.
import * as v from "valibot";
import { gapsOf, gridOf, lastDueMonth, openGap } from "../check/months.ts";
import { knownFrom } from "../enrolment/known.ts";
import { awayOn } from "../enrolment/life.ts";
import { lawFor } from "../enrolment/places.ts";
import { leading } from "../facts.ts";
import { monthOf, monthsBetween, PlainDate, plusDays, plusMonths } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import type { Law, Policy } from "../policy/law.ts";
import type { InsuranceSummary, RecordPage } from "../registration.ts";
import type { Due } from "./due.ts";
import type { Reminded } from "./dues.ts";

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

/** When it opens, and shortly before it closes; not for who has paid for that year. */
function periods({ record, policy, today }: Pick<Reminded, "record" | "policy" | "today">): Due[] {
  const pays = payingAsResident(record, today, policy);
  if (!pays) return [];
  const told = new Set<string>();
  return yearsUnpaid(record, today)
    .flatMap((year) => periodOf(year, pays.law, pays.cause))
    .filter(({ on }) => !told.has(on) && told.add(on)); // an entry without an end would be the next year's too
}

const yearsUnpaid = ({ summary }: RecordPage, today: PlainDate): number[] =>
  [0, 1]
    .map((more) => Number(today.slice(0, 4)) + more)
    .filter((year) => !summary.insurances.medical?.years[year]?.includes("p"));

/** By the law of the place where they would pay, and why. Undefined: it is not theirs to pay. */
function payingAsResident(record: RecordPage, today: PlainDate, policy: Policy): { law: Law; cause: Due["cause"] } | undefined {
  const medical = record.summary.insurances.medical;
  const known = knownFrom(record);
  if (record.registration.status === "closed" || awayOn(known, today) || !mayPayAsResident(record, medical)) return undefined;
  if (!medical || medical.status === "ended")
    return { law: lawFor("390", known, { today }, policy), cause: { fact: "uninsured", insurance: "medical" } };
  const { region, scheme } = medical;
  return { law: policy({ region, asOf: today }), cause: { fact: "enrolment", insurance: "medical", scheme, region } };
}

/** Where they would pay for the coming year, if nobody has loaded when: then nothing can be told, and the page says so. */
export function periodUnknown(record: RecordPage, today: PlainDate, policy: Policy): DivisionCode | undefined {
  const pays = payingAsResident(record, today, policy);
  const next = Number(today.slice(0, 4)) + 1;
  if (!pays || !yearsUnpaid(record, today).includes(next) || periodIn(next, pays.law)) return undefined;
  return pays.law.region === "national" ? undefined : pays.law.region;
}

function periodOf(year: number, law: Law, cause: Due["cause"]): Due[] {
  const held = periodIn(year, law);
  const lead = law.read({ days: "reminder.medical-period" });
  if (!held || !lead.ok) return [];
  const { from, to } = held;
  return [
    { what: "medical-period", on: from, day: from, step: "opens", year, cause },
    { what: "medical-period", on: to, day: plusDays(to, -lead.value.days), step: "closes", year, cause },
  ];
}

/** The central period of a year of cover is the one that holds in that year. Undefined: not loaded. */
function periodIn(year: number, law: Law): { from: PlainDate; to: PlainDate } | undefined {
  const first = v.parse(PlainDate, `${String(year).padStart(4, "0")}-01-01`);
  const held = law.on(first).read({ from: "resident-medical.period-from", to: "resident-medical.period-to" });
  return held.ok ? held.value : undefined;
}

/** What they said themselves why they have none here: insured elsewhere, abroad, settled, moved away. */
const ELSEWHERE = ["P06", "O02", "O03", "O07", "O09"];

/** Whoever is in the residents' medical insurance; and whoever has none, and no employer who would have to see to it. */
function mayPayAsResident({ facts, reasons }: RecordPage, medical: InsuranceSummary | undefined): boolean {
  if (medical && medical.status !== "ended") return medical.scheme === "390";
  const said = reasons.find(({ insurance }) => insurance === "medical")?.reasons ?? [];
  return leading(facts, "employment")?.status !== "EMPLOYED" && !said.some(({ code }) => ELSEWHERE.includes(code));
}
