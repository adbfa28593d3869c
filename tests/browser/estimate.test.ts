// The estimates of retirement and pension as people use them: on a phone, by keyboard, in large print, with and without network.
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { estimateSays } from "../../web/messages/estimate.ts";
import { pensionSays } from "../../web/messages/estimate-pension.ts";
import { postSays } from "../../web/messages/estimate-post.ts";
import { parameterNames } from "../../web/messages/parameters.ts";
import { complaintsOf } from "../support/axe.ts";
import { replies } from "../support/check-replies.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import type { Api } from "../support/site.ts";
import { type Look, visit } from "../support/visit.ts";

const says = estimateSays.zh;
const NOW = "2026-11-22T04:00:00Z";
const POLICY = "**/policy/*.json";
const SCRIPT = /\/_astro\/estimate-/;

let page: Page;
let api: Api;
let asked: string[];

const site = visit({ api: (request) => api(request) });

beforeEach(() => {
  api = () =>
    Response.json({ type: "/problems/signed-out", status: 401, title: "no", instance: "x", findings: [] }, { status: 401 });
});

async function open(path: string, { signedIn = false, ...look }: Look & { signedIn?: boolean } = {}) {
  const context = await site.context({ at: NOW, bypassCSP: true, ...look });
  if (signedIn) await context.addInitScript(() => sessionStorage.setItem("signed-in", "1"));
  page = await context.newPage();
  asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(site.origin + path);
}
const field = (name: string) => page.locator(`[name="${name}"]`);
async function fillIn(values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const input = field(name).first();
    if ((await input.getAttribute("type")) === "radio") await page.check(`[name="${name}"][value="${value}"]`);
    else if ((await input.evaluate(({ localName }) => localName)) === "select") await input.selectOption(value);
    else await input.fill(value);
  }
}
const press = () => page.click("form button[type=submit]");
async function answered(): Promise<string> {
  await page.waitForSelector("#answer:not([hidden])");
  return (await page.textContent("#answer")) ?? "";
}
const complaints = () => page.locator("#errs li").allTextContents();

const worker = { category: "F50", "birth.year": "1975", "birth.month": "3" };
const engineer = {
  category: "F55",
  "birth.year": "1978",
  "birth.month": "3",
  "paid.years": "12",
  "paid.months": "7",
  index: "0.8",
  account: "60000",
};

