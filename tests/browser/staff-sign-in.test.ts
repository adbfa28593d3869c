// Staff come in by an issuer on another site, are appointed, work, are locked out of an empty desk, and lose their role.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openGrants } from "../../functions/staff/grants.ts";
import { staffIdOf } from "../../functions/staff/issuer.ts";
import { instantAt, plusDays } from "../../shared/kernel/calendar.ts";
import { staffKit } from "../../web/messages/staff-frame.ts";
import { staffSignInSays } from "../../web/messages/staff-sign-in.ts";
import { complaintsOf } from "../support/axe.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways } from "../support/layout.ts";
import { localIssuer } from "../support/local-issuer.ts";
import { HOME, type StartedStaff, startStaff } from "../support/staff.ts";
import { type Look, visit } from "../support/visit.ts";

const MINUTE = 60_000;
let local: Awaited<ReturnType<typeof localIssuer>>;
let staff: StartedStaff;
let at: string;

const site = visit({ engine: true, api: (request) => staff.app.fetch(request) });
beforeAll(async () => {
  at = site.origin.replace("127.0.0.1", "localhost"); // the issuer is at 127.0.0.1: another site
  local = await localIssuer([at]);
  staff = startStaff({ client: site.client, clock: () => instantAt(Date.now()), issuer: local.issuer, origins: [at] });
});
afterAll(() => local?.stop());

const tab = (look: Look = {}): Promise<Page> => site.page({ width: 1280, ...look });

/** From a page of ours to the issuer's, and through it. */
async function signIn(page: Page, name: string, wanted = "/staff") {
  await page.goto(at + wanted);
  await page.waitForURL("**/staff/sign-in?**");
  await pressTo(page, "#go");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${local.address}/**`);
  await page.click(`button:has-text("${name}")`);
  await page.fill("#code", (await page.textContent("#shown")) ?? "");
  await page.keyboard.press("Enter");
}

test("who is unknown is refused with a code, appointed by it, comes in, and is out when the role ends", async () => {
  const grants = openGrants({ client: site.client, staff: staff.staff, isPlace: async () => true, now: staff.now });
  await grants.appoint("operator", {
    staffId: staffIdOf(local.address, "security-1"),
    workNumber: "5301",
    name: "安可信",
    agency: "测试县社保中心",
    role: "security-administrator",
    regions: [HOME],
    until: plusDays(staff.today(), 90),
  });

  const page = await tab({ bypassCSP: true });
  await signIn(page, "新来的");
  await page.waitForURL(`${at}/staff/sign-in?because=no-grant**`);
  await page.waitForSelector("#notice .note");
  expect(await page.textContent("#notice h2")).toBe(staffSignInSays.zh["no-grant.title"]);
  expect(await complaintsOf(page)).toEqual([]);
  const code = (await page.textContent("#staff-code")) ?? "";

  const desk = await tab({ bypassCSP: true });
  await signIn(desk, "安可信", "/staff/security");
  await desk.waitForURL(`${at}/staff/security`);
  await desk.waitForSelector("#now .grant");
  const form = {
    staffId: code,
    workNumber: "7001",
    name: "任新岗",
    agency: "测试县社保中心",
    until: plusDays(staff.today(), 20),
  };
  await desk.click("button[type=submit]");
  await expect.poll(() => desk.locator("#errs li").count()).toBe(5);
  for (const [name, value] of Object.entries(form)) await desk.fill(`#${name}`, value);
  await desk.click("button[type=submit]");
  await desk.waitForSelector('#now .grant:has-text("任新岗")');
  expect(await desk.textContent("#notice")).toContain("任新岗（工号7001）：接线员，安徽省淮南市演示县");
  expect(await complaintsOf(desk)).toEqual([]);

  await signIn(page, "新来的");
  await page.waitForURL(`${at}/staff`);
  await page.waitForSelector("#sessions li");
  expect(await page.textContent("#who")).toMatch(/任新岗.*工号7001.*接线员/);
  expect(await page.textContent("#roles .tag.warn")).toMatch(/^\d+天后到期。要继续，请找安全管理员。$/);
  expect(await page.locator("#where a:visible").allTextContents()).not.toContain("岗位和授权");
  expect(await complaintsOf(page)).toEqual([]);
  await page.goto(`${at}/staff/security`);
  await page.waitForSelector("#notice .warn");
  expect([await page.textContent("#notice h2"), await page.isVisible("#work")]).toEqual([staffKit.zh.notYours, false]);

  const line = desk.locator('#now .grant:has-text("任新岗")');
  await line.locator("button").first().click();
  await line.locator("[role=alert] + div button").first().click();
  await desk.waitForSelector('#over .grant:has-text("任新岗")');
  await page.goto(`${at}/staff`);
  await page.waitForURL("**/staff/sign-in?return=%2Fstaff");
});

test("an empty desk is warned, then locked: nothing stays on the screen; signing out leads to the door", async () => {
  const page = await tab({ width: 360, colorScheme: "dark" });
  const come = async () => {
    const { cookies } = await staff.as(["handler", "checker"]);
    const url = at.replace("http:", "https:");
    await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url, secure: true, httpOnly: true })));
  };
  await come();
  await page.clock.install();
  await page.goto(`${at}/en/staff`);
  await page.waitForSelector("#sessions li");
  expect(await sideways(page)).toBe(0);

  await page.clock.fastForward(25 * MINUTE + 20_000);
  await page.waitForSelector(`#notice h2:text("${staffKit.en.idleTitle}")`);
  await page.click("#notice button");
  expect(await page.locator("#notice .note").count()).toBe(0);
  const ended = page.waitForResponse((answer) => answer.request().method() === "DELETE");
  await page.clock.fastForward(30 * MINUTE + 20_000);
  await ended;
  await page.waitForSelector(`#notice h2:text("${staffKit.en.idleLocked}")`);
  expect([await page.isVisible("#work"), await page.textContent("#who")]).toEqual([false, ""]);
  expect(await page.getAttribute("#notice a", "href")).toBe("/en/staff/sign-in?return=%2Fen%2Fstaff");

  await page.reload();
  await page.waitForURL("**/en/staff/sign-in?return=%2Fen%2Fstaff"); // the session itself is over too
  await come();
  await page.goto(`${at}/en/staff`);
  await page.click("#sign-out");
  await page.waitForURL(`${at}/en/staff/sign-in?bye=1`);
  expect((await page.context().cookies()).filter(({ name }) => name === "__Host-staff")).toEqual([]);
});
