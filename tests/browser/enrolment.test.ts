// Joining an insurance oneself, from the first question to the slip, against the real API, relay and worker on the embedded engine.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { itemOf } from "../../functions/casework/table.ts";
import { openDesk } from "../../functions/desk/desk.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import type { Fact } from "../../shared/registration.ts";
import { checkZh, enrolmentFindings } from "../../web/messages/enrolment-check.ts";
import { evidenceSays } from "../../web/messages/evidence.ts";
import { aMember, inHousehold } from "../children/family.ts";
import { complaintsOf } from "../support/axe.ts";
import { aFact, anInsurance, aPhone, day, noon } from "../support/build.ts";
import { chooseOn } from "../support/choose.ts";
import { formSteps } from "../support/form-steps.ts";
import { pressTo } from "../support/keyboard.ts";
import { aliasSecret, aPerson, type Known, register, someoneElse } from "../support/people.ts";
import { aPhoto } from "../support/photo.ts";
import { visitPortal } from "../support/portal.ts";

const portal = visitPortal();
let photo: Buffer;
let machine: Awaited<ReturnType<typeof portal.begin>>;
let page: Page;

beforeAll(async () => {
  photo = await aPhoto(portal.browser);
});
beforeEach(async () => {
  machine = await portal.begin();
});

const address = (name: "residence" | "hukou", division: string) => aFact({ name, division, lines: "龙泉街道学院路8号" });
const work = (status: string, employer?: string) =>
  aFact({ name: "employment", status, ...(employer && { employer: { name: employer } }) });

async function signIn(person: Known, elder = false): Promise<void> {
  const { personId } = person.record.registration;
  const Item = itemOf.notice(personId, { version: NOTICE_VERSION, at: noon("2026-01-05") });
  await portal.client.send(new PutItemCommand({ TableName: "casework", Item }));
  page = await portal.page(person, { elder, bypassCSP: true });
}
const someone = (birth: string, ...facts: Fact[]) => aMember(portal.client, { birth, facts });
/** Who has paid into the resident pension in Weishan for years. */
async function aResident(...facts: Fact[]): Promise<Known> {
  const pension = anInsurance({ scheme: "170", region: "370826", insuredAs: "resident", from: "2012-01" });
  const held = [{ scheme: "170", region: pension.region, from: pension.from, insuredAs: "resident", status: "active" } as const];
  const identity = { docType: "RIC", number: someoneElse(650), name: "孙海", sex: "M", birth: day("1985-05-07") } as const;
  const summary = { asOf: day("2026-03-01"), insurances: { pension }, held };
  const person = aPerson({
    number: identity.number,
    name: identity.name,
    phone: aPhone("19600000650"),
    registration: { identity },
    summary,
  });
  person.record.facts.push(...facts);
  await register(portal.client, aliasSecret(), person);
  return person;
}

const { ready, open, next, at, press, fits } = formSteps(
  () => page,
  () => portal.origin,
);
const textOf = async (selector: string) => (await page.innerText(selector)).replace(/\s+/g, " ");
async function looksRight(where: string, target = 44): Promise<void> {
  await fits(where, target);
  expect([where, await complaintsOf(page)]).toEqual([where, []]);
}