describe("my retirement", () => {
  test("a woman in a worker's post, born in March 1975, sees her month and why: by keyboard, in large print", async () => {
    await open("/estimate/retirement", { elder: true });
    await pressTo(page, "[name=category]");
    await page.keyboard.press("Space");
    for (const _ of ["F55", "F50"]) await page.keyboard.press("ArrowDown");
    await pressTo(page, "[name='birth.year']");
    await page.keyboard.type("1975");
    await pressTo(page, "[name='birth.month']");
    await page.keyboard.type("3");
    await pressTo(page, "form button[type=submit]");
    await page.keyboard.press("Enter");
    const answer = await answered();

    expect(answer).toContain("2025年5月满50岁2个月");
    expect(answer).toContain("1975年1月起出生的开始延迟，每晚2个月多延1个月，最多延60个月");
    expect(answer).toContain("2÷2取整再加1，延2个月");
    expect(answer).toContain("可以最多提前3年，但不能早于改革前的年龄，还要缴够最低年限；单位同意的，可以最多推迟3年。");
    expect(answer).toContain(says.rough);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("answer-title");
    expect(await page.locator("#answer tbody th").allTextContents()).toEqual(["最早", "法定", "最晚"]);
    expect(await page.locator("#answer svg[role=img]").getAttribute("aria-label")).not.toBeNull();
    await page.click("#answer summary");
    expect(await page.textContent("#answer details")).toContain("全国人大常委会");

    await page.click("#answer a[href='/estimate/pension']");
    await page.waitForURL("**/estimate/pension");
    await page.waitForSelector("#form[data-open]");
    expect(await field("birth.year").inputValue()).toBe("1975");
    expect(await page.isChecked("[name=category][value=F50]")).toBe(true);
  });

  test("the same in English; nothing is asked of anybody but the script, and the policy of the country", async () => {
    await open("/en/estimate/retirement");
    await fillIn(worker);
    await press();
    const answer = await answered();

    expect(answer).toContain("May 2025, at 50 years 2 months");
    expect(answer).toContain("2 ÷ 2, rounded down, plus 1, makes 2 months");
    expect(asked.filter((path) => !path.startsWith("/_astro/estimate-retirement."))).toEqual([
      "/en/estimate/retirement",
      "/policy/000000.json",
    ]);
  });

  test("who does not know her post is told how to find out, and nothing is guessed", async () => {
    await open("/estimate/retirement");
    await fillIn({ category: "unknown", "birth.year": "1975", "birth.month": "3" });
    await page.waitForSelector("#unknown:not([hidden])");

    expect(await page.textContent("#unknown")).toMatch(/55岁.*12333/);
    await press();
    await page.waitForSelector("#errs");
    await expect.poll(complaints).toEqual([postSays.zh.unknownChosen]);
  });

  test("what cannot be meant is said at its field; before 2025 there was no choice", async () => {
    await open("/estimate/retirement");
    await fillIn({ category: "M60", "birth.year": "2027", "birth.month": "1", "paid.months": "13" });
    await press();
    await page.waitForSelector("#errs");
    await expect.poll(complaints).toEqual([says["month.future"], "请填0到11之间的数"]);
    expect(await page.getAttribute("[name='birth.year']", "aria-describedby")).toContain("birth.year-e");

    await fillIn({ "birth.year": "1963", "birth.month": "6", "paid.months": "" });
    await press();
    expect(await answered()).toContain("不能再选提前或者推迟");
    await expect.poll(complaints).toEqual([]);
  });
});

describe("an outage", () => {
  test("of the policy says so, keeps what was typed, and pressing again answers", async () => {
    await open("/estimate/retirement");
    await fillIn(worker);
    await page.route(POLICY, (route) => route.abort());
    await press();

    expect(await answered()).toBe(says.outage + says.outageText);
    expect(await field("birth.year").inputValue()).toBe("1975");
    await page.unroute(POLICY);
    await press();
    await page.waitForSelector("#answer .outcome");
    expect(await answered()).toContain("2025年5月");
  });

  test("of the script that answers says the same, and pressing again fetches it", async () => {
    await open("/estimate/retirement");
    await page.route(SCRIPT, (route) => route.abort());
    await fillIn(worker);
    await press();

    expect(await answered()).toBe(says.outage + says.outageText);
    await page.unroute(SCRIPT);
    await press();
    await page.waitForSelector("#answer .outcome");
  });
});

describe("my pension", () => {
  test("shows the parts, the range and what later brings; a base of my own is marked as mine, and a coefficient that is not loaded is for staff", async () => {
    await open("/estimate/pension");
    await fillIn({ ...engineer, at: "earliest", "deemed.years": "2", base: "8000", region: "340400" });
    await press();
    const answer = await answered();

    expect(await page.textContent(".outcome")).toBe("每月大约1,944元（今天的钱）");
    expect(answer).toContain("（8,000.00＋8,000.00×0.8）÷2×18.92×1%＝1,362.24元");
    expect(answer).toContain("98,912.00÷170.0＝581.84元");
    expect(answer).toContain("8,000.00元是您填的数");
    expect(answer).toContain(parameterNames.zh["employee-pension.transitional-rate"]);
    expect(await page.locator("#answer svg").count()).toBe(2);
    expect(await page.locator("#answer table").first().locator("tbody tr").count()).toBe(3);
  });

  test("without a calculation base it says which number of which place is missing, whom to ask, and what it can say all the same", async () => {
    await open("/estimate/pension");
    await fillIn({ ...engineer, region: "340400" });
    await press();
    const answer = await answered();

    expect(answer).toContain(`安徽省淮南市的“${parameterNames.zh["employee-pension.calculation-base"]}”，我们没有可靠的数`);
    expect(await page.locator("#answer .note a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
      "tel:12333",
      "/contact",
      "/policy/employee#pension-sum",
    ]);
    expect(answer).toContain("计发基数每1000元");
  });

  test("an index or an age outside what the law allows is said at its field, with the limits", async () => {
    await open("/estimate/pension");
    await fillIn({ ...engineer, index: "3.5", at: "own", "age.years": "50", base: "8000" });
    await press();
    await page.waitForSelector("#errs");

    await expect.poll(complaints).toEqual(["请填0.6到3之间的数", "可以选的年龄是55岁到60岁1个月"]);
    expect(await page.locator("#answer").isHidden()).toBe(true);
    expect(pensionSays.zh.ageOutside).toContain("{earliest}");
  });
});

