// An agent acts for who is on the phone: in the caller's own forms, on a code that the caller reads out.
import type { FrameLocator, Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Text } from "../../functions/notify/sender.ts";
import { createNotify } from "../../functions/notify.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import { actingSays } from "../../web/messages/acting.ts";
import { aCall, type OnCall } from "../acting/call.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { complaintsOf } from "../support/axe.ts";
import { aPhone } from "../support/build.ts";
import { chooseOn } from "../support/choose.ts";
import { sideways } from "../support/layout.ts";
import { startMachine } from "../support/machine.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { through } from "../support/through.ts";
import { visit } from "../support/visit.ts";

const says = actingSays.zh;
const checkTitle = "Read it through before you send it";
const NEW_PHONE = "15400008899";
const out: Text[] = [];
let staff: StartedStaff;
let machine: Awaited<ReturnType<typeof startMachine>>;
const now = () => instantAt(Date.now());

const site = visit({ engine: true, api: (request) => appFor(request).fetch(request) });
beforeAll(() => {
  const { client } = site;
  const send = async (text: Text) => {
    out.push(text);
    return "sent" as const;
  };
  const notify = createNotify({ client, now: () => Math.floor(Date.now() / 1000), sender: { send } });
  const carry = async (message: string) => {
    const body = JSON.stringify({ message, from: "desk" });
    await notify({ Records: [{ messageId: message, body }] }, { awsRequestId: "n" });
  };
  staff = startStaff({ client, clock: now, carry, origins: [site.origin] });
});
beforeEach(async () => {
  machine = await startMachine(site.client);
});

/** Both functions under one address, as behind the gateway. */
function appFor(request: Request) {
  if (new URL(request.url).pathname.startsWith("/api/staff/")) return staff.app;
  const { app } = residents();
  return { fetch: (given: Request) => through(app, given) };
}
let started: Started | undefined;
const residents = (): Started => {
  started ??= startApp({ client: site.client, startAt: now() });
  return started;
};

/** An agent's tab, and somebody who is on the phone with them. */
async function onThePhone(
  under = "",
): Promise<{ page: Page; frame: FrameLocator; call: OnCall; open(path: string): Promise<void> }> {
  const { member, cookies } = await staff.as("agent");
  const fresh = { confirmedOn: now().slice(0, 10), from: "2024-01-15" };
  const call = await aCall({ client: site.client, staff }, member, 2, {
    phone: aPhone(`1540000${member.workNumber.slice(1)}`, fresh),
  });
  const page = await site.page({ cookies, width: 1280, height: 900 });
  const open = async (path: string) => {
    await page.goto(`${site.origin}${under}/staff/acting#${call.ticket}${path}`);
    await page.waitForSelector("#band:not([hidden])");
  };
  return { page, frame: page.frameLocator("iframe"), call, open };
}
const codeTo = (phone: string) => out.findLast(({ to }) => to === phone)?.params["code"] ?? "none";
const state = (page: Page) => page.textContent("#state");

test("a new phone is sent for a caller on the code that they read out; what was typed stays in the tab", async () => {
  const { page, frame, call, open } = await onThePhone();
  const { browser: theirs } = await signInAs(residents(), call); // with a new phone they see less, for thirty days
  await page.goto(`${site.origin}/staff/acting`);
  await page.evaluate(() => sessionStorage.setItem("console", "of the agent"));
  await open("/change/phone");
  expect(await page.textContent("#for")).toBe(`您在替 林*禾 办事，工单 ${call.ticket}。`);
  expect(await state(page)).toBe(says.mayNot);
  const button = frame.locator("button[type=submit]:not([disabled])");

  await frame.locator("#phone").fill(NEW_PHONE);
  await button.click();
  await frame.locator("[data-step=code]:not([hidden])").waitFor();
  await frame.locator("#code").fill(codeTo(NEW_PHONE));
  await button.click();
  await frame.locator("[data-step=check]:not([hidden])").waitFor();
  await chooseOn(frame, "[name=declared]");
  await button.click();
  await page.waitForSelector(`#notice h2:text("${says["acting.consent-missing"]}")`);

  await page.click("#send");
  await page.waitForSelector(`#notice h2:has-text("10")`);
  expect(await complaintsOf(page)).toEqual([]);
  await page.fill("#code", codeTo(call.phone));
  await page.keyboard.press("Enter");
  await page.waitForSelector("#band.may");
  await button.click();
  await page.waitForSelector(`#notice h2:text("${says.sentOne}")`);
  expect(await state(page)).toBe(says.mayNot);
  await machine.run();
  await frame.locator('h1:text("办好了")').waitFor();
  expect(await frame.locator("#sign-out").isVisible()).toBe(false);

  const receipt = await frame.locator("#number").textContent();
  const kept = await page.evaluate(async () => {
    const rows = await new Promise<unknown[]>((done) => {
      const asked = indexedDB.open("drafts");
      asked.onsuccess = () => {
        const all = asked.result.transaction("drafts").objectStore("drafts").getAll();
        all.onsuccess = () => done(all.result);
      };
    });
    return { rows, typed: Object.keys(localStorage).join() };
  });
  expect(kept.rows).toEqual([]);
  await page.goto(`${site.origin}/contact`);
  expect(await page.evaluate(() => Object.entries(sessionStorage))).toEqual([["console", "of the agent"]]);

  const own = await site.context({ newest: true });
  const url = site.origin.replace("http:", "https:");
  await own.addCookies([...theirs.cookies].map(([name, value]) => ({ name, value, url, secure: true, httpOnly: true })));
  const phone = await own.newPage();
  await phone.goto(`${site.origin}/submissions/receipt#${receipt}`);
  await phone.waitForSelector('#asked:has-text("12333热线替您交的：测试县社保中心，工号")');
  await phone.goto(`${site.origin}/submissions`);
  await phone.waitForSelector('#sent li:has-text("12333热线替您交的：测试县社保中心，工号")');
});

test("a form of several pages goes on with what was typed; what needs a paper leads to the desk; the band never leaves", async () => {
  const { page, frame, open } = await onThePhone("/en");
  await open("/change/residence");
  await frame.locator("button[type=submit]:not([disabled])").waitFor();
  expect(await page.textContent("#for")).toContain("You are acting for 林*禾");
  const go = (path: string) => page.evaluate((to) => document.querySelector("iframe")!.contentWindow!.location.assign(to), path);
  await go("/en/declaration?insurance=pension");
  await chooseOn(frame, '[name="why.P02"]');
  await frame.locator("button[type=submit]:not([disabled])").click();
  await frame.locator(`h1:text("${checkTitle}")`).waitFor(); // another page, which goes on with what was said on the first one
  await frame.locator('text="I do not know the rules"').waitFor();

  await go("/en/change/name");
  await page.waitForSelector(`#notice h2:text("${actingSays.en.desk}")`);
  expect(await page.locator("iframe").count()).toBe(0);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await sideways(page)).toBe(0);
});

test("a ticket that is not theirs, or not proved, opens nothing", async () => {
  const { page, call } = await onThePhone();
  const { call: other } = await onThePhone();
  await page.goto(`${site.origin}/staff/acting#${other.ticket}/change/phone`);
  await page.waitForSelector(`#notice h2:text("${says.notYours}")`);
  expect(await page.locator("iframe").count()).toBe(0);
  expect(await page.content()).not.toContain(call.number);
});
