// Cards of policy: found by a word, read without script, usable in every mode.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { topicNames } from "../../shared/policy/cards/topics.ts";
import { pathIn } from "../../web/lang.ts";
import { pay } from "../../web/messages/pay.ts";
import { topicWords } from "../../web/messages/policy.ts";
import { complaintsOf } from "../support/axe.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { type Look, visit } from "../support/visit.ts";

const TARGET_PX = 44;
const ELDER_TARGET_PX = 60;

const site = visit();

async function open(path: string, look?: Look): Promise<Page> {
  const page = await site.page(look);
  await page.goto(site.origin + path);
  return page;
}

const sayings = [
  { lang: "zh", typed: "生孩子", found: "宝宝出生，早点给他参保", card: "/policy/medical#newborn", rule: "90天" },
  {
    lang: "en",
    typed: "new baby",
    found: "A new baby: enrol the child early",
    card: "/en/policy/medical#newborn",
    rule: "90 days",
  },
] as const;

describe.each(sayings)("a search in $lang at 360 px", ({ lang, typed, found, card, rule }) => {
  test("finds a card while one types, says so, and leads to it by keyboard; back from it the words are still there", async () => {
    const page = await open(pathIn(lang, "/policy"));
    await pressTo(page, "#q");
    await page.keyboard.type(typed);
    const first = page.locator("#hits a").first();
    await first.waitFor();

    await expect.poll(() => first.textContent()).toBe(found); // while one types others come and go
    expect(await page.getByRole("status").textContent()).toMatch(/\d/);
    expect(await sideways(page)).toBe(0);
    await pressTo(page, "#hits a");
    await page.keyboard.press("Enter");
    await page.waitForURL(site.origin + card);
    expect(await page.locator("article:target").textContent()).toContain(rule);
    await page.goBack();
    await expect.poll(() => page.locator("#hits a").first().textContent()).toBe(found);
  });

  test("that finds nothing says what to do instead", async () => {
    const page = await open(pathIn(lang, "/policy"));
    await page.locator("#q").fill("qwerty");
    await page.getByRole("status").getByRole("link", { name: "12333" }).waitFor();

    expect(await page.locator("#hits li").count()).toBe(0);
    expect(await page.locator(".topics a").count()).toBe(topicNames.length + 2);
    await page.locator("#q").fill("");
    await expect.poll(() => page.getByRole("status").textContent()).toBe("");
  });
});

test("a search that cannot be made says so, and works again when the line is back", async () => {
  const page = await open("/policy");
  await page.route("**/cards.json", (route) => route.abort());
  await page.locator("#q").fill("断缴");
  await page.getByRole("status").getByText("现在查不了").waitFor();
  await page.unroute("**/cards.json");
  await page.locator("#q").fill("断缴了");

  await page.locator("#hits a").first().waitFor();
});

test("a word that is still being spelt in letters is not looked for", async () => {
  const page = await open("/policy");
  const input = (isComposing: boolean) =>
    page.locator("#q").evaluate((field, composing) => {
      Reflect.set(field, "value", "duanjiao");
      field.dispatchEvent(new InputEvent("input", { isComposing: composing }));
    }, isComposing);
  await input(true);
  await page.locator("#q").evaluate((field) => {
    Reflect.set(field, "value", "断缴");
    field.dispatchEvent(new CompositionEvent("compositionend"));
  });

  await expect.poll(() => page.locator("#hits a").first().textContent()).toBe("断缴了，以前缴的还算吗");
});

test("without script there is no search that would not search, and every topic leads to its cards", async () => {
  const page = await open("/policy", { javaScriptEnabled: false });

  expect(await page.locator("#q").isVisible()).toBe(false);
  await page.getByRole("link", { name: topicWords.zh["lost-job"].title }).click();
  expect(await page.locator("article").count()).toBeGreaterThan(3);
});

// Every page once, each in another setting than its neighbour: they are made of the same parts.
const pages = [...topicNames.map((topic) => `/policy/${topic}`), "/policy", "/policy/pay"];
const settings = [
  { turn: 0, lang: "zh", elder: true },
  { turn: 1, lang: "en", colorScheme: "dark" },
  { turn: 2, lang: "zh", viewport: { width: 1280, height: 800 } },
  { turn: 3, lang: "en", elder: true },
] as const;

describe.each(settings)("with %o", ({ turn, lang, ...options }) => {
  test("cards can be used by everybody: axe finds nothing, nothing is too small or out of sight", async () => {
    const page = await open(pathIn(lang, "/policy"), { ...options, bypassCSP: true });
    await page.locator("#q").fill(lang === "zh" ? "断缴" : "gap");
    await page.locator("#hits a").first().waitFor();
    const least = "elder" in options ? ELDER_TARGET_PX : TARGET_PX;
    for (const at of ["a search", ...pages.filter((_, index) => index % settings.length === turn)]) {
      if (at.startsWith("/")) await page.goto(site.origin + pathIn(lang, at));
      expect([at, await complaintsOf(page)]).toEqual([at, []]);
      expect([at, await smallTargets(page, least)]).toEqual([at, []]);
      expect([at, await sideways(page)]).toEqual([at, 0]);
    }
  });
});

test("where to pay fits on two sheets of paper, with every channel and without what cannot be pressed there", async () => {
  const page = await open("/policy/pay");
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  await page.emulateMedia({ media: "print" });

  expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeLessThanOrEqual(2);
  for (const { name } of pay.zh.channels) expect(await page.getByRole("heading", { name }).isVisible()).toBe(true);
  expect(await page.locator(".tools").isVisible()).toBe(false);
});
