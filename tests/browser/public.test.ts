import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaintsOf } from "../support/axe.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { openSite, type Site } from "../support/site.ts";
import { asChromium88, launch } from "./chrome.ts";

const TARGET_PX = 44;
const ELDER_TARGET_PX = 60;
const ELDER_TEXT_PX = 24; // 18 pt

const pages = ["/", "/contact", "/privacy", "/accessibility"]
  .flatMap((at) => [at, at === "/" ? "/en/" : `/en${at}`])
  .concat("/404.html");
const modes = ["light", "dark", "elder"] as const;
const settings = [360, 1280].flatMap((width) => modes.map((mode) => ({ width, mode })));

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function contextFor({
  width,
  mode,
  bypassCSP = true,
}: {
  width: number;
  mode: (typeof modes)[number];
  bypassCSP?: boolean;
}) {
  const colorScheme = mode === "dark" ? "dark" : "light";
  const context: BrowserContext = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP });
  if (mode === "elder") await context.addInitScript(() => localStorage.setItem("elder", "1"));
  return context;
}

describe.each(settings)("at $width px, $mode", ({ width, mode }) => {
  test("every public page can be used by everybody: axe finds nothing, nothing is too small or out of sight", async () => {
    const context = await contextFor({ width, mode });
    const page = await context.newPage();
    for (const at of pages) {
      await page.goto(site.origin + at);
      expect([at, await complaintsOf(page, mode)]).toEqual([at, []]);
      expect([at, await smallTargets(page, mode === "elder" ? ELDER_TARGET_PX : TARGET_PX)]).toEqual([at, []]);
      expect([at, await sideways(page)]).toEqual([at, 0]);
    }
    await context.close();
  });
});

describe("a public page", () => {
  test.each(modes)("does not move sideways at 320 px, %s", async (mode) => {
    const context = await contextFor({ width: 320, mode });
    const page = await context.newPage();
    for (const at of pages) {
      await page.goto(site.origin + at);
      expect([at, await sideways(page)]).toEqual([at, 0]);
    }
    await context.close();
  });

  test("is complete without script: every word is there, and no button that would do nothing", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const at of pages) {
      await page.goto(site.origin + at);
      expect(await page.locator("h1").isVisible()).toBe(true);
      expect(await page.locator("button:visible").count()).toBe(0);
    }
    await context.close();
  });

  test("asks for nothing but itself, and its own policy stops nothing of it", async () => {
    const context = await contextFor({ width: 360, mode: "light", bypassCSP: false });
    const page = await context.newPage();
    const [asked, complaints]: string[][] = [[], []];
    page.on("request", (request) => request.url().startsWith("data:") || asked!.push(new URL(request.url()).pathname));
    page.on("console", (message) => message.type() === "error" && complaints!.push(message.text()));
    for (const at of pages) await page.goto(site.origin + at);

    expect(asked).toEqual(pages);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("remembers elder mode, draws it at once on the next page, and sets no text under 18 points", async () => {
    const context = await contextFor({ width: 360, mode: "light", bypassCSP: false });
    await asChromium88(context);
    const page = await context.newPage();
    await page.goto(site.origin);
    const button = page.getByRole("button", { name: "长辈版" });
    expect(await button.getAttribute("aria-pressed")).toBe("false");
    await button.click();
    await page.goto(`${site.origin}/privacy`);

    expect(await button.getAttribute("aria-pressed")).toBe("true");
    const smallest = await page.evaluate(() => {
      const said = Array.from(document.querySelectorAll("body *")).filter((element) =>
        Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
      );
      return Math.min(
        ...said
          .filter((element) => element.getClientRects().length > 0)
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      );
    });
    expect(smallest).toBeGreaterThanOrEqual(ELDER_TEXT_PX);
    await button.click();
    await page.reload();
    expect(await page.locator("html").getAttribute("data-elder")).toBeNull();
    await context.close();
  });

  test("is found by keyboard alone: first the way past the header, then every link, each with a ring around it", async () => {
    const context = await contextFor({ width: 1280, mode: "light" });
    const page = await context.newPage();
    await page.goto(site.origin);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到正文");
    const links = await page.locator("a:visible, button:visible").count();
    for (let pressed = 1; pressed < links; pressed++) {
      await page.keyboard.press("Tab");
      const ring = await page.evaluate(() => document.activeElement && getComputedStyle(document.activeElement).outlineWidth);
      expect(ring).toBe("3px");
    }
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("/privacy");
    await context.close();
  });

  test("answers an address that leads nowhere with 404, in both languages", async () => {
    const page = await browser.newPage();
    const answer = await page.goto(`${site.origin}/nowhere`);

    expect(answer?.status()).toBe(404);
    expect(await page.locator("h1").textContent()).toBe("没有这一页");
    expect(await page.locator("[lang=en] h2").textContent()).toBe("There is no such page");
    await page.close();
  });
});
