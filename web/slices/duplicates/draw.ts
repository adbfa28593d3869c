// Two insurances of one kind beside each other, the rule that decides, and what comes of it.

import type { Which } from "../../../shared/duplicates/duplicate.ts";
import type { DuplicateView } from "../../../shared/duplicates/shown.ts";
import { element, withPhones } from "../../dom.ts";
import { fill } from "../../words.ts";
import { drawMonths, nthOf } from "./months.ts";
import { basisText, type DuplicateWords, dayText, lineFor, sideName, type Then, thenOf, wordOf } from "./words.ts";

export type Piece = Node | string | false | undefined;
export const paragraph = (text: string, className = ""): HTMLElement =>
  element("p", className ? { class: className } : {}, ...withPhones(text));

const row = (term: string, ...value: (Node | string)[]) =>
  element("div", {}, element("dt", {}, term), element("dd", {}, ...value));

/** Which of the two stays, where that is settled, or the rule leaves no choice. */
const staysIn = ({ settled, keeps }: DuplicateView): Which | undefined =>
  settled?.kept ?? (keeps.length === 1 ? keeps[0] : undefined);

function drawSide(view: DuplicateView, which: Which, words: DuplicateWords): HTMLElement {
  const { scheme, place, from, to, status, insuredAs, employer, paid, lastPaid } = view.sides[which];
  const since = [dayText(from), to && fill(words.until, { month: dayText(to) })].filter(Boolean).join(words.joint);
  const standing = [words[`status.${status}`], words[`as.${insuredAs}`], employer].filter(Boolean).join(words.joint);
  const last = lastPaid && fill(words.monthsLast, { month: dayText(lastPaid) });
  const months = [paid > 0 ? fill(words.monthsOf, { n: paid }) : words.noMonths, last].filter(Boolean).join(words.joint);
  const stays = staysIn(view);
  const seal =
    stays !== undefined && (stays === which ? "keep" : (view.settled ?? view.ifKept[stays].becomes) ? "stop" : undefined);
  return element(
    "div",
    {},
    seal && element("span", { class: seal === "keep" ? "seal" : "seal off", "aria-hidden": "true" }, words[`seal.${seal}`]),
    element("h3", {}, nthOf(which), ` ${wordOf(words, `scheme.${scheme}`)}`),
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

/** Both, and their months below. */
export const drawSides = (view: DuplicateView, words: DuplicateWords): HTMLElement =>
  element(
    "div",
    { class: "sides" },
    element("div", { class: "both" }, drawSide(view, 0, words), drawSide(view, 1, words)),
    (view.operational || view.settled) && drawMonths(view, words),
  );

/** Why, in words and with the document; and what is missing where nobody can say. */
export function drawReason(view: DuplicateView, words: DuplicateWords): Piece[] {
  const { says, drawn, common, insurance, missing } = view;
  const basis = basisText(view, words);
  const lacks = missing.map((one) => wordOf(words, `missing.${one}`) || words["missing.policy"]);
  return [
    drawn && paragraph(words.drawn),
    paragraph(fill(words[`says.${says}`], { line: lineFor(insurance) })),
    common > 0 && insurance === "pension" && paragraph(fill(words.common, { n: common })),
    ...lacks.map((text) => paragraph(text)),
    basis !== "" && paragraph(basis, "src"),
  ];
}

/** What the rule says and why, and what comes of each that may stay. */
export function drawRule(view: DuplicateView, words: DuplicateWords): Piece[] {
  const { keeps, chooses, suggests } = view;
  return [
    element("h3", {}, words.rule),
    ...drawReason(view, words),
    keeps.length === 2 && !chooses && paragraph(words.unknownPlace),
    ...keeps.map((which) => {
      const usual = keeps.length === 2 && suggests === which ? words.joint + words.suggests : "";
      return drawThen(view, which, thenOf(view, which, words), words, usual);
    }),
  ];
}

/** This one stays, the other one stops then, so much comes back. */
export function drawThen(
  view: Pick<DuplicateView, "sides">,
  kept: Which,
  { becomes, money }: Then,
  words: DuplicateWords,
  usual = "",
): HTMLElement {
  const goes: Which = kept === 0 ? 1 : 0;
  const side = (which: Which) => [nthOf(which), ` ${wordOf(words, `scheme.${view.sides[which].scheme}`)}`];
  return element(
    "dl",
    { class: "then" },
    row(words["then.stays"], ...side(kept), usual),
    row(words["then.other"], ...side(goes), `${words.colon}${becomes}`),
    row(words["then.back"], money),
  );
}

/** One sentence: this one stays, the other one stops, so much goes back. */
export function ifText(view: DuplicateView, which: Which, words: DuplicateWords): string {
  const { becomes, money } = thenOf(view, which, words);
  return fill(words.ifStays, { side: sideName(view, which, words), becomes, money });
}
