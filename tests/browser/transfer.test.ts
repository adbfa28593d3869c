// Moving an insurance: tried first, applied for, followed like a parcel; against the real API, worker and both agencies' desks.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { itemOf as caseworkItem } from "../../functions/casework/table.ts";
import { itemOf } from "../../functions/register/table.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { summarise } from "../../shared/summary.ts";
import { transferActs, transfersSays } from "../../web/messages/transfers.ts";
import { tell } from "../children/family.ts";
import { silent } from "../clock/stage.ts";
import { paidFor } from "../duplicate/someone.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { complaintsOf } from "../support/axe.ts";
import { aFact, anEnrolment, day, noon } from "../support/build.ts";
import { chooseOn } from "../support/choose.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { startMachine } from "../support/machine.ts";
import { numbered } from "../support/numbers.ts";
import { type Known, someoneNew } from "../support/people.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { through } from "../support/through.ts";
import { type Look, visit } from "../support/visit.ts";
import { aWaitingTransfer } from "../transfer-desk/transfers.ts";

const TODAY = noon("2026-11-22");
const OLD = "320100";
const NEW = "340403";
const says = transfersSays.zh;
let staff: StartedStaff;
let app: Started;

const site = visit({
  engine: true,
  api: (request) => through(/\/api\/staff\//.test(request.url) ? staff.app : app.app, request),
});
beforeAll(() => {
  staff = startStaff({ client: site.client, startAt: TODAY });
  app = startApp({ client: site.client, startAt: TODAY });
});

const pageOf = (look: Look): Promise<Page> => site.page({ bypassCSP: true, at: TODAY, ...look });

/** Of thirty-six, nearly seven years at work in Nanjing, at home in Huainan. */
async function aWorker(): Promise<Known> {
  const work = anEnrolment({ region: OLD, from: "2024-01", insuredAs: "employee" });
  const paid = paidFor(work, { 2024: "pppppppppppp", 2025: "pppppppppppp", 2026: "pppppppppp--" });
  const number = numbered("34046919900501001");
  const identity = { docType: "RIC", number, name: "林晓禾", sex: "M", birth: day("1990-05-01") } as const;
  const summary = summarise([work], paid, day("2026-11-01"));
  const person = await someoneNew(site.client, { number, registration: { identity }, summary });
  const { personId } = person.record.registration;
  const put = (TableName: string, Item: ReturnType<typeof itemOf.enrolment>) =>
    site.client.send(new PutItemCommand({ TableName, Item }));
  await put("register", itemOf.enrolment(personId, work));
  for (const months of paid) await put("register", itemOf.paidYear(personId, months));
  await put("casework", caseworkItem.notice(personId, { version: NOTICE_VERSION, at: noon("2026-01-05") }));
  const home = { lines: "某街1号" };
  await tell(site.client, person, [
    aFact({ name: "hukou", division: "340422", ...home }),
    aFact({ name: "residence", division: NEW, ...home }),
  ]);
  return person;
}

const textOf = async (page: Page, selector: string) => (await page.innerText(selector)).replace(/\s+/g, " ");
const monthIn = async (page: Page, name: string, year: string, month: string) => {
  await page.fill(`[id="${name}.year"]`, year);
  await page.selectOption(`[id="${name}.month"]`, month);
};
const fits = async (page: Page, where: string, target = 44) =>
  expect([where, await sideways(page), await smallTargets(page, target)]).toEqual([where, 0, []]);
async function looksRight(page: Page, where: string, target = 44): Promise<void> {
  await fits(page, where, target);
  expect([where, await complaintsOf(page)]).toEqual([where, []]);
}

test("a worker moves from Jiangsu to Anhui: tries it, applies, both desks act, and the months arrive", async () => {
  const machine = await startMachine(site.client);
  const { browser: signedIn } = await signInAs(app, await aWorker());
  const page = await pageOf({ cookies: signedIn.cookies });

  await page.goto(`${site.origin}/transfer`);
  await page.evaluate(() => sessionStorage.setItem("signed-in", "1"));
  let arrive = () => {};
  const held = new Promise<void>((go) => {
    arrive = go;
  });
  await page.route("**/api/transfers/offer*", (route) => held.then(() => route.continue()));
  await page.reload();
  await chooseOn(page, "[name=kind][value=employee-pension]");
  await page.selectOption("#to", "310000");
  const fromRecord = () => page.waitForSelector(`#region:has(option[value="${OLD}"]:checked)`, { state: "attached" });
  arrive();
  await fromRecord();
  expect(await page.inputValue("#to")).toBe("310000"); // what is typed before the record is there stays, now and over a reload
  await page.reload();
  await fromRecord();
  expect(await page.inputValue("#to")).toBe("310000");
  await page.click("#mine");
  await page.waitForFunction(() => document.querySelector<HTMLSelectElement>("#to")?.value.startsWith("3404"));
  await chooseOn(page, "[name=approved][value=no]");
  await page.click("[type=submit]");
  await page.waitForSelector("#answer svg");
  const tried = await textOf(page, "#answer");
  for (const text of ["可以转", "转以后算34个月", "不开临时账户", "以后由安徽省发", "2024年1月到2026年10月"])
    expect(tried).toContain(text);
  expect(tried).toMatch(/最晚(?:大约)?2027年\d月\d+日办完/);
  await looksRight(page, "tried");
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await complaintsOf(page)).toEqual([]);

  await page.click("#answer a.btn");
  await page.waitForURL("**/transfer/apply?kind=employee-pension");
  const next = () => page.click("[type=submit]");
  await page.waitForSelector("[type=submit]:not([disabled])");
  await next();
  await page.waitForSelector("#froms input:checked");
  expect(await textOf(page, "#froms")).toContain("江苏省南京市 2024年1月起，缴了34个月");
  await next();
  expect(await page.isChecked(`[name=to][value="${NEW}"]`)).toBe(true); // as it was tried
  await looksRight(page, "to");
  await next();
  await page.waitForSelector("[data-step=more]:not([hidden])");
  await next();
  // All that is missing at once, by its question; what was answered before is not asked again.
  await expect.poll(() => page.locator("#errs li").allInnerTexts()).toEqual(["以前在那里开的是临时账户吗？请选一个"]);
  await chooseOn(page, "[name=temporary][value=no]");
  expect(await page.isHidden("#moved")).toBe(true); // at home no account is a temporary one, whatever the age
  await page.fill("[name=oneOff]", "40");
  await next();
  await page.waitForSelector("#errs li:text('要交一份证明')");
  await looksRight(page, "paper");
  await page.fill("[name=oneOff]", "12");
  await next();
  await page.waitForSelector("#rows > div");
  const rows = await textOf(page, "#rows");
  for (const text of ["江苏省南京市", "安徽省淮南市田家庵区", "12个月", "34个月", "以后谁发养老金 安徽省", "2027年"])
    expect(rows).toContain(text);
  expect(rows).toContain("以前在那里开的是临时账户吗？ 不是");
  // What follows from the answers is not to be changed there; who comes back stands where they were, and loses nothing.
  expect(await page.locator("#rows > div:not(:has(a)) dt").allInnerTexts()).toEqual([
    "几个月转过去",
    "钱",
    "以后谁发养老金",
    "最晚几时办完",
  ]);
  await looksRight(page, "check");
  await page.reload();
  await page.waitForSelector("[data-step=more]:not([hidden])");
  await next();
  await page.waitForSelector("#rows > div");
  await chooseOn(page, "[name=declared]");
  await next();
  await page.waitForURL("**/transfers#*");
  await machine.run();
  await page.waitForSelector(".parcel");
  await page.waitForSelector("#notice:empty", { state: "attached" });
  const begun = await textOf(page, ".parcel");
  for (const text of ["还剩15个工作日", "现在轮到安徽省淮南市田家庵区的经办机构", "2026年12月11日", "您不用做什么"])
    expect(begun).toContain(text);
  await looksRight(page, "begun");

  await page.goto(`${site.origin}/transfer/apply?kind=employee-pension`);
  await page.waitForSelector("[type=submit]:not([disabled])");
  await next();
  await page.waitForSelector("#errs a:text('已经在办了')"); // before anything else is asked
  await page.goto(`${site.origin}/transfers`);

  const [here, there] = await Promise.all([NEW, OLD].map((place) => staff.as("handler", [place])));
  const desk = await pageOf({ cookies: here!.cookies, width: 1280 });
  await desk.goto(`${site.origin}/staff/desk?what=transfer`);
  await desk.click("#tasks a");
  await desk.waitForSelector("#event-accepted", { state: "attached" });
  const name = new URL(desk.url()).searchParams.get("transfer")!;
  await chooseOn(desk, "#event-accepted");
  await desk.fill("#note", "材料齐全");
  await desk.click("#take");
  await desk.waitForSelector("#give-back");
  expect([await desk.isChecked("#event-accepted"), await desk.inputValue("#note")]).toEqual([true, "材料齐全"]); // nothing is lost
  await desk.click("#act form [type=submit]");
  await desk.click("#confirm");
  await expect.poll(async () => (await (await here!.get(`/staff/transfers/${name}`)).json()).underway.length).toBe(1);
  await machine.run();
  await desk.waitForSelector("#event-contact-sent", { state: "attached" }); // the next step comes by itself
  expect(await desk.textContent("#notice")).toBe("");

  const amounts = { account: 1_360_000, pool: 2_040_000, total: 3_400_000 };
  const told = [
    [here, { event: "contact-sent" }],
    [there, { event: "out-done", amounts }],
    [here, { event: "sheet-received" }],
    [here, { event: "money-received", amounts }],
    [here, { event: "completed" }],
  ] as const;
  for (const [by, step] of told) {
    const headers = { "idempotency-key": crypto.randomUUID() };
    const answer = await by!.post(`/staff/transfers/${name}/steps`, { at: "2026-11-22", ...step }, { headers });
    expect([step.event, answer.status]).toEqual([step.event, 202]);
    await machine.run();
  }
  await page.reload();
  await page.waitForSelector(`.parcel :text("${says["end.notified"]}")`);
  expect(await page.locator(".parcel details").textContent()).toContain("以后由安徽省发养老金");
  expect(await textOf(page, ".track")).toContain("个人账户13,600元，统筹基金20,400元，一共34,000元");
  await page.goto(`${site.origin}/check`);
  await page.waitForSelector("#pension .facts");
  const pension = await textOf(page, "#pension");
  for (const text of ["淮南市田家庵区", "34个月"]) expect(pension).toContain(text);
});

