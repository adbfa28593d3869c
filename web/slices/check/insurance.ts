import type { InsuranceView } from "../../../shared/check/contract.ts";
import { element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { fill } from "../../words.ts";
import { around, day, facts, type Piece } from "./draw.ts";
import { drawRow } from "./row.ts";
import { type Insured, type Says, sourceText, tagOf, textOf } from "./words.ts";

/** Fills the row of an insurance, which says "cannot be read" until then. */
export function drawInsurance(view: InsuranceView, says: Says): void {
  drawRow(
    view.insurance,
    tagOf(view, says),
    textOf(view, says),
    view.insured ? insuredFacts(view, says) : lookedFacts(view, says),
  );
}

function insuredFacts(view: Insured, says: Says): Node {
  const { words, lang, places } = says;
  return facts([
    [words.scheme, words[`scheme.${view.scheme}`]],
    [words.as, words[`as.${view.insuredAs}`]],
    view.employer !== undefined && [words.employer, view.employer],
    [words.place, places.get(view.region) ?? view.region],
    [words.since, element("time", { datetime: view.since }, dateIn(lang, view.since))],
    [words.paid, element("data", { value: String(view.paidMonths) }, fill(words.months, { n: view.paidMonths }))],
    [words.source, small(around(words.asOf, { source: sourceText(view.source, says), date: day(lang, view.asOf) }))],
  ]);
}

/** Not insured always says where it was looked. */
const lookedFacts = ({ asOf }: InsuranceView, { words, lang }: Says): Node =>
  facts([
    [words.looked, words.lookedText],
    [words.source, small(asOf ? around(words.asOf, { source: words.register, date: day(lang, asOf) }) : [words.noFile])],
  ]);

const small = (pieces: Piece[]) => element("span", { class: "src" }, ...pieces);
