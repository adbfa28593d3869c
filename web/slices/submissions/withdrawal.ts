// Taking back what is in review: asked once more on the page, then sent as one attempt.
import { withdrawSubmission } from "../../../shared/submissions/contract.ts";
import { attemptFor } from "../../attempt.ts";
import { call } from "../../call.ts";
import { byId } from "../../dom.ts";
import { clearNotice, showNotice } from "../../notice.ts";
import { wordsFor } from "../../words.ts";
import type { ReceiptWords } from "./receipt.ts";

/** `again`: look at once what became of it. Answers whether the wish is on its way, which is no time to offer it again. */
export function offerWithdrawal(receipt: string, words: ReceiptWords, again: () => void): () => boolean {
  const [ask, sure, yes, no] = ["ask", "sure", "yes", "no"].map(byId) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const attempt = attemptFor(`withdrawal.${receipt}`);
  let underway = false;
  let wished = false;

  const turn = (asking: boolean) => {
    ask.hidden = asking;
    sure.hidden = !asking;
    if (asking) byId("sure-title").focus();
    else ask.focus();
  };
  ask.onclick = () => turn(true);
  no.onclick = () => turn(false);
  yes.onclick = async () => {
    if (underway) return;
    underway = true;
    const label = yes.textContent;
    yes.textContent = words.sending;
    clearNotice();
    const answer = await call(withdrawSubmission, { params: { receipt }, attemptKey: attempt.key() });
    yes.textContent = label;
    underway = false;
    if (answer.is === "outage") return showNotice(words.unsent, [words.unsentText], "blind");
    wished = true;
    byId("withdraw").hidden = true;
    if (answer.is === "value") showNotice(words.withdrawing, [words.withdrawingText]);
    else showNotice(wordsFor(answer.problem.findings[0]?.code ?? answer.type, words), []);
    again();
  };
  return () => wished;
}
