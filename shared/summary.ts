// What the check page shows of the five insurances, made from everything the register holds about them.
import * as v from "valibot";
import { duplicatesIn } from "./duplicates/find.ts";
import { whatCounts } from "./duplicates/paid.ts";
import { type PlainDate, PlainMonth } from "./kernel/calendar.ts";
import { statesOf, unpackMonths } from "./paid-months.ts";
import {
  countsLike,
  type Enrolment,
  type Held,
  type Insurance,
  type InsuranceSummary,
  type PaidYear,
  type Scheme,
  type Summary,
  schemesOf,
} from "./registration.ts";

const YEARS_SHOWN = 8;

/** Since 2019 maternity is part of the employees' medical insurance (国办发〔2019〕10号, handbook 2.1). */
const covers = (insurance: Insurance, { scheme, insuredAs }: Enrolment) =>
  schemesOf[insurance].includes(scheme) && !(insurance === "maternity" && scheme === "310" && insuredAs !== "employee");

/** `asOf`: the day of the freshest file about this person, also when it says that there is no insurance. */
export function summarise(enrolments: readonly Enrolment[], everyYear: readonly PaidYear[], asOf?: PlainDate): Summary {
  const paidYears = whatCounts(enrolments, everyYear);
  const duplicates = duplicatesIn(enrolments, everyYear, asOf);
  const insurances: Summary["insurances"] = {};
  for (const insurance of ["pension", "medical", "unemployment", "injury", "maternity"] as const) {
    const covering = enrolments.filter((enrolment) => covers(insurance, enrolment)).sort(leadingFirst);
    const [leading] = covering;
    if (leading) insurances[insurance] = insuranceOf(leading, covering, paidYears);
  }
  const held = heldOf(enrolments, paidYears);
  const paid = paidOf(enrolments, paidYears);
  return {
    ...(asOf && { asOf }),
    ...(held.length > 0 && { held }),
    ...(Object.keys(paid).length > 0 && { paid }),
    ...(haveSeveral(enrolments) && { duplicates }),
    insurances,
  };
}

/** Said also where nothing is double: a summary that does not say was written before anybody looked. */
const haveSeveral = (enrolments: readonly Enrolment[]) =>
  [schemesOf.pension, schemesOf.medical].some(
    (schemes) => enrolments.filter(({ scheme }) => schemes.includes(scheme)).length > 1,
  );

const chosenBetween = [...schemesOf.pension, ...schemesOf.medical];

/** Every pension and medical enrolment that runs, the leading one first. */
function heldOf(enrolments: readonly Enrolment[], paidYears: readonly PaidYear[]): Held[] {
  const running = enrolments.filter(({ scheme, status }) => status !== "ended" && chosenBetween.includes(scheme));
  return running.sort(leadingFirst).map((enrolment) => {
    const { scheme, region, from, insuredAs, status } = enrolment;
    return {
      ...{ scheme, region, from, insuredAs, status: status === "active" ? "active" : "paused" },
      ...lastPaidIn(paidYears.filter((paidYear) => keyOf(paidYear) === keyOf(enrolment))),
    };
  });
}

function lastPaidIn(paidYears: readonly PaidYear[]): Pick<Held, "lastPaid" | "base"> {
  for (const { year, months } of paidYears.toSorted((a, b) => b.year - a.year)) {
    const at = statesOf(months).lastIndexOf("p");
    if (at < 0) continue;
    const lastPaid = v.parse(PlainMonth, `${year}-${String(at + 1).padStart(2, "0")}`);
    const base = unpackMonths(months)[at]?.base; // 0 where the file named no amounts
    return { lastPaid, ...(base && { base }) };
  }
  return {};
}

/** As a resident's years count those at work that were carried over; never the other way round (handbook 6.3). */
function countedIn(enrolments: readonly Enrolment[]): (enrolment: Enrolment) => Scheme {
  const carried = new Set(enrolments.flatMap(({ scheme, carries = [] }) => (scheme === "170" ? carries.map(keyOf) : [])));
  return (enrolment) => (carried.has(keyOf(enrolment)) ? "170" : enrolment.scheme);
}

