import type { Which } from "../../../shared/duplicates/duplicate.ts";
import type { DuplicateView } from "../../../shared/duplicates/shown.ts";
import { dateIn } from "../../lang.ts";
import type { duplicateSays, listSays } from "../../messages/duplicates.ts";
import type { KitWords } from "../../messages/kit.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { inYuan } from "../estimate/amounts.ts";

export type DuplicateWords = KitWords & Record<keyof typeof duplicateSays.zh, string>;
export type ListWords = DuplicateWords & Record<keyof typeof listSays.zh, string>;

/** What a scheme, a rule or a missing number is called; a newer server may know of more. */
export const wordOf = (words: DuplicateWords, name: string): string => (words as Record<string, string>)[name] ?? "";

export const sideName = ({ sides }: Pick<DuplicateView, "sides">, which: Which, words: DuplicateWords): string =>
  `${wordOf(words, `scheme.${sides[which].scheme}`)}${words.joint}${sides[which].place.name}`;

export type Then = { becomes: string; money: string };

/** What becomes of the other one if this one stays, and which money moves: two halves of a sentence. */
export function thenOf({ ifKept }: Pick<DuplicateView, "ifKept">, kept: Which, words: DuplicateWords): Then {
  const { acts, becomes, refund, accountOnly, missing } = ifKept[kept];
  const back = moneyText({ refund, missing }, words);
  return {
    becomes: fill(words[`becomes.${becomes ?? "stays"}`], { place: acts.name }),
    money: refund && accountOnly ? back + words.accountOnly : back,
  };
}

/** What it came to when it was decided. */
export function settledThen(settled: NonNullable<DuplicateView["settled"]>, side: Side, words: DuplicateWords): Then {
  const ends = side.status === "ended" && side.to ? fill(words["becomes.endedIn"], { month: dayText(side.to) }) : "";
  const is = ends || words[side.status === "paused" ? "becomes.lies" : "becomes.is"];
  return { becomes: is + fill(words["becomes.by"], { place: settled.by.name }), money: moneyText(settled, words) };
}
type Side = DuplicateView["sides"][number];

function moneyText(
  { refund, missing }: { refund?: number | undefined; missing: readonly string[] },
  words: DuplicateWords,
): string {
  const money = missing.map((one) => wordOf(words, `missing.${one}`));
  if (refund) money.push(fill(words.refund, { yuan: inYuan(refund) }));
  return money.join(langOfPage() === "zh" ? "；" : "; ") || words.noRefund;
}

/** On what it rests, for which place, and how sure that is. */
export function basisText({ basis, ifKept }: DuplicateView, words: DuplicateWords): string {
  if (!basis) return "";
  const place =
    ifKept[0].acts.name === ifKept[1].acts.name
      ? ifKept[0].acts.name
      : `${ifKept[0].acts.name}${words.joint}${ifKept[1].acts.name}`;
  const { document = "" } = basis;
  const text = fill(document ? words.basis : words.noBasis, { document, place });
  const space = langOfPage() === "zh" ? "" : " ";
  return basis.confidence === "high" ? text : `${text}${space}${words.confirms}`;
}

export const dayText = (date: string): string => dateIn(langOfPage(), date);

export const lineFor = (insurance: DuplicateView["insurance"]): string => (insurance === "medical" ? "12393" : "12333");

/** What was answered the last time. */
export function saidText(view: DuplicateView, words: DuplicateWords): string {
  const kept = view.answered?.kept;
  return kept === undefined ? words["said.object"] : fill(words["said.keep"], { side: sideName(view, kept, words) });
}
