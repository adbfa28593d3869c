import type { InsuranceView } from "../../../shared/check/contract.ts";
import { element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { here } from "../../paths.ts";
import { fill } from "../../words.ts";
import { around, day, facts, type Piece } from "./draw.ts";
import { drawRow } from "./row.ts";
import { type Insured, lineFor, type NotInsured, type Says, sourceText, tagOf, textOf, type Waiting } from "./words.ts";

/** Fills the row of an insurance, which says "cannot be read" until then. */
export function drawInsurance(view: InsuranceView, says: Says): void {
  drawRow(
    view.insurance,
    tagOf(view, says),
    textOf(view, says),
    view.insured ? insuredFacts(view, says) : notInsuredFacts(view, says),
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
    ...waitingFor(view, says),
    [words.paid, monthsOf(view.paidMonths, words)],
    ...monthsFrom(words.carried, view.carried, says),
    ...besidesOf(view, says),
    [words.source, small(around(words.asOf, { source: sourceText(view.source, says), date: day(lang, view.asOf) }))],
  ]);
}

/** Not insured always says where it was looked; and what the person said about it, where a reason is wanted or was given. */
const notInsuredFacts = (view: NotInsured, says: Says): Node => {
  const { words, lang } = says;
  const { asOf, reason, next } = view;
  return facts([
    (reason || next !== "not-required") && [words.reason, ...reasonSaid(view, words, lang)],
    ...waitingFor(view, says),
    !view.ended && !view.over && [words.looked, words.lookedText],
    ...besidesOf(view, says),
    [words.source, small(asOf ? around(words.asOf, { source: words.register, date: day(lang, asOf) }) : [words.noFile])],
  ]);
};

const monthsOf = (n: number, words: Says["words"]) => element("data", { value: String(n) }, fill(words.months, { n }));

/** Months of a scheme, and where a transfer brought them from. */
const monthsFrom = (term: string, list: InsuranceView["besides"] = [], { words, places }: Says) =>
  list.map(({ scheme, region, months }): [string, ...Piece[]] => [
    term,
    region && places.get(region),
    " ",
    words[`scheme.${scheme}`],
    " ",
    monthsOf(months, words),
  ]);

/** Years at work of who is insured as a resident now, and the other way round: they are not lost, and they are not one sum. */
const besidesOf = ({ besides }: InsuranceView, says: Says) => monthsFrom(says.words.besides, besides, says);

const schemesOf: Partial<Record<InsuranceView["insurance"], string>> = {
  pension: "110 120 170",
  medical: "310 390",
  unemployment: "210",
};

/** What was chosen or answered here and is not done yet, with the way to what is to be paid, or to where it is. */
const waitingFor = ({ insurance }: InsuranceView, { words, lang, waiting = [] }: Says): [string, ...Piece[]][] =>
  waiting.flatMap((one): [string, ...Piece[]][] => {
    const { scheme, is, payBy, until, receipt, region } = one;
    if (!schemesOf[insurance]?.includes(scheme)) return [];
    const names: Record<string, string> = words;
    const [date, line] = [until ?? payBy, lineFor(insurance)];
    const holes = { scheme: names[`scheme.${scheme}`] ?? scheme, date: date && day(lang, date), region };
    const said = around(textOfWaiting(one, words), {
      ...holes,
      receipt: receipt && element("data", { value: receipt }, receipt),
      line: element("a", { href: `tel:${line}` }, line),
    });
    const [term, path, label] = wayOf(is, words);
    return [[term, element("p", {}, ...said, " ", element("a", { href: here(path) }, label))]];
  });

function textOfWaiting({ is, payBy, until, about }: Waiting, words: Says["words"]): string {
  if (is === "to-pay" && payBy) return words["chosen.until"];
  return is === "answered" && until ? words[about ? "answered.about" : "answered.until"] : words[`chosen.${is}`];
}

function wayOf(is: Waiting["is"], words: Says["words"]): [term: string, path: string, label: string] {
  if (is === "moving" || is === "joining" || is === "returned") return [words.moves, "/transfers", words.track];
  if (is === "answered" || is === "overdue") return [words.answered, "/duplicates", words.seeAnswer];
  return [words.chosen, "/enrolment/slip", words.slip];
}

/** On which day, and until when it holds; then, and where nothing was said yet, the way to say it. */
function reasonSaid({ insurance, reason }: NotInsured, words: Says["words"], lang: Says["lang"]): Piece[] {
  const text = reason && (reason.expired ? words["reason.again"] : words[reason.expires ? "reason.until" : "reason.said"]);
  const holes = reason && { on: day(lang, reason.asOf), date: reason.expires && day(lang, reason.expires) };
  const name = element("span", { class: "vh" }, ` ${words[`name.${insurance}`]}`);
  const label = reason && !reason.expired ? words.change : words["reason.say"];
  const link = element("a", { href: `${here("/declaration")}?insurance=${insurance}` }, label, name);
  return [element("p", {}, ...(text ? around(text, holes ?? {}) : []), text && " ", link)];
}

const small = (pieces: Piece[]) => element("span", { class: "src" }, ...pieces);
