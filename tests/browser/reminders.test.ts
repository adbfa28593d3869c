// Reminders: what is due and why, where to do it; a choice that is kept; a child's, seen by its parent. On the real engine.
import { readFileSync } from "node:fs";
import { PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { itemOf } from "../../functions/casework/table.ts";
import { openRegister } from "../../functions/register/register.ts";
import { clockAt, plusDays } from "../../shared/kernel/calendar.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { summarise } from "../../shared/summary.ts";
import { reminderCalendar, reminderKinds, reminders, remindersSays } from "../../web/messages/reminders.ts";
import { aMember, inHousehold } from "../children/family.ts";
import { paidFor } from "../duplicate/someone.ts";
import { complaintsOf } from "../support/axe.ts";
import { aFact, anEnrolment, day, noon } from "../support/build.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { visitPortal } from "../support/portal.ts";

const portal = visitPortal();
let page: Page;

const lives = aFact({ name: "residence", division: "340403", lines: "龙泉街道学院路8号" });

/** A courier who has not paid since spring, with a child that was born three weeks ago. */
async function aFamily() {
  const facts = [lives, inHousehold("H-9001", "01"), aFact({ name: "employment", status: "FLEXIBLE" })];
  const person = await aMember(portal.client, { birth: "1908-05-01", facts, name: "林晓禾" });
  const today = day(clockAt(Date.parse(portal.app().now())).slice(0, 10));
  await aMember(portal.client, {
    birth: plusDays(today, -70),
    facts: [lives, inHousehold("H-9001", "20")],
    name: "林小树",
  });
  const { personId } = person.record.registration;
  const pension = anEnrolment({ scheme: "110", region: "340400", from: "2025-01", insuredAs: "flexible" });
  const paidYears = paidFor(pension, { 2025: "ppppppp-----" });
  const register = openRegister({ client: portal.client, table: "register" });
  const before = await register.record(personId);
  const summary = summarise([pension], paidYears, day("2025-12-01"));
  const origin = {
    by: "insured-340400",
    channel: "import",
    receipt: crypto.randomUUID(),
    recordedAt: noon("2025-12-01"),
  } as const;
  const changes = { enrolments: [pension], paidYears, summary };
  const TransactItems = register.moves({ ...origin, personId, before, changes });
  await portal.client.send(new TransactWriteItemsCommand({ TransactItems }));
  const Item = itemOf.notice(personId, { version: NOTICE_VERSION, at: noon("2026-01-05") });
  await portal.client.send(new PutItemCommand({ TableName: "casework", Item }));
  return { person };
}

const open = async (path: string) => {
  await page.goto(portal.origin + path);
  await page.waitForSelector("#said:not([hidden])");
};
const looksRight = async () => {
  expect(await complaintsOf(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  expect(await smallTargets(page, 44)).toEqual([]);
};
const shot = async (name: string) => {
  const folder = process.env["SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/reminders-${name}.png`, fullPage: true });
};

test("a gap is told with its cause and the way to it; a choice stays; a child's last day is seen by its parent", async () => {
  const { person } = await aFamily();
  page = await portal.page(person, { bypassCSP: true });

  await open("/reminders");
  expect(await page.textContent("#now")).toContain("养老保险从2025年8月起没有缴费记录");
  expect(await page.textContent("#now")).toContain("安徽省淮南市的养老保险");
  expect(await page.getAttribute("#now a", "href")).toBe("/check");
  await page.waitForSelector("#year:not([hidden])");
  expect(await page.getAttribute("#year li a", "href")).toBe("#due-0");
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("#year [download]")]);
  expect(readFileSync(await file.path(), "utf8")).toContain("BEGIN:VEVENT");
  await shot("zh");
  await looksRight();

  await page.selectOption("#hour", "9");
  let arrive = () => {};
  const held = new Promise<void>((go) => {
    arrive = go;
  });
  await page.route("**/api/reminders/settings", (route) => held.then(() => route.continue()), { times: 1 });
  await page.click("#how [type=submit]");
  await page.click(`#due-0 button:has-text("${reminderCalendar.zh.stop}")`); // while the first is still on its way
  arrive();
  await page.waitForSelector("#done .note");
  expect(await page.textContent("#done")).toContain(remindersSays.zh.savedText);
  const off = () => page.evaluate(async () => (await (await fetch("/api/reminders")).json()).settings.off);
  await expect.poll(off).toContain("payment-gap");
  await shot("saved");
  await page.check(`text=${reminders.zh.page}`);
  expect(await page.isVisible("#hour")).toBe(false);
  await page.check(`text=${reminders.zh.sms}`);
  await open("/en/reminders");
  expect(await page.textContent("h1")).toBe(reminders.en.title);
  expect(await page.isChecked(`text=${reminderKinds.en["payment-gap"]}`)).toBe(false);
  expect(await page.inputValue("#hour")).toBe("9");
  await looksRight();
  await shot("en");

  await page.click("#children a");
  await page.waitForSelector("#others:not([hidden])");
  expect(await page.textContent("#now")).toContain("Enrol the child");
  expect(await page.isVisible("#how")).toBe(false);
  await shot("child");
});
