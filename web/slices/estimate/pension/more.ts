// What retiring later, and paying more from now on, would bring: pictures, with a table beside each.
import { indexLevels, laterYears, type PensionFacts } from "../../../../shared/estimate/pension.ts";
import { formatYuan } from "../../../../shared/kernel/money.ts";
import type { Law } from "../../../../shared/policy/law.ts";
import { dateIn } from "../../../lang.ts";
import { langOfPage } from "../../../paths.ts";
import { fill } from "../../../words.ts";
import { type Piece, paragraph, table, title } from "../answer.ts";
import { barShapes, picture } from "../picture.ts";
import { inPercent, plain, pensionWords as words } from "./words.ts";

export function whatLaterBrings(facts: PensionFacts, law: Law): Piece[] {
  const years = laterYears(facts, law);
  const [first, second] = years;
  if (!first || !second) return [];
  const named = years.map((year) => ({
    ...year,
    label: year.years === 0 ? words.laterNone : fill(words.laterYears, { n: year.years }),
  }));
  return [
    title(words.later),
    paragraph(fill(words.laterMore, { more: formatYuan(second.total - first.total) })),
    bars(named, words.laterPicture),
    table(
      words.laterTable,
      [words.colWhen, words.colMonth, words.colTotal, words.colMore],
      named.map(({ label, month, total }) => [
        label,
        dateIn(langOfPage(), month),
        formatYuan(total),
        formatYuan(total - first.total),
      ]),
    ),
  ];
}

export function whatMoreBrings(facts: PensionFacts, law: Law): Piece[] {
  const levels = indexLevels(facts, law);
  if (levels.length === 0) return [];
  const named = levels.map((level) => ({ ...level, label: fill(words.level, { share: inPercent(level.futureIndex) }) }));
  return [
    title(words.levels),
    bars(named, words.levelsPicture),
    table(
      words.levelsTable,
      [words.colLevel, words.colIndex, words.colTotal],
      named.map(({ label, index, total }) => [label, plain(index), formatYuan(total)]),
    ),
  ];
}

const bars = (rows: readonly { label: string; total: number }[], label: string): Piece =>
  picture(barShapes(rows.map((row) => ({ label: row.label, text: formatYuan(row.total), value: row.total }))), label);
