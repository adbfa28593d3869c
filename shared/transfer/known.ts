// From the record to what decides about moving an insurance.
import { saysNothing, whatCounts } from "../duplicates/paid.ts";
import { leading } from "../facts.ts";
import { statesOf, unpackMonths } from "../paid-months.ts";
import type { Enrolment, FullRecord, PaidYear } from "../registration.ts";
import type { Relation, TransferKnown } from "./shown.ts";

type Whole = Pick<FullRecord, "registration" | "facts" | "moving" | "enrolments" | "paidYears">;

/** Work injury and maternity never move: one enrols anew (社会保险经办条例 Art. 15). */
const movable = ["110", "120", "170", "210", "310", "390"];
const pensions = ["110", "120", "170"];

/** Months that were cleared because they were double count nowhere any more. */
export function knownFrom({ registration, facts, moving = [], enrolments, ...all }: Whole): TransferKnown {
  const paidYears = whatCounts(enrolments, all.paidYears);
  const { sex, birth } = registration.identity;
  const [employment, hukou, residence] = [leading(facts, "employment"), leading(facts, "hukou"), leading(facts, "residence")];
  const isDrawn = ({ scheme, insuredAs, status }: Enrolment) =>
    pensions.includes(scheme) && insuredAs === "retired" && status !== "ended";
  return {
    closed: registration.status === "closed",
    sex,
    ...(birth && { birth }),
    ...(hukou && { hukou: hukou.division }),
    ...(residence && { residence: residence.division }),
    drawing: employment?.status === "RETIRED" || enrolments.some(isDrawn),
    relations: enrolments
      .filter(({ scheme }) => movable.includes(scheme))
      .map((each) => relationOf(each, paidYears, all.paidYears)),
    open: moving.map(({ kind, receipt }) => ({ kind, receipt })),
  };
}

function relationOf(enrolment: Enrolment, counting: readonly PaidYear[], everyYear: readonly PaidYear[]): Relation {
  const { scheme, region, from, to, status, insuredAs, carries } = enrolment;
  const isOwn = (year: PaidYear) => year.scheme === scheme && year.region === region && year.from === from;
  const own = counting.filter(isOwn);
  return {
    ...{ scheme, region, from, status, insuredAs },
    ...(to && { to }),
    years: Object.fromEntries(own.map(({ year, months }) => [String(year), statesOf(months)])),
    wages: own.flatMap(wagesOf),
    ...leftIn(enrolment, sumsOf(own), sumsOf(everyYear.filter(isOwn))),
    ...(carries && { carries }),
  };
}

type Sums = Pick<Relation, "personal" | "unit" | "subsidy">;

/** Of a resident's year went back a share (人社部发〔2014〕17号 Art. 7), whatever each month cost: the rest of it is still in the account. */
function leftIn({ scheme, cleared = [] }: Enrolment, counting: Sums, all: Sums): Sums {
  const went = cleared.reduce((sum, { refund = 0 }) => sum + refund, 0);
  if (scheme !== "170" || went === 0) return counting;
  if (all.personal === undefined) return {};
  const { personal, unit = 0 } = all;
  return { personal: Math.max(0, personal + unit - went), unit: 0, subsidy: counting.subsidy ?? 0 };
}

/** Months that were paid on the same wage stand together. */
function wagesOf({ year, months }: PaidYear): Relation["wages"] {
  const paid = unpackMonths(months).filter(({ state }) => state === "paid");
  const byBase = Map.groupBy(paid, ({ base }) => base);
  return [...byBase].map(([monthlyBase, alike]) => ({ year, monthlyBase, months: alike.length }));
}

/** Nothing where the files named no amounts for some of it: that is not the same as nought. */
function sumsOf(years: readonly PaidYear[]): Sums {
  const paid = years.flatMap(({ months }) => unpackMonths(months)).filter(({ state }) => state === "paid");
  if (paid.length === 0 || paid.some(saysNothing)) return {};
  const sum = (part: "personal" | "unit" | "subsidy") => paid.reduce((so, month) => so + month[part], 0);
  return { personal: sum("personal"), unit: sum("unit"), subsidy: sum("subsidy") };
}
