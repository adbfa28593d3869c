// What staying insured had brought, and that a gap ends it (handbook 7.4).
import { type Gap, loyaltyLost } from "../../../../shared/estimate/medical-gap.ts";
import type { Law } from "../../../../shared/policy/law.ts";
import { fill } from "../../../words.ts";
import { inYuan } from "../amounts.ts";
import { needsStaff, type Piece, paragraph, title } from "../answer.ts";
import { percent } from "../value.ts";
import type { GapWords } from "./gap.ts";

type Told = { gap: Gap; consecutive: number | undefined; claimless: number };

export function lossInWords({ gap, consecutive, claimless }: Told, law: Law, words: GapWords): Piece[] {
  if (consecutive === undefined) return [];
  const found = loyaltyLost({ ...gap, consecutiveYears: consecutive, zeroClaimYears: claimless }, law);
  if (!found.ok) return [title(words.bonus), needsStaff(found.refusal, law, words)];
  const { bonus, after, countedFrom } = found.value;
  const share = law.entry("resident-medical.bonus-share-at-most");
  const said = { years: consecutive, sum: inYuan(bonus) };
  const text = bonus === 0 ? words.bonusNone : gap.missedYears > 0 ? words.bonusLost : words.bonusKept;
  return [
    title(words.bonus),
    paragraph(fill(text, said)),
    paragraph(fill(words.bonusCounted, { year: countedFrom.slice(0, 4) })),
    ...(gap.missedYears > 0 ? [paragraph(fill(words.bonusAgain, { after }))] : []),
    ...(share.ok ? [paragraph(fill(words.bonusCap, { share: percent(share.value.value) }))] : []),
  ];
}
