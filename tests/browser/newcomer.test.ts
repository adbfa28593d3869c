// Somebody whom the register does not know, and a newborn: from the first page to the desk's decision, and back to the receipt.
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import type { Task } from "../../shared/desk/task.ts";
import { evidenceSays } from "../../web/messages/evidence.ts";
import { newAboutSays, newcomerFindings, newItems, newPaperSays, newReceiptSays } from "../../web/messages/newcomer.ts";
import { complaintsOf } from "../support/axe.ts";
import { aFact } from "../support/build.ts";
import { chooseOn } from "../support/choose.ts";
import { formSteps, SEND } from "../support/form-steps.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { keptOnPhone } from "../support/on-phone.ts";
import { someoneElse, someoneNew } from "../support/people.ts";
import { aPhoto } from "../support/photo.ts";
import { visitPortal } from "../support/portal.ts";

const portal = visitPortal();
let machine: Awaited<ReturnType<typeof portal.begin>>;
let photo: Buffer;
let page: Page;

beforeAll(async () => {
  photo = await aPhoto(portal.browser);
});
beforeEach(async () => {
  machine = await portal.begin();
});

const { ready, next, errors, ended } = formSteps(
  () => page,
  () => portal.origin,
);
const at = async (path: string) => {
  await page.waitForURL(`**${path}`);
  await ready();
};
async function looksRight(where: string, target: number) {
  const found = [where, await sideways(page), await smallTargets(page, target), await complaintsOf(page)];
  expect(found).toEqual([where, 0, [], []]);
}
async function addPhoto(lang: "zh" | "en") {
  const chooser = page.locator("input.file:not([capture])");
  await chooser.waitFor({ state: "attached" });
  await chooser.setInputFiles({ name: "IMG.jpg", mimeType: "image/jpeg", buffer: photo });
  await page.locator(".piece").getByText(evidenceSays[lang]["piece.kept"], { exact: true }).waitFor();
}
/** One person at the desk has looked at the only task there is. */
async function theDeskSays(verdict: "applied" | "refused", kind: Task["kind"]) {
  const desk = openDesk({ client: portal.client, table: "desk" });
  const [task] = await desk.openTasks();
  expect(task?.kind).toBe(kind);
  await desk.decide(task!, { verdict, reason: "证件已核对", by: "王芳" }, portal.app().now());
  await machine.run();
}

test("somebody unknown registers by keyboard in large print, sees their receipt only, and signs in when the desk has said yes", async () => {
  const [number, phone] = [someoneElse(700), "15433330700"];
  page = await portal.page(undefined, { elder: true, bypassCSP: true });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (text: string) => page.keyboard.insertText(text);
  await page.goto(`${portal.origin}/sign-in`);
  await page.focus('summary:has-text("从没登记过")');
  await press("Enter");
  await pressTo(page, "details a[href$='/registration/new']");
  await press("Enter");
  await at("/registration/new");
  await pressTo(page, SEND);
  await press("Enter");
  await expect.poll(() => page.locator("#errs li").count()).toBe(3);
  await looksRight("who, with errors", 60);
  await pressTo(page, "#number");
  await type(number);
  await press("Tab");
  await type("沈知夏");
  await press("Tab");
  await type(phone);
  await press("Enter");
  await at("/registration/new/code");
  await pressTo(page, "#code");
  await type(portal.app().codeAt(phone) ?? "");
  await press("Enter");

  await at("/registration/new/about");
  expect(await page.locator("#unsaid").isVisible()).toBe(false); // the number says sex and birth
  await pressTo(page, SEND);
  await press("Enter");
  await expect.poll(errors).toEqual([newAboutSays.zh["status.missing"]]);
  await pressTo(page, "[name=status]");
  await press("ArrowDown", "Space");
  await looksRight("about", 60);
  await keptOnPhone(page, { status: "FLEXIBLE" });
  await page.reload();
  await ready();
  await page.waitForSelector("[name=status][value=FLEXIBLE]:checked");
  await next();

  await at("/registration/new/home");
  await page.selectOption("#province", "34");
  await page.fill("#find", "八公山");
  await page.locator('label:has-text("八公山区")').first().click();
  await next();
  await page.locator("[data-step=street]").waitFor();
  await chooseOn(page, "[name=township][value=own]");
  await next();
  await page.fill("[name='address.lines']", "某某街1号");
  await next();
  await chooseOn(page, "[name=hukou][value=elsewhere]");
  await looksRight("home", 60);
  await next();
  await at("/registration/new/evidence");
  await page.locator("input.file").first().waitFor({ state: "attached" });
  await next();
  await expect.poll(errors).toEqual([newPaperSays.zh["evidence.missing"]]);
  await addPhoto("zh");
  await looksRight("evidence", 60);
  await next();
  await at("/registration/new/check");
  for (const text of [number, "沈知夏", phone, "1903年3月3日", "灵活就业", "某某街1号", "1张"])
    expect(await page.textContent("#rows")).toContain(text);
  await looksRight("check", 60);
  await chooseOn(page, "[name=declared]");
  await next();
  await page.waitForURL("**/registration/new/receipt#*");
  await machine.run();
  await ended("正在审核");
  await looksRight("receipt", 60);
  await page.goto(`${portal.origin}/check`);
  await page.waitForURL("**/submissions"); // nothing but the own form can be seen
  await page.locator("#sent h2").waitFor();
  expect(await page.locator("#sent h2").allTextContents()).toEqual([newItems.zh.newcomer]);

  await theDeskSays("applied", "new-person");
  await page.goto(`${portal.origin}/registration/new/receipt`);
  await ended("办好了");
  expect(await page.textContent("#lead")).toBe(newReceiptSays.zh.done);
  await page.click("#out");
  await page.waitForURL(`${portal.origin}/`);
});

