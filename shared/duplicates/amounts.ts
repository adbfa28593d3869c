// What goes back to the person of an enrolment that is not kept, in fen, by the rules of refund.ts. Undefined: no file names amounts.
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";
import type { Enrolment } from "../registration.ts";
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

/** Of employees: what they paid themselves in these months. */
export const personalPart = (years: readonly YearPaid[], common: readonly Months[]): number | undefined =>
  known(
    years.flatMap((year) => {
      const amounts = amountsIn(year);
      return nthsIn(year.year, common)
        .filter((nth) => year.states[nth] === "p")
        .map((nth) => (amounts[nth] && !saysNothing(amounts[nth]) ? amounts[nth].personal : undefined));
    }),
  );

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
