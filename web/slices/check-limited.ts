// A session whose phone proves too little: yes or no per insurance, why, and one more proof.
import { readLimited } from "../../shared/check/seen.ts";
import { dateOf, instantAt } from "../../shared/kernel/calendar.ts";
import { readMonth } from "../../shared/kernel/plain-date.ts";
import { addProof } from "../../shared/session/contract.ts";
import { call } from "../call.ts";
import { byId, element } from "../dom.ts";
import { type Complaint, showErrors } from "../errors.ts";
import { onSubmit, typedIn } from "../form.ts";
import { dateIn } from "../lang.ts";
import type { limitedSays } from "../messages/check-limited.ts";
import type { FormWords } from "../messages/kit.ts";
import { clearNotice, showUnsent, whenToTry } from "../notice.ts";
import { firstPath, langOfPage, returnPath } from "../paths.ts";
import { showProblem } from "../problem.ts";
import { fill, wordsOnPage } from "../words.ts";
import { type ReadWords, readRecord } from "./check/read.ts";
import { drawRow } from "./check/row.ts";

const words = wordsOnPage<FormWords & ReadWords & Record<keyof typeof limitedSays.zh, string>>();
const section = byId("proof");
const form = section.querySelector("form")!;

readRecord(readLimited, words, (reply) => {
  if (!reply.limited) return location.replace(returnPath());
  for (const { insurance, insured } of reply.insurances)
    drawRow(insurance, insured ? { look: "", word: words.insured } : { look: "off", word: words.notInsured });
  const why = element("p", {}, words[`because.${reply.because}`]);
  byId("summary").replaceChildren(element("div", { class: "note warn" }, element("h2", {}, words.limitedTitle), why));
  section.hidden = false;
});

byId("lastPaid").onchange = () => {
  const month = monthIn(typedIn(form)["lastPaid"] ?? "");
  byId("understood").textContent = month.ok ? fill(words.understood, { month: dateIn(langOfPage(), month.value) }) : "";
};

onSubmit(form, words, async () => {
  const { cardNumber = "", lastPaid = "" } = typedIn(form);
  const month = monthIn(lastPaid);
  const complaints: Complaint[] = [];
  if (!cardNumber.trim()) complaints.push({ field: "cardNumber", text: words["card.missing"] });
  if (!month.ok) complaints.push({ field: "lastPaid", text: words[month.refusal] });
  clearNotice();
  showErrors(form, complaints, words);
  if (complaints.length > 0 || !month.ok) return;

  const answer = await call(addProof, { body: { cardNumber: cardNumber.trim(), lastPaid: month.value } });
  if (answer.is === "outage") return showUnsent(answer.outage, words);
  if (answer.is === "value") {
    location.replace(firstPath(answer.value));
    return new Promise<void>(() => {});
  }
  if (answer.type !== "wait") return showProblem(form, answer, words);
  showErrors(form, [{ text: whenToTry(answer.problem.retryAfterSeconds, words) }], words);
});

function monthIn(typed: string) {
  return readMonth(typed, { asOf: dateOf(instantAt(Date.now())) });
}
