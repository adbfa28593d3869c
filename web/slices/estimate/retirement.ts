// When somebody can retire, why then, and what each choice asks.
import { findingOnPaid } from "../../../shared/estimate/plausible.ts";
import {
  type RetirementChoice,
  type RetirementFacts,
  type RetirementOutlook,
  retirementOutlook,
} from "../../../shared/estimate/retirement.ts";
import { monthOf, monthsBetween } from "../../../shared/kernel/calendar.ts";
import type { Law } from "../../../shared/policy/law.ts";
import { element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { postSays } from "../../messages/estimate-post.ts";
import type { retirementSays } from "../../messages/estimate-retirement.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { formula, needsStaff, outcome, type Piece, paragraph, table, title } from "./answer.ts";
import type { Ask } from "./ask.ts";
import { openEstimate } from "./kit.ts";
import { picture, timelineShapes } from "./picture.ts";
import { explainPost, postAndBirth } from "./post.ts";
import { monthFilled, paidIn, spanFilled } from "./record.ts";
import { ageIn, spanIn } from "./span.ts";
import { estimateWords } from "./words.ts";

const words = estimateWords<keyof typeof retirementSays.zh | keyof typeof postSays.zh>();
const MOST_YEARS = 60;
const monthIn = (month: string) => dateIn(langOfPage(), month);

function read(ask: Ask): RetirementFacts | undefined {
  const { category, birth } = postAndBirth(ask, words);
  const paidMonths = ask.span("paid", { most: MOST_YEARS, optional: true });
  if (birth && paidMonths && findingOnPaid(paidMonths, birth, ask.asOf)) ask.complain("paid.years", words.tooMany);
  return category && birth && { category, birth, paidMonths };
}

function answer(facts: RetirementFacts, law: Law): Piece[] {
  const found = retirementOutlook(facts, law);
  if (!found.ok) return [needsStaff(found.refusal, law, words)];
  const outlook = found.value;
  const statutory = outlook.choices.find(({ which }) => which === "statutory")!;
  const said = { month: monthIn(outlook.month), age: ageIn(outlook.ageMonths, words) };
  return [
    outcome(fill(statutory.past ? words.statutoryPast : words.statutory, said)),
    title(words.why),
    formula(whyInWords(outlook, facts)),
    ...choicesInWords(outlook, facts, law),
    element("p", {}, element("a", { href: here("/estimate/pension") }, words.pension)),
  ];
}

function whyInWords({ why, delayMonths, ageMonths, month }: RetirementOutlook, { birth }: RetirementFacts): string {
  const text = delayMonths === 0 ? words.whyNot : why.cohort >= why.cap * why.step ? words.whyCapped : words.whyDelayed;
  return fill(text, {
    original: ageIn(why.original, words),
    from: monthIn(why.delayFrom),
    step: why.step,
    cap: why.cap,
    birth: monthIn(birth),
    cohort: why.cohort,
    delay: delayMonths,
    age: ageIn(ageMonths, words),
    month: monthIn(month),
  });
}

const nameOf = ({ which }: RetirementChoice) => (which === "statutory" ? words.statutoryName : words[which]);

function choicesInWords({ choices }: RetirementOutlook, { birth, paidMonths }: RetirementFacts, law: Law): Piece[] {
  const from = law.read({ month: "retirement.flexible-from" });
  const notice = law.read({ months: "retirement.flexible-notice" });
  const hasChoice = choices.length > 1;
  const today = { which: "today" as const, month: monthOf(law.asOf), ageMonths: monthsBetween(birth, monthOf(law.asOf)) };
  const moments = [today, ...choices]
    .sort((one, other) => (one.month < other.month ? -1 : 1))
    .map(({ which, month, ageMonths }) => ({
      label: which === "statutory" ? words.statutoryName : words[which],
      text: `${monthIn(month)} · ${ageIn(ageMonths, words)}`,
      at: ageMonths,
    }));
  return [
    title(words.choices),
    ...(hasChoice
      ? [paragraph(words.choicesText), picture(timelineShapes(moments), words.picture)]
      : [paragraph(fill(words.noChoice, { from: from.ok ? monthIn(from.value.month) : "" }))]),
    table(
      words.table,
      [words.colChoice, words.colMonth, words.colAge, words.colLeast, ...(paidMonths === undefined ? [] : [words.colMissing])],
      choices.map((choice) => [
        nameOf(choice),
        choice.past ? fill(words.past, { month: monthIn(choice.month) }) : monthIn(choice.month),
        ageIn(choice.ageMonths, words),
        spanIn(choice.minimumMonths, words),
        ...(choice.missing ? [choice.missing.today > 0 ? spanIn(choice.missing.today, words) : words.enough] : []),
      ]),
    ),
    ...(paidMonths === undefined ? [] : missingInWords(choices.find(({ which }) => which === "statutory")!, paidMonths)),
    ...(hasChoice
      ? [notice.ok ? paragraph(fill(words.notice, { n: notice.value.months })) : needsStaff(notice.refusal, law, words)]
      : []),
  ];
}

function missingInWords({ missing, month, past }: RetirementChoice, paidMonths: number): Piece[] {
  const { today, ifPaidOn } = missing ?? { today: 0, ifPaidOn: 0 };
  const said = { paid: spanIn(paidMonths, words), month: monthIn(month), missing: spanIn(ifPaidOn || today, words) };
  if (today === 0) return [paragraph(fill(words.enoughByThen, said))];
  if (ifPaidOn === 0) return [paragraph(fill(words.payOn, said))];
  const link = element("a", { href: here("/policy/moving#switch") }, words.switchLink);
  return [paragraph(fill(past ? words.tooFewPast : words.tooFew, said)), element("p", {}, link)];
}

openEstimate({
  name: "retirement",
  read,
  answer,
  record: (mine) => ({ ...monthFilled("birth", mine.person.birth), ...spanFilled("paid", paidIn(mine, "110")) }),
  changed: explainPost,
});
