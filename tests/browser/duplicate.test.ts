// Two medical insurances, resolved: seen side by side, one chosen, decided by two people, the letter printed. On the real engine.
import { PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { itemOf } from "../../functions/casework/table.ts";
import { openDesk } from "../../functions/desk/desk.ts";
import { openRegister } from "../../functions/register/register.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { summarise } from "../../shared/summary.ts";
import { deskTwice, duplicateSays, duplicates, listSays } from "../../web/messages/duplicates.ts";
import { evidenceSays } from "../../web/messages/evidence.ts";
import { aMember } from "../children/family.ts";
import { paidFor } from "../duplicate/someone.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { complaintsOf } from "../support/axe.ts";
import { aFact, anEnrolment, day, noon } from "../support/build.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { startMachine } from "../support/machine.ts";
import { aPhoto } from "../support/photo.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { through } from "../support/through.ts";
import { visit } from "../support/visit.ts";

const TODAY = noon("2026-11-22");
let app: Started;
let staff: StartedStaff;
const portal = visit({
  engine: true,
  api: (request) => through(/\/api\/staff\//.test(request.url) ? staff.app : app.app, request),
});
beforeAll(() => {
  app = startApp({ client: portal.client, startAt: TODAY });
  staff = startStaff({ client: portal.client, startAt: TODAY });
});
let page: Page;

const lives = (name: "residence" | "hukou", division: string) => aFact({ name, division, lines: "某街1号" });
const resident = anEnrolment({ scheme: "390", region: "340422", from: "2024-01", insuredAs: "resident" });
const worker = anEnrolment({ scheme: "310", region: "320102", from: "2025-06", insuredAs: "flexible" });

async function someoneTwice() {
  const facts = [lives("hukou", "340422"), lives("residence", "320102"), aFact({ name: "employment", status: "FLEXIBLE" })];
  const person = await aMember(portal.client, { birth: "1990-05-01", facts });
  const { personId } = person.record.registration;
  const enrolments = [resident, worker];
  const paidYears = [
    ...paidFor(resident, { 2024: "pppppppppppp", 2025: "pppppppppppp" }, { personal: 3_333, subsidy: 5_583 }),
    ...paidFor(resident, { 2026: "pppppppppppp" }, { personal: 0, subsidy: 8_916 }), // by now the government pays all of it
    ...paidFor(worker, { 2025: "-----ppppppp", 2026: "ppppppppppp-" }, { base: 500_000, personal: 40_000 }),
  ];
  const register = openRegister({ client: portal.client, table: "register" });
  const before = await register.record(personId);
  const changes = { enrolments, paidYears, summary: summarise(enrolments, paidYears, day("2026-11-20")) };
  const origin = {
    by: "insured-320102",
    channel: "import",
    receipt: crypto.randomUUID(),
    recordedAt: noon("2026-11-20"),
  } as const;
  await portal.client.send(
    new TransactWriteItemsCommand({ TransactItems: register.moves({ ...origin, personId, before, changes }) }),
  );
  const Item = itemOf.notice(personId, { version: NOTICE_VERSION, at: noon("2026-01-05") });
  await portal.client.send(new PutItemCommand({ TableName: "casework", Item }));
  return { person, personId, register };
}

const open = async (path: string, waitFor: string) => {
  await page.goto(portal.origin + path);
  await page.waitForSelector(waitFor);
};
const looksRight = async () => {
  expect(await complaintsOf(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  expect(await smallTargets(page, 44)).toEqual([]);
};
const shot = async (name: string) => {
  const folder = process.env["SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/duplicate-${name}.png`, fullPage: true });
};

test("two medical insurances, one paid for by the government: seen, given up in writing, seen at the desk, decided by two, and the letter is one page", async () => {
  const machine = await startMachine(portal.client);
  const { person, personId, register } = await someoneTwice();
  const { cookies } = (await signInAs(app, person)).browser;
  const photo = await aPhoto(portal.browser);
  page = await portal.page({ cookies, bypassCSP: true });
  const t = { ...duplicateSays.zh, ...listSays.zh };

  await open("/check", "a[href='/duplicates']");
  expect(await page.textContent("#summary")).toContain("有1件事要您处理");
  await open("/duplicates", ".pair");
  expect(await page.textContent("#pairs")).toContain(t["says.WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE"]);
  expect(await page.textContent("#pairs")).toContain("安徽省淮南市寿县经办机构");
  expect(await page.$$eval(".beside tbody:first-of-type i", (cells) => cells.length)).toBe(24);
  expect(await page.textContent(".beside tbody:last-of-type")).toContain("两份都有：1–11月");
  await looksRight();
  await shot("list");

  await page.click(".pair .btn");
  await page.waitForSelector("#answers input");
  await page.click("button[type=submit]");
  await page.waitForSelector("#errs");
  await page.check("#answer-3"); // not agreed: words are asked for
  expect(await page.isVisible("#text")).toBe(true);
  await page.check("#answer-1");
  await looksRight();
  await shot("choose");
  await page.click("button[type=submit]");
  const chooser = page.locator("input.file:not([capture])");
  await chooser.waitFor({ state: "attached" });
  await page.click("button[type=submit]");
  await page.waitForSelector("#errs"); // not without the paper
  await chooser.setInputFiles({ name: "IMG.jpg", mimeType: "image/jpeg", buffer: photo });
  await page.locator(".piece").getByText(evidenceSays.zh["piece.kept"], { exact: true }).waitFor();
  await shot("waiver");
  await page.click("button[type=submit]");
  await page.waitForSelector("#rows dd");
  expect(await page.textContent("#rows")).toContain("职工医保，江苏省南京市玄武区");
  await page.check("[name=declared]");
  await page.click("button[type=submit]");
  await page.waitForURL(/receipt#/);
  await page.waitForSelector("#receipt:not([hidden])");
  expect(await machine.run()).toEqual([]);

  const handler = await staff.as(["handler"], ["340422"]);
  const desks = await portal.page({ width: 1280, height: 900, cookies: handler.cookies, bypassCSP: true, newest: true });
  await desks.goto(`${portal.origin}/staff/desk`);
  await desks.click("#tasks a");
  await desks.waitForSelector("#twice .beside");
  const seen = await desks.innerText("#twice");
  for (const said of [deskTwice.zh["twice.applied"], deskTwice.zh["says.WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE"]])
    expect(seen).toContain(said);
  expect(seen).toContain("本人选：留职工医保，江苏省南京市玄武区");
  expect(await desks.locator("#paper-1").count()).toBe(1);
  expect(await complaintsOf(desks)).toEqual([]);
  const folder = process.env["SHOTS"];
  if (folder) await desks.screenshot({ path: `${folder}/duplicate-desk.png`, fullPage: true });

  const desk = openDesk({ client: portal.client, table: "desk" });
  for (const by of ["王芳", "李强"]) {
    const [task] = (await desk.openTasks()).filter((one) => one.personId === personId);
    await desk.decide(task!, { verdict: "applied", reason: "两份都核对过。", by }, noon("2026-11-23"));
  }
  expect(await machine.run()).toEqual([]);
  const { enrolments } = (await register.record(personId))!;
  expect(enrolments.map(({ scheme, status }) => `${scheme} ${status}`).sort()).toEqual(["310 active", "390 ended"]);

  await open("/duplicates", ".pair");
  expect(await page.textContent("#pairs")).toContain("2026年11月22日已定");
  expect(await page.$$eval(".both .seal", (seals) => seals.map((seal) => seal.textContent))).toEqual(["留", "停"]);
  expect(await page.textContent("#pairs")).not.toContain(t.toChoose);
  await shot("settled");
  await open(`/en${await page.$eval(".pair .btn", (link) => link.getAttribute("href"))}`, "#letter:not([hidden])");
  expect(await page.textContent("h1")).toBe(duplicates.en.letter.title);
  expect(await page.textContent("#letter")).toContain("Decided on 22 November 2026");
  await looksRight();
  await shot("letter");
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
