// Asking for another phone without being signed in, against the real API on the embedded engine.
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { phoneReplacementSays } from "../../web/messages/phone-replacement.ts";
import { type Started, startApp } from "../support/app.ts";
import { complaintsOf } from "../support/axe.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways } from "../support/layout.ts";
import { someoneElse, someoneNew, wrongAfter } from "../support/people.ts";
import { everythingIn } from "../support/table.ts";
import { through } from "../support/through.ts";
import { visit } from "../support/visit.ts";

const PHONE = "19712340001";
const RECEIPT = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/;

let started: Started;

const site = visit({ engine: true, api: (request) => through(started.app, request) });

beforeEach(() => {
  started = startApp({ client: site.client });
});

const aPage = (width = 360): Promise<Page> => site.page({ width, bypassCSP: true });
const filed = async () => (await everythingIn(site.client, "casework")).length;

describe.each([
  { lang: "zh" as const, at: "", help: "手机号换了" },
  { lang: "en" as const, at: "/en", help: "My phone number changed" },
])("by keyboard alone at 360 px, in $lang", ({ lang, at, help }) => {
  const says = phoneReplacementSays[lang];

  test("somebody finds it where signing in fails, asks for another phone and has a receipt that stays", async () => {
    const person = await someoneNew(site.client);
    const before = await filed();
    const page = await aPage();
    const look = async (what: string) => expect([what, await complaintsOf(page), await sideways(page)]).toEqual([what, [], 0]);

    await page.goto(`${site.origin}${at}/sign-in`);
    await page.focus(`summary:has-text("${help}")`);
    await page.keyboard.press("Enter");
    await pressTo(page, "details a[href$='/phone-replacement']");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${at}/phone-replacement`);

    await pressTo(page, "button[type=submit]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#errs");
    await expect.poll(() => page.locator("#errs li").count()).toBe(3);
    await look("step 1 with errors");

    await page.fill("#number", "");
    await pressTo(page, "#number");
    await page.keyboard.type(person.number);
    await page.keyboard.press("Tab");
    await page.keyboard.type(person.name);
    await page.keyboard.press("Tab");
    await page.keyboard.type(`+86 ${PHONE}`);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${at}/phone-replacement-code`);
    await page.waitForFunction((phone) => document.querySelector("#sent")?.textContent?.includes(phone), PHONE);
    await look("step 2");

    await pressTo(page, "#code");
    await page.keyboard.type(wrongAfter(started.codeAt(PHONE)));
    await page.keyboard.press("Enter");
    await page.waitForSelector("#errs");
    await expect.poll(() => page.locator("#errs li").allTextContents()).toEqual([says.code["code.wrong"]]);
    await look("step 2 with an error");

    await page.fill("#code", started.codeAt(PHONE) ?? "");
    await page.press("#code", "Enter");
    await page.waitForSelector("#done:not([hidden])");
    expect(await page.textContent("h1")).toBe(says.code.done);
    const receipt = (await page.textContent("#receipt")) ?? "";
    expect(receipt).toMatch(RECEIPT);
    expect(await page.textContent("#done ul")).toMatch(/10个工作日|10 working days/);
    await look("receipt");
    expect(await filed()).toBe(before + 2);

    await page.reload();
    expect(await page.textContent("#receipt")).toBe(receipt);
  });
});

test("a stranger reads the same as everybody, and nothing is filed", async () => {
  const before = await filed();
  const page = await aPage();
  await page.goto(`${site.origin}/phone-replacement`);
  await page.fill("#number", someoneElse(950));
  await page.fill("#name", "某某");
  await page.fill("#phone", "1971234000");
  await page.click("button[type=submit]");
  await expect.poll(() => page.locator("#errs li").allTextContents()).toEqual(["手机号码少1位：现在是10位，应该是11位"]);

  await page.fill("#phone", "19712340002");
  await page.click("button[type=submit]");
  await page.waitForURL("**/phone-replacement-code");
  await page.reload();
  await page.fill("#code", started.codeAt("19712340002") ?? "");
  await page.press("#code", "Enter");
  await page.waitForSelector("#done:not([hidden])");

  expect(await page.textContent("#receipt")).toMatch(RECEIPT);
  expect(await filed()).toBe(before);
});

test("an answer that is lost on the way costs nothing: the same button brings the receipt", async () => {
  const person = await someoneNew(site.client);
  const page = await aPage();
  await page.goto(`${site.origin}/phone-replacement`);
  await page.fill("#number", person.number);
  await page.fill("#name", person.name);
  await page.fill("#phone", "19712340003");
  await page.click("button[type=submit]");
  await page.waitForURL("**/phone-replacement-code");
  const before = await filed();
  await page.route(
    "**/api/phone-replacements",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.fill("#code", started.codeAt("19712340003") ?? "");
  await page.press("#code", "Enter");
  await page.waitForSelector("#notice .blind");
  expect(await page.inputValue("#code")).toBe(started.codeAt("19712340003"));
  await page.click("button[type=submit]");
  await page.waitForSelector("#done:not([hidden])");

  expect(await filed()).toBe(before + 2);
});

test("the second step sends back who has not begun", async () => {
  const page = await aPage();
  await page.goto(`${site.origin}/phone-replacement-code`);
  await page.waitForURL("**/phone-replacement");
});
