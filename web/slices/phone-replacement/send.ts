import { askReplacementCode } from "../../../shared/phone-replacement/contract.ts";
import { type Answer, call } from "../../call.ts";
import type { FormWords } from "../../messages/kit.ts";
import { showNotice, showUnsent, whenToTry } from "../../notice.ts";
import { showProblem } from "../../problem.ts";
import { fill } from "../../words.ts";
import { askAlsoInRush } from "../sign-in/send-code.ts";
import { type Kept, keepAsked, placeOf } from "./kept.ts";

type SendWords = FormWords & { busyTitle: string; busyText: string };

/** A code to the new phone. Undefined where it was not asked for; the page then says why. */
export async function send(
  form: HTMLFormElement,
  { number, name, phone }: Pick<Kept, "number" | "name" | "phone">,
  words: SendWords,
): Promise<Kept | undefined> {
  const answer = await askAlsoInRush((solved) => call(askReplacementCode, { body: { number, name, phone, ...solved } }), words);
  if (answer.is !== "value") {
    explain(form, answer, words);
    return undefined;
  }
  const sentTill = String(Date.now() + answer.value.expiresInMinutes * 60_000);
  const kept = { number, name, phone, sentTo: placeOf({ number, name, phone }), sentTill };
  keepAsked(kept);
  return kept;
}

/** Why it did not go on. */
export function explain(form: HTMLFormElement, answer: Exclude<Answer<unknown>, { is: "value" }>, words: FormWords) {
  if (answer.is === "outage") return showUnsent(answer.outage, words);
  const { retryAfterSeconds } = answer.problem;
  if (!retryAfterSeconds) return showProblem(form, answer, words);
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return showNotice(fill(words.waitTitle, { minutes }), [whenToTry(retryAfterSeconds, words)], "warn");
}
