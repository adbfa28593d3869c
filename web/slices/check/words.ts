// What the check page says of each insurance. No page is touched here, so that every state can be tried without one.
import type { CheckReply, InsuranceView } from "../../../shared/check/contract.ts";
import type { Insurance } from "../../../shared/registration.ts";
import { dateIn } from "../../lang.ts";
import type { Lang } from "../../messages/both.ts";
import type { checkSays } from "../../messages/check-says.ts";
import { fill } from "../../words.ts";
import { lastPaidOf, monthsText, owedMonths } from "./months-in-words.ts";
import type { ReadWords } from "./read.ts";

export type CheckWords = ReadWords & Record<keyof typeof checkSays.zh, string>;
/** `places`: names of divisions by their code. */
export type Says = {
  words: CheckWords;
  lang: Lang;
  places: ReadonlyMap<string, string>;
  waiting?: readonly Waiting[] | undefined;
};
/** What was chosen here and is not paid yet. */
export type Waiting = NonNullable<Extract<CheckReply, { limited: false }>["waiting"]>[number];
export type Insured = Extract<InsuranceView, { insured: true }>;
export type NotInsured = Exclude<InsuranceView, Insured>;

/** Words that are special to an insurance, or those for any. */
const about = (words: CheckWords, what: string, insurance: Insurance): string => {
  const all: Record<string, string> = words;
  return all[`${what}.${insurance}`] ?? all[what] ?? "";
};

const namesOf = (insurances: readonly { insurance: Insurance }[], { words }: Says): string =>
  insurances.map(({ insurance }) => words[`name.${insurance}`]).join(words.and);

/** Medical insurance and maternity have an administration and a telephone number of their own. */
const kindOf = (insurance: Insurance) => (insurance === "medical" || insurance === "maternity" ? "medical" : "social");
export const lineFor = (insurance: Insurance): string => lines[kindOf(insurance)];
const lines = { social: "12333", medical: "12393" } as const;

export const needsYou = (view: InsuranceView): boolean => view.state === "needs-you";

/** What the person has to see to, in a few words. */
function needOf(view: InsuranceView, { words }: Says): string {
  if (view.next === "look-at-transfer") return words["what.transfer"];
  if (!view.insured) return words["what.employer"];
  if (view.next === "look-at-duplicate") return words["what.twice"];
  return view.openGap.length > 0
    ? fill(words["what.gap"], { n: view.openGap.length })
    : fill(words["what.owed"], { n: owedMonths(view).length });
}

/** A word of the state table, and what it looks like. */
export type Tag = { look: "" | "warn" | "now" | "off"; word: string };

export function tagOf(view: InsuranceView, says: Says): Tag {
  if (view.state === "needs-you") return { look: "warn", word: fill(says.words["tag.needs-you"], { what: needOf(view, says) }) };
  return { look: view.state === "at-desk" ? "now" : view.insured ? "" : "off", word: says.words[`tag.${view.state}`] };
}

/** One or two sentences under the state. */
export function textOf(view: InsuranceView, says: Says): string {
  const { words, lang } = says;
  const name = words[`name.${view.insurance}`];
  if (!view.insured) {
    const ended = view.ended ? fill(words["text.ended"], { month: dateIn(lang, view.ended) }) : view.over && words["text.over"];
    return sentences(lang, ended, fill(about(words, `text.${view.next}`, view.insurance), { name }));
  }
  const [gap, owed, paidTo] = [view.openGap, owedMonths(view), lastPaidOf(view)];
  return sentences(
    lang,
    gap.length > 0 && fill(words["text.gap"], { months: monthsText(gap, says) }),
    owed.length > 0 && fill(words["text.owed"], { months: monthsText(owed, says) }),
    view.next === "pay-on" && about(words, "text.pay-on", view.insurance),
    !needsYou(view) && paidTo && fill(words["text.paidTo"], { month: dateIn(lang, paidTo) }),
    view.state === "at-desk" && words["text.at-desk"],
    view.otherEnrolments > 0 &&
      view.state !== "at-desk" &&
      view.next !== "look-at-duplicate" &&
      fill(words["text.others"], { n: view.otherEnrolments }),
  );
}

const sentences = (lang: Lang, ...said: (string | false | undefined)[]) => said.filter(Boolean).join(lang === "zh" ? "" : " ");

/** The first sentences of the page: how many things need the person, and how the rest stands. */
export function summaryOf(insurances: readonly InsuranceView[], says: Says): { title: string; text: string } {
  const { words, lang } = says;
  const needs = insurances.filter(needsYou);
  const insured = insurances.filter((view) => view.insured && !needsYou(view));
  const notRequired = insurances.filter(({ next }) => next === "not-required");
  const not = insurances.filter((view) => ![...needs, ...insured, ...notRequired].includes(view));
  const of = (text: string, views: readonly InsuranceView[], what = "") =>
    views.length > 0 && fill(text, { names: namesOf(views, says), what });
  const alike = Array.from(new Set(needs.map((view) => needOf(view, says))), (what) => ({
    what,
    views: needs.filter((view) => needOf(view, says) === what),
  }));
  return {
    title: needs.length > 0 ? fill(words.needYou, { n: needs.length }) : words.needNothing,
    text: sentences(
      lang,
      ...alike.map(({ what, views }) => of(words.sumNeeds, views, what)),
      of(words.sumInsured, insured),
      of(words.sumNot, not),
      of(words.sumNotRequired, notRequired),
    ),
  };
}

/** What is sensible to do now and where to turn, what needs the person first. `<…>` is the heart of it. */
export function stepsOf(insurances: readonly InsuranceView[], says: Says): string[] {
  const { words } = says;
  const unenrolled = insurances.filter((view) => !view.insured && view.next === "ask-employer");
  const others = insurances
    .filter((view) => !unenrolled.includes(view))
    .sort((a, b) => Number(needsYou(b)) - Number(needsYou(a)));
  const each = others.map(({ insurance, next }) =>
    fill(about(words, `step.${next}`, insurance), {
      name: words[`name.${insurance}`],
      line: lineFor(insurance),
      kind: words[`kind.${kindOf(insurance)}`],
      residents: insurance === "medical" ? insurance : "resident-pension",
    }),
  );
  const enrol = unenrolled.length > 0 && fill(words["step.enrol"], { names: namesOf(unenrolled, says) });
  return [enrol, ...each].filter((step): step is string => Boolean(step));
}

export function sourceText(source: string, { words, places }: Says): string {
  const said: Record<string, string> = words;
  const division = source.replace("insured-", "");
  return said[`source.${source}`] ?? fill(words["source.agency"], { place: shortPlace(places.get(division) ?? division) });
}

/** 淮南市 instead of 安徽省淮南市: whoever is insured there knows the province. */
const shortPlace = (name: string) => name.replace(/^.+?(?:省|自治区)(?=.)/, "");
