// The wait in words: how long, why, and what repairing years saves and costs.
import { type Gap, type GapAnswer, type YearFee, yearFee } from "../../../../shared/estimate/medical-gap.ts";
import type { Law } from "../../../../shared/policy/law.ts";
import { dateIn } from "../../../lang.ts";
import type { medicalGapSays } from "../../../messages/estimate-medical-gap.ts";
import { langOfPage } from "../../../paths.ts";
import { fill } from "../../../words.ts";
import { inYuan } from "../amounts.ts";
import { formula, needsStaff, outcome, type Piece, paragraph, table, title } from "../answer.ts";
import { barShapes, picture } from "../picture.ts";
import type { EstimateWords } from "../words.ts";

export type GapWords = EstimateWords & Record<keyof typeof medicalGapSays.zh, string>;

export function gapInWords(found: GapAnswer, gap: Gap, law: Law, words: GapWords): Piece[] {
  const { months, otherwise, outlasts } = found;
  const lang = langOfPage();
  const said = { n: months, from: dateIn(lang, found.from), paid: dateIn(lang, gap.paidOn), year: gap.coverYear };
  const ahead = gap.coverYear > Number(gap.paidOn.slice(0, 4)) ? [paragraph(fill(words.ahead, { year: gap.coverYear }))] : [];
  if (months === 0) return [outcome(fill(words.noWait, said)), ...ahead, paragraph(words.noWaitHow)];
  return [
    outcome(fill(words.wait, said)),
    paragraph(fill(words.during, said)),
    ...(outlasts ? [paragraph(fill(words.outlasts, said))] : []),
    ...(ahead.length > 0 ? [...ahead, paragraph(words.countedFrom)] : []),
    ...(otherwise === months ? [] : [paragraph(fill(words.otherwise, { n: otherwise }))]),
    title(words.how),
    ...workedOut(found, gap, words),
    ...(gap.missedYears > 0 ? [paragraph(words.counted), ...repairs(found, gap, law, words)] : []),
  ];
}

function workedOut({ parts, months, longGap }: GapAnswer, gap: Gap, words: GapWords): Piece[] {
  const { fixed, variable, raised } = parts;
  const terms = [
    [fixed, fill(words.fixed, { fixed })],
    [variable, fill(words.variable, { missed: gap.missedYears, repaired: gap.repairedYears, variable })],
    [raised, fill(words.raised, { years: longGap.years, least: longGap.months, raised })],
  ] as const;
  const counted = terms.filter(([part], index) => part > 0 || (index === 1 && gap.missedYears > 0));
  const sum = fill(words.sum, { terms: counted.map(([part]) => part).join(words.plus), n: months });
  return [...counted.map(([, text]) => formula(text)), ...(counted.length > 1 ? [formula(sum)] : [])];
}

const MOST_SHOWN = 8;

/** As many years as shorten the wait, and those that were chosen: what comes after is the same. */
function repairs({ repairs, enough, longGap, fee, months }: GapAnswer, gap: Gap, law: Law, words: GapWords): Piece[] {
  const every = Math.ceil((enough + 1) / MOST_SHOWN);
  const wanted = repairs.filter(
    ({ repaired }) => repaired === enough || repaired === gap.repairedYears || (repaired < enough && repaired % every === 0),
  );
  const named = wanted.map(({ repaired, months: wait }) => ({
    label: repaired === 0 ? words.repairNone : fill(words.repairBar, { n: repaired }),
    text: fill(words.waits, { n: wait }),
    value: wait,
    cost: fee.ok
      ? fill(words.yuan, { n: inYuan(fee.value.fen * repaired) })
      : repaired === 0
        ? fill(words.yuan, { n: 0 })
        : words.unknown,
  }));
  const saves = (repairs[0]?.months ?? months) - months;
  return [
    title(words.repair),
    picture(
      barShapes(named),
      fill(words.repairPicture, { bars: named.map(({ label, text }) => `${label} ${text}`).join(words.and) }),
    ),
    table(
      words.repairCaption,
      [words.repairYears, words.repairWait, words.repairCost],
      named.map(({ label, text, cost }) => [label, text, cost]),
    ),
    paragraph(enough === 0 ? words.useless : fill(words.enough, { n: enough, months: repairs[enough]?.months ?? months })),
    ...(longGap.applies ? [paragraph(fill(words.longGap, { years: longGap.years, months: longGap.months }))] : []),
    ...(fee.ok ? priced(fee.value, gap, saves, words) : [...lastFee(gap, law, words), needsStaff(fee.refusal, law, words)]),
    paragraph(words.repairFree),
  ];
}

/** In autumn next year's fee is often not published yet: this year's is what people plan with. */
function lastFee({ coverYear }: Gap, law: Law, words: GapWords): Piece[] {
  const last = yearFee(coverYear - 1, law);
  if (!last.ok || last.value.own) return [];
  return [paragraph(fill(words.feeLater, { year: coverYear, last: coverYear - 1, fee: inYuan(last.value.fen) }))];
}

function priced({ fen, own }: YearFee, { repairedYears, coverYear }: Gap, saves: number, words: GapWords): Piece[] {
  const cost = fill(words.cost, { n: repairedYears, sum: inYuan(fen * repairedYears), saves });
  return [
    ...(repairedYears > 0 ? [paragraph(cost)] : []),
    paragraph(fill(own ? words.feeOwn : words.feeNational, { year: coverYear, fee: inYuan(fen) })),
  ];
}
