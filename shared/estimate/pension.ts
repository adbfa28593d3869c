// What my employee pension would come to, and what paying longer or more would bring. Handbook 7.1, 8.1-8.3, 8.5.
import { monthOf, monthsBetween, type PlainMonth, plusMonths } from "../kernel/calendar.ts";
import { type Exact, exact, isLess, over, plus, times, whole } from "../kernel/exact.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { estimateEmployeePension, type FuturePension, yearsOf } from "../pension/employee.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import type { PostCategory } from "../retirement/age.ts";
import { minimumMonths, missingMonths } from "../retirement/minimum.ts";
import { payoutMonths } from "../retirement/payout.ts";
import { retirementOutlook } from "./retirement.ts";

/**
 * `at`: a choice, or an age in months. `paidMonths`: all so far, the deemed ones among them. `index`: the average so far;
 * `futureIndex`: of what is paid from now on. `account` in fen, null where it is not known. `baseTold`: fen, of the agency.
 */
export type PensionFacts = {
  category: PostCategory;
  birth: PlainMonth;
  at: "earliest" | "statutory" | "latest" | number;
  paidMonths: number;
  deemedMonths: number;
  paysOn: boolean;
  index: Exact;
  futureIndex: Exact;
  account: number | null;
  baseTold: number | null;
};

/** An age that cannot be chosen; between which it can, in months. */
export type AgeOutside = { code: "age.outside"; earliest: number; latest: number };

/** When, and with how many months. `missing`: of the least months, beyond those. */
export type PensionPlan = {
  month: PlainMonth;
  ageMonths: number;
  latestAgeMonths: number;
  monthsAhead: number;
  months: number;
  minimum: number;
  missing: number;
};

export function pensionPlan(facts: PensionFacts, law: Law): Result<PensionPlan, NeedsStaff | AgeOutside> {
  const found = retirementOutlook(facts, law);
  if (!found.ok) return found;
  const { choices, ageMonths: statutory } = found.value;
  const ages = choices.map(({ ageMonths }) => ageMonths);
  const [earliest, latest] = [Math.min(...ages), Math.max(...ages)];
  const wanted = typeof facts.at === "number" ? facts.at : choices.find(({ which }) => which === facts.at)?.ageMonths;
  const ageMonths = wanted ?? (facts.at === "statutory" ? statutory : undefined);
  if (ageMonths === undefined || ageMonths < earliest || ageMonths > latest)
    return refused({ code: "age.outside", earliest, latest });

  const month = plusMonths(facts.birth, ageMonths);
  const minimum = minimumMonths(month, law);
  if (!minimum.ok) return minimum;
  const monthsAhead = Math.max(0, monthsBetween(monthOf(law.asOf), month));
  const months = facts.paidMonths + (facts.paysOn ? monthsAhead : 0);
  const missing = missingMonths(months, minimum.value);
  return accepted({ month, ageMonths, latestAgeMonths: latest, monthsAhead, months, minimum: minimum.value, missing });
}

/** `base` in fen; `told`: it came from the person. `transitional`: what is missing for the deemed years, if anything is. */
export type PensionOutlook = {
  plan: PensionPlan;
  base: number;
  told: boolean;
  index: Exact;
  years: Exact;
  account: Exact | null;
  payout: Exact | null;
  transitional: NeedsStaff | null;
  futures: readonly FuturePension[];
};