describe("what I need not type twice", () => {
  test("survives a reload, and the place goes with me to the next estimate", async () => {
    await open("/estimate/pension");
    await fillIn({ ...engineer, region: "340400" });
    await page.waitForFunction(() => sessionStorage.getItem("estimate:region") === "340400");
    await page.reload();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("[name=account]")?.value === "60000");

    expect(await field("birth.year").inputValue()).toBe("1978");
    await page.goto(`${site.origin}/estimate/retirement`);
    expect(await field("region").inputValue()).toBe("340400");
  });

  test("signed in, it is filled in at once from the record, marked, and can be changed", async () => {
    api = () => Response.json(replies.full);
    await open("/estimate/retirement", { signedIn: true });
    await page.waitForSelector(".from");

    expect([await field("paid.years").inputValue(), await field("paid.months").inputValue()]).toEqual(["30", "4"]);
    expect(await field("birth.year").inputValue()).toMatch(/^\d{4}$/);
    expect(await field("region").inputValue()).toBe("320100");
    expect(await page.locator(".from").allTextContents()).toEqual([says.fromRecord, says.fromRecord]);
    await field("paid.years").fill("29");
    expect(await page.locator(".from").count()).toBe(1);
  });

  test.each([
    { when: "the session is limited", answer: () => Response.json(replies.limited), text: says.recordLimited },
    { when: "the record cannot be read", answer: () => new Response(null, { status: 503 }), text: says.recordOutage },
  ])("says so in words when $when, and works without", async ({ answer, text }) => {
    api = answer;
    await open("/estimate/retirement", { signedIn: true });
    await page.waitForFunction((said) => document.querySelector("#mine + .hint")?.textContent?.startsWith(said), text);
    await fillIn(worker);
    await press();

    expect(await answered()).toContain("2025年5月");
  });

  test("not signed in, the button leads through the sign-in and back", async () => {
    await open("/en/estimate/pension");
    await Promise.all([page.waitForURL("**/en/sign-in?**"), page.click("#mine")]);

    expect(new URL(page.url()).searchParams.get("return")).toBe("/en/estimate/pension");
  });
});

const modes = ["light", "dark", "elder"] as const;
test.each(modes)(
  "everybody can use the pages in %s mode: axe finds nothing, nothing is too small or out of sight",
  async (mode) => {
    await open("/en/estimate/pension", { elder: mode === "elder", colorScheme: mode === "dark" ? "dark" : "light" });
    const look = async (what: string) => {
      expect([what, await complaintsOf(page, mode)]).toEqual([what, []]);
      expect([what, await smallTargets(page, mode === "elder" ? 60 : 44)]).toEqual([what, []]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect([what, await sideways(page)]).toEqual([what, 0]);
      await page.setViewportSize({ width: 360, height: 800 });
    };
    await fillIn({ ...engineer, base: "8000", "deemed.years": "1" });
    await press();
    await answered();
    await page.click("#answer summary");
    await look("a pension");
    if (mode === "dark") return;
    await page.evaluate(() => sessionStorage.clear()); // what was typed for the pension would answer here too
    await page.goto(`${site.origin}/estimate/retirement`);
    await press();
    await page.waitForSelector("#errs");
    await look("errors");
    await page.goto(`${site.origin}/estimate`);
    await look("the six questions");
  },
);