test("a passport asks for sex and birth, and who is registered already is told no more than anybody", async () => {
  await someoneNew(portal.client, { docType: "PASSPORT", number: "DEU0C01X00T47", name: "Anna Berg" });
  page = await portal.page(undefined, { bypassCSP: true });
  await page.goto(`${portal.origin}/en/registration/new`);
  await page.selectOption("#docType", "PASSPORT");
  await page.fill("#number", "C01X00T47");
  await page.fill("#name", "Anna Berg");
  await page.fill("#phone", "15433330701");
  await next();
  await expect.poll(errors).toEqual([newcomerFindings.en["newcomer.country-missing"]]);
  await page.fill("#number", "DEU C01X00T47");
  await next();
  await at("/en/registration/new/code");
  await page.fill("#code", portal.app().codeAt("15433330701") ?? "");
  await next();
  await at("/en/registration/new/about");
  await chooseOn(page, "[name=sex][value=F]");
  await page.fill("#birth", "1988-5-6");
  await chooseOn(page, "[name=status][value=NONE]");
  await looksRight("about in English", 44);
});

test("a mother registers her newborn: until when to join the medical insurance, a photo, the desk's yes, and the child is hers", async () => {
  const mother = await someoneNew(portal.client, {
    name: "陈晓雨",
    card: aFact({ name: "residence", division: "340403", lines: "龙泉街道学院路8号" }),
    registration: {},
  });
  page = await portal.page(mother, { bypassCSP: true });
  await page.goto(`${portal.origin}/registration/child`);
  await ready();
  await page.fill("#certificate", "z340000123");
  await chooseOn(page, "[name=as][value=father]");
  await next();
  await expect.poll(errors).toHaveLength(1);
  await page.fill("#mother", someoneElse(701));
  await looksRight("certificate", 44);
  await next();
  await page.locator("[data-step=child]").waitFor();
  await chooseOn(page, "[name=sex][value=F]");
  await page.fill("#birth", "2026年3月2日");
  await chooseOn(page, "[name=consent]");
  await looksRight("child", 44);
  await next();
  await at("/registration/child/evidence");
  await addPhoto("zh");
  await next();
  await at("/registration/child/check");
  for (const text of ["Z340000123", "爸爸", "还没取名", "2026年3月2日", "1张"])
    expect(await page.textContent("#rows")).toContain(text);
  expect(await page.textContent("#until")).toBe("最晚2026年5月31日。");
  await looksRight("check", 44);
  await chooseOn(page, "[name=declared]");
  await next();
  await page.waitForURL("**/submissions/receipt#*");
  await machine.run();
  await ended("正在审核");
  await theDeskSays("applied", "new-person");
  await ended("办好了");
  expect(await page.textContent("#asked")).toContain("新生儿登记");
  const children = await page.evaluate(async () => (await (await fetch("/api/children")).json()).children);
  expect(children).toMatchObject([{ birth: "2026-03-02", proven: "certificate" }]);
});
