// The paper for the help that somebody may get: photographed here, named when the wish is sent. It may be left out.
import { byId } from "../../dom.ts";
import type { EvidenceBox } from "../../evidence/box.ts";
import { openEvidenceLater } from "../../evidence/later.ts";
import type { placeSays } from "../../messages/change-says.ts";
import type { evidencePage } from "../../messages/enrolment-resident.ts";
import type { EvidenceWords } from "../../messages/evidence.ts";
import { here } from "../../paths.ts";
import { wordsOnPage } from "../../words.ts";
import { type ChangeWords, carryOn, openForm } from "../change/form.ts";
import { readKnown } from "../change/known.ts";
import { draftName } from "./form.ts";

const words = wordsOnPage<
  ChangeWords & EvidenceWords & Pick<typeof placeSays.zh, "noMemory"> & { underway: (typeof evidencePage)["en"]["underway"] }
>();
let box: EvidenceBox | undefined;

function leave() {
  if (!box || box.underway()) return [{ text: words.underway }];
  (byId("pieces") as HTMLInputElement).value = box.ids().join(" ");
  return [];
}

void openForm(
  { form: draftName, read: readKnown },
  words,
  (_, kept, draft) => {
    if (!kept["wishes"]) location.replace(here("/enrolment")); // sent already, or never chosen
    return {
      steps: [{ name: "evidence", done: () => false, leave }],
      async opened() {
        box = await openEvidenceLater(byId("evidence"), { draft, purpose: "reason", words });
      },
    };
  },
  { before: () => 3, after: () => 1 },
).then((opened) => carryOn(opened, words, () => here("/enrolment/check") + location.search));
