// The document, photographed: named when the form is sent.
import { byId } from "../../../dom.ts";
import type { EvidenceBox } from "../../../evidence/box.ts";
import { openEvidenceLater } from "../../../evidence/later.ts";
import type { EvidenceWords } from "../../../messages/evidence.ts";
import type { newPaperSays } from "../../../messages/newcomer.ts";
import { wordsOnPage } from "../../../words.ts";
import { carryOn, openForm } from "../../change/form.ts";
import { isAnswered, type NewWords, theNewcomer, wayOf } from "./form.ts";
import { pageOf } from "./kept.ts";

const words = wordsOnPage<NewWords & EvidenceWords & Record<keyof typeof newPaperSays.zh, string>>();
let box: EvidenceBox | undefined;

function leave() {
  if (!box || box.underway()) return [{ text: words["evidence.underway"] }];
  (byId("papers") as HTMLInputElement).value = box.ids().join(" ");
  return box.ids().length > 0 ? [] : [{ text: words["evidence.missing"] }];
}

void openForm(
  theNewcomer,
  words,
  (_, kept, draft) => {
    if (!isAnswered(kept)) location.replace(pageOf("/about"));
    return {
      steps: [{ name: "evidence", done: () => false, leave }],
      async opened() {
        box = await openEvidenceLater(byId("evidence"), { draft, purpose: "registration", words });
      },
    };
  },
  wayOf("evidence"),
).then((opened) => carryOn(opened, words, () => pageOf("/check")));
