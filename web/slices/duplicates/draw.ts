// Two insurances of one kind beside each other, the rule that decides, and what comes of it.

import type { Which } from "../../../shared/duplicates/duplicate.ts";
import type { DuplicateView } from "../../../shared/duplicates/shown.ts";
import { element, withPhones } from "../../dom.ts";
import { fill } from "../../words.ts";
import { basisText, type DuplicateWords, dayText, sideName, thenOf, wordOf } from "./words.ts";

export type Piece = Node | string | false | undefined;
export const paragraph = (text: string, className = ""): HTMLElement =>
  element("p", className ? { class: className } : {}, ...withPhones(text));

const row = (term: string, value: string) => element("div", {}, element("dt", {}, term), element("dd", {}, value));

function drawSide(view: DuplicateView, which: Which, words: DuplicateWords): HTMLElement {
  const { scheme, place, from, to, status, insuredAs, employer, paid, lastPaid } = view.sides[which];
  const since = [dayText(from), to && fill(words.until, { month: dayText(to) })].filter(Boolean).join(words.joint);
  const standing = [words[`status.${status}`], words[`as.${insuredAs}`], employer].filter(Boolean).join(words.joint);
  const last = lastPaid && fill(words.monthsLast, { month: dayText(lastPaid) });
  const months = [fill(words.monthsOf, { n: paid }), last].filter(Boolean).join(words.joint);
  return element(
    "div",
    {},
    element("h3", {}, wordOf(words, `scheme.${scheme}`)),
    element(
      "dl",
      { class: "facts" },
      row(words.place, place.name),
      row(words.since, since),
      row(words.standing, standing),
      row(words.months, months),
    ),
  );
}

export const drawSides = (view: DuplicateView, words: DuplicateWords): HTMLElement =>
  element("div", { class: "both" }, drawSide(view, 0, words), drawSide(view, 1, words));

/** What the rule says and why, and what comes of each that may stay. */
export function drawRule(view: DuplicateView, words: DuplicateWords): Piece[] {
  const { says, keeps, common, insurance, missing } = view;
  const [only] = keeps;
  const basis = basisText(view, words);
  const lacks = missing.map((one) => wordOf(words, `missing.${one}`) || words["missing.policy"]);
  return [
    element("h3", {}, words.rule),
    paragraph(words[`says.${says}`]),
    common > 0 && insurance === "pension" && paragraph(fill(words.common, { n: common })),
    ...lacks.map((text) => paragraph(text)),
    basis !== "" && paragraph(basis, "src"),
    keeps.length === 1 && only !== undefined && paragraph(fill(words.asWeSee, { side: sideName(view, only, words) })),
    keeps.length === 2 && !view.chooses && paragraph(words.unknownPlace),
    keeps.length > 0 && element("ul", {}, ...keeps.map((which) => element("li", {}, ...withPhones(ifText(view, which, words))))),
  ];
}

/** One sentence: this one stays, the other one stops, so much goes back. */
export function ifText(view: DuplicateView, which: Which, words: DuplicateWords): string {
  const { becomes, money } = thenOf(view, which, words);
  return fill(words.ifStays, { side: sideName(view, which, words), becomes, money });
}

export function statisticsText({ statistical, insurance, settled }: DuplicateView, words: DuplicateWords): string {
  if (insurance === "medical" || settled) return "";
  return statistical === undefined ? words.noStatistics : statistical ? words.statistical : words.notStatistical;
}
