// A visitor's tablet on the road: no network, a browser that is killed, a colleague who signs in on it, and the network again.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VisitList, VisitView } from "../../shared/visits/contract.ts";
import { visitsSays } from "../../web/messages/visits-says.ts";
import { complaintsOf } from "../support/axe.ts";
import { noon } from "../support/build.ts";
import { chooseOn } from "../support/choose.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { startMachine } from "../support/machine.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { through } from "../support/through.ts";
import { visit } from "../support/visit.ts";
import { COUNTY, idOfHome, living, ROUTE } from "../visits/village.ts";
import { launchKept } from "./chrome.ts";

type Asker = Awaited<ReturnType<StartedStaff["as"]>>;
const STARTED = noon("2026-11-22");
const CODE = "road-739154";
const says = visitsSays.zh;
let staff: StartedStaff;
let folder: string;
let tablet: Awaited<ReturnType<typeof launchKept>>;
let context: BrowserContext;
let [visitor, colleague, handler]: Asker[] = [];

const site = visit({ engine: true, api: (request) => through(staff.app, request) });
beforeAll(async () => {
  staff = startStaff({ client: site.client, startAt: STARTED });
  folder = mkdtempSync(path.join(tmpdir(), "tablet-"));
  visitor = await staff.as("visitor", [COUNTY], { name: "高原" });
  colleague = await staff.as("visitor", [COUNTY], { name: "田野" });
  handler = await staff.as("handler", [COUNTY]);
});
afterAll(async () => {
  await context?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The clock of the tablet goes with the office's. */
async function switchOn(): Promise<Page> {
  tablet = await launchKept(folder);
  context = tablet.context;
  await context.clock.setFixedTime(staff.now());
  return context.newPage();
}
async function later(minutes: number): Promise<void> {
  staff.pass(minutes * 60);
  await context.clock.setFixedTime(staff.now());
}
/** Anew each time: a session ends after half an hour without a sign of life. */
async function signIn({ member, cookies }: Asker): Promise<void> {
  await context.clearCookies();
  cookies.set("__Host-staff", await staff.staff.begin(member.staffId));
  await site.signIn(context, cookies);
}
const open = (page: Page) => page.goto(`${site.origin}/staff/visits`);
async function unlock(page: Page): Promise<void> {
  await page.fill("#unlock-code", CODE);
  await page.press("#unlock-code", "Enter");
  await page.waitForSelector(".house");
}
const counts = (page: Page) => page.locator("#counts b").allTextContents();

/** Where the form of a household's first person is. */
async function placeOf(page: Page, nth: number): Promise<string> {
  const house = page.locator(".house").nth(nth);
  if (!(await house.locator(".people").isVisible())) await house.locator("summary").click();
  await house.locator(".people .btn").first().click();
  await page.waitForSelector("#form:not([hidden])");
  const { hash } = new URL(page.url());
  await page.click("#later");
  await page.waitForSelector("#form", { state: "hidden" });
  return hash;
}

/** On to the second before the first is drawn. */
const hurry = (page: Page, hashes: string[]) =>
  page.evaluate(async ([first, second]) => {
    const gone = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = first!;
    await gone;
    location.hash = second!;
  }, hashes);

async function fillIn(page: Page, nth: number): Promise<void> {
  const house = page.locator(".house").nth(nth);
  if (!(await house.getAttribute("open"))?.length && !(await house.locator(".people").isVisible()))
    await house.locator("summary").click();
  await house.locator(".people .btn").first().click();
  await page.waitForSelector("#form:not([hidden])");
  await chooseOn(page, '[name="card"][value="yes"]');
  for (const name of ["notes", "declared"]) await chooseOn(page, `[name="${name}"]`);
  await chooseOn(page, '[name="sign.by"][value="self"]');
  await page.fill('[name="sign.name"]', "林晓禾");
  if (nth === 0) expect([await complaintsOf(page), await sideways(page)]).toEqual([[], 0]);
  await page.click("#form button[type=submit]");
  await page.waitForSelector("#form", { state: "hidden" });
}

test("three forms are filled in without a network, the browser is killed, and three receipts come: none twice, the author right", async () => {
  const homes = ["000000901", "000000902", "000000903"];
  for (const home of homes) await living(site.client, home, { insured: ["medical"] });
  const given = await handler!.post(
    "/staff/visit-lists",
    { ...ROUTE, visitor: visitor!.member.staffId, households: homes.map((home) => idOfHome(home)) },
    { headers: { "idempotency-key": crypto.randomUUID() } },
  );
  const { list } = v.parse(VisitList, await given.json());

  let page = await switchOn();
  await page.setViewportSize({ width: 768, height: 1024 });
  await signIn(visitor!);
  await later(5);
  await open(page);
  await page.fill("#new-code-1", CODE);
  await page.fill("#again", CODE);
  await page.click("#take-button");
  await page.waitForSelector("#is-ready:not([hidden])");
  await page.locator(".house summary").first().click();
  expect([await complaintsOf(page), await sideways(page), await smallTargets(page, 44)]).toEqual([[], 0, []]);

  await context.setOffline(true);
  await later(20);
  await page.reload();
  await unlock(page); // without a network, by the code of the road
  const places = [await placeOf(page, 0), await placeOf(page, 1)];
  await hurry(page, [places[0]!, ""]);
  await page.waitForSelector("#form", { state: "hidden" });
  await hurry(page, places);
  await page.waitForSelector("#form:not([hidden])");
  await chooseOn(page, '[name="card"][value="no"]');
  await page.waitForFunction(() => document.querySelector("#kept")?.textContent !== "");
  await page.click("#later");
  await hurry(page, places.toReversed());
  await page.waitForSelector("#form:not([hidden])");
  expect(await page.locator('[name="card"]:checked').count()).toBe(0); // what was said of the second stands in no other's form
  await page.click("#later");
  await page.waitForSelector("#form", { state: "hidden" });
  for (const nth of [0, 1, 2]) await fillIn(page, nth);
  await expect.poll(() => counts(page)).toEqual(["3", "0", "0", "0", "0"]);
  await expect.poll(() => page.textContent("#net")).toBe(says.offline);
  await tablet.kill();

  staff.pass(3600);
  page = await switchOn();
  await signIn(colleague!);
  await open(page);
  await page.waitForSelector("#colleagues:not([hidden])");
  await expect.poll(() => page.textContent("#colleagues")).toBe(says.colleagues.replace("{n}", "3"));
  expect([await counts(page), await page.locator(".house").count()]).toEqual([["0", "0", "0", "0", "0"], 0]);

  await context.clearCookies();
  await page.reload();
  await unlock(page);
  await page.waitForSelector("#sign-in:not([hidden])");
  await expect.poll(() => page.textContent("#net")).toBe(says.signedOut.replace("{n}", "3"));
  await signIn(visitor!);
  await context.setOffline(true);
  await context.setOffline(false); // a network again: nobody has to press anything
  await expect.poll(() => counts(page)).toEqual(["0", "0", "3", "0", "0"]);
  const machine = await startMachine(site.client);
  await machine.run();
  await page.reload();
  await unlock(page);
  await expect.poll(() => counts(page)).toEqual(["0", "0", "0", "3", "0"]); // the register has them
  expect(await page.locator("#send").isVisible()).toBe(false);

  const visits = await Promise.all(
    [1, 2, 3].map(async (nth) => {
      const answer = await visitor!.get(`/staff/visits/${list}-00${nth}`);
      return v.parse(VisitView, (await answer.json()).visit);
    }),
  );
  const members = visits.flatMap((visit) => visit.members);
  expect(members.map(({ outcome, receipts }) => [outcome, receipts.length])).toEqual([
    ["completed", 1],
    ["completed", 1],
    ["completed", 1],
  ]);
  expect(new Set(members.flatMap(({ receipts }) => receipts)).size).toBe(3);
  expect(visits.flatMap(({ notes }) => notes.map(({ step, by, broughtBy }) => [step, by.name, broughtBy]))).toEqual([
    ["form", "高原", undefined],
    ["form", "高原", undefined],
    ["form", "高原", undefined],
  ]);
});
