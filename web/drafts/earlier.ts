// Something else was received under this attempt before: the person sees what, and may send the difference as a new one.
import { readAsked } from "../../shared/submissions/contract.ts";
import { call } from "../call.ts";
import { element } from "../dom.ts";
import type { DraftWords } from "../messages/drafts.ts";
import { showNotice } from "../notice.ts";
import { here } from "../paths.ts";
import { inWords } from "../slices/submissions/asked.ts";
import { fill } from "../words.ts";

/** `names`: the page's own words, for the codes in what was received. */
export const earlierIn = (words: DraftWords) =>
  async function showEarlier(receipt: string, names: Record<string, string>, sendAsNew: () => Promise<void>): Promise<void> {
    const answer = await call(readAsked, { params: { receipt } });
    const asked = answer.is === "value" ? inWords(answer.value.asked, names) : "…";
    const link = element("a", { class: "btn", href: `${here("/submissions/receipt")}#${receipt}` }, words.earlierLink);
    const button = element("button", { class: "btn alt", type: "button" }, words.earlierNew);
    button.onclick = () => void sendAsNew();
    const acts = element("div", { class: "acts" }, link, button);
    showNotice(words.earlierTitle, [fill(words.earlierText, { asked, receipt }), words.earlierNow, acts], "warn");
    scrollTo(0, 0);
  };
