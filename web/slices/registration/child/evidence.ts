// The certificate of birth, photographed: named when the form is sent.
import { byId } from "../../../dom.ts";
import type { EvidenceBox } from "../../../evidence/box.ts";
import { openEvidenceLater } from "../../../evidence/later.ts";
import type { EvidenceWords } from "../../../messages/evidence.ts";
import type { newPaperSays } from "../../../messages/newcomer.ts";
import { wordsOnPage } from "../../../words.ts";
import { carryOn, openForm } from "../../change/form.ts";
import { type ChildWords, childIn, pageOf, theChild, wayOf } from "./form.ts";

const words = wordsOnPage<ChildWords & EvidenceWords & Record<keyof typeof newPaperSays.zh, string>>();
let box: EvidenceBox | undefined;

function leave() {
  if (!box || box.underway()) return [{ text: words["evidence.underway"] }];
  (byId("papers") as HTMLInputElement).value = box.ids().join(" ");
  return box.ids().length > 0 ? [] : [{ text: words["evidence.missing"] }];
}

void openForm(
  theChild,
  words,
  (_, kept, draft) => {
    if (!childIn(kept)) location.replace(pageOf("")); // sent already, or not begun
    return {
      steps: [{ name: "evidence", done: () => false, leave }],
      async opened() {
        box = await openEvidenceLater(byId("evidence"), { draft, purpose: "birth-certificate", words });
      },
    };
  },
  wayOf(1),
).then((opened) => carryOn(opened, words, () => pageOf("/check")));
