import { showUnread } from "../../notice.ts";
import { wordsOnPage } from "../../words.ts";
import { theForm } from "../change/form.ts";

/** A file of ours did not come: our fault, and no answer about the person. */
export function showOutage(): Promise<never> {
  theForm().hidden = true;
  showUnread({ because: navigator.onLine ? "broken" : "offline" }, wordsOnPage());
  return new Promise(() => {});
}
