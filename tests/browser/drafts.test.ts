// Unsent forms on a real phone's terms: the browser is killed, two tabs are open, somebody else picks it up, the network goes.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { en, zh } from "../../web/messages/drafts.ts";
import { kit } from "../../web/messages/kit.ts";
import { complaintsOf } from "../support/axe.ts";
import { chooseOn } from "../support/choose.ts";
import { SEND } from "../support/form-steps.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { keptOnPhone } from "../support/on-phone.ts";
import { type Known, someoneNew } from "../support/people.ts";
import { visitPortal } from "../support/portal.ts";
import { asChromium88, launchKept } from "./chrome.ts";

const portal = visitPortal();
let folder: string;
let phone: Awaited<ReturnType<typeof launchKept>>;
let context: BrowserContext;
let person: Known;

beforeEach(async () => {
  await portal.begin();
  folder = mkdtempSync(path.join(tmpdir(), "phone-"));
  person = await someoneNew(portal.client);
  await switchOn();
});
afterEach(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function switchOn() {
  phone = await launchKept(folder);
  context = phone.context;
  await asChromium88(context);
  await portal.signIn(context, person);
}

const NAME = '[name="employer.name"]';
const at = (page: Page, step: string) => page.waitForSelector(`[data-step=${step}]:not([hidden])`);
async function open(address: string, page?: Page): Promise<Page> {
  const opened = page ?? (await context.newPage());
  await opened.goto(portal.origin + address);
  await opened.waitForSelector(`${SEND}:not([disabled])`);
  return opened;
}
/** As far as the employer's name, by keyboard alone. */
async function typeEmployer(page: Page, name: string) {
  await pressTo(page, "[name=status]");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await at(page, "employer");
  await pressTo(page, NAME);
  await page.keyboard.insertText(name);
}
const sentOf = (page: Page): Promise<{ asked: string }[]> =>
  page.evaluate(async () => (await (await fetch("/api/submissions")).json()).submissions);

/** All that lies on the phone, as somebody who opens it up would see it. */
const lyingOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const rows = await new Promise<{ name: string; sealed: ArrayBuffer }[]>((done) => {
      const asked = indexedDB.open("drafts");
      asked.onsuccess = () => {
        const all = asked.result.transaction("drafts").objectStore("drafts").getAll();
        all.onsuccess = () => done(all.result);
      };
    });
    const texts = rows.map(({ name, sealed }) => name + new TextDecoder().decode(sealed));
    return [...texts, ...Object.entries(localStorage).flat()].join(" ");
  });

test("a killed browser, an ended session, a second tab and no network lose nothing, and one form arrives", async () => {
  let first = await open("/change/employment");
  const second = await open("/change/employment");
  await typeEmployer(first, "淮南某某有限公司");
  await expect.poll(() => second.inputValue(NAME)).toBe("淮南某某有限公司"); // so it lies on the phone
  expect(await first.textContent("#on-phone")).toBe(zh.onPhone.replace("{n}", "30"));

  await phone.kill();
  await switchOn();
  first = await open("/change/employment");
  await at(first, "employer");
  expect(await first.textContent("#notice")).toMatch(new RegExp(`${zh.restored}20\\d\\d年.*${zh.drop}`));
  expect(await first.inputValue(NAME)).toBe("淮南某某有限公司");
  expect([await complaintsOf(first), await sideways(first), await smallTargets(first, 44)]).toEqual([[], 0, []]);

  await context.clearCookies();
  await first.reload();
  await first.waitForURL("**/sign-in?return=%2Fchange%2Femployment");
  await portal.signIn(context, person);
  await open("/change/employment", first);
  const other = await open("/change/employment");
  await context.setOffline(true);
  await pressTo(first, "[name='employer.number']");
  await first.keyboard.insertText("91340400MA8TEST0XX");
  await first.keyboard.press("Enter");
  await first.waitForSelector("#errs"); // no such code
  await first.fill("[name='employer.number']", "");
  await first.press("[name='employer.number']", "Enter");
  await at(first, "check");
  await pressTo(first, "[name=declared]");
  await first.keyboard.press("Space");
  await first.keyboard.press("Enter");
  await first.waitForSelector("#notice .blind");
  expect(await first.textContent("#notice h2")).toBe(kit.zh.offline);

  await context.setOffline(false);
  await first.click(SEND);
  await first.waitForURL("**/submissions/receipt#*");
  await other.waitForSelector(`h1:text("${zh.sentTitle}")`);
  expect(await other.locator("form").isVisible()).toBe(false);
  const receipt = new URL(first.url()).hash;
  expect(await other.getAttribute("#notice a.btn", "href")).toBe(`/submissions/receipt${receipt}`);
  expect((await sentOf(first)).map(({ asked }) => asked)).toEqual([expect.stringContaining("淮南某某有限公司")]);
  await open("/change/employment", other);
  expect(await other.inputValue(NAME)).toBe("");
});

