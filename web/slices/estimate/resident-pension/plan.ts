// The plan in words: what fits, what is ahead, the tiers beside each other, how it was worked out.
import { type ResidentLife, type ResidentPlan, type TierPlan, tierInReach } from "../../../../shared/estimate/resident-plan.ts";
import { decimal, exact, times } from "../../../../shared/kernel/exact.ts";
import { formatYuan } from "../../../../shared/kernel/money.ts";
import type { Law } from "../../../../shared/policy/law.ts";
import { dateIn } from "../../../lang.ts";
import type { residentPensionSays } from "../../../messages/estimate-resident-pension.ts";
import { langOfPage } from "../../../paths.ts";
import { fill } from "../../../words.ts";
import { inYuan, roughly } from "../amounts.ts";
import { formula, outcome, type Piece, paragraph, table, title } from "../answer.ts";
import { barShapes, picture } from "../picture.ts";
import type { EstimateWords } from "../words.ts";
import { aboutTiers } from "./offered.ts";

export type ResidentWords = EstimateWords & Record<keyof typeof residentPensionSays.zh, string>;
type Life = ResidentLife & { canPay: number | undefined };

export function planInWords(plan: ResidentPlan, life: Life, law: Law, words: ResidentWords): readonly Piece[] {
  const { tiers, missingYears, minimumYears, paymentsLeft, benefitAge } = plan;
  const reached = tierInReach(plan, life);
  const shown = reached ?? tiers[0];
  if (!shown) return [];
  const yearsThen = life.paidYears + paymentsLeft;
  const draws = dateIn(langOfPage(), plan.draws);
  const answer = reached
    ? [outcome(fill(words.outcome, { tier: inYuan(reached.tier), month: draws, range: rangeOf(reached, words) }))]
    : [outcome(fill(words.below, { tier: inYuan(shown.tier) })), paragraph(words.belowText)];
  const ahead = fill(words.ahead, { n: paymentsLeft, age: benefitAge, paid: life.paidYears, years: yearsThen });
  const enough = fill(missingYears > 0 ? words.missing : words.enough, { years: minimumYears, n: missingYears });
  return [
    ...answer,
    paragraph(`${ahead}${langOfPage() === "zh" ? "" : " "}${enough}`),
    ...aboutTiers(plan, law, words),
    ...compared(plan, shown, words),
    ...makingUp(plan, shown, words),
    ...withMore(plan, shown, words),
    ...workedOut(plan, shown, life, words),
    paragraph(fill(words.unchanged, { age: benefitAge })),
  ];
}

/** Without growth, and with the most that is reckoned with. */
function rangeOf({ futures }: TierPlan, words: ResidentWords): string {
  const [low = "", high = low] = [futures[0], futures[futures.length - 1]].map((future) => roughly(future?.pension.monthly ?? 0));
  return low === high ? low : fill(words.range, { low, high });
}

const mostOf = ({ futures }: TierPlan): number => futures[futures.length - 1]?.pension.monthly ?? 0;

/** A picture of a few: the lowest, this one with those around it, the highest; and a table of all. */
function compared({ tiers, offer }: ResidentPlan, shown: TierPlan, words: ResidentWords): Piece[] {
  const at = tiers.indexOf(shown);
  const few = tiers.filter((_, index) => index === 0 || index === tiers.length - 1 || Math.abs(index - at) <= 1);
  const bars = few.map((tier) => ({
    label: fill(words.bar, { tier: inYuan(tier.tier) }),
    text: rangeOf(tier, words),
    value: tier.futures[0]?.pension.monthly ?? 0,
    most: mostOf(tier),
  }));
  const said = bars.map(({ label, text }) => `${label} ${text}`).join(words.and);
  const [, ...growths] = shown.futures.map(({ growth }) => `${decimal(times(growth, exact(100)), 0)}%`);
  return [
    title(words.compared),
    picture(barShapes(bars), fill(words.picture, { tiers: said })),
    table(
      offer.own ? words.caption : words.captionNational,
      [words.tier, words.subsidy, words.pension, words.total, words.back],
      tiers.map((tier) => [
        inYuan(tier.tier),
        inYuan(tier.subsidy),
        rangeOf(tier, words),
        tier.takenOver ? fill(words.range, { low: 0, high: inYuan(tier.total) }) : inYuan(tier.total),
        ageText(tier.paidBackAtMonths, words),
      ]),
    ),
    paragraph(fill(words.rangeAbout, { growth: growths[growths.length - 1] ?? "0%" })),
    paragraph(words.backAbout),
  ];
}

/** In full years: it is rough. */
const ageText = (months: number | null, words: ResidentWords): string =>
  months === null ? words.never : fill(words.age, { years: Math.ceil(months / 12) });

function makingUp({ missingYears }: ResidentPlan, { tier }: TierPlan, words: ResidentWords): Piece[] {
  if (missingYears === 0) return [];
  const sum = inYuan(tier * missingYears);
  return [
    title(fill(words.makeUp, { n: missingYears })),
    paragraph(fill(words.makeUpText, { n: missingYears, tier: inYuan(tier), sum })),
  ];
}

function withMore({ tiers, minimumYears }: ResidentPlan, shown: TierPlan, words: ResidentWords): Piece[] {
  const next = tiers[tiers.indexOf(shown) + 1];
  const [now, then] = [shown, next].map((tier) => tier?.futures[0]?.pension.monthly ?? 0);
  const more = {
    tier: inYuan(next?.tier ?? 0),
    more: inYuan((next?.tier ?? 0) - shown.tier),
    n: inYuan((then ?? 0) - (now ?? 0)),
  };
  return [
    title(words.more),
    ...(next ? [paragraph(fill(words.higher, more))] : []),
    paragraph(fill(words.another, { tier: inYuan(shown.tier), n: inYuan(shown.anotherYear) })),
    paragraph(fill(words.another2, { years: minimumYears })),
  ];
}

function workedOut(
  { payoutMonths, offer }: ResidentPlan,
  { total, given, futures }: TierPlan,
  { account }: Life,
  words: ResidentWords,
): Piece[] {
  const basic = inYuan(offer.basic);
  const sum = inYuan(account + total + given);
  const monthly = formatYuan(futures[0]?.pension.monthly ?? 0);
  return [
    title(words.how),
    formula(fill(words.formula, { basic, payout: payoutMonths })),
    formula(fill(words.formulaAccount, { account: inYuan(account), total: inYuan(total), given: inYuan(given), sum })),
    formula(fill(words.formulaSum, { basic, sum, payout: payoutMonths, monthly })),
  ];
}
