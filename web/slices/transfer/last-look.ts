// What will be sent and what comes of it, line by line, before it is sent.
import { dateIn } from "../../lang.ts";
import type { transferKinds } from "../../messages/transfer.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import type { Row } from "../change/journey.ts";
import { inYuan } from "../estimate/amounts.ts";
import type { Planned } from "./apply.ts";
import type { ApplyWords } from "./wish.ts";

export type LookWords = ApplyWords & Record<keyof typeof transferKinds.zh, string>;
/** `whom`: where it is for somebody else, their name. */
export type Answer = readonly [question: string, answer: string];
type Shown = { planned: Planned; whom: string | undefined; answers: readonly Answer[]; place(division: string): string };

export function rowsOf({ planned: { found, body }, whom, answers, place }: Shown, words: LookWords): Row[] {
  const { plan, counts, kind, from, to, done, lacking } = found;
  const { wish, evidence } = body;
  /** `step`: where it was answered; none, it follows from the answers. */
  const row = (label: string, becomes: string, step?: string): Row => ({
    ...{ label, was: false, becomes },
    ...(step && { href: `${here("/transfer/apply")}${location.search}#${step}` }),
  });
  const isAccountOnly = kind === "pension-switch" && to.scheme === "110";
  const money = plan.money && fill(words.money, { total: inYuan(plan.money.total) });
  const by = done.by && fill(words[done.provisional ? "byAbout" : "by"], { date: dateIn(langOfPage(), done.by) });
  const { movedOn } = wish;
  const oneOff = wish.kind === "employee-pension" ? wish.oneOffMonths : undefined;
  return [
    ...(whom ? [row(words.rowWho, whom, "kind")] : []),
    row(words.rowKind, words[kind], "kind"),
    ...(kind === "pension-switch" ? [row(words.rowWay, words[to.scheme === "110" ? "way.110" : "way.170"])] : []),
    ...(kind === "pension-switch" && to.scheme === "170" && lacking
      ? [row(words.rowLacking, fill(words.lacking, { n: lacking.months }))]
      : []),
    row(words.rowFrom, place(from.division), "from"),
    row(words.rowTo, place(to.division), "to"),
    ...(movedOn ? [row(words.rowMoved, fill(words.moved, { date: dateIn(langOfPage(), movedOn) }), "more")] : []),
    ...(oneOff ? [row(words.rowOneOff, fill(words.oneOff, { n: oneOff }), "more")] : []),
    ...answers.map(([question, answer]) => row(question, answer, "more")),
    row(words.rowMonths, fill(isAccountOnly ? words.accountOnly : words.months, { n: plan.counted, after: counts.after })),
    row(words.rowMoney, money ?? (plan.awaits.includes("money") ? words.moneyOpen : words.moneyNone)),
    ...(plan.benefit ? [row(words.rowBenefit, place(`${plan.benefit.province}0000`))] : []),
    ...(plan.gap ? [row(words.rowGap, fill(words[`gap.${plan.gap.decision}`], { n: plan.gap.months }))] : []),
    ...(evidence ? [row(words.rowPapers, fill(words.papers, { n: evidence.ids.length }), "more")] : []),
    row(words.rowWhen, by ?? words.byUnknown),
  ];
}