/** What is paid from now on is reckoned on the calculation base as the average wage of the place: they lie close together. */
export function pensionOutlook(facts: PensionFacts, law: Law): Result<PensionOutlook, NeedsStaff | AgeOutside> {
  const found = pensionPlan(facts, law);
  if (!found.ok) return found;
  const plan = found.value;
  const held = law.read({ rate: "employee-pension.employee-rate" });
  if (!held.ok) return held;
  const known =
    facts.baseTold === null ? law.read({ base: "employee-pension.calculation-base" }) : accepted({ base: facts.baseTold });
  if (!known.ok) return known;
  const payout = payoutMonths(plan.ageMonths, law);
  if (!payout.ok) return payout;

  const { base } = known.value;
  const ahead = plan.months - facts.paidMonths;
  const saved = times(times(exact(base), facts.futureIndex), times(held.value.rate, exact(ahead)));
  const account = facts.account === null ? null : plus(exact(facts.account), saved);
  const index = averageIndex(facts, ahead);
  const years = yearsOf(plan.months);
  const deemed = facts.deemedMonths > 0 ? law.read({ rate: "employee-pension.transitional-rate" }) : null;
  const transitional = deemed?.ok ? { years: yearsOf(facts.deemedMonths), rate: deemed.value.rate } : undefined;
  const futures = estimateEmployeePension(
    {
      base: exact(base),
      index,
      years,
      account: account ?? exact(0),
      ageMonths: plan.ageMonths,
      transitional,
      yearsAhead: Math.ceil(plan.monthsAhead / 12),
    },
    law,
  );
  if (!futures.ok) return futures;
  return accepted({
    plan,
    base,
    told: facts.baseTold !== null,
    index,
    years,
    account,
    payout: payout.value,
    transitional: deemed && !deemed.ok ? deemed.refusal : null,
    futures: futures.value,
  });
}

/** Each month counts alike. */
function averageIndex({ index, futureIndex, paidMonths }: PensionFacts, ahead: number): Exact {
  const months = paidMonths + ahead;
  if (months === 0) return futureIndex;
  return over(plus(times(index, exact(paidMonths)), times(futureIndex, exact(ahead))), exact(months));
}

/** Fen a month without growth: in today's money. */
export const todaysTotal = ({ futures: [first] }: Pick<PensionOutlook, "futures">): number => first?.pension.total ?? 0;

export type LaterYear = { years: number; month: PlainMonth; total: number };

/** Retiring then, and one, two, three years later as far as that may be chosen and is still to come, paying on. */
export function laterYears(facts: PensionFacts, law: Law): LaterYear[] {
  const plan = pensionPlan(facts, law);
  if (!plan.ok) return [];
  const { ageMonths, latestAgeMonths } = plan.value;
  return [0, 1, 2, 3].flatMap((years) => {
    const at = ageMonths + years * 12;
    const found = at <= latestAgeMonths ? pensionOutlook({ ...facts, at }, law) : undefined;
    if (!found?.ok) return [];
    const { month } = found.value.plan;
    return years > 0 && month < monthOf(law.asOf) ? [] : [{ years, month, total: todaysTotal(found.value) }];
  });
}

export type IndexLevel = { futureIndex: Exact; index: Exact; total: number };

/** Paying on at the lowest level, at the average wage, at the highest; nothing where there are no months to come. */
export function indexLevels(facts: PensionFacts, law: Law): IndexLevel[] {
  const held = law.read({ floor: "contribution-base.floor-share", cap: "contribution-base.cap-share" });
  if (!held.ok) return [];
  return [held.value.floor, exact(1), held.value.cap].flatMap((futureIndex) => {
    const found = pensionOutlook({ ...facts, futureIndex }, law);
    if (!found.ok || found.value.plan.months === facts.paidMonths) return [];
    return [{ futureIndex, index: found.value.index, total: todaysTotal(found.value) }];
  });
}

/** An index lies between the limits of the contribution base, as shares of the average wage. */
export function indexFits(index: Exact, law: Law): Result<{ fits: boolean; floor: Exact; cap: Exact }, NeedsStaff> {
  const held = law.read({ floor: "contribution-base.floor-share", cap: "contribution-base.cap-share" });
  if (!held.ok) return held;
  const { floor, cap } = held.value;
  return accepted({ fits: !isLess(index, floor) && !isLess(cap, index), floor, cap });
}

const PER_BASE_FEN = 100_000;

/** What can be said without a calculation base: the basic part for each 1,000 yuan of it, and what the account holds now. Fen. */
export function withoutBase(facts: PensionFacts, law: Law): { basicPerThousand: number; fromAccount: number | null } | null {
  const found = pensionOutlook({ ...facts, baseTold: PER_BASE_FEN }, law);
  const basic = found.ok ? found.value.futures[0]?.pension.basic : undefined;
  if (!found.ok || basic === undefined) return null;
  const { payout } = found.value;
  const fromAccount = facts.account === null || payout === null ? null : whole(over(exact(facts.account), payout));
  return { basicPerThousand: basic, fromAccount };
}
