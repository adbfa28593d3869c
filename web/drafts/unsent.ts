// The forms that this person typed in on this phone and has not sent, with the way to go on.
import { element } from "../dom.ts";
import { pathIn } from "../lang.ts";
import type { DraftWords } from "../messages/drafts.ts";
import { langOfPage } from "../paths.ts";
import { fill } from "../words.ts";
import { DRAFT_DAYS } from "./record.ts";
import { dropButton, whenIn } from "./say.ts";
import { type Found, openDrafts } from "./store.ts";

/** `nameOf`: what a form is called here; others are called by the question where the person stopped. */
export const drawUnsent = (words: DraftWords) =>
  async function listUnsent(box: HTMLElement, keys: readonly string[], nameOf: (form: string) => string | undefined) {
    const drafts = await openDrafts(keys);
    const found = (await drafts.all()).filter(({ kept }) => Object.keys(kept.fields).length > 0);
    if (found.length === 0) return;

    function sheetOf({ row, kept: { form, page, title } }: Found): HTMLElement {
      const name = nameOf(form) ?? title;
      const href = pathIn(langOfPage(), page.replace(/^\/en(?=\/)/, ""));
      const drop = async () => {
        await drafts.drop(form);
        sheet.remove();
        box.hidden = !box.querySelector(".sheet");
      };
      const acts = element("div", { class: "acts" });
      acts.append(element("a", { class: "btn", href }, words.goOn, element("span", { class: "vh" }, ` ${name}`)));
      acts.append(dropButton(words, name, drop));
      const about = element("p", { class: "src" }, fill(words.unsentAt, { when: whenIn(row.at), title }));
      const sheet = element("section", { class: "sheet" }, element("h3", {}, name), about, acts);
      return sheet;
    }
    const text = element("p", { class: "src" }, fill(words.unsentText, { n: DRAFT_DAYS }));
    box.replaceChildren(element("h2", {}, words.unsent), text, ...found.map(sheetOf));
    box.hidden = false;
  };