test("what somebody wrote about a transfer that came back is there again after a reload, until it is sent", async () => {
  const machine = await startMachine(site.client);
  const { person } = await aWaitingTransfer(site.client, {
    to: NEW,
    on: "2026-11-16",
    steps: [
      { event: "accepted", at: "2026-11-17" },
      { event: "contact-sent", at: "2026-11-18" },
      { event: "returned", at: "2026-11-19", as: "old", note: "少一页" },
    ],
  });
  const { browser: signedIn } = await signInAs(app, person);
  const page = await pageOf({ cookies: signedIn.cookies });
  await page.goto(`${site.origin}/transfers`);
  await page.fill("textarea[name=note]", "补了第二页");
  await page.waitForSelector("#on-phone");
  await looksRight(page, "returned");
  await page.reload();
  const isBack = () => page.inputValue("textarea[name=note]");
  await expect.poll(isBack).toBe("补了第二页");
  await page.click(`button:text("${transferActs.zh.correctSend}")`);
  await page.waitForSelector(`#notice :text("${transferActs.zh.stepSent}")`);
  await machine.run();
  await page.reload();
  await page.waitForSelector(`.track :text("${says["done.corrected"]}")`);
});

test("an overdue step escalates: its person reads whose turn it is and who presses for it, and the agency above takes it", async () => {
  const machine = await startMachine(site.client);
  const { person, transfer } = await aWaitingTransfer(site.client, { to: NEW, on: "2026-10-19" });
  const { handler: clock } = await import("../../functions/clock.ts");
  silent();
  for (const awsRequestId of ["a minute", "the next"]) await clock({}, { awsRequestId });
  for (const { body } of machine.queue.splice(0))
    for (const _ of ["brought", "brought again"]) await app.tellOutcome(JSON.parse(body));
  expect(app.outbox.filter(({ to }) => to === person.phone)).toMatchObject([{ template: "transfer-overdue" }]);

  const { browser: signedIn } = await signInAs(app, person);
  const page = await pageOf({ cookies: signedIn.cookies });
  await page.goto(`${site.origin}/transfers`);
  await page.waitForSelector(".parcel .note");
  const late = await textOf(page, ".parcel");
  for (const text of [
    "超过期限",
    "现在轮到安徽省淮南市田家庵区的经办机构：审核您的申请",
    "2026年11月22日报给了上级：安徽省淮南市的经办机构催办",
  ])
    expect(late).toContain(text);
  await looksRight(page, "overdue");

  const above = await staff.as("handler", ["340400"]);
  const desk = await pageOf({ cookies: above.cookies, width: 1280 });
  await desk.goto(`${site.origin}/staff/desk?what=transfer&region=340400`);
  const row = desk.locator("#tasks li", { hasText: transfer.receipt });
  expect(await row.innerText()).toContain("超期，上级也看得到");
  await row.locator("a").click();
  await chooseOn(desk, "#event-accepted");
  await desk.click("#act form [type=submit]");
  await desk.click("#confirm");
  await desk.waitForSelector("#on-the-way .note");
  await machine.run();
  await page.reload();
  await page.waitForSelector(`.parcel :text("${says["done.accepted"]}")`);
  const taken = await textOf(page, ".parcel");
  expect(taken).toContain("现在轮到安徽省淮南市田家庵区的经办机构：给旧地方发联系函");
});

