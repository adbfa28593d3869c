import { describe, expect, test } from "vitest";
import { complaintsOf } from "../support/axe.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { visit } from "../support/visit.ts";

const TARGET_PX = 44;
const ELDER_TARGET_PX = 60;
const ELDER_TEXT_PX = 24; // 18 pt

const pages = ["/", "/contact", "/privacy", "/accessibility"]
  .flatMap((at) => [at, at === "/" ? "/en/" : `/en${at}`])
  .concat("/404.html");
const modes = ["light", "dark", "elder"] as const;
const settings = [360, 1280].flatMap((width) => modes.map((mode) => ({ width, mode })));

const site = visit();

type Setting = { width: number; mode: (typeof modes)[number]; bypassCSP?: boolean };
const pageFor = ({ width, mode, bypassCSP = true }: Setting) =>
  site.page({ width, colorScheme: mode === "dark" ? "dark" : "light", elder: mode === "elder", bypassCSP, newest: true });

describe.each(settings)("at $width px, $mode", ({ width, mode }) => {
  test("every public page can be used by everybody: axe finds nothing, nothing is too small or out of sight", async () => {
    const page = await pageFor({ width, mode });
    for (const at of pages) {
      await page.goto(site.origin + at);
      expect([at, await complaintsOf(page, mode)]).toEqual([at, []]);
      expect([at, await smallTargets(page, mode === "elder" ? ELDER_TARGET_PX : TARGET_PX)]).toEqual([at, []]);
      expect([at, await sideways(page)]).toEqual([at, 0]);
    }
  });
});

describe("a public page", () => {
  test.each(modes)("does not move sideways at 320 px, %s", async (mode) => {
    const page = await pageFor({ width: 320, mode });
    for (const at of pages) {
      await page.goto(site.origin + at);
      expect([at, await sideways(page)]).toEqual([at, 0]);
    }
  });

  test("is complete without script: every word is there, and no button that would do nothing", async () => {
    const page = await site.page({ javaScriptEnabled: false, newest: true });
    for (const at of pages) {
      await page.goto(site.origin + at);
      expect(await page.locator("h1").isVisible()).toBe(true);
      expect(await page.locator("button:visible").count()).toBe(0);
    }
  });

  test("asks for nothing but itself, and its own policy stops nothing of it", async () => {
    const page = await pageFor({ width: 360, mode: "light", bypassCSP: false });
    const [asked, complaints]: string[][] = [[], []];
    page.on("request", (request) => request.url().startsWith("data:") || asked!.push(new URL(request.url()).pathname));
    page.on("console", (message) => message.type() === "error" && complaints!.push(message.text()));
    for (const at of pages) await page.goto(site.origin + at);

    expect(asked).toEqual(pages);
    expect(complaints).toEqual([]);
  });

  test("remembers elder mode, draws it at once on the next page, and sets no text under 18 points", async () => {
    const page = await site.page();
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
  });

  test("is found by keyboard alone: first the way past the header, then every link, each with a ring around it", async () => {
    const page = await pageFor({ width: 1280, mode: "light" });
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
  });

  test("answers an address that leads nowhere with 404, in both languages", async () => {
    const page = await site.page({ newest: true });
    const answer = await page.goto(`${site.origin}/nowhere`);

    expect(answer?.status()).toBe(404);
    expect(await page.locator("h1").textContent()).toBe("没有这一页");
    expect(await page.locator("[lang=en] h2").textContent()).toBe("There is no such page");
    await page.close();
  });
});
