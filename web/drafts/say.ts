// What a page says of its draft: where it is, since when, how it is deleted, and that it was sent from another tab.
import { clockAt } from "../../shared/kernel/calendar.ts";
import { element } from "../dom.ts";
import { dateIn } from "../lang.ts";
import type { DraftWords } from "../messages/drafts.ts";
import { showNotice } from "../notice.ts";
import { here, langOfPage } from "../paths.ts";
import { fill } from "../words.ts";
import { DRAFT_DAYS } from "./record.ts";

/** By the clock in Shanghai, to the minute. */
export function whenIn(at: number): string {
  const instant = clockAt(at);
  const lang = langOfPage();
  return `${dateIn(lang, instant.slice(0, 10))}${lang === "zh" ? "" : ", "}${instant.slice(11, 16)}`;
}

/** Asks once more before it deletes. */
export function dropButton(words: DraftWords, about: string, drop: () => Promise<unknown>): HTMLButtonElement {
  const button = element("button", { class: "btn alt", type: "button" }, words.drop, about && hidden(about));
  button.onclick = () => {
    button.textContent = words.dropSure;
    button.append(about && hidden(about));
    button.onclick = () => void drop();
  };
  return button;
}
const hidden = (text: string) => element("span", { class: "vh" }, ` ${text}`);

type Restored = { at: number; before?: readonly string[] | undefined; drop(): Promise<void> };

export function showRestored({ at, before, drop }: Restored, words: DraftWords): void {
  const again = () => location.replace(location.pathname + location.search);
  const button = dropButton(words, "", () => drop().then(again));
  if (before) {
    const list = element("ul", {}, ...before.map((text) => element("li", {}, text)));
    showNotice(words.beforeTitle, [words.beforeText, list, button], "warn");
  } else showNotice(words.restored, [fill(words.restoredText, { when: whenIn(at) }), button]);
}

/** Nothing can be sent from here any more. */
export function showSent(form: HTMLFormElement, receipt: string, words: DraftWords): void {
  form.hidden = true;
  const h1 = document.querySelector("h1")!;
  document.title = words.sentTitle + document.title.replace(h1.textContent ?? "", "");
  h1.textContent = words.sentTitle;
  document.getElementById("step")?.replaceChildren(); // there is none left
  addEventListener("hashchange", () => location.reload()); // who goes back begins anew
  const link = element("a", { class: "btn", href: `${here("/submissions/receipt")}#${receipt}` }, words.sentLink);
  showNotice(words.sentText, [element("p", {}, link)]);
}

/** Where the words about waiting were, so that nothing moves. */
export function sayOnPhone(form: HTMLFormElement, isKept: boolean, words: DraftWords): void {
  const line = form.querySelector<HTMLElement>("[data-until-ready]");
  const text = isKept ? fill(words.onPhone, { n: DRAFT_DAYS }) : words.notKept;
  if (!line || line.textContent === text) return; // said once, not at every letter
  line.id = "on-phone";
  line.textContent = text;
  line.style.visibility = "visible";
}
