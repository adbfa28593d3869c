import { byId, element } from "../../dom.ts";
import { estimateWords } from "./words.ts";

/** Beside the button that was pressed: a fault of ours, never "no rule", and pressing again is all that is needed. */
export function showOutage(): void {
  const words = estimateWords();
  const title = element("h2", { id: "answer-title", tabindex: "-1" }, words.outage);
  const shown = byId("answer");
  shown.replaceChildren(element("div", { class: "note blind" }, title, element("p", {}, words.outageText)));
  shown.hidden = false;
  title.focus();
}
