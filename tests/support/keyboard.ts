import type { Page } from "playwright-core";

const MOST = 60;

/** Presses Tab until this has the focus: whoever has no mouse gets there so. */
export async function pressTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < MOST; pressed++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} cannot be reached by keyboard`);
}
