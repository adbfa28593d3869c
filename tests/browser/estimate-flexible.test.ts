// A courier of 28, registered in Huainan, working in Nanjing: what he would pay in both, which scheme fits, where it is paid.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { publish } from "../../shared/policy/published.ts";
import { complaintsOf } from "../support/axe.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { anEntry } from "../support/policy.ts";
import { visit } from "../support/visit.ts";

const TODAY = "2026-11-22T12:00:00+08:00";
const modes = ["light", "dark", "elder"] as const;
type Mode = (typeof modes)[number];

/** Nanjing has told its limits and its medical rate, Huainan no more than its lowest tier of the resident pension. */
const told = [
  { key: "contribution-base.floor", value: "4952" },
  { key: "contribution-base.cap", value: "24760" },
  { key: "flexible-medical.rate", value: "0.08" },
] as const;
const policies: Record<string, string> = {
  "320100": JSON.stringify(
    publish(
      told.map((entry) => anEntry({ region: "320100", ...entry })),
      "test",
    ),
  ),
  "340400": JSON.stringify(publish([anEntry({ region: "340400", key: "resident-pension.lowest-tier", value: "200" })], "test")),
};
const NOTHING = JSON.stringify(publish([], "test"));

const site = visit();

async function open(path: string, { mode = "light", width = 360 }: { mode?: Mode; width?: number } = {}): Promise<Page> {
  const colorScheme = mode === "dark" ? "dark" : "light";
  const context = await site.context({ width, at: TODAY, colorScheme, elder: mode === "elder", bypassCSP: true });
  await context.route(/\/policy\/3[24]\d{4}\.json$/, (route) => {
    const region = /(\d{6})\.json$/.exec(route.request().url())?.[1] ?? "";
    return route.fulfill({ contentType: "application/json", body: policies[region] ?? NOTHING });
  });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}

