// Something else was received under this attempt before: the person sees what, and may send the difference as a new change.
import { readAsked } from "../../../shared/submissions/contract.ts";
import { call } from "../../call.ts";
import { element } from "../../dom.ts";
import { showNotice } from "../../notice.ts";
import { here } from "../../paths.ts";
import { fill } from "../../words.ts";
import { inWords } from "../submissions/asked.ts";
import type { SendWords } from "./journey.ts";

export async function showEarlier(receipt: string, words: SendWords, sendAsNew: () => Promise<void>): Promise<void> {
  const answer = await call(readAsked, { params: { receipt } });
  const asked = answer.is === "value" ? inWords(answer.value.asked, words) : "…";
  const link = element("a", { class: "btn", href: `${here("/submissions/receipt")}#${receipt}` }, words.earlierLink);
  const button = element("button", { class: "btn alt", type: "button" }, words.earlierNew);
  button.onclick = () => void sendAsNew();
  showNotice(
    words.earlierTitle,
    [fill(words.earlierText, { asked, receipt }), words.earlierNow, element("div", { class: "acts" }, link, button)],
    "warn",
  );
  scrollTo(0, 0);
}
