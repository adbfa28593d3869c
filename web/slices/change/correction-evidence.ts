// The paper that proves it: photographed here, named when the correction is sent.
import { purposes } from "../../../shared/change/corrections.ts";
import { byId } from "../../dom.ts";
import type { EvidenceBox } from "../../evidence/box.ts";
import { openEvidenceLater } from "../../evidence/later.ts";
import type { paperSays } from "../../messages/correction.ts";
import type { EvidenceWords } from "../../messages/evidence.ts";
import { wordsOnPage } from "../../words.ts";
import { asked, isAnswered, item, type QuestionWords, theCorrection, wayOf } from "./correction.ts";
import { carryOn, openForm } from "./form.ts";

const words = wordsOnPage<QuestionWords & EvidenceWords & Record<keyof typeof paperSays.zh, string>>();
let box: EvidenceBox | undefined;

function leave() {
  if (!box || box.underway()) return [{ text: words["evidence.underway"] }];
  const ids = box.ids();
  (byId("papers") as HTMLInputElement).value = ids.join(" ");
  return ids.length > 0 ? [] : [{ text: words["evidence.missing"] }];
}

void openForm(
  theCorrection,
  words,
  (_, kept, draft) => {
    if (!isAnswered(kept)) location.replace(asked); // sent already, or never written
    return {
      steps: [{ name: "evidence", done: () => false, leave }],
      async opened() {
        box = await openEvidenceLater(byId("evidence"), { draft, purpose: purposes[item], words });
      },
    };
  },
  wayOf(1),
).then((opened) => carryOn(opened, words, () => `${asked}/check`));