/** The script comes at the first touch. */
async function touched(page: Page): Promise<void> {
  await page.focus("#region");
  await page.locator("#form[data-open]").waitFor({ state: "attached" });
}
const close = (page: Page) => page.context().close();
const answer = (page: Page, text: string) => page.locator("#answer").getByText(text).first().waitFor();
const calculate = (page: Page) => page.locator("button[type=submit]").click();
const columns = async (page: Page) =>
  (await page.locator(".places section").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
const rowOf = async (page: Page, name: string) =>
  (await page.locator("#answer tr", { hasText: name }).first().locator("td").allInnerTexts()).map((text) => text.trim());

async function typeCourier(page: Page, more: Record<string, string> = {}): Promise<void> {
  await touched(page);
  await page.selectOption("#region", "320100");
  await page.selectOption("#hukou", "340400");
  await page.fill("[name='birth.year']", "1998");
  await page.selectOption("[name='birth.month']", "3");
  for (const [name, text] of Object.entries(more)) await page.fill(`[name='${name}']`, text);
}

describe("a courier of 28", () => {
  test("sees by keyboard what he pays in Nanjing and what Huainan has not told, and goes on to compare with what he typed", async () => {
    const page = await open("/estimate/flexible");
    await pressTo(page, "#region");
    await page.keyboard.press("Tab");
    await typeCourier(page);
    await pressTo(page, "#way");
    await page.selectOption("#way", { label: "平台接单：送外卖、快送" });
    await pressTo(page, "#base");
    await page.keyboard.press("Enter");
    await answer(page, "您可以自己参保，多数地方不看户口。");

    expect(await page.evaluate(() => document.activeElement?.id)).toBe("answer-title");
    const [work = "", home = ""] = await columns(page);
    expect(work).toMatch(/^江苏省南京市 工作的地方 .*4,952元到24,760元/);
    expect(work).toContain("一个月990.40元 三个月2,971.20元 半年5,942.40元 一年11,884.80元 一年里有4,753.92元进您自己的账户");
    expect(work).toContain("职工医保 一个月396.16元 一年4,753.92元");
    expect(home).toMatch(/^安徽省淮南市 户口的地方 .*我们没有这里的“缴费基数下限（每月）”，请问12333/);
    expect(home).toContain("职工养老 基数每1,000元，一个月缴200元");
    expect(work).toContain("居民养老，一年缴一次 在户口的地方参加：安徽省淮南市");
    expect(home).toContain("先按国家的档：200元到2,000元，11档。当地自己的请问12333");
    expect(home).toMatch(/保2026年：400元，全国最低.*保2027年：还没有公布，请问12393/);
    const said = await page.locator("#answer").innerText();
    expect(said).toContain("平台按单给您交职业伤害保障，您不用出钱");
    expect(said).toContain("4,952 × 20% = 每月990.40元；其中4,952 × 8% = 396.16元进您自己的账户");
    expect(said).toContain(
      "最多是实际缴的2/3，最长3年；快退休的可以更长（有把握，未见原文）。按上面的养老算，一年最多补7,923.20元。",
    );
    expect(said).toContain("问到了最低基数，就填在上面，再算一次");
    expect(said).toContain("按现行规定粗算，今后标准会变，以经办机构核定为准。");
    expect(await page.locator("#answer a[href='/policy/lost-job#platform-injury']").count()).toBe(1);

    await page.getByRole("link", { name: "职工还是居民，哪种合适？" }).click();
    await page.waitForURL("**/estimate/compare");
    await touched(page);
    expect(await page.inputValue("[name='birth.year']")).toBe("1998");
    expect(await page.inputValue("#hukou")).toBe("340400");
    await page.locator("[value=M60] + label").click();
    await page.fill("[name='paid.years']", "2");
    await calculate(page);
    await answer(page, "职工养老从2061年3月（63岁）起领，居民养老从2058年3月（60岁）起领。");

    expect(await page.locator("#answer").innerText()).toContain("江苏省南京市的“养老金计发基数”，我们没有可靠的数");
    expect(await rowOf(page, "每月大约领（今天的钱）")).toEqual(["算不出来", "216元"]);
    await page.fill("#told", "9500");
    await calculate(page);
    await answer(page, "职工养老：（9,500＋9,500×0.60）÷2×36.33×1%＝2,761.08元");
    expect(await rowOf(page, "一年缴")).toEqual(["11,884.80元", "200元"]);
    expect(await page.locator("#answer").innerText()).toContain("居民养老在户口的地方参加，这里按安徽省淮南市算。");
    expect(await rowOf(page, "最少要缴")).toEqual(["20年", "15年"]);
    expect(await rowOf(page, "每月大约领（今天的钱）")).toEqual(["4,156元", "216元"]);
    expect(await page.getByRole("img", { name: /职工养老: 每月4,156元; 居民养老: 每月216元/ }).count()).toBe(1);
    const where = await page.locator("#answer").innerText();
    expect(where).toContain("如果现在就停缴：在安徽省领。哪里都没有满10年，就回户口所在的省");
    expect(where).toContain("如果在江苏省一直缴到退休：在江苏省领。");
    expect(where).toContain("在江苏省还要缴8年，才满10年。");
    expect(where).toContain("有一个更新的通知，我们还没有读到全文，请打12333核实。");
    expect(where).toContain("能缴够20年，老了想每月多领：适合职工养老。");

    await page.getByRole("link", { name: "两个地方各缴多少" }).click();
    await page.waitForURL("**/estimate/flexible");
    await touched(page);
    expect(await page.inputValue("#way")).toBe("delivery");
    await close(page);
  });

  test("reads the same in English", async () => {
    const page = await open("/en/estimate/flexible", { width: 1280 });
    await typeCourier(page, { hukouFloor: "4500", base: "4600" });
    await page.selectOption("#way", "delivery");
    await calculate(page);
    await answer(page, "You can join by yourself, in most places whatever your hukou.");

    const [work = "", home = ""] = await columns(page);
    expect(work).toContain("4,952 yuan (what you typed is below the lowest)");
    expect(home).toContain("4,500 to 22,500 yuan (worked out from what you typed) Paid on this base 4,600 yuan");
    expect(home).toContain("We have no figure here for: Flexible worker's medical insurance: rate. Call 12393");

    await page.goto(`${site.origin}/en/estimate/compare`);
    await touched(page);
    await page.locator("[value=F55] + label").click();
    await calculate(page);
    await answer(page, "The employee pension is drawn from March 2056 (58)");
    await close(page);
  });
});

test("whoever has an employer, is too young or draws a pension is told so instead of a price", async () => {
  const page = await open("/estimate/flexible");
  await typeCourier(page);
  const ask = async (way: string, year: string, text: string) => {
    await page.selectOption("#way", way);
    await page.fill("[name='birth.year']", year);
    await calculate(page);
    await answer(page, text);
    return page.locator(".places").count();
  };

  expect(await ask("employed", "1998", "单位必须给您办五险")).toBe(0);
  expect(await page.locator("#answer a[href='/policy/employer#must-register']").count()).toBe(1);
  expect(await ask("own", "2011", "满16岁才能参加养老保险")).toBe(0);
  expect(await ask("drawing", "1960", "不用再缴养老保险")).toBe(0);
  expect(await ask("own", "1965", "满60岁的人，一般不能再新参加养老保险")).toBe(1);
  await close(page);
});

test("what cannot be is said at its field: no place, no date, too young, more months than there were, an amount that is none", async () => {
  const page = await open("/estimate/compare");
  await touched(page);
  const complaints = () => page.locator("#errs li").allInnerTexts();
  await page.fill("[name='birth.year']", "98");
  await page.fill("#base", "0.5");
  await calculate(page);
  await expect
    .poll(complaints)
    .toEqual(["请选您工作的地方，各地的数不一样", "请填四位数的年份，再选月份", "请选一个", "请填1到1000000之间的数"]);

  await typeCourier(page, { base: "", "paid.years": "40" });
  await page.locator("[value=M60] + label").click();
  await calculate(page);
  await expect.poll(complaints).toEqual(["比您能缴的时间还长，请再看看"]);
  await page.fill("[name='paid.years']", "");
  await page.fill("[name='birth.year']", "2012");
  await calculate(page);
  await expect.poll(complaints).toEqual(["这个年纪还不能参加养老保险，请再看看年份"]);
  await close(page);
});

test("whoever begins at 54 in another province has months missing, and a temporary account only", async () => {
  const page = await open("/estimate/compare");
  await typeCourier(page, { "birth.year": "1972", told: "9500" });
  await page.locator("[value=M60] + label").click();
  await calculate(page);
  await answer(page, "差的要补够，才能按月领职工养老金");

  expect(await rowOf(page, "一直缴，到那时有")).toEqual(["7年2个月，还差10年4个月", "6年，还差9年"]);
  expect(await rowOf(page, "每月大约领（今天的钱）")).toEqual(["补够才有", "186元"]);
  const said = await page.locator("#answer").innerText();
  expect(said).toContain("您现在去江苏省新开的是临时账户：男满50岁、女满40岁去外省都这样");
  expect(said).toContain("如果在江苏省一直缴到退休：在安徽省领。");
  await close(page);
});

test("what is typed before a slow script arrives stays, and goes along to the other page", async () => {
  const page = await open("/estimate/flexible");
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/_astro/estimate-flexible*.js", (route) => held.then(() => route.continue()));
  await page.focus("#region");
  await page.fill("[name='birth.year']", "1998");
  await page.selectOption("#region", "320100");
  arrive();
  await touched(page);
  await page.reload();
  await touched(page);
  expect(await page.inputValue("[name='birth.year']")).toBe("1998");

  await calculate(page);
  await page.locator("#errs").waitFor();
  await page.getByRole("link", { name: "职工养老还是居民养老，哪种合适" }).click();
  await page.waitForURL("**/estimate/compare");
  await page.fill("#base", "6000");
  await touched(page);
  expect([await page.inputValue("[name='birth.year']"), await page.inputValue("#base")]).toEqual(["1998", "6000"]);
  await close(page);
});

test("whoever is at a question before the first script is there need not touch another for the answer to come", async () => {
  const page = await site.page({ at: TODAY });
  await page.addInitScript(() => {
    const fast = new MutationObserver(() => {
      const field = document.querySelector<HTMLElement>("#region");
      field?.focus();
      if (field) fast.disconnect();
    });
    fast.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${site.origin}/estimate/flexible`);
  await page.locator("#form[data-open]").waitFor({ state: "attached" });
});

describe.each(modes)("in %s mode", (mode) => {
  test("both pages can be used by everybody: axe finds nothing, nothing is too small or out of sight", async () => {
    const page = await open("/estimate/flexible", { mode });
    const looks = async (state: string) => {
      expect([state, await complaintsOf(page, mode)]).toEqual([state, []]);
      expect([state, await smallTargets(page, mode === "elder" ? 60 : 44)]).toEqual([state, []]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect([state, await sideways(page)]).toEqual([state, 0]);
      await page.setViewportSize({ width: 360, height: 800 });
    };
    if (mode === "light") {
      await calculate(page);
      await page.locator("#errs").waitFor();
      await looks("errors");
    }
    await typeCourier(page);
    await page.selectOption("#way", "delivery");
    await calculate(page);
    await page.locator(".places").waitFor();
    await looks("costs");
    await page.goto(`${site.origin}${mode === "dark" ? "/en" : ""}/estimate/compare`);
    await touched(page);
    await page.locator("[value=M60] + label").click();
    await page.fill("#told", "9500");
    await calculate(page);
    await page.locator("#answer .picture").waitFor();
    await looks("comparison");
    await close(page);
  });
});
