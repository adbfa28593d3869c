// What a simulation says, in words: may I, where, what comes along, who pays, what gap, when. Below it, the months as a picture.
import type { PlainDate } from "../../../shared/kernel/calendar.ts";
import type { Policy } from "../../../shared/policy/law.ts";
import type { TemporaryAccount } from "../../../shared/transfer/benefit.ts";
import type { Stage } from "../../../shared/transfer/completion.ts";
import type { TransferKnown } from "../../../shared/transfer/shown.ts";
import type { Simulation } from "../../../shared/transfer/simulate.ts";
import { element, withPhones } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { transferFindings } from "../../messages/transfer-findings.ts";
import type { simulatorSays } from "../../messages/transfer-simulator.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { inYuan } from "../estimate/amounts.ts";
import { outcome, type Piece, paragraph, title } from "../estimate/answer.ts";
import { spanIn } from "../estimate/span.ts";
import type { EstimateWords } from "../estimate/words.ts";
import { lineOf } from "./line.ts";

export type AnswerWord = keyof typeof simulatorSays.zh | keyof typeof transferFindings.zh;
export type SimulatorWords = EstimateWords & Record<AnswerWord, string>;
/** `place`: the name of a division. */
export type Told = {
  found: Simulation;
  known: TransferKnown;
  undated: true | undefined;
  today: PlainDate;
  policy: Policy;
  words: SimulatorWords;
  place(division: string): string;
};

const dateOf = (date: string) => dateIn(langOfPage(), date);

export function answerIn(told: Told): Piece[] {
  const { found, words, place } = told;
  const { may, findings, applyAt, paper, decision, temporaryAccount, to } = found;
  const said: Record<string, string | undefined> = words;
  const [at = to.division, other] = applyAt;
  const where = other
    ? fill(words.whereEither, { place: place(at), other: place(other) })
    : fill(words.whereText, { place: place(at) });
  const why = [...new Set(findings.map(({ code }) => said[code] ?? ""))].filter(Boolean);
  const moves = may === "yes" || may === "ask";
  // Whoever draws it already asks nothing of a move any more: nothing of it changes.
  const isDrawn = findings.some(({ code }) => code === "transfer.already-drawing");
  return [
    outcome(words[`may.${may}`]),
    ...(why.length > 0
      ? [title(words.why), element("ul", {}, ...why.map((text) => element("li", {}, ...withPhones(text))))]
      : []),
    ...(decision ? [title(words.decision), paragraph(words[decision]), ...lackingMonthsIn(told)] : []),
    ...(moves ? [title(words.where), paragraph(where), ...(paper ? [paragraph(words.paper)] : [])] : []),
    ...(moves ? comesIn(told) : []),
    ...(isDrawn || !temporaryAccount ? [] : accountIn(told, temporaryAccount)),
    ...(isDrawn ? [] : benefitIn(told)),
    ...gapIn(told),
    ...(moves ? whenIn(told) : []),
    ...(told.undated || isDrawn ? [] : lineOf(told)),
    ...lackingIn(told),
  ];
}

function accountIn({ found: { from, to }, words, place }: Told, { because }: TemporaryAccount): Piece[] {
  const text = fill(words[`account.${because}`], { place: place(to.division), from: place(from.division) });
  return [title(words.account), paragraph(text)];
}

/** When the age is reached, or how much is missing for the employees' pension, and what each way pays. */
function lackingMonthsIn({ found: { decision, lacking }, words }: Told): Piece[] {
  if (!lacking) return [];
  if (decision === "WAIT_UNTIL_RETIREMENT_AGE") return [paragraph(fill(words.ageIn, { date: dateOf(lacking.retires) }))];
  if (decision !== "TO_RESIDENT_SCHEME_OR_EXTEND") return [];
  const compare = element("a", { href: here("/estimate/compare") }, words.compare);
  return [paragraph(fill(words.lacking, { span: spanIn(lacking.months, words) })), element("p", {}, compare)];
}

function comesIn({ found: { plan, counts, kind, decision }, words }: Told): Piece[] {
  const isAccountOnly = kind === "pension-switch" && decision === "TO_EMPLOYEE_SCHEME";
  const { money, missing, awaits, inFull } = plan;
  const { total = 0, account = 0, pool = 0 } = money ?? {};
  const amounts = { total: inYuan(total), account: inYuan(account), pool: inYuan(pool) };
  return [
    title(words.comes),
    paragraph(fill(isAccountOnly ? words.countsAccount : words.counts, counts)),
    ...(inFull ? [paragraph(words.inFull)] : []),
    ...(money
      ? [paragraph(fill(words[kind === "unemployment" ? "moneyBenefit" : pool > 0 ? "money" : "moneyAccount"], amounts))]
      : [paragraph(awaits.includes("money") ? words.moneyUnknown : words.noMoney)]),
    ...(missing.includes("account-interest") ? [paragraph(words.interest)] : []),
  ];
}

function benefitIn({ found: { plan, to }, policy, today, words, place }: Told): Piece[] {
  const { benefit } = plan;
  if (!benefit) return [];
  const held = policy({ region: to.division, asOf: today }).read({ months: "pension-transfer.relation-months" });
  const enough = held.ok ? spanIn(held.value.months, words) : "";
  const text = fill(words.benefitText, { place: place(`${benefit.province}0000`), why: fill(words[benefit.rule], { enough }) });
  return [title(words.benefit), paragraph(text), paragraph(words.deemed)]; // in no file: handbook 6.1 and 6.3 count them
}

function gapIn({ found: { plan, to }, policy, today, words }: Told): Piece[] {
  const { gap } = plan;
  if (!gap) return [];
  const held = policy({ region: to.division, asOf: today }).read({ most: "medical-transfer.waiting-at-most" });
  const most = held.ok ? held.value.most : "…";
  const code = gap.months === 0 && gap.decision === "NO_WAIT_RETROACTIVE" ? ("none" as const) : gap.decision;
  return [title(words.gap), paragraph(fill(words[`gap.${code}`], { n: gap.months, most }))];
}

/** Where the law limits the whole of it, the way is in it too. */
const hasNoWhole = (kind: Told["found"]["kind"]) => kind === "resident-pension" || kind === "pension-switch";

function whenIn({ found: { done, kind }, words }: Told): Piece[] {
  const { by, provisional, stages, basis } = done;
  return [
    title(words.when),
    ...(by ? [paragraph(fill(provisional ? words.doneAbout : words.done, { date: dateOf(by) }))] : []),
    ...(by && hasNoWhole(kind) ? [paragraph(words.onTheWay)] : []),
    element("ol", {}, ...stages.map((stage) => element("li", {}, stageIn(stage, words)))),
    element("p", { class: "src" }, words.basis, element("span", { lang: "zh-CN" }, basis)),
  ];
}

function stageIn({ who, days, dueAt, provisional }: Stage, words: SimulatorWords): string {
  const side = words[who === "old" ? "who.old" : "who.new"];
  if (days === undefined || !dueAt) return fill(words.stageUnknown, { who: side });
  return fill(provisional ? words.stageAbout : words.stage, { who: side, days, date: dateOf(dueAt) });
}

/** Numbers of policy that nobody has loaded for these places: named, and whom to ask. */
function lackingIn({ found: { plan, done }, words }: Told): Piece[] {
  const named: Record<string, string | undefined> = words;
  const names = [...new Set([...plan.missing, ...done.missing])].flatMap((key) => named[`name.${key}`] ?? []);
  return names.length > 0 ? [element("div", { class: "note" }, paragraph(fill(words.notAll, { names: names.join("、") })))] : [];
}
