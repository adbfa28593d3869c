// One place: what is paid there, row by row. Every place has the same rows; what one lacks is said in its own.
import { contributionOn } from "../../../../shared/contributions/flexible.ts";
import { type FlexibleCosts, flexibleCosts } from "../../../../shared/estimate/flexible-costs.ts";
import { yearFee } from "../../../../shared/estimate/medical-gap.ts";
import { type TiersOnOffer, tiersOnOffer } from "../../../../shared/estimate/tiers-on-offer.ts";
import { exact, whole } from "../../../../shared/kernel/exact.ts";
import type { Law, NeedsStaff } from "../../../../shared/policy/law.ts";
import { element, withPhones } from "../../../dom.ts";
import type { flexibleSays } from "../../../messages/estimate-flexible.ts";
import { fill } from "../../../words.ts";
import { inYuan } from "../amounts.ts";
import { phoneFor } from "../answer.ts";
import { regionName } from "../region.ts";
import type { EstimateWords } from "../words.ts";

export type FlexibleWords = EstimateWords & Record<keyof typeof flexibleSays.zh, string>;
/** Fen: the base that is wanted, the lowest one that the person was told. */
export type PlaceAsked = Parameters<typeof flexibleCosts>[0];
type Row = readonly [term: string, ...said: string[]];

/** `home`: the place of registration where it is another one: the resident pension is joined there (国发〔2014〕8号). */
export function drawPlace(asked: PlaceAsked, law: Law, words: FlexibleWords, role: string, home?: string): HTMLElement {
  const tiers: Row = home ? [words.tiers, fill(words["tiers.home"], { home })] : tierRow(law, words);
  const rows = [...costRows(flexibleCosts(asked, law), law, words), tiers, feeRow(law, words)];
  const name = regionName(law.region, words.nationwide);
  return element(
    "section",
    {},
    element("h3", {}, name, element("span", {}, role)),
    element(
      "dl",
      {},
      ...rows.map(([term, ...said]) =>
        element(
          "div",
          {},
          element("dt", {}, term),
          ...said.filter(Boolean).map((text) => element("dd", {}, element("p", {}, ...withPhones(text)))),
        ),
      ),
    ),
  );
}

const THOUSAND_YUAN = { base: exact(100_000), clamped: null };

const lack = ({ key }: NeedsStaff, words: FlexibleWords) =>
  fill(words.lack, { name: words[`name.${key}`] ?? key, phone: phoneFor(key) });

/** What is missing is said once, in the first row that needs it. */
function costRows({ limits, pension, medical }: FlexibleCosts, law: Law, words: FlexibleWords): Row[] {
  const say = (text: string, fen: number) => fill(text, { n: inYuan(fen) });
  const range = limits.ok && { least: inYuan(whole(limits.value.floor)), most: inYuan(whole(limits.value.cap)) };
  const first =
    limits.ok && range ? fill(limits.value.told ? words.told : words.range, range) : !limits.ok && lack(limits.refusal, words);
  if (!pension.ok) {
    const each = contributionOn(THOUSAND_YUAN, 1, law);
    return [
      [words.limits, first || ""],
      [words.base, words.blank],
      [words.pension, each.ok ? say(words.each, each.value.month) : words.blank],
      [words.medical, words.blank],
    ];
  }
  const { base, clamped, month, toAccount, period } = pension.value;
  const baseText = clamped ? words[`clamped.${clamped}`] : limits.ok ? words.yuan : words.unlimited;
  return [
    [words.limits, first || ""],
    [words.base, say(baseText, base)],
    [
      words.pension,
      say(words.month, month),
      say(words.quarter, month * 3),
      say(words.half, month * 6),
      say(words.year, period),
      say(words.account, toAccount * 12),
    ],
    medical.ok
      ? [words.medical, say(words.month, medical.value), say(words.year, medical.value * 12)]
      : [words.medical, lack(medical.refusal, words)],
  ];
}

function tierRow(law: Law, words: FlexibleWords): Row {
  const offer = tiersOnOffer(law, false);
  return [words.tiers, ...(offer.ok ? offerInWords(offer.value, words) : [lack(offer.refusal, words)])];
}

function offerInWords({ tiers, missing, lowest, highest }: TiersOnOffer, words: FlexibleWords): string[] {
  const own = !missing.includes("resident-pension.tiers");
  const [least, most] = [tiers[0]!, tiers[tiers.length - 1]!];
  const range = { least: inYuan(least.tier), most: inYuan(most.tier), n: tiers.length };
  return [
    fill(own ? words.offered : words.frame, range),
    own || !lowest ? "" : fill(words.known, { n: inYuan(Number(lowest.value) * 100) }),
    own || !highest ? "" : fill(words["known.most"], { n: inYuan(Number(highest.value) * 100) }),
    fill(words.given, { n: inYuan(least.subsidy) }),
  ];
}

/** For this year and the next, which is paid for now. */
function feeRow(law: Law, words: FlexibleWords): Row {
  const thisYear = Number(law.asOf.slice(0, 4));
  const fees = [thisYear, thisYear + 1].map((year) => {
    const fee = yearFee(year, law);
    return fee.ok
      ? fill(fee.value.own ? words.cover : words.minimum, { year, n: inYuan(fee.value.fen) })
      : fill(words["cover.lack"], { year });
  });
  return [words.fee, ...fees];
}
