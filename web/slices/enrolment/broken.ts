import type { Outage } from "../../call.ts";
import { element } from "../../dom.ts";
import { showUnread } from "../../notice.ts";
import { wordsOnPage } from "../../words.ts";
import { theForm } from "../change/form.ts";
import type { KnownWords } from "../change/known.ts";

/** Our fault, and no answer about the person; what was typed is kept. */
export function offerAgain(outage: Outage, words: KnownWords): void {
  showUnread(outage, words);
  const again = element("button", { class: "btn", type: "button" }, words.again);
  again.onclick = () => location.reload();
  document.querySelector("#notice .note")!.append(again);
}

/** A file of ours did not come. */
export function showOutage(): Promise<never> {
  theForm().hidden = true;
  offerAgain({ because: navigator.onLine ? "broken" : "offline" }, wordsOnPage());
  return new Promise(() => {});
}
