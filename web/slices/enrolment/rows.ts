// A wish, line by line, with the way back to where each was chosen.
import type { Offer, Wish } from "../../../shared/enrolment/contract.ts";
import type { Terms } from "../../../shared/enrolment/joining.ts";
import { dateIn } from "../../lang.ts";
import { here, langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import type { Row } from "../change/journey.ts";
import { inYuan } from "../estimate/amounts.ts";
import type { CheckWords } from "./check.ts";

type About = {
  terms: Terms | undefined;
  pieces: number;
  several: boolean;
  child: string;
  offer: Offer;
  nameOf(division: string): string;
};
const pages = { "110": "flexible", "310": "flexible", "170": "resident-pension", "390": "resident-medical" } as const;
const day = (date: string) => dateIn(langOfPage(), date);

export function rowsOf(wish: Wish, about: About, words: CheckWords): Row[] {
  const { scheme, action } = wish;
  const { terms, child, offer, nameOf } = about;
  const texts: Record<string, string> = { ...words, overlaps: "" };
  const page = action === "stop" ? "stop" : pages[scheme];
  const href = (step: string) => `${here(`/enrolment/${page}`)}${location.search}#${step}`;
  const row = (label: string, becomes: string | undefined | false, step: string): Row[] =>
    becomes ? [{ label, was: false, becomes, href: href(step) }] : [];
  const payLabel = about.several ? fill(words.payOf, { name: words[scheme] }) : words.pay;
  const verb = action === "join" ? words.join : action === "stop" ? words.stop : words.change;
  const region = "region" in wish ? wish.region : terms?.region;
  const lowest = terms?.base === undefined ? words.lowest : fill(words.lowestOf, { n: inYuan(terms.base) });
  const kind = "hardship" in wish && wish.hardship;
  return [
    ...row(words.who, child && offer.person.name, ""),
    ...row(verb, words[scheme], page === "flexible" ? "which" : ""),
    ...row(words.where, region && nameOf(region), ""),
    ...row(
      words.base,
      (action === "change-base" || "base" in wish || (action === "join" && "frequency" in wish)) &&
        ("base" in wish && wish.base !== undefined ? fill(words.yuan, { n: inYuan(wish.base) }) : lowest),
      "base",
    ),
    ...row(words.often, "frequency" in wish && texts[`frequency.${wish.frequency}`], "often"),
    ...row(
      words.tier,
      "tier" in wish && fill(words.tierOf, { n: inYuan(wish.tier), subsidy: inYuan(terms?.subsidy ?? 0) }),
      "tier",
    ),
    ...row(words.year, "coverYear" in wish && sayYear(wish.coverYear, terms, words), "year"),
    ...row(
      words.help,
      kind && fill(about.pieces > 0 ? words.pieces : words.noPieces, { n: about.pieces, kind: texts[`kind.${kind}`] ?? "" }),
      "hardship",
    ),
    ...row(payLabel, action !== "stop" && sayPay(scheme, terms, words), page === "flexible" ? "often" : ""),
    ...row(words.from, "from" in wish && action === "stop" && day(wish.from), "from"),
    ...row(words.reason, action === "stop" && texts[`reason.${wish.reason}`], "why"),
  ];
}

const sayYear = (year: number, terms: Terms | undefined, words: CheckWords): string =>
  terms?.coverFrom ? fill(words.yearFrom, { year, date: day(terms.coverFrom) }) : fill(words.yearOf, { year });

/** What is paid and until when; whom to ask where a number is not loaded. */
export function sayPay(
  scheme: Wish["scheme"],
  terms: Terms | undefined,
  words: Pick<CheckWords, "payFirst" | "payThen" | "payYear" | "payOpen" | "payUnknown" | "taken">,
): string {
  const { cost, regular, months, payBy, takenOver } = terms ?? {};
  if (takenOver) return words.taken;
  if (cost === undefined) return fill(words.payUnknown, { phone: scheme === "110" || scheme === "170" ? "12333" : "12393" });
  const n = inYuan(cost);
  if (scheme === "170" || scheme === "390")
    return payBy ? fill(words.payYear, { n, date: day(payBy) }) : fill(words.payOpen, { n });
  const first = fill(words.payFirst, { months: months ?? 1, n, date: payBy ? day(payBy) : "" });
  return regular === undefined || regular === cost
    ? first
    : `${first}${langOfPage() === "zh" ? "；" : "; "}${fill(words.payThen, { n: inYuan(regular) })}`;
}
