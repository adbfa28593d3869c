import type { FormWords } from "./messages/kit.ts";
import { showUnsent } from "./notice.ts";

/** The script is here: buttons that had to wait for it work, and the sentence about waiting goes. */
export function ready(root: ParentNode = document): void {
  for (const button of Array.from(root.querySelectorAll<HTMLButtonElement>("[data-ready]"))) button.disabled = false;
  // Its room stays, so that nothing below moves.
  for (const words of Array.from(root.querySelectorAll<HTMLElement>("[data-until-ready]"))) words.style.visibility = "hidden";
}

/** Sends a form once at a time, with words on the button while it is on its way, and makes it ready. */
export function onSubmit(form: HTMLFormElement, words: FormWords, send: () => Promise<void>): void {
  let underway = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (underway) return;
    underway = true;
    const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
    const label = button?.textContent ?? "";
    if (button) {
      button.textContent = words.sending;
      button.setAttribute("aria-disabled", "true");
    }
    try {
      await send();
    } catch {
      showUnsent({ because: "broken" }, words);
    } finally {
      underway = false;
      if (button?.textContent === words.sending) {
        button.textContent = label;
        button.removeAttribute("aria-disabled");
      }
    }
  });
  ready(form);
}

/** What was typed, by name. */
export function typedIn(form: HTMLFormElement): Record<string, string> {
  const typed: Record<string, string> = {};
  new FormData(form).forEach((value, name) => {
    if (typeof value === "string") typed[name] = value;
  });
  return typed;
}
