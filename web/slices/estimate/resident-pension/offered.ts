// Whose tiers these are: the place's own, or the centre's minimum where its own are not verified, which is said plainly.
import type { ResidentPlan } from "../../../../shared/estimate/resident-plan.ts";
import type { Law } from "../../../../shared/policy/law.ts";
import { element, withPhones } from "../../../dom.ts";
import { fill } from "../../../words.ts";
import { inYuan } from "../amounts.ts";
import { type Piece, paragraph } from "../answer.ts";
import { regionName } from "../region.ts";
import type { ResidentWords } from "./plan.ts";

export function aboutTiers({ offer, tiers }: ResidentPlan, law: Law, words: ResidentWords): Piece[] {
  const { missing, lowest, highest, kept } = offer;
  const known = [lowest, highest].flatMap((entry, index) =>
    entry
      ? [
          fill(index ? words.highest : words.lowest, {
            n: inYuan(Number(entry.value) * 100),
            region: regionName(entry.region, words.nationwide),
          }),
        ]
      : [],
  );
  const hasKept = tiers.some(({ tier }) => tier === kept);
  const isTakenOver = tiers.some(({ takenOver }) => takenOver);
  const tier = { tier: inYuan(kept) };
  return [
    ...(missing.length > 0
      ? [
          note(
            missing.some((key) => key !== "resident-pension.basic"),
            law,
            known,
            words,
          ),
        ]
      : []),
    ...(isTakenOver ? [paragraph(fill(words.takenOver, tier))] : hasKept ? [paragraph(fill(words.kept, tier))] : []),
  ];
}

function note(withoutTiers: boolean, { region }: Law, known: readonly string[], words: ResidentWords): Piece {
  if (!withoutTiers) return paragraph(words.ownBasic);
  const title = region === "national" ? words.everywhere : fill(words.ownTiers, { region: regionName(region, words.nationwide) });
  const said = known.length > 0 ? [...known, words.unsure] : [];
  return element(
    "div",
    { class: "note" },
    element("h3", {}, title),
    element("p", {}, ...withPhones(words.ownText)),
    said.length > 0 && element("p", {}, said.join(document.documentElement.lang === "en" ? " " : "")),
  );
}
