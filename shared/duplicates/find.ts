// What is double among somebody's enrolments. Asked wherever the summary is rewritten, so that it is found however an enrolment came.
// No law and no clock: which number decides is asked when it is shown (decide.ts), and so holds on the day it is shown.
import { monthOf, type PlainDate } from "../kernel/calendar.ts";
import { unpackMonths } from "../paid-months.ts";
import type { Enrolment, FullRecord, PaidYear, Summary } from "../registration.ts";
import { isSamePlace } from "../transfer/places.ts";
import { employeesPart, isFunded, type Part, personalPart, premiumYears, residentPart } from "./amounts.ts";
import { digestOf } from "./digest.ts";
import { type Duplicate, type DuplicateId, type DuplicateSide, isSide } from "./duplicate.ts";
import { shareYear } from "./months.ts";
import { countOf, inBoth, type Months, runsOf, type YearPaid, yearsPaid } from "./paid.ts";
import { decideDrawnTwice, decidePaidTwice, type PensionRecord, type PensionScheme } from "./pension.ts";

/** More at once nobody has in hand; when one is settled, the next comes up. The check page stays one small read. */
const MOST_OPEN = 6;
const MOST_SETTLED = 3;

export type Known = { enrolment: Enrolment; years: YearPaid[]; runs: Months[] };

export function duplicatesIn(
  enrolments: readonly Enrolment[],
  paidYears: readonly PaidYear[],
  asOf: PlainDate | undefined,
): Duplicate[] {
  const known = (schemes: readonly string[]) => {
    const ours = enrolments.filter(({ scheme }) => schemes.includes(scheme));
    return ours.length < 2 ? [] : ours.sort(byKey).map((enrolment) => knownOf(enrolment, paidYears, asOf));
  };
  const [pensions, medical] = [known(["110", "120", "170"]), known(["310", "390"])];
  const open = [
    ...pairsOf(pensions).flatMap(([one, two]) => pensionTwice(one, two, pensions, asOf) ?? []),
    ...pairsOf(medical).flatMap(([one, two]) => medicalTwice(one, two, medical, asOf) ?? []),
  ].sort((a, b) => Number(b.operational ?? false) - Number(a.operational ?? false));
  return [...open.slice(0, MOST_OPEN), ...settledIn([...pensions, ...medical]).slice(0, MOST_SETTLED)];
}

/** As it stands by the rules of today: what the summary says may have been found by those of yesterday. */
export const foundIn = ({
  enrolments,
  paidYears,
  summary,
}: Pick<FullRecord, "enrolments" | "paidYears" | "summary">): Duplicate[] => duplicatesIn(enrolments, paidYears, summary.asOf);

/** What has to be sorted out since the summary was last written. Of somebody whom the register has just got to know, nothing is new. */
export const newlyDouble = (before: Summary | undefined, after: Summary | undefined): DuplicateId[] => {
  const known = before?.duplicates?.map(({ id }) => id) ?? [];
  const found = before ? (after?.duplicates ?? []) : [];
  return found.flatMap(({ id, operational }) => (operational && !known.includes(id) ? [id] : []));
};

const keyText = ({ scheme, region, from }: Enrolment) => `${scheme}#${region}#${from}`;
const byKey = (a: Enrolment, b: Enrolment) => (keyText(a) < keyText(b) ? -1 : 1);
const pairsOf = (all: readonly Known[]) => all.flatMap((one, nth) => all.slice(nth + 1).map((two) => [one, two] as const));

/**
 * Where no file names months, what runs is paid up to the day of the file; what is drawn is not paid into, nor is what the end of a
 * transfer has opened before the agency's own file says so.
 */
function knownOf(enrolment: Enrolment, paidYears: readonly PaidYear[], asOf: PlainDate | undefined): Known {
  const years = yearsPaid(enrolment, paidYears);
  const { from, status, insuredAs } = enrolment;
  const to = enrolment.to ?? (status === "active" ? monthOf(asOf ?? enrolment.asOf) : undefined);
  const isPaidInto = insuredAs !== "retired" && !enrolment.cleared && !standsIn(enrolment);
  const unnamed = years.length === 0 && isPaidInto && to && from <= to ? [{ from, to }] : [];
  return { enrolment, years, runs: years.length > 0 ? runsOf(years) : unnamed };
}

/** Opened by the end of a transfer; or over at once, because the agency's own file took its place (insured/insurances.ts). */
const standsIn = ({ source, carries, status, from, to }: Enrolment) =>
  source === "desk" && (carries !== undefined || (status === "ended" && to === from));

const isActive = ({ enrolment }: Known) => enrolment.status === "active";
const isDrawn = (one: Known) => isActive(one) && one.enrolment.insuredAs === "retired";
const schemeOf = ({ enrolment: { scheme } }: Known): PensionScheme => (scheme === "120" || scheme === "170" ? scheme : "110");
/** Employees' pensions are those of provinces, residents' those of counties. */
const placeOf = ({ enrolment: { scheme, region } }: Known) => (scheme === "170" ? region : region.slice(0, 2));
const recordsOf = (one: Known): PensionRecord[] =>
  one.runs.map((run) => ({ ...run, scheme: schemeOf(one), province: placeOf(one) }));

