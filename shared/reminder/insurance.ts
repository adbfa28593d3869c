// What falls due because of how somebody is insured, or is not: a gap in what is paid, the central period of resident medical insurance.
import * as v from "valibot";
import { gapsOf, gridOf, openGap } from "../check/months.ts";
import { knownFrom } from "../enrolment/known.ts";
import { awayOn } from "../enrolment/life.ts";
import { lawFor } from "../enrolment/places.ts";
import { leading } from "../facts.ts";
import { PlainDate, plusDays, plusMonths } from "../kernel/calendar.ts";
import type { Law } from "../policy/law.ts";
import type { InsuranceSummary, RecordPage } from "../registration.ts";
import type { Due } from "./due.ts";
import type { Reminded } from "./dues.ts";

export const duesOfInsurance = (reminded: Reminded): Due[] => [...gapsIn(reminded.record), ...periods(reminded)];

/** In the two insurances where a gap costs later: the pension's months, and months without cover. */
const GAPS_IN = ["pension", "medical"] as const;

/** Due since the month after the first one that is missing. It does not move while the gap stays open. */
const gapsIn = ({ summary }: RecordPage): Due[] =>
  GAPS_IN.flatMap((insurance): Due[] => {
    const held = summary.insurances[insurance];
    if (!held || held.status === "ended" || held.insuredAs === "retired") return [];
    const [since] = openGap(held, gapsOf(gridOf(held)));
    if (!since) return [];
    const on = v.parse(PlainDate, `${plusMonths(since, 1)}-01`);
    const { scheme, region } = held;
    return [{ what: "payment-gap", on, day: on, since, cause: { fact: "enrolment", insurance, scheme, region } }];
  });

/** When it opens, and shortly before it closes; not for who has paid for that year. */
function periods({ record, policy, today }: Reminded): Due[] {
  const medical = record.summary.insurances.medical;
  const known = knownFrom(record);
  if (awayOn(known, today) || !mayPayAsResident(record, medical)) return [];
  const held = medical && medical.status !== "ended" ? medical : undefined;
  const law = held ? policy({ region: held.region, asOf: today }) : lawFor("390", known, { today }, policy);
  const cause: Due["cause"] = held
    ? { fact: "enrolment", insurance: "medical", scheme: held.scheme, region: held.region }
    : { fact: "uninsured", insurance: "medical" };
  const thisYear = Number(today.slice(0, 4));
  const told = new Set<string>();
  return [thisYear, thisYear + 1]
    .filter((year) => !medical?.years[year]?.includes("p"))
    .flatMap((year) => periodOf(year, law, cause))
    .filter(({ on }) => !told.has(on) && told.add(on)); // an entry without an end would be the next year's too
}

/** Where it is read for who is not loaded there is nothing to tell, and the page says so. */
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
export function periodIn(year: number, law: Law): { from: PlainDate; to: PlainDate } | undefined {
  const first = v.parse(PlainDate, `${String(year).padStart(4, "0")}-01-01`);
  const held = law.on(first).read({ from: "resident-medical.period-from", to: "resident-medical.period-to" });
  return held.ok ? held.value : undefined;
}

/** What they said themselves why they have none here: insured elsewhere, abroad, settled, moved away. */
const ELSEWHERE = ["P06", "O02", "O03", "O07", "O09"];

/** Whoever is in the residents' medical insurance; and whoever has none, and no employer who would have to see to it. */
export function mayPayAsResident({ facts, reasons }: RecordPage, medical: InsuranceSummary | undefined): boolean {
  if (medical && medical.status !== "ended") return medical.scheme === "390";
  const said = reasons.find(({ insurance }) => insurance === "medical")?.reasons ?? [];
  return leading(facts, "employment")?.status !== "EMPLOYED" && !said.some(({ code }) => ELSEWHERE.includes(code));
}
