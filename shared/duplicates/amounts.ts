// What goes back to the person of an enrolment that is not kept, in fen, by the rules of refund.ts. Undefined: no file names amounts.
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import { exact, times, whole } from "../kernel/exact.ts";
import type { PaidMonth } from "../paid-months.ts";
import type { Law } from "../policy/law.ts";
import type { Enrolment } from "../registration.ts";
import type { DuplicateSide } from "./duplicate.ts";
import { amountsIn, countOf, type Months, monthIn, nthsIn, runsOf, saysNothing, type YearPaid } from "./paid.ts";
import { premiumRefundable, residentRefund } from "./refund.ts";

const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
const known = (amounts: readonly (number | undefined)[]): number | undefined => {
  const named = amounts.filter((one) => one !== undefined);
  return named.length === amounts.length ? sum(named) : undefined;
};

/** Of residents: their own part and the collective's, year by year. What was cleared before is not paid out twice, nor is a fen lost. */
export const residentPart = (years: readonly YearPaid[], common: readonly Months[]): number | undefined =>
  known(
    years.map((year) => {
      const double = nthsIn(year.year, common).filter((nth) => year.states[nth] === "p").length;
      if (double === 0) return 0;
      const paid = amountsIn(year).filter(({ state }) => state === "paid");
      if (paid.some(saysNothing)) return undefined;
      const ofYear = { personal: sum(paid.map(({ personal }) => personal)), collective: sum(paid.map(({ unit }) => unit)) };
      const back = (months: number) => residentRefund(ofYear, months, paid.length);
      return back(year.gone + double) - back(year.gone);
    }),
  );

const paidIn = (years: readonly YearPaid[], common: readonly Months[]): (PaidMonth | undefined)[] =>
  years.flatMap((year) => {
    const amounts = amountsIn(year);
    return nthsIn(year.year, common)
      .filter((nth) => year.states[nth] === "p")
      .map((nth) => amounts[nth]);
  });

/** What they paid themselves in these months. */
export const personalPart = (years: readonly YearPaid[], common: readonly Months[]): number | undefined =>
  known(paidIn(years, common).map((month) => (month && !saysNothing(month) ? month.personal : undefined)));

/**
 * Of employees in these months (handbook 5.2, P5): `refund` what they paid beside an employer. Where nobody else paid anything, as with
 * flexible workers, theirs is also the pool's part (7.2): `alone` is all that was paid and the base it was reckoned from, of which no
 * more goes back than the account's share.
 */
export function employeesPart(years: readonly YearPaid[], common: readonly Months[]): Part {
  const months = paidIn(years, common);
  const told = months.flatMap((month) => (month && !saysNothing(month) ? [month] : []));
  const byThemselves = told.filter(({ unit, subsidy }) => unit + subsidy === 0);
  if (told.length < months.length || byThemselves.some(({ base }) => base === 0)) return {};
  const refund = sum(told.filter((one) => !byThemselves.includes(one)).map(({ personal }) => personal));
  if (byThemselves.length === 0) return { refund };
  const alone = { paid: sum(byThemselves.map(({ personal }) => personal)), base: sum(byThemselves.map(({ base }) => base)) };
  return { refund, alone };
}
export type Part = Pick<DuplicateSide, "refund" | "alone">;

/** Of a side: all of it that goes back. Undefined: nobody has told it, or how much of a contribution the account gets. */
export function backOf({ refund, alone }: Part, law: Law): number | undefined {
  if (refund === undefined || !alone) return refund;
  const held = law.read({ rate: "flexible-pension.account-rate" });
  return held.ok ? refund + Math.min(alone.paid, whole(times(exact(alone.base), held.value.rate))) : undefined;
}

const firstOf = ({ from }: Pick<Enrolment, "from">): PlainDate => v.parse(PlainDate, `${from}-01`);

/**
 * The years of resident medical insurance whose premium goes back: who joined the employees' before they began (handbook 5.3, 16), and
 * was insured there from then on, as far as files tell.
 */
export function premiumYears(
  years: readonly YearPaid[],
  employee: Pick<Enrolment, "from">,
  paidThere: readonly Months[],
): YearPaid[] {
  const last = paidThere.at(-1)?.to ?? "";
  return years.filter((year) => {
    const [begins] = runsOf([year]);
    if (!begins || !premiumRefundable({ joinedEmployee: firstOf(employee), benefitFrom: firstOf(begins) })) return false;
    const months = nthsIn(year.year, runsOf([year])).map((nth) => monthIn(year.year, nth));
    return months
      .filter((month) => month <= last)
      .every((month) => paidThere.some(({ from, to }) => from <= month && month <= to));
  });
}

/** The government pays all of it: who is insured so needs its word before this one ends (handbook 5.3, M7). */
export function isFunded(years: readonly YearPaid[]): boolean {
  const newest = years.findLast(({ states }) => countOf(states) > 0);
  const paid = newest ? amountsIn(newest).filter(({ state }) => state === "paid") : [];
  return paid.length > 0 && paid.every(({ personal, unit, subsidy }) => personal + unit === 0 && subsidy > 0);
}
