// Saying why one is not insured, against the real API, relay and worker on the embedded engine.
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openCasework } from "../../functions/casework/casework.ts";
import { openDesk } from "../../functions/desk/desk.ts";
import { detailSays, reasonWords, whySays } from "../../web/messages/declaration.ts";
import { evidenceSays } from "../../web/messages/evidence.ts";
import { findings } from "../../web/messages/findings.ts";
import { kit } from "../../web/messages/kit.ts";
import { complaintsOf } from "../support/axe.ts";
import { anInsurance } from "../support/build.ts";
import { chooseOn, unchooseOn } from "../support/choose.ts";
import { formSteps, SEND } from "../support/form-steps.ts";
import { pressTo } from "../support/keyboard.ts";
import { keptOnPhone } from "../support/on-phone.ts";
import { type Known, someoneNew } from "../support/people.ts";
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
  page = await portal.page(person, { at: "2026-11-22T12:00:00+08:00", bypassCSP: true }); // days of coming back are ahead of it
});

const { ready, open, next, at, press, errors, received, ended, fits } = formSteps(
  () => page,
  () => portal.origin,
);
const tick = (code: string) => chooseOn(page, `[name="why.${code}"]`);
/** A proof is welcome and never asked for. */
async function withoutProof() {
  await page.waitForURL("**/declaration/evidence?**");
  await ready();
  await next();
}
const work = async () => {
  const mine = person.record.registration.personId;
  return (await openDesk({ client: portal.client, table: "desk" }).openWork()).filter(({ personId }) => personId === mine);
};