test("a courier of 28 joins pension and medical insurance where he works, by keyboard, in large print, and gets the slip", async () => {
  const courier = await someone("1998-03-03", address("residence", "440106"), address("hukou", "340422"), work("FLEXIBLE"));
  await signIn(courier, true);
  await page.goto(`${portal.origin}/enrolment`);
  await page.waitForSelector("#list h2");
  expect(await textOf("#list")).toContain("在平台接单吗？");
  await pressTo(page, "#form summary");
  await press("Enter");
  await chooseOn(page, "[name=work][value=delivery]");
  await page.waitForSelector("#list >> text=职业伤害保障");
  const offered = await textOf("#list");
  expect(offered).toContain("广东省广州市天河区");
  expect(offered).toContain("平台要给您办");
  expect(await textOf("#more")).toContain("户口不在这里？不影响。");
  await looksRight("list", 60);

  await pressTo(page, '#list a[href="/enrolment/flexible"]');
  await press("Enter");
  await page.waitForURL("**/enrolment/flexible");
  await ready();
  await at("which");
  await pressTo(page, '[name="scheme.110"]');
  await press("Space", "Tab", "Space");
  await fits("which", 60);
  await press("Enter");
  await at("base");
  await page.waitForSelector("#level-lowest:text('5,510元')");
  await pressTo(page, "[name=level]");
  await press("Space");
  await pressTo(page, "[name=category]");
  await press("Space");
  await page.waitForSelector("#outlook svg");
  const outlook = await textOf("#outlook");
  expect(outlook).toContain("广东省广州市天河区的基数最低5,510元，最高27,549元");
  expect(outlook).toContain("一个月缴1,102元");
  expect(outlook).toContain("其中440.80元进您自己的账户");
  await looksRight("base", 60);
  await press("Enter");
  await at("often");
  await pressTo(page, "[name=frequency]");
  await press("Space", "ArrowDown", "Enter");

  await page.waitForURL("**/enrolment/check?what=flexible");
  await ready();
  const rows = await textOf("#rows");
  for (const text of ["职工养老保险", "职工医保", "最低的，5,510元", "每季", "2026年3月31日以前缴"]) expect(rows).toContain(text);
  await fits("check", 60);
  await pressTo(page, "[name=declared]");
  await press("Space", "Enter");
  await page.waitForURL("**/enrolment/slip#*");
  await machine.run();
  await page.waitForSelector("#slips .slip:nth-of-type(2)");
  const slips = await textOf("#slips");
  for (const text of ["1,102元", "440.80元", "等您缴费", "2026年3月31日"]) expect(slips).toContain(text);
  expect(await page.getAttribute("#after a.btn", "href")).toBe("/policy/pay");
  await looksRight("slip", 60);
  const { submissions } = await page.evaluate(async () => (await fetch("/api/submissions")).json());
  expect(submissions).toMatchObject([
    { slice: "enrolment", status: "applied" },
    { slice: "enrolment", status: "applied" },
  ]);
});

test("a fisherman in Weishan chooses a tier by what he can pay a year, in English", async () => {
  const fisherman = await someone("1968-05-07", address("residence", "370826"), address("hukou", "370826"), work("FLEXIBLE"));
  await signIn(fisherman);
  await open("/en/enrolment/resident-pension");
  await page.fill("#canPay", "650");
  await next();
  await at("hardship");
  await next();
  await expect.poll(() => page.locator("#errs li").allInnerTexts()).toHaveLength(1);
  await fits("hardship");
  await chooseOn(page, "[name=hardship][value=none]");
  await next();
  await at("tier");
  await page.waitForSelector("#tiers .reach");
  expect(await textOf("#tiers .pick:has(.reach)")).toContain("600 yuan a year");
  expect(await textOf("#picture")).toContain("山东省济宁市微山县 has tiers of its own that we have not verified");
  await looksRight("tier");
  await chooseOn(page, "#tier-60000");
  await next();
  await page.waitForURL("**/en/enrolment/check?what=resident-pension");
  await ready();
  expect(await textOf("#rows")).toContain("600 yuan a year, the government adds 60 yuan");
  await chooseOn(page, "[name=declared]");
  await next();
  await page.waitForURL("**/en/enrolment/slip#*");
  await machine.run();
  await page.waitForSelector("#slips .due");
  const slip = await textOf("#slips");
  for (const text of ["600 yuan", "31 December 2026", "Waiting for your payment"]) expect(slip).toContain(text);

  await page.goto(`${portal.origin}/en/check`);
  await page.waitForSelector("#pension a[href='/en/enrolment/slip']");
  expect(await textOf("#pension .facts")).toContain("waiting for your payment until 31 December 2026");

  await page.goto(`${portal.origin}/en/enrolment/stop`);
  await page.click("a[href*='what=stop.170']");
  await page.waitForURL("**/en/enrolment/stop?what=stop.170");
  await ready();
  await chooseOn(page, "[name=reason][value=cannot-pay]");
  expect(await page.isVisible("#cheaper")).toBe(true);
  await next();
  await at("from");
  await chooseOn(page, "[name=from][value='1']");
  await next();
  await page.waitForURL("**/en/enrolment/check?what=stop.170");
  await ready();
  expect(await textOf("#rows")).toContain("April 2026");
});