test("at sixty, fourteen years go to the residents' pension and fifteen to the employees', by keyboard and in large print", async () => {
  const page = await pageOf({ elder: true });
  await page.goto(`${site.origin}/transfer`);
  await pressTo(page, "[name=kind]");
  await page.keyboard.press("Space");
  for (const _ of [1, 2]) await page.keyboard.press("ArrowDown");
  await page.waitForSelector("form[data-open]");
  await page.keyboard.press("Tab");
  await chooseOn(page, "[name=kind][value=pension-switch]");
  for (const select of ["#work", "#hukou"]) await page.selectOption(select, "340400");
  await page.fill('[id="paidEmployee.years"]', "14");
  await page.fill('[id="paidResident.years"]', "8");
  await monthIn(page, "birth", "1966", "1");
  await page.click("[type=submit]");
  await page.waitForSelector("#errs");
  await expect
    .poll(() => page.locator("#errs li").allInnerTexts())
    .toEqual(["属于哪一种？请选一个", "已经开始领养老金了吗？请选一个"]);
  await chooseOn(page, "[name=category][value=M60]");
  await chooseOn(page, "[name=drawing][value=no]");
  await page.click("[type=submit]");
  await page.waitForSelector("#answer .outcome");
  const fewer = await textOf(page, "#answer");
  for (const text of ["可以转", "合到居民养老，或者接着缴职工养老到够", "转以后算264个月"]) expect(fewer).toContain(text);

  await page.fill('[id="paidEmployee.years"]', "15");
  await page.click("[type=submit]");
  await page.waitForSelector("#answer .outcome");
  const enough = await textOf(page, "#answer");
  for (const text of ["合到职工养老", "职工养老算180个月", "办之前请核对2025、2026年的新通知"]) expect(enough).toContain(text);
  await looksRight(page, "switch", 60);
});
