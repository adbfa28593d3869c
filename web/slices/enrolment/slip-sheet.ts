// One slip: the amount large, then everything that is asked at a counter.
import type { JoiningView, Offer } from "../../../shared/enrolment/contract.ts";
import type { Terms } from "../../../shared/enrolment/joining.ts";
import { element, withPhones } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { inYuan } from "../estimate/amounts.ts";
import type { SlipWords } from "./slip.ts";

const day = (date: string) => dateIn(langOfPage(), date);

export function drawSlip({ joining, is }: JoiningView, offer: Offer, words: SlipWords): HTMLElement {
  const { scheme, receipt } = joining;
  const name = (division: string) => offer.places.find((place) => place.division === division)?.name ?? division;
  const row = (term: string, said: string | undefined) =>
    said ? [element("div", {}, element("dt", {}, term), element("dd", {}, ...withPhones(said)))] : [];
  const region = joining.state === "to-pay" ? joining.terms.region : joining.region;
  const due = joining.state === "to-pay" && (is === "to-pay" || is === "late") ? joining.terms : undefined;
  const tag = is === "late" ? "tag warn" : is === "stopped" ? "tag off" : "tag";
  return element(
    "section",
    { class: "sheet slip" },
    element("h2", {}, words[scheme]),
    element("p", {}, element("span", { class: tag }, words[`is.${joining.state === "stopped" && is === "seen" ? "ended" : is}`])),
    ...(due ? drawDue(scheme, due, words) : []),
    element(
      "dl",
      { class: "facts" },
      ...row(words.name, `${offer.person.name} ${offer.person.number}`),
      ...row(words.region, name(region)),
      ...(joining.state === "to-pay"
        ? row(words.for, sayFor(joining.terms, words))
        : row(words.for, fill(words.stopped, { month: day(joining.from) }))),
      ...row(words.receipt, receipt),
    ),
    is === "late" && element("p", {}, ...withPhones(words.late)),
  );
}

/** How much and until when, as large as anything on the page. */
function drawDue(scheme: string, { cost, regular, takenOver, payBy }: Terms, words: SlipWords): Node[] {
  const phone = scheme === "110" || scheme === "170" ? "12333" : "12393";
  const amount = takenOver
    ? words.taken
    : cost === undefined
      ? fill(words.unknown, { phone })
      : fill(words.yuan, { n: inYuan(cost) });
  const known = cost !== undefined && !takenOver;
  const later = known && regular !== undefined && regular !== cost && fill(words.later, { n: inYuan(regular) });
  return [
    element("p", { class: "src" }, words.amount),
    element("p", known ? { class: "due" } : {}, ...withPhones(amount)),
    ...(later ? [element("p", {}, later)] : []),
    ...(payBy ? [element("p", { class: "src" }, words.until), element("p", { class: "due" }, day(payBy))] : []),
  ];
}

function sayFor({ base, tier, coverYear, frequency, from, months }: Terms, words: SlipWords): string {
  const also = langOfPage() === "zh" ? "，" : ", ";
  if (coverYear !== undefined) return fill(words.year, { year: coverYear });
  if (tier !== undefined) return fill(words.tier, { n: inYuan(tier) });
  const span = fill(words.months, langOfPage() === "zh" ? { from: day(from), n: months } : { n: months, from: day(from) });
  if (base === undefined || !frequency) return span;
  return [span, fill(words.base, { n: inYuan(base), often: words[`frequency.${frequency}`] })].join(also);
}
