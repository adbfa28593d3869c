import type { Page } from "playwright-core";

/** How far the page can be moved sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What can be pressed and is smaller than `least` pixels; links inside a sentence are as high as their line. */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((pixels) => {
    const seen = Array.from(document.querySelectorAll("a, button, summary, input, select, textarea")).filter((target) => {
      const inSentence = target.localName === "a" && target.parentElement?.localName === "p";
      return target.getClientRects().length > 0 && !inSentence && !target.matches(".vh, .pick input");
    });
    return seen.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      const small = height < pixels || (width < pixels && target.localName !== "a");
      return small ? [`${target.outerHTML.slice(0, 80)} ${Math.round(width)}×${Math.round(height)}`] : [];
    });
  }, least);
