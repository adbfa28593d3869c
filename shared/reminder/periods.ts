// The central period of resident medical insurance: who pays in it, when it opens, when it closes. Handbook 7.4.
import * as v from "valibot";
import { knownFrom } from "../enrolment/known.ts";
import { awayOn } from "../enrolment/life.ts";
import { lawFor } from "../enrolment/places.ts";
import { leading } from "../facts.ts";
import { PlainDate, plusDays } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import type { Law, Policy } from "../policy/law.ts";
import type { InsuranceSummary, RecordPage } from "../registration.ts";
import type { Due } from "./due.ts";
import type { Reminded } from "./dues.ts";
import { spread } from "./spread.ts";

/** When it opens, and shortly before it closes; not for who has paid for that year. */
export function periods({ record, policy, today }: Pick<Reminded, "record" | "policy" | "today">): Due[] {
  const pays = payingAsResident(record, today, policy);
  if (!pays) return [];
  const told = new Set<string>();
  return yearsUnpaid(record, today)
    .flatMap((year) => periodOf(year, pays, record))
    .filter(({ on }) => !told.has(on) && told.add(on)); // an entry without an end would be the next year's too
}

/** With the one after the next: who pays in autumn may not be heard of again before next year's autumn. */
const yearsUnpaid = ({ summary }: RecordPage, today: PlainDate): number[] =>
  [0, 1, 2]
    .map((more) => Number(today.slice(0, 4)) + more)
    .filter((year) => !summary.insurances.medical?.years[year]?.includes("p"));

type Pays = { law: Law; cause: Due["cause"] };

/** By the law of the place where they would pay, and why. Undefined: it is not theirs to pay. */
function payingAsResident(record: RecordPage, today: PlainDate, policy: Policy): Pays | undefined {
  const medical = record.summary.insurances.medical;
  const known = knownFrom(record);
  if (record.registration.status === "closed" || awayOn(known, today) || !mayPayAsResident(record, medical)) return undefined;
  if (!medical || medical.status === "ended")
    return { law: lawFor("390", known, { today }, policy), cause: { fact: "uninsured", insurance: "medical" } };
  const { region, scheme } = medical;
  return { law: policy({ region, asOf: today }), cause: { fact: "enrolment", insurance: "medical", scheme, region } };
}

/** Where they would pay for the coming year, if nobody has loaded that year's days: the page says whom to ask for them. */
export function periodUnknown(record: RecordPage, today: PlainDate, policy: Policy): DivisionCode | undefined {
  const pays = payingAsResident(record, today, policy);
  const next = Number(today.slice(0, 4)) + 1;
  if (!pays || !yearsUnpaid(record, today).includes(next) || loadedPeriod(next, pays.law)) return undefined;
  return pays.law.region === "national" ? undefined : pays.law.region;
}

/** Told on a few days, each person on the same: all of a place fall due at once. */
function periodOf(year: number, { law, cause }: Pays, { registration }: RecordPage): Due[] {
  const loaded = loadedPeriod(year, law);
  const held = loaded ?? usualPeriod(year, law);
  const lead = law.read({ days: "reminder.medical-period", spread: "reminder.medical-spread" });
  if (!held || !lead.ok) return [];
  const later = spread(`day ${registration.personId}`) % Math.max(1, lead.value.spread);
  const due = { what: "medical-period", year, cause, ...(!loaded && { usual: true as const }) } as const;
  return [
    { ...due, on: held.from, day: plusDays(held.from, later), step: "opens" },
    { ...due, on: held.to, day: plusDays(held.to, -lead.value.days - later), step: "closes" },
  ];
}

type Period = { from: PlainDate; to: PlainDate };
const firstDayOf = (year: number) => v.parse(PlainDate, `${String(year).padStart(4, "0")}-01-01`);

/** The central period of a year of cover is the one that holds in that year. Undefined: not loaded. */
function loadedPeriod(year: number, law: Law): Period | undefined {
  const held = law.on(firstDayOf(year)).read({ from: "resident-medical.period-from", to: "resident-medical.period-to" });
  return held.ok ? held.value : undefined;
}

/** In the autumn before the year of cover; an end before its beginning lies in that year itself. */
function usualPeriod(year: number, law: Law): Period | undefined {
  const held = law.on(firstDayOf(year)).read({ from: "resident-medical.usually-from", to: "resident-medical.usually-to" });
  if (!held.ok) return undefined;
  const { from, to } = held.value;
  const on = (day: string, inYear: number) => v.parse(PlainDate, `${String(inYear).padStart(4, "0")}-${day}`);
  return { from: on(from, year - 1), to: on(to, to < from ? year : year - 1) };
}

/** What they said themselves why they have none here: insured elsewhere, abroad, settled, moved away. */
const ELSEWHERE = ["P06", "O02", "O03", "O07", "O09"];

/** Whoever is in the residents' medical insurance; and whoever has none, and no employer who would have to see to it. */
function mayPayAsResident({ facts, reasons, summary }: RecordPage, medical: InsuranceSummary | undefined): boolean {
  if (medical && medical.status !== "ended") return medical.scheme === "390";
  const said = reasons.find(({ insurance }) => insurance === "medical")?.reasons ?? [];
  const hasEmployer = Object.values(summary.insurances).some(
    ({ status, insuredAs }) => status !== "ended" && insuredAs === "employee",
  );
  return (
    !hasEmployer && leading(facts, "employment")?.status !== "EMPLOYED" && !said.some(({ code }) => ELSEWHERE.includes(code))
  );
}
