// The registration form on a phone and on paper, against the real API, relay and worker on the embedded engine.
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import { openRegister } from "../../functions/register/register.ts";
import { itemOf } from "../../functions/register/table.ts";
import type { Fact, Summary } from "../../shared/registration.ts";
import { complaintsOf } from "../support/axe.ts";
import { aFact, anInsurance, day } from "../support/build.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { type Known, someoneElse, someoneNew } from "../support/people.ts";
import { openPortal, type Portal } from "../support/portal.ts";
import { asChromium88, launch } from "./chrome.ts";

let portal: Portal;
let browser: Browser;
let machine: Awaited<ReturnType<Portal["begin"]>>;
let person: Known;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [portal, browser] = await Promise.all([openPortal(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});
beforeEach(async () => {
  machine = await portal.begin();
});
afterEach(() => context?.close());

const held = { insuredAs: "employee", region: "340400" } as const;
const five: Summary["insurances"] = {
  pension: anInsurance({ ...held, scheme: "110" }),
  medical: anInsurance({ ...held, scheme: "310" }),
  unemployment: anInsurance({ ...held, scheme: "210" }),
  injury: anInsurance({ ...held, scheme: "410" }),
  maternity: anInsurance({ ...held, scheme: "310" }),
};
const lives = aFact({ name: "residence", division: "340403", lines: "龙泉街道学院社区学院路8号" });
const belongs = aFact({ name: "hukou", division: "340422", lines: "寿春镇东街3号" });
const works = aFact({ name: "employment", status: "EMPLOYED", employer: { name: "淮南安居物业" } });

let nth = 700;

/** Somebody of whom these facts are registered, at work age. */
async function somebody(insurances = five, facts: readonly Fact[] = [lives, belongs, works]): Promise<Known> {
  const number = someoneElse(++nth);
  const identity = { docType: "RIC", number, name: "林晓禾", sex: "F", birth: day("1990-05-01") } as const;
  const made = await someoneNew(portal.client, { number, registration: { identity }, summary: { insurances } });
  const { personId } = made.record.registration;
  const put = (client: DynamoDBClient, fact: Fact) =>
    client.send(new PutItemCommand({ TableName: "register", Item: itemOf.fact(personId, fact) }));
  await Promise.all(facts.map((fact) => put(portal.client, fact)));
  return made;
}
const register = () => openRegister({ client: portal.client, table: "register" });

async function enter(who: Known, elder = false): Promise<void> {
  person = who;
  context = await portal.signedIn(browser, person, { bypassCSP: true });
  await asChromium88(context);
  if (elder) await context.addInitScript(() => localStorage.setItem("elder", "1"));
  page = await context.newPage();
}

const SEND = "button[type=submit]";
const ready = () => page.waitForSelector(`${SEND}:not([disabled])`);
async function open(path: string) {
  await page.goto(portal.origin + path);
  await ready();
}
const next = () => page.click(SEND);
const at = async (path: string) => {
  await page.waitForURL((url) => url.pathname === path);
  await ready();
};
const tick = (name: string) => page.check(`[name="${name}"]`, { force: true });
const choose = (name: string, value: string) => page.check(`[name="${name}"][value="${value}"]`, { force: true });
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const errors = () => page.locator("#errs li").allTextContents();
const received = () => page.waitForURL("**/submissions/receipt#*");
const ended = (title: string) => page.waitForSelector(`h1:text("${title}")`);
const looksRight = async (where: string, target = 44) => {
  expect([where, await sideways(page), await smallTargets(page, target)]).toEqual([where, 0, []]);
};
const shot = async (name: string) => {
  if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/${name}.png`, fullPage: true });
};
const states = async () =>
  Object.fromEntries(
    await page.locator(".tasks li[id] .tag").evaluateAll((tags) => tags.map((tag) => [tag.closest("li")!.id, tag.textContent])),
  );

test("whoever finds all of it right confirms it in three taps, by keyboard, in large print, and it is history", async () => {
  await enter(await somebody(), true);
  await open("/registration");
  expect(await states()).toMatchObject({
    hukou: "和登记的一样",
    home: "和登记的一样",
    work: "和登记的一样",
    sign: "和登记的一样",
  });
  await looksRight("list", 60);
  await pressTo(page, SEND);
  await press("Enter");
  await at("/registration/check");
  for (const text of ["林*禾", "淮南安居物业", "城镇职工基本养老保险", "失业保险，工伤保险，生育保险"])
    expect(await page.textContent("#rows")).toContain(text);
  await looksRight("check", 60);
  await pressTo(page, "[name=declared]");
  await press("Space");
  await pressTo(page, SEND);
  await press("Enter");
  await received();
  await machine.run();
  await ended("办好了");
  expect(await page.textContent("#asked")).toBe("全民参保登记：登记的都对");

  const { personId } = person.record.registration;
  expect((await register().page(personId))?.registration.confirmed).toMatchObject({ route: "resident" });
  expect((await register().history(personId)).length).toBeGreaterThan(0);
  await open("/registration");
  expect(await page.textContent("#today")).toContain("确认过登记");
});

test("in English: where I live, why one insurance is missing and another is elsewhere; the session ends and the network goes, nothing is lost; the desk decides", async () => {
  const { injury: _, ...four } = five;
  await enter(await somebody(four, [belongs, works]));
  await open("/en/registration");
  expect(await states()).toMatchObject({ hukou: "As registered", home: "To fill in", insurances: "As registered" });
  await looksRight("list");
  await next();
  await at("/en/registration/home");
  await next();
  await at("/en/registration/home/door");
  await page.waitForSelector("#province option:nth-child(20)", { state: "attached" });
  await page.selectOption("#province", "34");
  await page.fill("#find", "田家庵");
  await page.click('label[for="address.division-found-0"]');
  await next();
  await page.waitForSelector("[data-step=street]:not([hidden]) .pick:nth-of-type(2)");
  await page.locator("[data-step=street] .pick input:not([value=own])").first().check({ force: true });
  await next();
  await page.waitForSelector("[data-step=door]:not([hidden])");
  await page.fill('[name="address.lines"]', "学院路".repeat(21));
  await next();
  expect(await errors()).toEqual(["This is too long: 60 characters at most"]);
  await page.fill('[name="address.lines"]', "学院路8号3栋201");
  await page.fill('[name="village"]', "学院社区");
  await next();
  await at("/en/registration");
  expect(await states()).toMatchObject({ home: "Changed" });
  await shot("list-en");

  await next(); // on to what is still missing
  await at("/en/registration/reasons");
  expect(page.url()).toContain("insurance=injury");
  await next();
  expect(await errors()).toHaveLength(1);
  await looksRight("reasons");
  await tick("injury.why.U01");
  await next();
  await at("/en/registration/reasons/employer");
  await next();
  expect(await errors()).toHaveLength(1);
  await page.fill('[name="injury.employer.name"]', "淮南安居物业");
  await looksRight("employer");
  await next();
  await at("/en/registration");

  await page.click("#elsewhere a");
  await at("/en/registration/elsewhere");
  await page.waitForSelector('[id="elsewhere.medical"] option:nth-child(20)', { state: "attached" });
  await page.selectOption('[id="elsewhere.medical"]', { label: "Jiangsu" });
  await next();
  await page.waitForSelector("[data-step=twice]:not([hidden])");
  await page.selectOption('[id="twice.pension.0"]', { index: 1 });
  await next();
  expect(await errors()).toEqual(["Twice means two places. If there is only one, choose none"]);
  await page.selectOption('[id="twice.pension.0"]', { index: 0 });
  await looksRight("twice");
  await next();
  await at("/en/registration");
  expect(await states()).toMatchObject({ elsewhere: "Changed", home: "Changed" });
  await next();
  await at("/en/registration/check");
  await page.reload();
  await ready();
  const rows = await page.textContent("#rows");
  for (const text of ["学院社区学院路8号3栋201", "My employer has not enrolled me", "Medical insurance 江苏省"])
    expect(rows).toContain(text);
  await looksRight("check");

  await tick("declared");
  await context.setOffline(true);
  await next();
  await page.waitForSelector("#notice .blind");
  await context.setOffline(false);
  await context.clearCookies();
  await next();
  await page.waitForURL("**/en/sign-in?return=%2Fen%2Fregistration%2Fcheck");
  await portal.signIn(context, person);
  await open("/en/registration/check");
  expect(await page.textContent("#rows")).toContain("学院社区学院路8号3栋201");
  await tick("declared");
  await next();
  await received();
  await machine.run();
  await ended("Received and being looked at");

  const { personId } = person.record.registration;
  const desk = openDesk({ client: portal.client, table: "desk" });
  const task = (await desk.openTasks()).find((one) => one.personId === personId);
  await desk.decide(task!, { verdict: "applied", reason: "已核对", by: "王芳" }, portal.app().now());
  await machine.run();
  await ended("Done");
  const record = await register().page(personId);
  expect(record?.facts).toContainEqual(
    expect.objectContaining({ name: "residence", lines: expect.stringContaining("学院社区学院路8号3栋201") }),
  );
  expect(record?.reasons).toMatchObject([{ insurance: "injury", reasons: [{ code: "U01" }] }]);
  await open("/en/registration");
  expect(await states()).toMatchObject({ home: "As registered", elsewhere: "As registered" }); // nothing of the draft is left
});