describe.each([
  { lang: "zh" as const, under: "", done: "办好了", elder: false },
  { lang: "en" as const, under: "/en", done: "Done", elder: true },
])("by keyboard alone at 360 px, in $lang (elder mode: $elder)", ({ lang, under, done, elder }) => {
  beforeEach(async () => {
    if (elder) await page.context().addInitScript(() => localStorage.setItem("elder", "1"));
  });
  const target = elder ? 60 : 44;

  test("somebody short of money says so, from the check page to the register, and sees the subsidy and the cheapest tier", async () => {
    await page.goto(`${portal.origin}${under}/check`);
    await page.waitForSelector("#pension .facts a");
    await pressTo(page, "#pension .facts a");
    await press("Enter");
    await page.waitForURL("**/declaration?insurance=pension");
    await ready();
    await fits("why", target);
    await pressTo(page, '[name="why.P01"]');
    await press("Space", "Enter");
    await page.waitForURL(`**${under}/declaration/check?insurance=pension`);
    await ready();
    expect(await page.textContent("#rows")).toContain(reasonWords[lang].P01);
    await fits("check", target);
    await pressTo(page, "[name=declared]");
    await press("Space", "Enter");
    await received();
    await machine.run();
    await ended(done);

    expect(await page.textContent("#asked")).toContain(reasonWords[lang].P01);
    expect(await page.textContent("#follows")).toMatch(/10/);
    const links = await page.locator("#follows a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(links).toEqual([`${under}/policy/resident-pension#hard-up`, `${under}/enrolment`]);
    await fits("receipt", target);
    expect(await work()).toMatchObject([{ work: "SUBSIDY_CHECK", insurance: "pension" }]);
  });

  test("somebody whose employer did not enrol them reports it without a name", async () => {
    await open(`${under}/declaration?insurance=injury`);
    await pressTo(page, '[name="why.U01"]');
    await press("Space");
    await pressTo(page, '[name="why.U04"]');
    await press("Space", "Enter");
    await at("main");
    await pressTo(page, "[name=main]");
    await press("ArrowDown", "Space", "Enter");
    await page.waitForURL(`**${under}/declaration/details?insurance=injury`);
    await ready();
    await fits("employer", target);
    await pressTo(page, '[name="employer.name"]');
    await page.keyboard.insertText("淮南安居物业");
    await press("Enter");
    await page.waitForURL("**/declaration/evidence?**");
    await ready();
    await page
      .locator("input.file:not([capture])")
      .setInputFiles({ name: "contract.jpg", mimeType: "image/jpeg", buffer: photo });
    await page.locator(".piece").getByText(evidenceSays[lang]["piece.kept"], { exact: true }).waitFor();
    await fits("proof", target);
    await pressTo(page, SEND);
    await press("Enter");
    await page.waitForURL("**/declaration/check?**");
    await ready();
    expect(await page.textContent("#rows")).toMatch(lang === "zh" ? /1份/ : /1 item/);
    await pressTo(page, "[name=declared]");
    await press("Space", "Enter");
    await received();
    await machine.run();
    await ended(done);

    expect(await page.textContent("#asked")).toMatch(new RegExp(`${reasonWords[lang].U04}.*${reasonWords[lang].U01}`));
    expect(await page.textContent("#follows")).toContain(lang === "zh" ? "不告诉单位是谁说的" : "does not learn who said so");
    expect(await page.locator(`#follows a[href="${under}/policy/employer#complain"]`).count()).toBe(1);
    expect(await work()).toMatchObject([{ work: "LABOUR_INSPECTION_LEAD", employer: { name: "淮南安居物业" }, named: false }]);
    const { personId } = person.record.registration;
    const sent = (await openCasework({ client: portal.client, table: "casework" }).submissions(personId))[0];
    expect(sent?.evidence).toMatchObject([{ purpose: "reason" }]);

    await page.goto(`${portal.origin}${under}/submissions`);
    await page.waitForSelector("#sent li");
    expect(await page.textContent("#sent")).toContain(reasonWords[lang].U01);
    await page.goto(`${portal.origin}${under}/check`);
    await page.waitForSelector("#injury .facts a");
    expect(await page.textContent("#injury .facts")).toMatch(lang === "zh" ? /2026年\d+月\d+日说过/ : /Given on \d+ \w+ 2026/);
  });
});

test("a student of over thirty hears that somebody looks at it first, and when the reason comes back", async () => {
  await open("/declaration?insurance=pension");
  await tick("O05");
  await next();
  await page.waitForURL("**/declaration/details?**");
  await ready();
  await page.fill('[name="graduation.year"]', "2020");
  await page.selectOption('[name="graduation.month"]', "6");
  await next();
  await expect.poll(errors).toEqual([findings.zh["declaration.graduated"]]);
  await page.fill('[name="graduation.year"]', "2029");
  await next();
  await withoutProof();
  await page.waitForURL("**/declaration/check?**");
  await ready();
  await chooseOn(page, "[name=declared]");
  await next();
  await received();
  await machine.run();
  await ended("正在审核");

  expect(await page.textContent("#follows")).toContain("2029年7月31日");
  expect(await work()).toEqual([]);
});

test("whoever is insured elsewhere, in the army and has more to say gets through all of it; the place is a county", async () => {
  await open("/declaration?insurance=medical");
  expect(await page.isVisible('[for="why.O05"]')).toBe(false); // students are insured where they study
  for (const code of ["P06", "O01", "O99"]) await tick(code);
  await next();
  await at("main");
  await next();
  await expect.poll(errors).toEqual([whySays.zh["main.missing"]]);
  await chooseOn(page, '[name=main][value="P06"]');
  expect(await page.textContent("#step")).toBe("第2步，共7步");
  await next();
  await page.waitForURL("**/declaration/details?**");
  await ready();
  await page.fill("#until", "2027年9月1日");
  expect(await page.textContent("#understood")).toContain("2027年9月1日");
  await next();
  await at("words");
  await next();
  await expect.poll(errors).toEqual([detailSays.zh["text.missing"]]);
  await page.fill("#text", "部队里\n统一办");
  await next();
  await page.waitForURL("**/declaration/place?**");
  await ready();
  await page.waitForSelector("#province option:nth-child(20)", { state: "attached" });
  await page.selectOption("#province", "32");
  await page.fill("#find", "玄武");
  await page.click('label:text("玄武区")');
  await next();
  await withoutProof();
  await page.waitForURL("**/declaration/check?**");
  await ready();
  const said = await page.textContent("#rows");
  for (const text of ["（最主要）", "2027年9月1日", "部队里 统一办", "江苏省南京市玄武区"]) expect(said).toContain(text);
  await chooseOn(page, "[name=declared]");
  await next();
  await received();
  await machine.run();
  await ended("正在审核");
});

test("what was said survives being offline, a reload and the end of the session; it is sent once", async () => {
  await open("/declaration?insurance=pension");
  await tick("P01");
  await tick("P08");
  await keptOnPhone(page, { "why.P01": "yes", "why.P08": "yes" });
  await unchooseOn(page, '[name="why.P01"]');
  await keptOnPhone(page, { "why.P01": "", "why.P08": "yes" });
  await page.reload();
  await ready();
  expect([await page.isChecked('[name="why.P08"]'), await page.isChecked('[name="why.P01"]')]).toEqual([true, false]);
  await next();
  await page.waitForURL("**/declaration/check?**");
  await ready();
  await chooseOn(page, "[name=declared]");
  await page.context().setOffline(true);
  await next();
  await page.waitForSelector("#notice .blind");
  expect(await page.textContent("#notice h2")).toBe(kit.zh.offline);
  await page.context().setOffline(false);

  await page.context().clearCookies();
  await next();
  await page.waitForURL("**/sign-in?return=%2Fdeclaration%2Fcheck%3Finsurance%3Dpension");
  await portal.signIn(page.context(), person);
  await open("/declaration/check?insurance=pension");
  expect(await page.textContent("#rows")).toContain(reasonWords.zh.P08);
  expect(await page.textContent("#rows")).not.toContain(reasonWords.zh.P01);
  await chooseOn(page, "[name=declared]");
  await next();
  await received();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(["receipt"]);
  const { submissions } = await page.evaluate(async () => (await fetch("/api/submissions")).json());
  expect(submissions).toMatchObject([{ slice: "declaration", asked: "P08" }]);
});

test("too many reasons, none, and an insurance that one has, are said before anything is sent", async () => {
  await open("/declaration?insurance=pension");
  await next();
  await expect.poll(errors).toEqual([whySays.zh["why.missing"]]);
  for (const code of ["P01", "P02", "P03", "P04", "P05", "P07"]) await tick(code);
  await next();
  await expect.poll(errors).toEqual(["最多选5个，现在选了6个"]);

  const insured = await someoneNew(portal.client, { summary: { insurances: { pension: anInsurance({}) } } });
  await page.context().clearCookies();
  await portal.signIn(page.context(), insured);
  await page.goto(`${portal.origin}/declaration?insurance=pension`);
  await page.waitForSelector("#notice .note");
  expect(await page.textContent("#notice")).toContain("已经参保");
  expect(await page.isVisible("form")).toBe(false);
  await page.click('a.way[href="/declaration?insurance=medical"]');
  await page.waitForURL("**/declaration?insurance=medical");
  await ready();
});

test("nobody is shut out: axe finds nothing, in light, in the dark and in large print", async () => {
  const looks = async (where: string) => {
    for (const [look, colorScheme, elder] of [
      ["light", "light", false],
      ["dark", "dark", false],
      ["elder", "light", true],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate((large) => document.documentElement.toggleAttribute("data-elder", large), elder);
      expect([where, look, await complaintsOf(page, look)]).toEqual([where, look, []]);
    }
  };
  await page.goto(`${portal.origin}/declaration`);
  await page.waitForSelector("a.way");
  await looks("list");
  await open("/declaration?insurance=injury");
  await next();
  await page.waitForSelector("#errs");
  await looks("why");
  await tick("U01");
  await next();
  await page.waitForURL("**/declaration/details?**");
  await ready();
  await page.fill('[name="employer.name"]', "淮南安居物业");
  await looks("details");
  await next();
  await page.waitForURL("**/declaration/evidence?**");
  await page.waitForSelector("input.file", { state: "attached" });
  await looks("proof");
  await next();
  await page.waitForURL("**/declaration/check?**");
  await ready();
  await looks("check");
});
