// What the register has wrong about somebody, from the list of changes to the register and back, with a photo of the paper.
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import type { Receipt } from "../../shared/kernel/fields.ts";
import { correctedSays, correctionSays, dateSays, paperSays } from "../../web/messages/correction.ts";
import { evidenceSays } from "../../web/messages/evidence.ts";
import { complaintsOf } from "../support/axe.ts";
import { chooseOn } from "../support/choose.ts";
import { formSteps, SEND } from "../support/form-steps.ts";
import { pressTo } from "../support/keyboard.ts";
import { type Known, someoneElse, someoneNew } from "../support/people.ts";
import { aPhoto } from "../support/photo.ts";
import { visitPortal } from "../support/portal.ts";

const portal = visitPortal();
let machine: Awaited<ReturnType<typeof portal.begin>>;
let person: Known;
let page: Page;
let photo: Buffer;

beforeAll(async () => {
  photo = await aPhoto(portal.browser);
});
beforeEach(async () => {
  machine = await portal.begin();
  person = await someoneNew(portal.client);
  page = await portal.page(person, { bypassCSP: true });
});

const { ready, open, next, press, type, errors, ended, fits } = formSteps(
  () => page,
  () => portal.origin,
);
const at = async (path: string) => {
  await page.waitForURL(`**${path}`);
  await ready();
};
async function addPhoto(lang: "zh" | "en" = "zh") {
  const chooser = page.locator("input.file:not([capture])");
  await chooser.waitFor({ state: "attached" });
  await chooser.setInputFiles({ name: "IMG.jpg", mimeType: "image/jpeg", buffer: photo });
  await page.locator(".piece").getByText(evidenceSays[lang]["piece.kept"], { exact: true }).waitFor();
}
/** Declares and sends; answers the receipt. */
async function send(): Promise<Receipt> {
  await pressTo(page, "[name=declared]");
  await press("Space", "Enter");
  await page.waitForURL("**/submissions/receipt#*");
  return page.url().split("#")[1] as Receipt;
}
async function twoPeopleSayYes(receipt: Receipt) {
  const desk = openDesk({ client: portal.client, table: "desk" });
  const { personId } = person.record.registration;
  for (const by of ["王芳", "李军"])
    await desk.decide((await desk.task(personId, receipt))!, { verdict: "applied", reason: "已核对", by }, portal.app().now());
  await machine.run();
}

describe("a name", () => {
  test("is put right by keyboard alone in large print, and stands on the check page when two people have said yes", async () => {
    await page.context().addInitScript(() => localStorage.setItem("elder", "1"));
    await page.goto(`${portal.origin}/change`);
    await page.waitForSelector("#name .seal:not(.blind)");
    expect(await page.textContent("#name .now")).toBe("林*禾");
    await fits("list", 60);
    await pressTo(page, "#name a");
    await press("Enter");
    await at("/change/name");
    await press("Tab");
    await pressTo(page, "#name");
    await press("Enter");
    await expect.poll(errors).toEqual([correctionSays.name.zh["name.missing"], correctionSays.name.zh["reason.missing"]]);
    await pressTo(page, "#name");
    await type("阿依努尔·麦麦提");
    await pressTo(page, "[name=reason]");
    await press("ArrowDown", "Space");
    await fits("name", 60);
    await press("Enter");
    await at("/change/name/evidence");
    await page.locator("input.file").first().waitFor({ state: "attached" });
    await fits("evidence", 60);
    await pressTo(page, SEND);
    await press("Enter");
    await expect.poll(errors).toEqual([paperSays.zh["evidence.missing"]]);
    await addPhoto();
    await pressTo(page, SEND);
    await press("Enter");
    await at("/change/name/check");
    const rows = await page.textContent("#rows");
    for (const text of ["林*禾", "阿依努尔·麦麦提", "在派出所改了名字", "1份"]) expect(rows).toContain(text);
    await fits("check", 60);
    const receipt = await send();
    await machine.run();
    await ended("正在审核");
    await twoPeopleSayYes(receipt);
    await ended("办好了");
    expect(await page.textContent("#asked")).toContain("姓名：阿******提");
    await fits("receipt", 60);

    await page.goto(`${portal.origin}/change`);
    await page.waitForSelector("#name .seal:not(.blind)");
    expect(await page.textContent("#name .now")).toBe("阿******提");
  });

  test("is refused at the last look when its photo is gone, which says where to add it again", async () => {
    const put: string[] = [];
    page.on(
      "request",
      (request) => request.method() === "PUT" && put.push(new URL(request.url()).pathname + new URL(request.url()).search),
    );
    await open("/change/name");
    await page.fill("#name", "林晓和");
    await chooseOn(page, '[value="mistake"]');
    await next();
    await at("/change/name/evidence");
    await addPhoto();
    await next();
    await at("/change/name/check");
    await page.evaluate((address) => fetch(address, { method: "DELETE" }), put[0]!.replace(/&purpose=.*/, ""));
    await chooseOn(page, "[name=declared]");
    await next();
    await page.waitForSelector("#errs");
    await expect.poll(errors).toEqual([correctedSays.zh["evidence.gone"]]);
    await page.click('#rows a[href$="/evidence"]');
    await at("/change/name/evidence");
    await addPhoto();
    await next();
    await at("/change/name/check");
    await send();
  });
});

