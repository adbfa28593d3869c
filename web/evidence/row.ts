import { element } from "../dom.ts";
import type { EvidenceWords } from "../messages/evidence.ts";

export type Row = ReturnType<typeof makeRow>;

/** One picture or PDF: what it looks like, how far it is, what can be done with it. */
export function makeRow(name: string, words: EvidenceWords) {
  const state = element("p", { class: "hint" });
  const progress = element("progress", { max: "100", "aria-label": name });
  const said = element("p", { class: "err" });
  const thumbnail = element("span", { class: "thumb", "aria-hidden": "true" });
  const button = (label: string) =>
    element("button", { class: "tool", type: "button" }, label, element("span", { class: "vh" }, ` ${name}`));
  const [again, replace, remove] = [button(words["piece.again"]), button(words["piece.replace"]), button(words["piece.remove"])];
  const body = element("div", { class: "about" }, element("b", {}, name), said, state, progress);
  const item = element("li", { class: "piece" }, thumbnail, body, element("div", { class: "tools" }, again, replace, remove));

  return {
    item,
    name,
    again,
    replace,
    remove,
    show(picture: string | undefined, otherwise: string) {
      thumbnail.replaceChildren(picture ? element("img", { src: picture, alt: "" }) : otherwise);
    },
    /** `percent`: while it is on its way. `trouble`: what the person has to do something about. */
    say(text: string, { percent, trouble, again: mayAgain }: { percent?: number; trouble?: string; again?: boolean } = {}) {
      state.textContent = text;
      said.textContent = trouble ?? "";
      said.hidden = !trouble;
      state.hidden = !text;
      progress.hidden = percent === undefined;
      progress.value = percent ?? 0;
      again.hidden = !mayAgain;
    },
  };
}
