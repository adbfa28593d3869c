// Who looked at my record, from the look to the auditor's answer: the built pages over both APIs, relay, worker and audit.
import { PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import type { Item } from "../../functions/register/table.ts";
import type { StaffRole } from "../../shared/staff/staff.ts";
import { aLook, auditOf, rowOf } from "../access-log/build.ts";
import { ROWS, sealedLog } from "../access-log/sealed.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { complaintsOf } from "../support/axe.ts";
import { noon } from "../support/build.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { startMachine } from "../support/machine.ts";
import { type Known, someoneNew } from "../support/people.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { through } from "../support/through.ts";
import { type Look, visit } from "../support/visit.ts";

let started: Started;
let staff: StartedStaff;
let audit: ReturnType<typeof auditOf>;
let machine: Awaited<ReturnType<typeof startMachine>>;
let person: Known;
let row: Item;

const site = visit({
  engine: true,
  api: (request) => through(new URL(request.url).pathname.startsWith("/api/staff/") ? staff.app : started.app, request),
});

/** Yesterday somebody of the helpline looked, and it is sealed; today somebody else did. */
beforeEach(async () => {
  machine = await startMachine(site.client);
  audit = auditOf(site.client, noon("2026-03-30"));
  started = startApp({ client: site.client, roots: audit.roots });
  staff = startStaff({ client: site.client, clock: started.now });
  person = await someoneNew(site.client);
  await audit.seal();
  await staff.as("agent", undefined, { workNumber: "6027", name: "测试接线员", agency: "测试县12333" });
  row = await looked(aLook());
  audit.pass(24);
  await audit.seal();
  await looked(
    aLook({ agency: "测试县社保中心", workNumber: "8001", role: "handler", purpose: "task", reason: "核对户口" }),
    "2026-03-31",
  );
});

async function looked(look = aLook(), on = "2026-03-30"): Promise<Item> {
  const { personId } = person.record.registration;
  const item = rowOf(personId, noon(on), look);
  await site.client.send(new PutItemCommand({ TableName: "looks", Item: item }));
  await audit.link(personId, item);
  return item;
}
const resident = async (options: Look = {}): Promise<Page> =>
  site.page({ cookies: (await signInAs(started, person)).browser.cookies, bypassCSP: true, ...options });
const member = async (role: StaffRole, options: Look = {}) => {
  const { cookies } = await staff.as(role, ["340000"]);
  return site.page({ cookies, width: 1280, height: 900, bypassCSP: true, ...options });
};
/** With the content policy that people have; axe cannot come in there. */
const asPeople = { bypassCSP: false };
const open = async (page: Page, path = "/access-log") => {
  await page.goto(site.origin + path);
  await page.locator("#rows li").first().waitFor();
  await page.waitForFunction(() => !/正在逐条|Checking/.test(document.querySelector("#check")?.textContent ?? "正在逐条"));
};

test("the resident reads who looked, asks why, an auditor answers that it was not right, and the resident reads it", async () => {
  const page = await resident();
  await open(page);
  expect(await page.locator("#rows h3").allTextContents()).toEqual([
    "测试县社保中心，经办人，工号8001",
    "测试县12333，接线员，工号6027",
  ]);
  expect(await page.locator("#rows li").nth(1).textContent()).toContain("接听电话：来电询问断缴（工单T-1）看到完整的：手机号");
  expect(await page.textContent("#check")).toContain(
    "核对完了：2条都在，没有改过、删过、插进来过。封存到2026年3月30日。最近的1条还没有封存，一般第二天凌晨封存。",
  );
  expect([await complaintsOf(page), await sideways(page), await smallTargets(page, 44)]).toEqual([[], 0, []]);

  await page.locator("#rows .btn").nth(1).click();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
  await page.keyboard.type("那天我没有打电话");
  expect(await complaintsOf(page)).toEqual([]);
  await page.click("#rows form [type=submit]");
  await page.waitForSelector("#rows .tag");
  await machine.run();
  await open(page);
  expect(await page.locator("#rows li").nth(1).textContent()).toContain("您问了这一次，审计人员最晚2026年12月11日答复");

  const auditor = await member("auditor", asPeople);
  await auditor.goto(`${site.origin}/staff/audit`);
  const asked = auditor.locator("#asked li").first();
  await asked.locator("form").waitFor();
  expect(await asked.textContent()).toContain("本人写的：那天我没有打电话");
  for (const hidden of [person.name, person.number, person.phone])
    expect(await auditor.textContent("body")).not.toContain(hidden);
  await auditor.fill("#from", "2026-03-25");
  await auditor.fill("#to", "2026-03-31");
  await auditor.click("#window button");
  await auditor.waitForSelector("#all tr");
  expect(await auditor.textContent("#all th")).toContain("测试接线员，测试县12333，工号6027");
  await asked.getByText("不应该看", { exact: true }).click();
  await expect.poll(() => asked.textContent()).toContain("报告测试县12333的负责人，写明工号6027");
  await asked.locator("textarea").fill("查了通话记录，那天没有您的来电");
  await asked.locator("[type=submit]").click();
  await auditor.waitForSelector("#asked .tag:text('已经答复')");

  await machine.run();
  await open(page);
  const answered = await page.locator("#rows li").nth(1).textContent();
  expect(answered).toContain("审计人员答复：这次不应该看。");
  expect(answered).toContain("审计人员写的：查了通话记录，那天没有您的来电");
  await page.goto(`${site.origin}/submissions`);
  await page.waitForSelector("#sent li");
  expect(await page.textContent("#sent")).toContain("做完了：审计人员答复了");
  expect(await page.getAttribute("#sent a", "href")).toBe("/access-log");
});

test("what somebody changed in the table is named, in English and in the dark too", async () => {
  const { pk, sk } = row;
  const page = await resident({ colorScheme: "dark", viewport: { width: 320, height: 800 } });
  await site.client.send(
    new UpdateItemCommand({
      TableName: "looks",
      Key: { pk: pk!, sk: sk! },
      UpdateExpression: "SET reason = :other",
      ExpressionAttributeValues: { ":other": { S: "本人来电" } },
    }),
  );
  await open(page, "/en/access-log");
  expect(await page.textContent("#check")).toContain("1 thing does not fit");
  expect(await page.locator("#check li").allTextContents()).toEqual(["No. 1 is not what was noted then"]);
  expect([await complaintsOf(page), await sideways(page), await smallTargets(page, 44)]).toEqual([[], 0, []]);

  const roots = sealedLog().roots.slice(0, 1);
  await page.route(/\/access-log\/roots\//, (route) => route.fulfill({ json: { roots } }));
  await page.goto(`${site.origin}/access-log/roots`);
  await page.waitForSelector("#roots li");
  expect([await complaintsOf(page), await sideways(page)]).toEqual([[], 0]);

  const auditor = await member("auditor", { colorScheme: "dark" });
  await auditor.goto(`${site.origin}/en/staff/audit`);
  await auditor.fill("#from", "2026-03-25");
  await auditor.fill("#to", "2026-03-31");
  await auditor.click("#window button");
  await auditor.waitForSelector("#all tr");
  expect([await complaintsOf(auditor), await sideways(auditor)]).toEqual([[], 0]);
  await auditor.setViewportSize({ width: 360, height: 800 });
  // Nor does the table in it go on sideways: each figure says what it is.
  expect(
    await auditor.evaluate(() => Array.from(document.querySelectorAll(".wide"), (one) => one.scrollWidth - one.clientWidth)),
  ).toEqual([0]);
});

test("of a thousand rows the browser finds the one that was changed, and what is chosen is shown", async () => {
  const log = sealedLog();
  const at = 776;
  const rows = log.rows.map((one, nth) => (nth === at ? { ...one, text: one.text?.replace("第777次", "第778次") } : one));
  const page = await resident(asPeople);
  await page.route(/\/api\/access-log\?$/, (route) => route.fulfill({ json: { ...log, rows, before: undefined } }));
  await page.route(/\/access-log\/proofs/, (route) => route.fulfill({ json: { proofs: log.proofs } }));
  await page.route(/\/access-log\/roots\//, (route) => {
    const month = route.request().url().slice(-7);
    return route.fulfill({ json: { roots: log.roots.filter(({ day }) => day.startsWith(month)) } });
  });
  await open(page);
  expect(await page.locator("#check li").allTextContents()).toEqual([`第${at + 1}条和当时记下的不一样`]);

  expect(await page.locator("#rows li").count()).toBe(20);
  await page.click("#more");
  expect(await page.locator("#rows li").count()).toBe(40);
  await page.locator("summary").first().click();
  await page.selectOption("#pick-month", "2026-01");
  expect(await page.textContent("#rows time")).toContain("2026年1月");
  await page.selectOption("#pick-who", "own");
  expect(await page.textContent("#nothing")).toContain("没有这样的查看");
  await page.click("#children");
  await page.waitForSelector("#notice h2:text('登记库里没有能由您代办的孩子')");
  expect(ROWS).toBe(rows.length);
});
