// The letter: to print on one page, with who acts, on which day, why, and what to do if one does not agree.
import type { Duplicates, DuplicateView } from "../../../shared/duplicates/shown.ts";
import { byId, element, withPhones } from "../../dom.ts";
import type { letterSays } from "../../messages/duplicates.ts";
import { signedIn } from "../../signed-in.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { drawReason, drawSides, drawThen, ifText, paragraph } from "./draw.ts";
import { readInto, showGone, wanted } from "./read.ts";
import { type DuplicateWords, dayText, lineFor, saidText, settledThen } from "./words.ts";

type Words = DuplicateWords & Record<keyof typeof letterSays.zh, string>;
const words = wordsOnPage<Words>();

signedIn(words);
byId("print").onclick = () => print();
readInto(words, (read) => {
  const view = wanted(read);
  if (!view) return showGone(words);
  byId("letter").replaceChildren(...letterOf(view, read));
  byId("letter").hidden = false;
  byId("acts").hidden = false;
});

const heading = (text: string) => element("h3", {}, text);

function letterOf(view: DuplicateView, { person, today, asOf }: Duplicates): HTMLElement[] {
  const { insurance, keeps, settled, answered } = view;
  const kind = words[`kind.${insurance}`];
  const receipt = settled?.receipt ?? answered?.receipt;
  const line = lineFor(insurance);
  return [
    element("h2", {}, document.querySelector("h1")?.textContent ?? ""),
    element("p", {}, fill(words["to.found"], person)),
    paragraph(fill(words["to.text"], { kind: kind.toLowerCase() })),
    drawSides(view, words),
    heading(words["letter.then"]),
    ...outcome(view),
    ...(answered && !settled
      ? [paragraph(fill(words["letter.answered"], { date: dayText(answered.at.slice(0, 10)), what: saidText(view, words) }))]
      : []),
    paragraph(fill(words["letter.agency"], { place: agencies(view) })),
    heading(words["letter.reason"]),
    ...drawReason(view, words).filter((piece): piece is HTMLElement => piece instanceof HTMLElement),
    ...(keeps.length > 0 ? [paragraph(words["letter.gap"])] : []),
    heading(words["letter.object"]),
    element("p", {}, ...withPhones(fill(words["letter.objectText"], { line }))),
    ...(receipt ? [paragraph(fill(words["letter.receipt"], { receipt }))] : []),
    paragraph(fill(words["letter.date"], { date: dayText(settled?.on ?? today) })),
    ...(asOf ? [paragraph(fill(words["letter.source"], { date: dayText(asOf) }), "src")] : []),
  ];
}

/** Which agency does it: where there is a choice, which one in which case. */
function agencies({ settled, keeps, ifKept, insurance }: DuplicateView): string {
  const nameOf = (place: string) => fill(words[`agency.${insurance}`], { place });
  if (settled) return nameOf(settled.by.name);
  const either = keeps.length > 0 ? keeps : ([0, 1] as const);
  const [one, two] = either.map((which) => nameOf(ifKept[which].acts.name));
  if (!two || one === two) return one ?? "";
  if (keeps.length === 0) return `${one}${words.joint}${two}`;
  return either
    .map((which) => fill(words["letter.agencyIf"], { nth: which + 1, place: nameOf(ifKept[which].acts.name) }))
    .join(words.joint);
}

function outcome(view: DuplicateView): HTMLElement[] {
  const { settled, keeps, sides } = view;
  if (settled) {
    const then = settledThen(settled, sides[settled.kept === 0 ? 1 : 0], words);
    return [paragraph(fill(words["settled.title"], { date: dayText(settled.on) })), drawThen(view, settled.kept, then, words)];
  }
  if (keeps.length === 0) return [paragraph(words["letter.noNumber"])];
  return keeps.map((which) => paragraph(ifText(view, which, words)));
}
