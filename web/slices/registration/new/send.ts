import { askNewcomerCode } from "../../../../shared/newcomer/contract.ts";
import { call } from "../../../call.ts";
import type { FormWords } from "../../../messages/kit.ts";
import { explain } from "../../phone-replacement/send.ts";
import { askAlsoInRush } from "../../sign-in/send-code.ts";
import { type Kept, keepAsked, placeOf, whoIn } from "./kept.ts";

/** A code to the phone. Undefined where it was not asked for; the page then says why. */
export async function send(
  form: HTMLFormElement,
  asked: Kept,
  words: FormWords & { busyTitle: string; busyText: string },
): Promise<Kept | undefined> {
  const answer = await askAlsoInRush((solved) => call(askNewcomerCode, { body: { ...whoIn(asked), ...solved } }), words);
  if (answer.is !== "value") {
    explain(form, answer, words);
    return undefined;
  }
  const kept = { ...asked, sentTo: placeOf(asked), sentTill: String(Date.now() + answer.value.expiresInMinutes * 60_000) };
  keepAsked(kept);
  return kept;
}
