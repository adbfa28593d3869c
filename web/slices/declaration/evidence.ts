// A paper that proves the reason, for who has one: it is never asked for.
import { purposeFor } from "../../../shared/declaration/evidence.ts";
import { byId } from "../../dom.ts";
import type { EvidenceBox } from "../../evidence/box.ts";
import { openEvidenceLater } from "../../evidence/later.ts";
import type { proofSays } from "../../messages/declaration.ts";
import type { EvidenceWords } from "../../messages/evidence.ts";
import { wordsOnPage } from "../../words.ts";
import { type ChangeWords, carryOn, openForm } from "../change/form.ts";
import { pageOf, theDeclaration, wayOf } from "./form.ts";
import { codesIn } from "./said.ts";

const words = wordsOnPage<ChangeWords & EvidenceWords & Record<keyof typeof proofSays.zh | "noMemory", string>>();
let codes: readonly string[] = [];
let box: EvidenceBox | undefined;

function leave() {
  if (box?.underway()) return [{ text: words["evidence.underway"] }];
  if (box) (byId("papers") as HTMLInputElement).value = box.ids().join(" ");
  return [];
}

void openForm(
  theDeclaration,
  words,
  (_, kept, draft) => {
    codes = codesIn(kept);
    const purpose = purposeFor(codes);
    if (!purpose) location.replace(pageOf("")); // sent already, or nothing has to be proved
    for (const line of Array.from(document.querySelectorAll<HTMLElement>("[data-for]")))
      line.hidden = !codes.some((code) => line.dataset["for"]!.includes(code));
    return {
      steps: [{ name: "evidence", done: () => false, leave }],
      async opened() {
        if (purpose) box = await openEvidenceLater(byId("evidence"), { draft, purpose, words });
      },
    };
  },
  wayOf("/evidence", () => codes),
).then((opened) => carryOn(opened, words, () => pageOf("/check")));