/** Months paid in each scheme; one that is paid twice, or carried elsewhere, counts once. */
function paidOf(enrolments: readonly Enrolment[], paidYears: readonly PaidYear[]): Record<string, number> {
  const counted = countedIn(enrolments);
  const entries = chosenBetween.map((scheme) => {
    const years = yearsOf(
      enrolments.filter((enrolment) => counted(enrolment) === scheme),
      paidYears,
    );
    return [scheme, monthsIn(years)] as const;
  });
  return Object.fromEntries(entries.filter(([, months]) => months > 0));
}

const rank = { active: 0, paused: 1, ended: 2 } as const satisfies Record<Enrolment["status"], number>;

/** Active before paused before ended, then the newest; the rest only makes the order one and the same each time. */
const leadingFirst = (a: Enrolment, b: Enrolment) =>
  rank[a.status] - rank[b.status] || order(b.from, a.from) || order(b.scheme, a.scheme) || order(a.region, b.region);
const order = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

function insuranceOf(leading: Enrolment, covering: readonly Enrolment[], paidYears: readonly PaidYear[]): InsuranceSummary {
  const { scheme, region, from, to, status, insuredAs, employer, source, asOf } = leading;
  const counted = countedIn(covering);
  const alike = covering.filter((other) => countsLike(counted(other)) === countsLike(scheme));
  const carried = carriedTo(leading, alike, paidYears);
  return {
    scheme,
    region,
    from,
    ...(to && { to }),
    status,
    insuredAs,
    ...(employer && { employer: { name: employer.name } }),
    source,
    asOf,
    paidMonths: monthsIn(yearsOf(alike, paidYears)),
    years: Object.fromEntries([...yearsOf(covering, paidYears)].sort().slice(-YEARS_SHOWN)),
    otherEnrolments: covering.filter((other) => other !== leading && other.status !== "ended").length,
    ...(carried.length > 0 && { carried }),
  };
}

/** What a transfer brought, one row a place and scheme. */
function carriedTo({ carries = [] }: Enrolment, alike: readonly Enrolment[], paidYears: readonly PaidYear[]) {
  const keys = new Set(carries.map(keyOf));
  const moved = alike.filter((other) => keys.has(keyOf(other))).sort((a, b) => order(a.from, b.from));
  const places = new Set(moved.map(({ scheme, region }) => `${scheme}#${region}`));
  return [...places].flatMap((place) => {
    const there = moved.filter(({ scheme, region }) => place === `${scheme}#${region}`);
    const [first] = there;
    const months = monthsIn(yearsOf(there, paidYears));
    return first && months > 0 ? [{ scheme: first.scheme, region: first.region, from: first.from, months }] : [];
  });
}

/** A month paid anywhere is paid, and counts once. */
function yearsOf(enrolments: readonly Enrolment[], paidYears: readonly PaidYear[]): Map<string, string> {
  const keys = new Set(enrolments.map(keyOf));
  const years = new Map<string, string>();
  for (const paidYear of paidYears) {
    if (!keys.has(keyOf(paidYear))) continue;
    const [year, months] = [String(paidYear.year), statesOf(paidYear.months)];
    years.set(year, both(years.get(year) ?? months, months));
  }
  return years;
}

const paidIn = (months: string) => months.split("p").length - 1;
const monthsIn = (years: ReadonlyMap<string, string>) => [...years.values()].reduce((sum, months) => sum + paidIn(months), 0);
const keyOf = ({ scheme, region, from }: Pick<PaidYear, "scheme" | "region" | "from">) => `${scheme}#${region}#${from}`;
const both = (a: string, b: string) =>
  a === b ? a : [...a].map((state, i) => (state > (b[i] ?? "") ? state : (b[i] ?? state))).join("");
