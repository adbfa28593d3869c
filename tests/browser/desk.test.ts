// A name correction at the desk: a handler and a checker, each on their own pages, by keyboard where it matters.
import type { BrowserContext, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { deskListSays, deskTaskSays } from "../../web/messages/desk.ts";
import { kindWords } from "../../web/messages/desk-kinds.ts";
import { aMatter, aWork } from "../desk/matters.ts";
import { signInAs, startApp } from "../support/app.ts";
import { complaintsOf } from "../support/axe.ts";
import { aChange, noon } from "../support/build.ts";
import { chooseOn } from "../support/choose.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { startMachine } from "../support/machine.ts";
import { aPhoto } from "../support/photo.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { through } from "../support/through.ts";
import { type Cookies, visit } from "../support/visit.ts";

const TODAY = noon("2026-11-22");
const says = deskTaskSays.zh;
let staff: StartedStaff;
let app: ReturnType<typeof startApp>;

const site = visit({
  engine: true,
  api: (request) => through(/\/api\/staff\//.test(request.url) ? staff.app : app.app, request),
});
beforeAll(async () => {
  const photo = await aPhoto(site.browser);
  staff = startStaff({ client: site.client, startAt: TODAY, readEvidence: async () => photo });
  app = startApp({ client: site.client, startAt: TODAY });
});

const open = ({ cookies }: { cookies: Cookies }, width: number): Promise<BrowserContext> =>
  site.context({ cookies, width, height: 900, at: staff.now(), bypassCSP: true, newest: true });
const looksRight = async (page: Page, where: string) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect([where, colorScheme, await complaintsOf(page, colorScheme)]).toEqual([where, colorScheme, []]);
  }
  expect([where, await sideways(page), await smallTargets(page, 44)]).toEqual([where, 0, []]);
};
const said = (page: Page, text: string) => page.locator("#notice").getByText(text, { exact: true }).waitFor();

test("a handler and a checker put a name right, nobody is both, and the resident finds the new name", async () => {
  const machine = await startMachine(site.client);
  const change = aChange({ item: "name", name: "欧阳晓禾", reason: "mistake" });
  const matter = await aMatter(site.client, {
    content: { slice: "change", change, acceptedAt: TODAY },
    task: { openedAt: TODAY, dueAt: "2026-12-04" },
  });
  await aWork(site.client, { openedAt: TODAY, dueAt: "2026-11-19" });
  const first = await open(await staff.as(["handler", "checker"], undefined, { name: "王芳" }), 1280);
  const page = await first.newPage();
  await page.goto(`${site.origin}/staff/desk`);
  await page.waitForSelector("#tasks li");
  expect(await page.locator("#tasks h2").allTextContents()).toEqual([
    kindWords.zh["kind.LABOUR_INSPECTION_LEAD"],
    kindWords.zh["kind.name-correction"],
  ]);
  expect(await page.locator("#tasks .warn").first().textContent()).toBe("超过期限1个工作日");
  await looksRight(page, "list");
  // Who stands at the counter has a receipt in hand, and reads it out as it comes.
  await page.fill("#receipt", matter.task.receipt.toLowerCase().replaceAll("-", " "));
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("#tasks h2").allTextContents()).toEqual([kindWords.zh["kind.name-correction"]]);
  await page.fill("#receipt", "ZZZZ-ZZZZ-ZZZZ");
  await page.keyboard.press("Enter");
  await said(page, deskListSays.zh.emptyReceipt);
  await page.fill("#receipt", "");
  await page.selectOption("#what", "decide");
  await page.locator("#tasks a").first().click();
  await page.waitForSelector("#matter:not([hidden])");
  await page.click("a.back");
  await page.waitForSelector("#tasks a:focus");
  expect(await page.inputValue("#what")).toBe("decide"); // as they left it
  await page.locator("#tasks a").first().click();
  await page.waitForSelector("#matter:not([hidden])");
  expect(await page.locator("#sides .diff").textContent()).toContain("欧阳晓禾");
  expect(await page.textContent("#person")).not.toContain("晓禾");
  await page.click("#paper-1");
  await page.waitForSelector("#papers img");
  await page.getByRole("button", { name: says.turn }).click();
  const stands = () =>
    page.locator("#papers img").evaluate((image: HTMLImageElement) => image.naturalHeight > image.naturalWidth);
  await expect.poll(stands).toBe(true);
  await page.fill("#reason", "先看看");
  await page.click("#take");
  await said(page, says["next.taken"]);
  expect([await page.inputValue("#reason"), await page.locator("#papers img").count()]).toEqual(["先看看", 1]); // nothing is lost
  await page.fill("#reason", "");
  await page.locator("#decide [type=submit]").click();
  await expect.poll(() => page.locator("#errs li").allTextContents()).toEqual([says.pickOne, says.writeReason]);
  await chooseOn(page, "#verdict-yes");
  await page.locator(".say button").first().click();
  await page.keyboard.press("Tab"); // from the reason on by keyboard
  await pressTo(page, "#decide [type=submit]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#confirm");
  expect(await page.textContent("#decide .note")).toContain(says.noUndo);
  await looksRight(page, "last look");
  await pressTo(page, "#confirm");
  await page.keyboard.press("Enter");
  await said(page, "等复核人来定，期限2026年12月4日。");
  expect(await page.textContent("#decide")).toBe(says["desk.same-person-twice"]);
  await first.close();

  const second = await open(await staff.as("checker", undefined, { name: "李军" }), 360);
  const narrow = await second.newPage();
  await narrow.goto(`${site.origin}/en/staff/desk`);
  await narrow.waitForSelector("#tasks li");
  expect(await narrow.locator("#tasks h2").allTextContents()).toEqual([kindWords.en["kind.name-correction"]]); // no lead: it says who told
  expect(await narrow.textContent("#tasks")).toContain(deskListSays.en.waitsFor2);
  await looksRight(narrow, "list, narrow");
  await narrow.locator("#tasks a").click();
  await narrow.waitForSelector("#matter:not([hidden])");
  await narrow.locator("#person .link").nth(1).click();
  await narrow.getByRole("button", { name: deskTaskSays.en["why.compare"] }).click();
  await narrow.locator("#person").getByText(matter.person.number).waitFor();
  await chooseOn(narrow, "#verdict-yes");
  await narrow.locator("#decide [type=submit]").click();
  await narrow.waitForSelector("#confirm");
  await looksRight(narrow, "matter, narrow");
  await narrow.click("#confirm");
  await narrow.locator("#notice h2").getByText(deskTaskSays.en["next.final"], { exact: true }).waitFor();
  await second.close();

  expect(await machine.run()).toEqual([]);
  const resident = await open((await signInAs(app, { ...matter.person, name: "欧阳晓禾" })).browser, 360);
  const own = await resident.newPage();
  await own.goto(`${site.origin}/change`);
  await own.waitForSelector("#name .seal:not(.blind)");
  expect(await own.textContent("#name .now")).toBe("欧**禾");
  await resident.close();
});
