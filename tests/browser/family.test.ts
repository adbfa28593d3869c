// A daughter acts for her father; he sees it in his log and ends it while her session is open; an ex-husband cannot.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRelative } from "../delegation/family.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { complaintsOf } from "../support/axe.ts";
import { noon } from "../support/build.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import type { Known } from "../support/people.ts";
import { openSite, type Site } from "../support/site.ts";
import { through } from "../support/through.ts";
import { asChromium88, launch } from "./chrome.ts";

let engine: TestEngine;
let browser: Browser;
let site: Site;
let started: Started;
const opened: BrowserContext[] = [];

beforeAll(async () => {
  [engine, browser] = await Promise.all([startEngine(), launch()]);
  started = startApp({ client: engine.client, startAt: noon("2026-11-22") });
  site = await openSite((request) => through(started.app, request));
});
afterAll(async () => {
  for (const context of opened) await context.close();
  await browser?.close();
  await site?.close();
  await engine?.stop();
});

async function pageOf(person: Known, options = {}): Promise<Page> {
  const { browser: signed } = await signInAs(started, person);
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, bypassCSP: true, ...options });
  opened.push(context);
  await asChromium88(context);
  const url = site.origin.replace("http:", "https:");
  await context.addCookies([...signed.cookies].map(([name, value]) => ({ name, value, url, secure: true, httpOnly: true })));
  return context.newPage();
}
const looksWell = async (page: Page, what: string) =>
  expect([what, await complaintsOf(page), await sideways(page), await smallTargets(page, 44)]).toEqual([what, [], 0, []]);

async function asksFor(page: Page, { number, name }: Known, lang = ""): Promise<void> {
  await page.goto(`${site.origin}${lang}/family/ask`);
  await page.fill("#number", number);
  await page.fill("#name", name);
  await page.check("[name=scopes][value=enrolment]", { force: true });
  await page.click("#form button[type=submit]");
}

test("a daughter acts for her father, he ends it while her session is open, and an ex-husband cannot", {
  timeout: 40_000,
}, async () => {
  const daughter = await aRelative(engine.client, { name: "王小雨" });
  const father = await aRelative(engine.client, { name: "王建国" });
  const hers = await pageOf(daughter);

  await hers.goto(`${site.origin}/family`);
  await hers.getByText("您现在没有替别人办").waitFor();
  await looksWell(hers, "nobody");
  await asksFor(hers, father);
  await hers.locator("#code-form:not([hidden])").waitFor();
  await looksWell(hers, "code");
  await hers.fill("#code", started.codeAt(father.phone)!);
  await hers.click("#code-form button[type=submit]");
  await hers.getByText("可以替他看了").waitFor();

  await hers.click("text=看他的参保");
  await hers.getByText("您正在替王*国办事").waitFor();
  await hers.locator("#who").getByText("王*国").waitFor();
  expect(await hers.textContent("#acting")).toContain("现在只能看");
  await looksWell(hers, "acting");
  // What nobody can do for him is not taken for his: it says so and the page stays.
  await hers.locator("#rest a[href='/change']").click();
  await hers.getByText("这一项只有本人能办").waitFor();
  expect(new URL(hers.url()).pathname).toBe("/check");

  const his = await pageOf(father, { colorScheme: "dark" });
  await his.goto(`${site.origin}/access-log`);
  await his.getByText("王*雨（您同意的代办人）").waitFor();
  await his.getByText("替您看参保情况").waitFor();
  await his.goto(`${site.origin}/family`);
  await his.locator("#me h3").getByText("王*雨").waitFor();
  await looksWell(his, "his");
  await his.locator("#me button").click();
  await his.getByText("再按一次，马上取消").click();
  await his.getByText("已经取消").waitFor();

  await hers.reload();
  await hers.getByText("这里不能替他办了").waitFor();
  expect(await hers.textContent("#who")).toBe("");

  // He has her number, her name, and the phone that was theirs both.
  const wife = await aRelative(engine.client, { name: "李梅" });
  const phone = wife.record.facts.find(({ name }) => name === "phone")!;
  const husband = await aRelative(engine.client, { name: "赵强", phone });
  const page = await pageOf(husband);
  const before = started.outbox.length;
  await asksFor(page, wife, "/en");
  await page.getByText("If the details are right").waitFor();
  expect(started.outbox.slice(before)).toEqual([]);
  await page.fill("#code", "123456");
  await page.click("#code-form button[type=submit]");
  await page.getByText("The code is wrong or too old").first().waitFor();
  await looksWell(page, "ex-husband");
});
