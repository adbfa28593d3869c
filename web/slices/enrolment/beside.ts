// What one has and what one wants, level with each other; and what is kept of both.
import type { Offer, Overlap, Wish } from "../../../shared/enrolment/contract.ts";
import { element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import type { CheckWords } from "./check.ts";

type Both = { wish: Wish; overlap: Overlap | undefined };

export function drawBeside(
  { wish, overlap }: Both,
  offer: Offer,
  nameOf: (division: string) => string,
  words: CheckWords,
): Node[] {
  if (!overlap || wish.action !== "join") return [];
  const schemes: Record<string, unknown> = words;
  const held = offer.known.held.find(({ scheme }) => scheme === overlap.scheme);
  const since = held && fill(words.since, { month: dateIn(langOfPage(), held.from) });
  const side = (role: string, name: string, ...said: (string | undefined)[]) =>
    element(
      "section",
      {},
      element("h2", {}, name, element("span", {}, role)),
      ...said.map((text) => text && element("p", {}, text)),
    );
  const { scheme, region } = wish;
  return [
    element(
      "div",
      { class: "beside" },
      side(
        overlap.from === "joined" ? words.joined : words.have,
        String(schemes[overlap.scheme]),
        nameOf(overlap.region),
        since,
        words.replaced,
      ),
      side(words.wanted, words[scheme], nameOf(region), words.begins),
    ),
    element("p", {}, fill(words.stays, { says: words.overlaps[overlap.says] })),
  ];
}
