// Two insurances of one kind, as they stand now: both, the rule, what the person says, and what a yes does.
import type { MatterView } from "../../../../shared/desk/contract.ts";
import { byId } from "../../../dom.ts";
import type { deskTwice } from "../../../messages/duplicates.ts";
import { fill, wordsOnPage } from "../../../words.ts";
import { drawReason, drawRule, drawSides, drawThen, paragraph } from "../../duplicates/draw.ts";
import { type DuplicateWords, sideName, thenOf } from "../../duplicates/words.ts";

const words = wordsOnPage<DuplicateWords & Record<keyof typeof deskTwice.zh, string>>();

export function drawTwice({ twice, state }: MatterView): void {
  byId("twice-pane").hidden = !twice;
  if (!twice) return;
  const { found, keeps, objection } = twice;
  const chosen = found && keeps !== undefined;
  const pieces = [
    ...(found ? [drawSides(found, words)] : [paragraph(words["twice.gone"])]),
    ...(chosen ? [paragraph(fill(words["twice.keeps"], { side: sideName(found, keeps, words) }))] : []),
    ...(chosen && state === "open" ? [drawThen(found, keeps, thenOf(found, keeps, words), words)] : []),
    ...(objection ? [paragraph(fill(words["twice.objects"], { text: objection }))] : []),
    ...(state === "open" && found ? [paragraph(words[objection ? "twice.upheld" : "twice.applied"])] : []),
    ...(chosen ? drawReason(found, words) : found ? drawRule(found, words) : []),
  ];
  byId("twice").replaceChildren(...pieces.filter((piece): piece is Node => piece instanceof Node));
}