/**
 * The receiving agency's own file names what a transfer has brought there: each of its months, on the same base. These were paid once
 * and told twice. Where a single month or base differs it may be two payments, which people look at.
 */
function isToldAgain(old: Known, receiving: Known, all: readonly Known[]): boolean {
  if (old.years.length === 0 || !hasCarried(receiving, old, all)) return false;
  return old.years.every(({ year, states, packed }) => {
    const again = receiving.years.find((other) => other.year === year);
    const [there, here] = [unpackMonths(packed), again ? unpackMonths(again.packed) : []];
    return [...states].every(
      (state, nth) => state !== "p" || (again?.states[nth] === "p" && here[nth]?.base === there[nth]?.base),
    );
  });
}

function pensionTwice(one: Known, two: Known, all: readonly Known[], asOf: PlainDate | undefined): Duplicate | undefined {
  if (isToldAgain(one, two, all) || isToldAgain(two, one, all)) return undefined;
  const statistical = limbOf(one, two, asOf);
  const drawn = isDrawn(one) && isDrawn(two) && !areOneRelation(one, two);
  // What has months counts by its months; a relation without any is there all the same.
  const records = [one, two].flatMap((each) => {
    const { from, to = from } = each.enrolment;
    return each.runs.length > 0 || isDrawn(each)
      ? recordsOf(each)
      : [{ from, to, scheme: schemeOf(each), province: placeOf(each) }];
  });
  const paid = decidePaidTwice(records, records[0]?.from ?? one.enrolment.from);
  const common = inBoth(one.runs, two.runs);
  const months = common.length > 0 ? paid.commonMonths : 0;
  const says = (drawn ? drawnTwice(one, two) : months > 0 ? paid.decision : apart(paid.decision)) ?? undefined;
  const operational = drawn || (months > 0 && says !== undefined) || mustGo(says, one, two);
  if (!operational && !statistical) return undefined;
  return {
    ...pairOf("pension", one, two, (each) => partOf(each, common), all),
    ...(statistical && { statistical }),
    ...(operational && { operational: true }),
    ...(says && { says }),
    common: months,
  };
}

/** Of a relation without months, the month it began in is no month in common. */
const apart = (decision: ReturnType<typeof decidePaidTwice>["decision"]) =>
  decision === "KEEP_EMPLOYEE_MONTHS" ? "NO_OVERLAP" : decision === "TRANSFER_THEN_CLEAR" ? "OFFER_TRANSFER_MERGE" : decision;

/** Two that run, of which only one may. */
const mustGo = (says: Duplicate["says"], one: Known, two: Known) =>
  (says === "KEEP_ORGAN_SCHEME_REFUND_RESIDENT" || says === "KEEP_HUKOU_PLACE_REFUND_OTHER") && isActive(one) && isActive(two);

const drawnTwice = (one: Known, two: Known) =>
  decideDrawnTwice([one, two].map((each) => ({ scheme: schemeOf(each), province: placeOf(each) })));

/** One place has one relation of a scheme, though it may be written down twice. */
const areOneRelation = ({ enrolment: a }: Known, { enrolment: b }: Known) => a.scheme === b.scheme && a.region === b.region;

const partOf = (one: Known, common: readonly Months[]): Part => {
  if (common.length === 0 || one.years.length === 0) return {};
  return schemeOf(one) === "170" ? theSum(residentPart(one.years, common)) : employeesPart(one.years, common);
};
const theSum = (refund: number | undefined): Part => (refund === undefined ? {} : { refund });

/** Annex 3, note 11: at two places now, or in several schemes within the year of the file. What has ended is held no more. */
function limbOf(one: Known, two: Known, asOf: PlainDate | undefined): Duplicate["statistical"] {
  const [a, b] = [one.enrolment, two.enrolment];
  const spans = [a, b].map(({ from, to }) => ({ from, to: to ?? null }));
  const still = ({ status, to }: Enrolment) => status !== "ended" || (to ?? "") >= (asOf ?? "9").slice(0, 4);
  if (a.scheme !== b.scheme && spans[0] && spans[1] && still(a) && still(b) && shareYear(spans[0], spans[1])) return "same-year";
  if (a.status === "ended" || b.status === "ended" || a.region.slice(0, 2) === b.region.slice(0, 2)) return undefined;
  return a.scheme === b.scheme ? "two-places" : "any-scheme";
}

/** Written down twice: by one code, or once by a transfer that ended in a county, and once by the file of its city. */
function areOne(one: Known, two: Known): boolean {
  const [a, b] = [one.enrolment, two.enrolment];
  if (a.scheme !== b.scheme || a.region === b.region) return a.scheme === b.scheme;
  const isOpened = ({ enrolment, years }: Known) => enrolment.carries !== undefined && years.length === 0;
  return isSamePlace(a.scheme, a.region, b.region) && (isOpened(one) || isOpened(two));
}