test("a tier that is not there any more is said, with the way back to the question, and nothing is sent", async () => {
  const farmer = await someone("1980-05-07", address("residence", "340422"), address("hukou", "340422"), work("FLEXIBLE"));
  await signIn(farmer);
  await page.route("**/policy/*.json", (route) => route.abort());
  await open("/enrolment/resident-pension");
  await next();
  await at("hardship");
  await chooseOn(page, "[name=hardship][value=none]");
  await next();
  await page.waitForSelector("#notice .blind"); // no tiers, because they could not be read: that is said, and can be mended
  await page.unroute("**/policy/*.json");
  await page.click("#notice button");
  await page.waitForSelector("#tiers input");
  await page.evaluate(() => document.querySelector("#tiers input")!.setAttribute("value", "12300")); // an older page still has it
  await chooseOn(page, "#tiers input >> nth=0");
  await next();
  await page.waitForURL("**/enrolment/check?what=resident-pension");
  await ready();
  await chooseOn(page, "[name=declared]");
  await next();
  await page.waitForSelector("#errs");
  await expect.poll(() => page.locator("#errs li").allInnerTexts()).toEqual([enrolmentFindings.zh["enrolment.tier-not-offered"]]);
  expect(await page.getAttribute("#rows a[href*='#tier']", "href")).toBe(
    "/enrolment/resident-pension?what=resident-pension#tier",
  );
});

test("who has an employer hears that the employer must do it, and how to report it", async () => {
  const clerk = await someone("1990-05-07", address("residence", "340403"), work("EMPLOYED", "淮南安居物业"));
  await signIn(clerk);
  await page.goto(`${portal.origin}/enrolment`);
  await page.waitForSelector("#list h2");
  expect(await textOf("#list")).toContain("单位要给您办");
  expect(await page.locator("#list a[href='/declaration?insurance=pension']").count()).toBe(1);
  expect(await page.locator("#list a[href='/policy/employer#complain']").count()).toBeGreaterThan(0);
  await fits("employed");
  await page.goto(`${portal.origin}/enrolment/flexible`);
  await page.waitForSelector("#notice .note");
  expect(await textOf("#notice")).toContain("单位要给您办");
  expect(await page.isVisible("form")).toBe(false);
});

test("a mother joins resident medical insurance for her newborn, who is covered from birth", async () => {
  const mother = await someone("1995-05-07", address("residence", "340403"), inHousehold("H1", "02"), work("FLEXIBLE"));
  await aMember(portal.client, {
    birth: "2026-02-10",
    name: "林小满",
    facts: [inHousehold("H1", "30"), address("residence", "340403"), address("hukou", "340403")],
  });
  await signIn(mother);
  await page.goto(`${portal.origin}/enrolment`);
  await page.click("#children a[href*='for=']");
  await page.waitForURL("**/enrolment/resident-medical?for=*");
  await ready();
  await chooseOn(page, "[name=hardship][value=none]");
  await next();
  await at("year");
  await page.waitForSelector("#year-0:text('2026年2月10日')");
  await chooseOn(page, "[name=year][value='0']");
  await page.waitForSelector("#outlook .outcome");
  expect(await textOf("#outlook")).toContain("出生90天里参加，从出生那天（2026年2月10日）起就能报。");
  await next();
  await expect.poll(() => page.locator("#errs li").allInnerTexts()).toHaveLength(1); // the guardian's consent
  await chooseOn(page, "[name=consent]");
  await looksRight("year");
  await next();
  await page.waitForURL("**/enrolment/check?what=resident-medical&for=*");
  await ready();
  const rows = await textOf("#rows");
  for (const text of [checkZh.who, "林*满", "2026年，从2026年2月10日起能报销", "400元，2026年5月11日以前缴"])
    expect(rows).toContain(text);
  await chooseOn(page, "[name=declared]");
  await next();
  await page.waitForURL("**/enrolment/slip?for=*");
  await machine.run();
  await page.waitForSelector("#slips .due");
  expect(await textOf("#slips")).toContain("居民医保");
});

