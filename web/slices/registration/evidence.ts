// What proves that somebody may sign: the written authorisation of a proxy, the guardianship of a guardian.
import { byId } from "../../dom.ts";
import { keysHere } from "../../drafts.ts";
import type { EvidenceBox } from "../../evidence/box.ts";
import type { evidencePageSays } from "../../messages/registration-says.ts";
import { showUnread } from "../../notice.ts";
import { wordsOnPage } from "../../words.ts";
import { carryOn, openForm, theForm } from "../change/form.ts";
import { Bare } from "./answer.ts";
import { pageOf, type RegistrationWords, registrationOf } from "./form.ts";

const words = wordsOnPage<RegistrationWords & Record<keyof typeof evidencePageSays.zh, string>>();
type Later = typeof import("./evidence-zh.ts");
let box: EvidenceBox | undefined;

function leave() {
  if (!box || box.underway()) return [{ text: words["evidence.underway"] }];
  return box.ids().length > 0 ? [] : [{ text: words["evidence.missing"] }];
}

void openForm(registrationOf(Bare, words), words, (_, kept, draft) => {
  const by = kept["sign.by"] ?? "";
  if (by !== "guardian" && by !== "proxy") location.replace(pageOf("/sign")); // nothing has to be proved, or it was sent already
  const isProxy = by === "proxy";
  byId(isProxy ? "proxy" : "guardian").hidden = false;
  const purpose = isProxy ? "proxy-authorisation" : "guardianship";
  return {
    steps: [{ name: "evidence", done: () => false, leave }],
    async opened() {
      const later: Later | undefined = await import(theForm().dataset["then"]!).catch(() => undefined);
      if (!later) return showUnread({ because: navigator.onLine ? "lost" : "offline" }, words);
      box = await later.openEvidence(byId(purpose), { draft, purpose, words: { ...words, ...later.says }, keys: keysHere() });
    },
  };
}).then((opened) => carryOn(opened, words, () => pageOf("")));
