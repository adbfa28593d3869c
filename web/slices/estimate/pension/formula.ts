// How the pension was worked out, in words with the person's numbers.
import { type PensionFacts, type PensionOutlook, withoutBase } from "../../../../shared/estimate/pension.ts";
import { decimal, whole } from "../../../../shared/kernel/exact.ts";
import { formatYuan } from "../../../../shared/kernel/money.ts";
import type { Law } from "../../../../shared/policy/law.ts";
import { fill } from "../../../words.ts";
import { formula, type Piece, paragraph, table } from "../answer.ts";
import { spanIn } from "../span.ts";
import { inPercent, plain, pensionWords as words } from "./words.ts";

export function howItWasWorkedOut(
  { plan, base, told, index, years, account, payout, futures }: PensionOutlook,
  facts: PensionFacts,
  law: Law,
): Piece[] {
  const [today] = futures;
  const accrual = law.read({ rate: "employee-pension.accrual-rate" });
  if (!today || !accrual.ok) return [];
  const { basic, transitional, account: monthly } = today.pension;
  const said = {
    base: formatYuan(base),
    index: plain(index),
    years: plain(years),
    rate: inPercent(accrual.value.rate),
    basic: formatYuan(basic),
  };
  const ahead = plan.months - facts.paidMonths;
  return [
    paragraph(fill(told ? words.told : words.published, { base: said.base })),
    formula(fill(words.basicFormula, said)),
    ...(account && payout && monthly !== null
      ? [
          formula(
            fill(words.accountFormula, {
              account: formatYuan(whole(account)),
              payout: decimal(payout, 1),
              monthly: formatYuan(monthly),
            }),
          ),
        ]
      : []),
    ...(account && ahead > 0 ? [paragraph(fill(words.accountAhead, { ahead: spanIn(ahead, words) }))] : []),
    ...(transitional > 0 ? [formula(fill(words.transitionalFormula, { transitional: formatYuan(transitional) }))] : []),
  ];
}

/** What the growth of wages changes, and of what the pension consists. */
export function growthTable(futures: PensionOutlook["futures"], withAccount: boolean): Piece {
  const hasTransitional = futures.some(({ pension }) => pension.transitional > 0);
  const parts = (basic: string, own: string, extra: string) => [
    basic,
    ...(withAccount ? [own] : []),
    ...(hasTransitional ? [extra] : []),
  ];
  return table(
    words.table,
    [words.colGrowth, ...parts(words.colBasic, words.colAccount, words.colTransitional), words.colTotal],
    futures.map(({ growth, pension: { basic, account: own, transitional, total } }) => [
      inPercent(growth),
      ...parts(formatYuan(basic), formatYuan(own ?? 0), formatYuan(transitional)),
      formatYuan(total ?? 0),
    ]),
  );
}

/** Without a calculation base: what can be said all the same. */
export function partOnly(facts: PensionFacts, law: Law): Piece[] {
  const part = withoutBase(facts, law);
  if (!part) return [];
  const { basicPerThousand, fromAccount } = part;
  return [
    paragraph(fill(words.perThousand, { basic: formatYuan(basicPerThousand) })),
    ...(facts.account !== null && fromAccount !== null
      ? [paragraph(fill(words.fromAccount, { account: formatYuan(facts.account), monthly: formatYuan(fromAccount) }))]
      : []),
  ];
}
