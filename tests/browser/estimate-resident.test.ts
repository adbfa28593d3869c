// Whoever pays as a resident: a fisherman of 58 compares tiers, somebody comes back to medical insurance after a gap.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { complaintsOf } from "../support/axe.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { visit } from "../support/visit.ts";

const TODAY = "2026-11-22T12:00:00+08:00";
const modes = ["light", "dark", "elder"] as const;
type Mode = (typeof modes)[number];

/** What the register knows of him. */
const pension = { insured: true, insurance: "pension", scheme: "170", region: "370826", paidMonths: 159 };
const record = { limited: false, person: { birth: "1903-02-07" }, insurances: [pension] };

const site = visit({ api: () => Response.json(record) });

async function open(path: string, mode: Mode = "light"): Promise<Page> {
  const colorScheme = mode === "dark" ? "dark" : "light";
  const page = await site.page({ at: TODAY, colorScheme, elder: mode === "elder", bypassCSP: true });
  await page.goto(site.origin + path);
  return page;
}

const close = (page: Page) => page.context().close();
const saying = (page: Page, text: string) => page.locator("#answer").getByText(text).first().waitFor();
const answerOf = async (page: Page): Promise<string> => (await page.locator("#answer").innerText()).replace(/\s+/g, " ");
const calculate = (page: Page) => page.locator("button[type=submit]").click();

async function typeLife(page: Page, { year = "1968", paid = "11", account = "3200", canPay = "650" } = {}): Promise<void> {
  await page.selectOption("#region", "370826");
  await page.fill("[name='birth.year']", year);
  await page.selectOption("[name='birth.month']", "5");
  await page.fill("#paid", paid);
  await page.fill("#account", account);
  await page.fill("#canPay", canPay);
}

async function typeGap(page: Page, { missed = "5", repaired = "", cover = "thisYear", inWindow = "no" } = {}): Promise<void> {
  await page.fill("#missed", missed);
  await page.fill("#repaired", repaired);
  await page.locator(`[name=cover][value=${cover}] + label`).click();
  await page.locator(`[name=inWindow][value=${inWindow}] + label`).click();
}

