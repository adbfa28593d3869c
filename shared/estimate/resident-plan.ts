// What each tier of the resident pension costs and brings to one person. Handbook 7.3, 8.4, 8.5, 14.
import type { Tier } from "../contributions/resident.ts";
import { monthOf, monthsBetween, type PlainMonth, plusMonths } from "../kernel/calendar.ts";
import { exact } from "../kernel/exact.ts";
import { accepted, type Result } from "../kernel/result.ts";
import { estimateResidentPension, monthsToPayBack, type ResidentFuture, residentPension } from "../pension/resident.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import { type TiersOnOffer, tiersOnOffer } from "./tiers-on-offer.ts";

/** `paidYears` counts this year's payment where it is made; `account` is its balance in fen; `hardUp`: 低保, 特困, 返贫致贫, 重度残疾. */
export type ResidentLife = { birth: PlainMonth; student: boolean; hardUp: boolean; paidYears: number; account: number };

export type TierPlan = Tier & {
  /** What the person pays from now on, and what the government adds to it; fen. */
  readonly total: number;
  readonly given: number;
  /** At the benefit age, for each growth that estimates are made with: the first is without. */
  readonly futures: readonly ResidentFuture[];
  /** What one more year of this tier adds to a month, fen. */
  readonly anotherYear: number;
  /** How old the person is when the pension has brought back what is paid from now on; null: it adds nothing. */
  readonly paidBackAtMonths: number | null;
  /** The government pays part or all of this tier for this person. */
  readonly takenOver: boolean;
};

export type ResidentPlan = {
  readonly is: "plan";
  readonly draws: PlainMonth;
  /** Payments until the benefit age, one for each year begun. */
  readonly paymentsLeft: number;
  /** Years still to be made up for the minimum; what is made up gets no subsidy. */
  readonly missingYears: number;
  readonly minimumYears: number;
  readonly payoutMonths: number;
  readonly benefitAge: number;
  readonly offer: TiersOnOffer;
  readonly tiers: readonly TierPlan[];
};

/** Some have nothing to choose here: too young until `from`, at school, or of the age at which the pension is drawn. */
export type ResidentStanding =
  | { readonly is: "too-young"; readonly from: PlainMonth; readonly fromAge: number }
  | { readonly is: "student" }
  | { readonly is: "of-age"; readonly missingYears: number; readonly minimumYears: number; readonly benefitAge: number }
  | ResidentPlan;

export function residentStanding(life: ResidentLife, law: Law): Result<ResidentStanding, NeedsStaff> {
  const held = law.read({
    fromAge: "resident-pension.from-age",
    benefitAge: "resident-pension.benefit-age",
    minimum: "resident-pension.minimum-months",
    payoutMonths: "resident-pension.payout-months",
  });
  if (!held.ok) return held;
  const { fromAge, benefitAge, payoutMonths } = held.value;
  const minimumYears = Math.ceil(held.value.minimum / 12);
  const [from, draws] = [plusMonths(life.birth, fromAge * 12), plusMonths(life.birth, benefitAge * 12)];
  const now = monthOf(law.asOf);
  if (from > now) return accepted({ is: "too-young", from, fromAge });
  const lacking = (years: number) => Math.max(0, minimumYears - years);
  if (draws <= now) return accepted({ is: "of-age", missingYears: lacking(life.paidYears), minimumYears, benefitAge });
  if (life.student) return accepted({ is: "student" });

  const paymentsLeft = Math.ceil(monthsBetween(now, draws) / 12);
  const missingYears = lacking(life.paidYears + paymentsLeft);
  const offer = tiersOnOffer(law, life.hardUp);
  if (!offer.ok) return offer;
  const ahead = { paymentsLeft, missingYears, enough: life.paidYears >= minimumYears, benefitAge, offer: offer.value };
  const tiers: TierPlan[] = [];
  for (const tier of offer.value.tiers) {
    const planned = planTier(tier, life, ahead, law);
    if (!planned.ok) return planned;
    tiers.push(planned.value);
  }
  return accepted({ is: "plan", draws, minimumYears, payoutMonths, ...ahead, tiers });
}

type Ahead = { paymentsLeft: number; missingYears: number; enough: boolean; benefitAge: number; offer: TiersOnOffer };

/** Years that are missing are reckoned as made up now, at the same tier. */
function planTier(
  { tier, subsidy }: Tier,
  { account, hardUp }: ResidentLife,
  { paymentsLeft, missingYears, enough, benefitAge, offer }: Ahead,
  law: Law,
): Result<TierPlan, NeedsStaff> {
  const { basic, kept } = offer;
  const begun = { basic, account: account + tier * missingYears, years: paymentsLeft };
  const futures = estimateResidentPension({ ...begun, yearlyPayment: tier, yearlySubsidy: subsidy }, law);
  if (!futures.ok) return futures;
  const [total, given] = [tier * (paymentsLeft + missingYears), subsidy * paymentsLeft];
  const monthly = (saved: number) => residentPension({ basic, account: exact(saved) }, law);
  const [planned, more, without] = [
    monthly(account + total + given),
    monthly(account + total + given + tier + subsidy),
    monthly(account),
  ];
  if (!planned.ok) return planned;
  if (!more.ok) return more;
  if (!without.ok) return without;
  // Whoever has not the years yet gets nothing a month without paying on: then all of the pension is what the payments bring.
  const months = monthsToPayBack(total, planned.value.monthly - (enough ? without.value.monthly : 0));
  return accepted({
    tier,
    subsidy,
    total,
    given,
    futures: futures.value,
    anotherYear: more.value.monthly - planned.value.monthly,
    paidBackAtMonths: months === null ? null : benefitAge * 12 + months,
    takenOver: hardUp && tier === kept,
  });
}

/** The highest tier that a yearly amount reaches; without an amount the lowest that is not kept for people who are hard up. */
export function tierInReach(
  { tiers, offer }: Pick<ResidentPlan, "tiers" | "offer">,
  { canPay, hardUp }: { canPay: number | undefined; hardUp: boolean },
): TierPlan | undefined {
  if (canPay !== undefined) return tiers.filter(({ tier }) => tier <= canPay).pop();
  return tiers.find(({ tier }) => hardUp || tier !== offer.kept) ?? tiers[0];
}

/** More calendar years than there were since one may pay, this one among them: one payment each. */
export function hasImpossibleYears({ birth, paidYears }: ResidentLife, law: Law): boolean {
  const held = law.read({ fromAge: "resident-pension.from-age" });
  const [from, now] = [plusMonths(birth, (held.ok ? held.value.fromAge : 0) * 12), monthOf(law.asOf)];
  return paidYears > (from > now ? 0 : yearOf(now) - yearOf(from) + 1);
}

const yearOf = (month: PlainMonth): number => Number(month.slice(0, 4));