test("who pays into the resident pension and wants the employees' sees both side by side first, and chooses", async () => {
  await signIn(await aResident(address("residence", "440106"), address("hukou", "370826"), work("FLEXIBLE")));
  await open("/enrolment/flexible");
  await chooseOn(page, '[name="scheme.110"]');
  await next();
  await at("base");
  await page.waitForSelector("#level-middle:text('元')");
  await chooseOn(page, "[name=level][value=own]");
  await page.fill("#base", "1000");
  await next();
  await expect.poll(() => page.locator("#errs li").allInnerTexts()).toEqual(["最低是5,510元"]);
  await page.fill("#base", "6000");
  await next();
  await at("often");
  await chooseOn(page, "[name=frequency][value=year]");
  await next();
  await page.waitForURL("**/enrolment/check?what=flexible");
  await ready();
  await at("overlap");
  const both = await textOf("#both");
  for (const text of ["居民养老保险", "山东省济宁市微山县", "职工养老保险", "广东省广州市天河区"]) expect(both).toContain(text);
  await looksRight("overlap");
  await next();
  await expect.poll(() => page.locator("#errs li").allInnerTexts()).toEqual([checkZh["choose.missing"]]);
  await chooseOn(page, "[name=choose][value=join]");
  await next();
  await at("check");
  await chooseOn(page, "[name=declared]");
  await page.context().setOffline(true);
  await next();
  await page.waitForSelector("#notice .blind");
  await page.context().setOffline(false);
  await next();
  await page.waitForURL("**/enrolment/slip#*");
  await machine.run();
  await page.waitForSelector("#slips .due");
  expect(await textOf("#slips")).toContain("12,000元");

  await page.goto(`${portal.origin}/enrolment/stop`);
  await page.waitForSelector(".has");
  expect(await textOf(".has")).toContain("换一档");
  await looksRight("stop");
});

test("a family in hardship hands in the paper, somebody looks at it, and then the tier kept for them is to be paid by others", async () => {
  await signIn(await someone("1980-05-07", address("residence", "370826"), address("hukou", "370826"), work("FLEXIBLE")));
  await open("/enrolment/resident-pension");
  await next();
  await at("hardship");
  await chooseOn(page, "[name=hardship][value=minimum-living]");
  await next();
  await page.waitForSelector("#tier-10000");
  expect(await textOf("#tiers .pick >> nth=0")).toContain("政府替您缴一部分或全部");
  await chooseOn(page, "#tier-10000");
  await next();
  await page.waitForURL("**/enrolment/evidence?what=resident-pension");
  await ready();
  const chooser = page.locator("input.file:not([capture])");
  await chooser.waitFor({ state: "attached" });
  await chooser.setInputFiles({ name: "IMG.jpg", mimeType: "image/jpeg", buffer: photo });
  await page.locator(".piece").getByText(evidenceSays.zh["piece.kept"], { exact: true }).waitFor();
  await fits("evidence");
  await next();
  await page.waitForURL("**/enrolment/check?what=resident-pension");
  await ready();
  expect(await textOf("#rows")).toContain("低保；材料1份");
  await chooseOn(page, "[name=declared]");
  await next();
  await page.waitForURL("**/enrolment/slip#*");
  await machine.run();
  await page.waitForSelector("#notice :text('工作人员在核对')");
  const desk = openDesk({ client: portal.client, table: "desk" });
  const task = (await desk.openTasks()).find(({ kind }) => kind === "hardship")!;
  await desk.decide(task, { verdict: "applied", reason: "在名单上", by: "王芳" }, portal.app().now());
  await machine.run();
  await page.reload();
  await page.waitForSelector("#slips .slip");
  expect(await textOf("#slips")).toContain("由政府代缴");
});