/** Two that are in force for the same time. In one scheme of one place it is one insurance, written down twice. */
function medicalTwice(one: Known, two: Known, all: readonly Known[], asOf: PlainDate | undefined): Duplicate | undefined {
  const [a, b] = [one.enrolment, two.enrolment];
  if (!isActive(one) || !isActive(two) || areOne(one, two)) return undefined;
  const employee = a.scheme !== b.scheme && one; // in the order of their keys: 310 before 390
  const run = employee ? runsOf(merged(all.filter(({ enrolment }) => enrolment.scheme === "310"))).at(-1) : undefined;
  const funded = [one, two].filter(({ enrolment, years }) => enrolment.scheme === "390" && isFunded(years)).length;
  return {
    ...pairOf("medical", one, two, (each) =>
      theSum(employee && each !== employee ? premiumOf(each, employee) : residentsBack(each, asOf)),
    ),
    operational: true,
    common: decidedMonths(inBoth(one.runs, two.runs)),
    ...(run && { employeeMonths: decidedMonths([run]) }),
    ...(funded > 0 && { funded }),
  };
}

/** Beside another residents' one: a year that has begun gives nothing back; of one that has not, the agency says how much (handbook 5.3). */
const residentsBack = ({ enrolment, years }: Known, asOf: PlainDate = enrolment.asOf): 0 | undefined =>
  enrolment.scheme === "310" || years.some(({ year, states }) => String(year) > asOf.slice(0, 4) && states.includes("p"))
    ? undefined
    : 0;

const premiumOf = ({ years }: Known, { enrolment, runs }: Known): number | undefined => {
  const back = premiumYears(years, enrolment, runs);
  return personalPart(back, runsOf(back));
};

const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
const decidedMonths = (runs: readonly Months[]) => runs.reduce((sum, { from, to }) => sum + number(to) - number(from) + 1, 0);

/** The months of several enrolments as if of one. */
function merged(all: readonly Known[]): { year: number; states: string }[] {
  const years = new Map<number, string>();
  for (const { year, states } of all.flatMap((one) => one.years)) {
    const other = years.get(year);
    years.set(year, other ? [...other].map((state, nth) => (states[nth] === "p" ? "p" : state)).join("") : states);
  }
  return [...years].map(([year, states]) => ({ year, states })).sort((a, b) => a.year - b.year);
}

function pairOf(
  insurance: Duplicate["insurance"],
  one: Known,
  two: Known,
  part: (one: Known) => Part,
  all: readonly Known[] = [],
) {
  const settledBefore = [one, two].reduce((sum, { enrolment }) => sum + (enrolment.cleared?.length ?? 0), 0);
  const id = digestOf(`${keyText(one.enrolment)}|${keyText(two.enrolment)}|${settledBefore}`);
  return {
    id,
    insurance,
    sides: [sideOf(one, two, part(one), all), sideOf(two, one, part(two), all)] satisfies Duplicate["sides"],
  };
}

/** A transfer has brought it to the place of this one: to it, or to what else somebody has there. */
const hasCarried = (one: Known, { enrolment: beside }: Known, all: readonly Known[]) =>
  all.some((each) => placeOf(each) === placeOf(one) && each.enrolment.carries?.some((carried) => isSide(carried, beside)));

function sideOf(one: Known, beside: Known, part: Part, all: readonly Known[]): DuplicateSide {
  const { enrolment, years, runs } = one;
  const { scheme, region, from, to, status, insuredAs, employer } = enrolment;
  const lastPaid = years.length > 0 ? runs.at(-1)?.to : undefined;
  return {
    ...{ scheme, region, from, status, insuredAs, paid: years.reduce((sum, { states }) => sum + countOf(states), 0) },
    ...(to && { to }),
    ...(employer && scheme === "310" && { employer: employer.name }),
    ...(lastPaid && { lastPaid }),
    ...part,
    ...(hasCarried(one, beside, all) && { carries: true }),
  };
}

/** What was decided, the newest first. */
function settledIn(all: readonly Known[]): Duplicate[] {
  const found = all.flatMap((gone) =>
    (gone.enrolment.cleared ?? []).flatMap(({ kept, spans, ...said }): Duplicate[] => {
      const stays = all.find(({ enrolment }) => isSide(enrolment, kept));
      if (!stays) return [];
      const [one, two] = [stays, gone].sort((a, b) => byKey(a.enrolment, b.enrolment));
      if (!one || !two) return [];
      const insurance = gone.enrolment.scheme === "310" || gone.enrolment.scheme === "390" ? "medical" : "pension";
      const pair = pairOf(insurance, one, two, () => ({}));
      const settled = { ...said, kept: one === stays ? (0 as const) : (1 as const) };
      return [{ ...pair, id: digestOf(`${pair.id}|${said.receipt}`), common: decidedMonths(spans), settled }];
    }),
  );
  return found.sort((a, b) => ((a.settled?.on ?? "") < (b.settled?.on ?? "") ? 1 : -1));
}