describe("a fisherman of 58 in Weishan", () => {
  test("finds by keyboard what he can pay, what he makes up, and that Weishan's own numbers are for 12333 to say", async () => {
    const page = await open("/estimate/resident-pension");
    await pressTo(page, "[name='birth.year']");
    await page.keyboard.type("1968");
    await pressTo(page, "[name='birth.month']");
    await page.keyboard.type("5");
    await pressTo(page, "#region");
    await page.selectOption("#region", { label: "山东省济宁市微山县" });
    for (const [field, text] of Object.entries({ paid: "11", account: "3200", canPay: "650" })) {
      await pressTo(page, `#${field}`);
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Enter");
    await saying(page, "每年缴600元，从2028年5月起每月大约领204到221元");

    expect(await page.evaluate(() => document.activeElement?.id)).toBe("answer-title");
    const said = await answerOf(page);
    expect(said).toContain("到60岁还能缴2次，一年一次。加上已经缴的11年，一共13年。满15年才能按月领，还差2年，要补缴。");
    expect(said).toContain("山东省济宁市微山县有自己的档次，我们还没有核实过的数");
    expect(said).toContain("照600元一档补2年，要1,200元。补缴的部分政府不给补贴。");
    expect(said).toContain("163＋5,720÷139＝每月204.15元（不算增长）");
    expect(said).toContain("2025年的延迟退休改革没有改它");
    expect(said).toContain("按现行规定粗算，今后标准会变，以经办机构核定为准。");
    expect(await page.locator("#answer .note a[href='tel:12333']").count()).toBeGreaterThan(0);
    expect(await page.locator("#answer tbody tr").count()).toBe(12);
    expect(await page.locator("#answer tbody tr", { hasText: /^600/ }).innerText()).toMatch(/60\s+204到221\s+2,400\s+61$/);
    expect(await page.getByRole("img", { name: /一年缴600 204到221/ }).count()).toBe(1);
    await close(page);
  });

  test("need not type what the register knows: months in full years, the birth, the place", async () => {
    const page = await open("/estimate/resident-pension");
    await page.locator("#mine").click();
    await page.locator(".from").first().waitFor();

    expect(await page.inputValue("#paid")).toBe("13");
    expect(await page.inputValue("[name='birth.year']")).toBe("1903");
    expect(await page.inputValue("#region")).toBe("370826");
    await close(page);
  });

  test("reads the same in English", async () => {
    const page = await open("/en/estimate/resident-pension");
    await typeLife(page);
    await calculate(page);
    await saying(page, "With 600 yuan a year you get about 204–221 yuan a month from May 2028");

    expect(await answerOf(page)).toContain("At 600 yuan the missing years (2) cost 1,200 yuan.");
    await close(page);
  });

  test("whose means are below the lowest tier is told whom to ask, and what the government pays for him is said", async () => {
    const page = await open("/estimate/resident-pension");
    await typeLife(page, { canPay: "50" });
    await calculate(page);
    await saying(page, "这里最低的一档是一年100元");
    await page.locator("[name=about][value=hardUp] + label").click();
    await page.fill("#canPay", "");
    await calculate(page);
    await saying(page, "一年100元的一档，由政府替您缴一部分或全部");
    await close(page);
  });

  test.each([
    { year: "1960", said: "已经到了60岁，不用再选档次了。" },
    { year: "2015", said: "还没满16岁，从2031年5月起才可以参加居民养老保险。现在不用缴。" },
    { year: "2008", said: "填的缴费年数，比能参保的年数还多。" },
  ])("would be told something else if he was born in $year", async ({ year, said }) => {
    const page = await open("/estimate/resident-pension");
    await typeLife(page, { year });
    await calculate(page);
    await saying(page, said);
    expect(await page.locator("#answer table").count()).toBe(0);
    await close(page);
  });
});

describe("somebody who missed five years of medical insurance", () => {
  test("sees how long it takes, why, and what each repaired year saves and costs", async () => {
    const page = await open("/estimate/medical-gap");
    await typeGap(page, { repaired: "1" });
    await page.fill("#paidOn", "2026年11月22日");
    await page.fill("#consecutive", "7");
    await page.fill("#claimless", "2");
    await calculate(page);
    await saying(page, "要等7个月，大约从2027年6月起才能报销");

    const said = await answerOf(page);
    expect(said).toContain("2026年的医保到年底就结束了");
    expect(said).toContain("一些地方的算法少一个月，是6个月。");
    expect(said).toContain("3＋4＝7个月");
    expect(said).toContain("断了4年或者更久的，补多少年都最少等6个月。");
    expect(said).toContain("补缴1年要400元，少等1个月。");
    expect(said).toContain("断之前连着缴了7年，还没有到有奖励的时候。断了以后要从头数。 奖励的年数从2025年的医保起数");
    expect(said).toContain("是当地原来最高报销额的20%");
    expect(await page.locator("#answer tbody tr").allInnerTexts()).toEqual([
      "不补缴\t8个月\t0元",
      "补缴1年\t7个月\t400元",
      "补缴2年\t6个月\t800元",
    ]);
    await close(page);
  });

  test("is told in English that the fee of next year is not published, and to ask 12393", async () => {
    const page = await open("/en/estimate/medical-gap");
    await typeGap(page, { cover: "nextYear", inWindow: "yes" });
    await calculate(page);
    await saying(page, "A wait of 8 months: cover begins around July 2027");

    const missing = page.locator("#answer .note", { hasText: "We have no reliable figure" });
    expect(await missing.innerText()).toContain("Resident medical: least a person pays, a year");
    expect(await missing.locator("a[href='tel:12393']").count()).toBe(1);
    await close(page);
  });

  test("cannot repair more than was missed, nor pay on a day that is none: both are said at their fields", async () => {
    const page = await open("/estimate/medical-gap");
    await typeGap(page, { missed: "2", repaired: "3" });
    await page.fill("#paidOn", "2026-2-30");
    await calculate(page);
    await page.locator("#errs").waitFor();

    await expect
      .poll(() => page.locator("#errs li").allInnerTexts())
      .toEqual(["没有这一天，请再看看", "补缴的年数不能比断的年数多"]);
    expect(await page.locator("#paidOn-e").innerText()).toBe("没有这一天，请再看看");
    expect(await page.locator("#repaired-e").innerText()).toBe("补缴的年数不能比断的年数多");
    await close(page);
  });

  test("and has a newborn, who waits for nothing if it is enrolled in time", async () => {
    const page = await open("/estimate/medical-gap");
    await page.locator("[name=who][value=newborn] + label").click();
    await page.locator("#birth").waitFor();
    expect(await page.locator("#missed").isVisible()).toBe(false);
    await page.fill("#birth", "2026年8月24日");
    await calculate(page);
    await saying(page, "不用等，从出生那天（2026年8月24日）起就能报销");
    await page.fill("#paidOn", "2026-11-23");
    await calculate(page);
    await saying(page, "出生超过90天了，从哪天起报销，要看当地的规定");
    await close(page);
  });
});

describe.each(modes)("%s", (mode) => {
  test("the answers can be used by everybody: axe finds nothing, nothing is too small or out of sight", async () => {
    const pages = { "/estimate/resident-pension": typeLife, "/estimate/medical-gap": typeGap };
    for (const [at, typeIn] of Object.entries(pages)) {
      const page = await open(at, mode);
      await typeIn(page);
      await calculate(page);
      await page.locator("#answer table").waitFor();
      expect([at, await complaintsOf(page, mode)]).toEqual([at, []]);
      expect([at, await smallTargets(page, mode === "elder" ? 60 : 44)]).toEqual([at, []]);
      expect([at, await sideways(page)]).toEqual([at, 0]);
      await close(page);
    }
  });
});
