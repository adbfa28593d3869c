// What a gap in resident medical insurance costs, what repairing it saves, and what was lost with it. Handbook 7.4.
import * as v from "valibot";
import { monthOf, PlainDate, type PlainMonth, plusMonths } from "../kernel/calendar.ts";
import { accepted, type Result } from "../kernel/result.ts";
import { examine, type Finding, finding } from "../kernel/rule.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { medicalFees } from "../resident-medical/fees.ts";
import { loyaltyBonus } from "../resident-medical/incentive.ts";
import { monthsIn, type WaitingParts, waitingBy, waitingRule } from "../resident-medical/waiting.ts";

/** `coverYear`: for which year is paid. */
export type Gap = { inWindow: boolean; missedYears: number; repairedYears: number; paidOn: PlainDate; coverYear: number };

/** Months to wait if so many years are repaired. */
export type Repair = { repaired: number; months: number };

/** Fen for one year of cover; `own`: the region's own fee, else the least that the centre asks. */
export type YearFee = { fen: number; own: boolean };

export type GapAnswer = {
  readonly parts: WaitingParts;
  readonly months: number;
  /** The same where the notice is read the other way: a month more or less for the first year. */
  readonly otherwise: number;
  /** Cover begins in this month; `outlasts`: by then the year that is paid for is over, and the next one must be paid too. */
  readonly from: PlainMonth;
  readonly outlasts: boolean;
  /** What each number of repaired years would mean, from none to all. */
  readonly repairs: readonly Repair[];
  /** Repairing more years than this shortens nothing more. */
  readonly enough: number;
  readonly longGap: { readonly years: number; readonly months: number; readonly applies: boolean };
  readonly fee: Result<YearFee, NeedsStaff>;
};

export function gapAnswer(gap: Gap, law: Law): Result<GapAnswer, NeedsStaff> {
  const rule = waitingRule(law);
  if (!rule.ok) return rule;
  const { longGap: years, longGapWaiting, offset } = rule.value;
  const wait = (repairedYears: number, how = rule.value) => waitingBy(how, { ...gap, repairedYears, newborn: false });
  const repairs = Array.from({ length: gap.missedYears + 1 }, (_, repaired) => ({ repaired, months: monthsIn(wait(repaired)) }));
  const shortest = repairs[gap.missedYears]!.months;
  const parts = wait(gap.repairedYears);
  const from = beginningOf(gap, monthsIn(parts));
  return accepted({
    parts,
    months: monthsIn(parts),
    otherwise: monthsIn(wait(gap.repairedYears, { ...rule.value, offset: offset === 0 ? 1 : 0 })),
    from,
    outlasts: Number(from.slice(0, 4)) > gap.coverYear,
    repairs,
    enough: repairs.findIndex(({ months }) => months === shortest),
    longGap: { years, months: longGapWaiting, applies: gap.missedYears >= years },
    fee: yearFee(gap.coverYear, law),
  });
}

/** After the wait, counted from the payment, and never before the year of cover. */
function beginningOf({ paidOn, coverYear }: Gap, months: number): PlainMonth {
  const [waited, year] = [plusMonths(monthOf(paidOn), months), monthOf(firstDayOf(coverYear))];
  return waited > year ? waited : year;
}

const firstDayOf = (year: number) => v.parse(PlainDate, `${year}-01-01`);

/** Repaired years are paid at the fee of today (handbook 7.4), which is the region's; the centre's minimum where that is not loaded. */
export function yearFee(coverYear: number, law: Law): Result<YearFee, NeedsStaff> {
  const own = law.on(firstDayOf(coverYear)).read({ fen: "resident-medical.individual-fee" });
  if (own.ok) return accepted({ fen: own.value.fen, own: true });
  const { individual } = medicalFees(coverYear, law);
  return individual.ok ? accepted({ fen: individual.value, own: false }) : individual;
}

/**
 * `bonus`: by how much the years before the gap had raised the serious-illness cap at least, fen; it begins again after `after`
 * years. Only years of cover since `countedFrom` count.
 */
export type LoyaltyLost = { bonus: number; after: number; countedFrom: PlainMonth };

/** The region's cap is not known here, so the share of it that a bonus may not pass is said in words. */
const CAP_UNKNOWN = Number.MAX_SAFE_INTEGER;

/** `consecutiveYears` end where the gap begins; `coverYear` is the first one after it. */
export function loyaltyLost(
  {
    consecutiveYears,
    zeroClaimYears,
    missedYears,
    coverYear,
  }: { consecutiveYears: number; zeroClaimYears: number } & Pick<Gap, "missedYears" | "coverYear">,
  law: Law,
): Result<LoyaltyLost, NeedsStaff> {
  const held = law.read({ after: "resident-medical.bonus-after", countedFrom: "resident-medical.bonus-counted-from" });
  if (!held.ok) return held;
  const since = Math.max(0, coverYear - missedYears - Number(held.value.countedFrom.slice(0, 4)));
  const counted = { consecutiveYears: Math.min(consecutiveYears, since), zeroClaimYears: Math.min(zeroClaimYears, since) };
  const bonus = loyaltyBonus({ ...counted, bonusUsed: false, originalCap: CAP_UNKNOWN }, law);
  return bonus.ok ? accepted({ bonus: bonus.value, ...held.value }) : bonus;
}

/** Nobody has more years of anything to tell. */
export const MOST_YEARS = 60;

/** Years, in whole numbers. */
export type ToldYears = { missed: number; repaired: number; consecutive: number; claimless: number };

export type GapCode = "gap.repaired-too-many" | "gap.claimless-too-many";

/** What cannot be: more years repaired than missed, more without a claim than insured. */
export const gapFindings = (told: ToldYears): Finding<GapCode>[] =>
  examine(
    [
      ({ repaired, missed }) => (repaired > missed ? finding("gap.repaired-too-many", "repaired") : undefined),
      ({ claimless, consecutive }) => (claimless > consecutive ? finding("gap.claimless-too-many", "claimless") : undefined),
    ],
    told,
  );