describe("in English", () => {
  test("a date of birth is understood, also where the number says otherwise, and a death is reported step by step", async () => {
    await open("/en/change/birth");
    await page.fill("#birth", "1903年3月13日");
    expect(await page.textContent("#understood")).toBe("Read as: 13 March 1903");
    expect(await page.textContent("#doubt")).toContain("3 March 1903");
    await page.fill("#birth", "03-3-13");
    await next();
    await expect.poll(errors).toEqual([dateSays.en["date.ambiguous"]]);
    await page.fill("#birth", "1903-3-13");
    await fits("birth");
    await next();
    await at("/en/change/birth/evidence");
    await addPhoto("en");
    await next();
    await at("/en/change/birth/check");
    expect(await page.textContent("#rows")).toMatch(/3 March 1903.*13 March 1903/);
    const receipt = await send();
    await machine.run();
    await twoPeopleSayYes(receipt);
    await ended("Done");
    expect(await page.textContent("#asked")).toContain("Date of birth: 13 March 1903");

    await open("/en/change/death");
    await page.fill("#name", "林大山");
    await page.fill("#number", person.number);
    await chooseOn(page, '[value="parent"]');
    await next();
    await page.fill("#diedOn", "20260320");
    expect(await page.textContent("#understood")).toBe("Read as: 20 March 2026");
    await fits("death");
    await next();
    await at("/en/change/death/evidence");
    await addPhoto("en");
    await next();
    await at("/en/change/death/check");
    await fits("death check");
    await chooseOn(page, "[name=declared]");
    await next();
    await page.waitForSelector("#errs");
    await expect.poll(errors).toEqual([correctedSays.en["change.death-of-oneself"]]);
    await page.click('#rows a[href="/en/change/death"]');
    await ready();
    await page.fill("#number", someoneElse(900));
    await next();
    await next();
    await at("/en/change/death/evidence");
    await page.locator(".piece").waitFor();
    await next();
    await at("/en/change/death/check");
    await send();
    await machine.run();
    await ended("Received and being looked at");
    expect(await page.textContent("#asked")).toContain("Death of a relative");
  });
});

test("nobody is shut out: axe finds nothing on the question, the paper and the last look, in light and in the dark", async () => {
  const looks = async (where: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect([where, colorScheme, await complaintsOf(page, colorScheme)]).toEqual([where, colorScheme, []]);
    }
  };
  await open("/change/number");
  await page.fill("#number", `${someoneElse(901).slice(0, -1)}?`);
  await next();
  await expect.poll(errors).toEqual([correctionSays.number.zh["number.bad-character"]]);
  await looks("number");
  await page.fill("#number", someoneElse(901));
  expect(await page.textContent("#understood")).toContain("1903年3月3日");
  await next();
  await at("/change/number/evidence");
  await addPhoto();
  await looks("evidence");
  await next();
  await at("/change/number/check");
  await looks("check");
});