test("both tabs type and nothing is lost; each sends the same form, and it is received once", async () => {
  const [first, second] = [await open("/change/employment"), await open("/change/employment")];
  await typeEmployer(first, "甲公司");
  await expect.poll(() => second.inputValue(NAME)).toBe("甲公司");
  await second.goto(`${portal.origin}/change/employment#employer`);
  await second.fill(NAME, "乙公司");
  await first.fill("[name='employer.number']", "1"); // what was typed here stays
  await expect.poll(() => second.inputValue("[name='employer.number']")).toBe("1");
  expect(await first.inputValue(NAME)).toBe("甲公司");
  for (const page of [first, second]) {
    await page.fill(NAME, "丙公司");
    await page.fill("[name='employer.number']", "");
    await page.press(NAME, "Enter");
    await at(page, "check");
    await chooseOn(page, "[name=declared]");
  }
  // Each either sends it, or has heard from the other that it is sent, and has no button any more.
  const press = (page: Page) => page.locator(SEND).evaluate((button: HTMLElement) => button.offsetParent && button.click());
  await Promise.all([press(first), press(second)]);
  for (const page of [first, second]) await page.waitForSelector(`#receipt:not([hidden]), h1:text("${zh.sentTitle}")`);

  await expect.poll(() => sentOf(first)).toHaveLength(1); // it may be on its way from the one page to the other
});

test("somebody else who signs in on this phone sees nothing, in no form and in no list; who comes back sees it, and deletes it", async () => {
  const page = await open("/en/change/contact");
  await page.click('label:text("寿县")');
  await page.click(SEND);
  await at(page, "street");
  await chooseOn(page, "[data-step=street] [value=own]");
  await page.fill("#ownStreet", "老街乡");
  await page.click(SEND);
  await at(page, "door");
  await page.fill('[name="address.lines"]', "长江路1号");
  await keptOnPhone(page, { "address.lines": "长江路1号" });
  await page.goto(`${portal.origin}/en/submissions`);
  await page.waitForSelector("#unsent:not([hidden])");
  expect(await page.textContent("#unsent")).toContain(en.unsent);
  expect([await complaintsOf(page), await sideways(page), await smallTargets(page, 44)]).toEqual([[], 0, []]);

  await page.click("#sign-out");
  await page.waitForURL(/\/en\/$/);
  const lying = await lyingOn(page);
  for (const known of ["长江路", "老街", "寿县", "contact", person.name, person.number, person.phone])
    expect([known, lying.includes(known)]).toEqual([known, false]);
  await portal.signIn(context, await someoneNew(portal.client));
  await open("/en/change/contact", page);
  expect(await page.inputValue('[name="address.lines"]')).toBe("");
  await page.goto(`${portal.origin}/en/submissions`);
  await page.waitForSelector("#empty:not([hidden])");
  await page.waitForLoadState("networkidle");
  expect(await page.locator("#unsent").isVisible()).toBe(false);

  await portal.signIn(context, person);
  await page.reload();
  await page.click(`#unsent a:has-text("${en.goOn}")`);
  await page.waitForURL("**/en/change/contact*");
  await at(page, "door");
  expect(await page.inputValue('[name="address.lines"]')).toBe("长江路1号");
  await page.click("#notice button");
  await page.click(`#notice button:text("${en.dropSure}")`);
  await at(page, "place");
  expect(await page.inputValue('[name="address.lines"]')).toBe("");
  await page.reload();
  await page.waitForSelector(`${SEND}:not([disabled])`);
  expect(await page.locator("#notice .note").count()).toBe(0);
});
