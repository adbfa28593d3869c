// From a move to what is said of it: by the rules of the places it is between.
import * as v from "valibot";
import type { PlainDate } from "../../../shared/kernel/calendar.ts";
import { type Parameter, Region } from "../../../shared/policy/parameter.ts";
import { simulate } from "../../../shared/transfer/simulate.ts";
import { element } from "../../dom.ts";
import { here, langOfPage } from "../../paths.ts";
import { type Piece, paragraph, sources } from "../estimate/answer.ts";
import { policyFor } from "../estimate/policy.ts";
import { regionName } from "../estimate/region.ts";
import { readCalendar } from "../transfers/working-days.ts";
import { answerIn, type SimulatorWords } from "./answer.ts";
import { otherWay } from "./other-way.ts";
import type { Move } from "./typed.ts";

/** `named`: the names of places that the register speaks of. Rejects where rules or calendar cannot be read. */
export const simulatedIn =
  (words: SimulatorWords) =>
  async ({ known, wish, undated }: Move, today: PlainDate, named: (division: string) => string | undefined): Promise<Piece[]> => {
    const used = new Map<string, Parameter>();
    const heard = (entry: Parameter) => used.set([entry.key, entry.region, entry.from].join(), entry);
    const regions = [wish.from, wish.to].map((region) => v.parse(Region, region));
    const [policy, calendar] = await Promise.all([policyFor(regions, heard), readCalendar()]);
    if (!calendar) throw new Error("no calendar");
    const situation = { known, wish, today, policy, calendar };
    const forth = simulate(situation);
    const isBack = wish.kind === "pension-switch" && forth.decision === "TO_RESIDENT_SCHEME_OR_EXTEND";
    const found = isBack ? simulate({ ...situation, wish: otherWay(wish) }) : forth;
    // The register knows names in Chinese only.
    const place = (division: string) =>
      (langOfPage() === "zh" && named(division)) || regionName(nearest(division), words.nationwide);
    const isPension = wish.kind !== "medical" && wish.kind !== "unemployment";
    return [
      ...answerIn({ found, known, undated, today, policy, words, place }),
      ...(isPension ? [element("div", { class: "note" }, element("h3", {}, words.verify), paragraph(words.verifyText))] : []),
      ...(found.may === "yes" || found.may === "ask" ? [applyWith(wish.kind, words)] : []),
      element("div", { class: "note" }, paragraph(words.rough)),
      sources([...used.values()], words),
    ];
  };

/** As far as it can be chosen here: a county by its city or province. */
function nearest(division: string): Region {
  const codes = [division, `${division.slice(0, 4)}00`, `${division.slice(0, 2)}0000`];
  return v.parse(Region, codes.find((code) => document.querySelector(`option[value="${code}"]`)) ?? division);
}

const applyWith = (kind: string, words: SimulatorWords): Piece =>
  element(
    "div",
    { class: "acts" },
    element("a", { class: "btn", href: `${here("/transfer/apply")}?kind=${kind}` }, words.apply),
    element("span", { class: "src" }, words.applyText),
  );
