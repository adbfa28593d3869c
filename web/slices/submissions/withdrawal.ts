// Taking back what is in review: asked once more on the page, then sent as one attempt.
import { withdrawSubmission } from "../../../shared/submissions/contract.ts";
import { attemptFor } from "../../attempt.ts";
import { call } from "../../call.ts";
import { byId } from "../../dom.ts";
import { clearNotice, showNotice } from "../../notice.ts";
import { wordsFor } from "../../words.ts";
import type { ReceiptWords } from "./receipt.ts";

/** Whether it can still be wished, is on its way, or came after the answer. */
export type Wish = "open" | "sent" | "late";

/** `again`: look at once what became of it. */
export function offerWithdrawal(receipt: string, words: ReceiptWords, again: () => void): () => Wish {
  const [ask, sure, yes, no] = ["ask", "sure", "yes", "no"].map(byId) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const attempt = attemptFor(`withdrawal.${receipt}`);
  let underway = false;
  let wish: Wish = "open";

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
    wish = answer.is === "value" ? "sent" : "late";
    byId("withdraw").hidden = true;
    if (wish === "sent") showNotice(words.withdrawing, [words.withdrawingText]);
    else if (answer.is === "problem") showNotice(wordsFor(answer.problem.findings[0]?.code ?? answer.type, words), []);
    again();
  };
  return () => wish;
}
