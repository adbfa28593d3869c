import { type NumberedDocument, readIdentityNumber } from "../../../shared/kernel/identity-number.ts";
import { byId } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import { dateIn } from "../../lang.ts";
import type { correctionSays } from "../../messages/correction.ts";
import { langOfPage } from "../../paths.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { ask, type QuestionWords, today } from "./correction.ts";
import { sayToday, theForm, typed } from "./form.ts";

const words = wordsOnPage<QuestionWords & Record<keyof typeof correctionSays.number.zh, string>>();
/** Of these a page can tell whether there is such a number; of the others the API does. */
const numbered = ["RIC", "HK_MO_RP", "TW_RP", "FPR_ID"] as const satisfies readonly NumberedDocument[];

const number = () => typed("number").normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
function read() {
  const docType = numbered.find((known) => known === typed("docType"));
  // Fifteen digits are an old citizen's number: the API makes eighteen of them.
  if (!docType || (docType === "RIC" && number().length === 15)) return undefined;
  return readIdentityNumber({ number: number(), docType, asOf: today(), areaStatus: () => "current" });
}

function leave(): Complaint[] {
  if (!typed("docType")) return [{ field: "docType", text: words["docType.missing"] }];
  if (!number()) return [{ field: "number", text: words["number.missing"] }];
  const error = read()?.error;
  if (!error) return [];
  const texts: Record<string, string> = words;
  const text = texts[`number.${error.toLowerCase().replace(/_/g, "-")}`] ?? words["number.bad-format"];
  return [{ field: "number", text: fill(text, { now: number().length }) }];
}

void ask(words, ({ person }, kept) => {
  sayToday(person.number, words);
  const mine = document.querySelector<HTMLInputElement>(`[name=docType][value="${person.docType}"]`);
  if (mine && !kept["docType"]) mine.checked = true;
  const sayRead = () => {
    const birth = read()?.birth;
    const date = (day: string) => dateIn(langOfPage(), day);
    byId("understood").hidden = !birth;
    byId("understood").textContent = birth ? fill(words.inNumber, { date: date(birth) }) : "";
    // Whose registered day was only read off the old number gets the new one's without a word.
    const apart = person.birth !== person.inNumber?.birth && person.birth;
    byId("doubt").textContent = birth && apart && apart !== birth ? fill(words.doubt, { date: date(apart) }) : "";
  };
  theForm().addEventListener("input", sayRead);
  return { steps: [{ name: "number", done: () => false, leave, shown: sayRead }] };
});
