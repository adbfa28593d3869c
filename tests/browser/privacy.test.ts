// The privacy notice at the first sign-in, and all my data: against the real API on the embedded engine.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { fieldNames } from "../../shared/privacy/fields.ts";
import { myDataSays } from "../../web/messages/my-data.ts";
import { shownSays } from "../../web/messages/my-data-shown.ts";
import { fieldWords } from "../../web/messages/privacy-fields.ts";
import { complaintsOf } from "../support/axe.ts";
import { aPhone } from "../support/build.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { type Known, someoneNew } from "../support/people.ts";
import { visitPortal } from "../support/portal.ts";

const portal = visitPortal();

const Saved = v.object({
  names: v.record(v.string(), v.object({ zh: v.string(), en: v.string() })),
  fields: v.record(v.string(), v.unknown()),
});

/** From the page somebody wanted to see to where the code leads. */
async function signIn(page: Page, { number, name, phone }: Known, wanted: string) {
  await page.goto(portal.origin + wanted);
  await page.waitForURL("**/sign-in?**");
  await page.fill("#number", number);
  await page.fill("#name", name);
  await page.press("#name", "Enter");
  await page.waitForURL("**/sign-in-code?**");
  await page.fill("#code", portal.app().codeAt(phone) ?? "");
  await page.press("#code", "Enter");
}

describe("the privacy notice", () => {
  test("comes after the code and before the first record page, once, by keyboard at 360 px", async () => {
    const person = await someoneNew(portal.client, { notice: "unread" });
    const page = await portal.page();
    await signIn(page, person, "/submissions");
    await page.waitForURL("**/privacy-notice?**");
    expect(await sideways(page)).toBe(0);
    expect(await smallTargets(page, 44)).toEqual([]);
    expect(await complaintsOf(page)).toEqual([]);
    await pressTo(page, "main button");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/submissions");
    await page.goBack();
    expect(page.url()).not.toContain("privacy-notice");

    await page.context().clearCookies();
    await signIn(page, person, "/submissions");
    await page.waitForURL("**/submissions");
  });

  test("holds nobody up when it cannot be noted; it comes again the next time", async () => {
    const person = await someoneNew(portal.client, { notice: "unread" });
    const page = await portal.page();
    await page.route("**/api/privacy/notices", (route) => route.fulfill({ status: 503, body: "{}" }));
    await signIn(page, person, "/en/submissions");
    await page.waitForURL("**/en/privacy-notice?**");
    await page.click("main button");
    await page.waitForURL("**/en/submissions");
    await page.unroute("**/api/privacy/notices");

    await page.context().clearCookies();
    await signIn(page, person, "/submissions");
    await page.waitForURL("**/privacy-notice?**");
  });
});

test("the list of every field can be used by everybody, and holds every row of the table", async () => {
  const page = await portal.page();
  await page.goto(`${portal.origin}/privacy/fields`);

  expect(await sideways(page)).toBe(0);
  expect(await complaintsOf(page)).toEqual([]);
  expect(await page.locator(".told dt").count()).toBe(fieldNames.length);
});

describe("all my data", () => {
  test("is shown when it is asked for, unmasked and by the names of the field table, and saved without a word of the person in the file's name", async () => {
    const person = await someoneNew(portal.client);
    const page = await portal.page(person);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${portal.origin}/my-data`);
    await page.locator("#show:enabled").waitFor();
    expect(asked).not.toContain("/api/privacy/export");
    expect(await page.textContent("main")).not.toContain(person.number);

    expect(await smallTargets(page, 44)).toEqual([]);
    await pressTo(page, "#show");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#copy section");
    expect(await smallTargets(page, 44)).toEqual([]);
    const text = (await page.textContent("#copy")) ?? "";
    for (const told of [person.number, person.name, person.phone, fieldWords.zh.number, shownSays.zh.says["look.copy"]])
      expect(text).toContain(told);
    expect(text).not.toContain(person.record.registration.personId);
    expect(await page.evaluate(() => document.activeElement?.closest("#copy")?.id)).toBe("copy");
    expect(await sideways(page)).toBe(0);
    expect(await complaintsOf(page)).toEqual([]);

    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#copy button >> nth=0")]);
    expect(download.suggestedFilename()).toBe("canbaotong-2026-03-31.json");
    const saved = v.parse(Saved, JSON.parse(await readFile(await download.path(), "utf8")));
    expect(saved.fields).toMatchObject({ name: [{ name: person.name }], number: [{ number: person.number }] });
    expect(saved.names["phone"]).toEqual({ zh: fieldWords.zh.phone, en: fieldWords.en.phone });
    expect(Object.keys(saved.names).sort()).toEqual(Object.keys(saved.fields).sort());
  });

  test("that cannot be read looks like an outage, in English too, and is read again at one press", async () => {
    const page = await portal.page(await someoneNew(portal.client), { width: 1280 });
    await page.route("**/api/privacy/export", (route) => route.abort());
    await page.goto(`${portal.origin}/en/my-data`);
    await page.click("#show");
    await page.waitForSelector("#notice .blind");
    expect(await page.textContent("#notice h2")).toBe(myDataSays.en.unreadTitle);
    expect(await page.isVisible("#show")).toBe(true);

    await page.unroute("**/api/privacy/export");
    await page.click("#show");
    await page.waitForSelector("#copy section");
    expect(await page.textContent("#copy h2")).toBe("Who you are");
    expect(await page.textContent("#notice")).toBe("");
  });

  test("is not for who only has the phone: one more proof, and back here", async () => {
    const person = await someoneNew(portal.client, { phone: aPhone("15412340099", { confirmedOn: undefined }) });
    const page = await portal.page(person);
    await page.goto(`${portal.origin}/my-data`);
    await page.click("#show");
    await page.waitForSelector("#notice .warn");

    expect(await page.textContent("#notice h2")).toBe(myDataSays.zh.limitedTitle);
    expect(await page.getAttribute("#notice a", "href")).toBe("/check-limited?return=%2Fmy-data");
    expect(await page.locator("#copy *").count()).toBe(0);
  });
});
