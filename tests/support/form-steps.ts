import type { Page } from "playwright-core";
import { expect } from "vitest";
import { sideways, smallTargets } from "./layout.ts";

export const SEND = "button[type=submit]";

/** What everybody does on a page with a form. Page and origin are asked each time: every test has its own. */
export function formSteps(page: () => Page, origin: () => string) {
  const ready = () => page().waitForSelector(`${SEND}:not([disabled])`);
  return {
    /** The script has come, and what the form needs is known. */
    ready,
    async open(path: string) {
      await page().goto(origin() + path);
      await ready();
    },
    next: () => page().click(SEND),
    /** This question is shown. */
    at: (step: string) => page().waitForSelector(`[data-step=${step}]:not([hidden])`),
    async press(...keys: string[]) {
      for (const key of keys) await page().keyboard.press(key);
    },
    type: (text: string) => page().keyboard.insertText(text),
    errors: () => page().locator("#errs li").allTextContents(),
    received: () => page().waitForURL("**/submissions/receipt#*"),
    ended: (title: string) => page().waitForSelector(`h1:text("${title}")`),
    /** Nothing is too wide, and nothing to press too small. */
    async fits(where: string, target = 44) {
      expect([where, await sideways(page()), await smallTargets(page(), target)]).toEqual([where, 0, []]);
    },
  };
}
