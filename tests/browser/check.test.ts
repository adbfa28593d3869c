// My insurance: every state that the page can be in, from replies that the rules themselves made; then the real API.
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { checkSays } from "../../web/messages/check-says.ts";
import { kit } from "../../web/messages/kit.ts";
import { startApp } from "../support/app.ts";
import { complaintsOf } from "../support/axe.ts";
import { aFact, anInsurance, aPhone, day } from "../support/build.ts";
import { ofAge, replies } from "../support/check-replies.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { type Known, someoneNew } from "../support/people.ts";
import type { Api } from "../support/site.ts";
import { through } from "../support/through.ts";
import { type Look, visit } from "../support/visit.ts";

const says = checkSays.zh;
const five = ["pension", "medical", "unemployment", "injury", "maternity"];

let api: Api;

const site = visit({ engine: true, api: (request) => api(request) });

const problem = (type: string, status: number, more = {}) =>
  Response.json({ type: `/problems/${type}`, status, title: "no", instance: "x", findings: [], ...more }, { status });
const outage: Api = () => problem("unavailable", 503, { retryAfterSeconds: 600 });
const states = { ...replies, outage };
type State = keyof typeof states;
const answering = (state: State): Api => {
  const reply = states[state];
  return typeof reply === "function" ? reply : () => Response.json(reply);
};

async function open(state: State, { lang = "", ...look }: Look & { lang?: string } = {}) {
  api = answering(state);
  const page = await site.page(look);
  await page.goto(`${site.origin}${lang}/check`);
  await whole(page);
  return page;
}
/** With what comes in a file of its own: until then its place is empty. */
async function whole(page: Page): Promise<void> {
  await page.waitForSelector("#record:not(.reading)");
  await page.waitForFunction(() => !document.querySelector("#rest > section:empty"));
}
const texts = (page: Page, selector: string) => page.locator(selector).allTextContents();

describe("my insurance", () => {
  test("asks why an insurance is missing, keeps the day of what was said, and asks again when it has run out", async () => {
    const said = { codes: ["O02"], asOf: "2025-11-20", expires: "2026-11-20", expired: true };
    const reasons: Record<string, object> = {
      pension: said,
      medical: { ...said, asOf: "2026-03-01", expires: "2027-03-01", expired: false },
    };
    const page = await open("empty");
    expect(await texts(page, "#pension .facts a")).toEqual(["说一说为什么 养老"]);
    const insurances = replies.empty.insurances.map((view) => ({ ...view, reason: reasons[view.insurance] }));
    api = () => Response.json({ ...replies.empty, insurances });
    await page.reload();
    await page.waitForSelector("#record:not(.reading)");

    expect(await texts(page, ".facts p")).toEqual([
      "2025年11月20日说过，已经到期，请再说一次。 说一说为什么 养老",
      "2026年3月1日说过，2027年3月1日后再问您。 改 医疗",
    ]);
    expect(await page.getAttribute("#medical .facts a", "href")).toBe("/declaration?insurance=medical");
  });

  test("says first how many things need me; each insurance has its seal, its word and its facts", async () => {
    const page = await open("gap");

    expect(await page.textContent("#summary h2")).toBe("有1件事要您处理");
    expect(await texts(page, "#record .seal")).toEqual(["养", "医", "失", "工", "生"]);
    expect(await page.locator("#record .seal").evaluateAll((seals) => seals.map(({ className }) => className))).toEqual([
      "seal warn",
      "seal",
      "seal off",
      "seal off",
      "seal off",
    ]);
    expect(await texts(page, "#record .tag")).toEqual([
      "要处理：断缴3个月",
      says["tag.normal"],
      ...Array.from({ length: 3 }, () => says["tag.not-insured"]),
    ]);
    expect(await texts(page, "#pension dd")).toEqual([
      says["scheme.110"],
      says["as.flexible"],
      "Huainan",
      "2019年7月",
      "83个月",
      "Huainan社保经办机构，截至2026年11月19日",
    ]);
    expect(await texts(page, "#injury dd")).toEqual([says.lookedText, "参保登记库，截至2026年11月19日"]);
  });

  test("shows months in cells that are not read out, and the same in words", async () => {
    const page = await open("gap");
    const months = page.locator("details[open] tbody tr");

    expect(await page.locator(".cells:not([aria-hidden=true])").count()).toBe(0);
    expect(await months.first().textContent()).toBe("20268910缺3个月");
    expect(await months.nth(5).textContent()).toBe("202134缺2个月");
    expect(await months.nth(5).locator("i.g").count()).toBe(2);
    expect(await page.textContent("details[open] p")).toBe("没缴的月份：2021年3月到4月、2026年8月到10月。");
  });

  test("says where to turn, with the way to pay and numbers to press, and leads to every change", async () => {
    const page = await open("gap");

    expect(await page.locator("#next ~ ol a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual([
      "/policy/pay",
      "tel:12366",
      "tel:12333",
    ]);
    expect(await page.locator(".mine a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual(
      ["phone", "residence", "contact", "hukou", "employment", "card"].map((item) => `/change/${item}`),
    );
  });

  test("says to who is past the age how a pension is claimed, and which months came from where", async () => {
    api = () => Response.json(ofAge);
    const page = await site.page();
    await page.goto(`${site.origin}/check`);
    await whole(page);
    const steps = page.locator("#next ~ ol li");
    expect(
      await steps
        .filter({ hasText: "申请养老金" })
        .locator("a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
    ).toEqual(["tel:12333", "/estimate/retirement", "/transfer?kind=pension-switch"]);
    const rows = (await texts(page, "#pension .facts > div")).map((row) => row.replaceAll(/\s+/g, " ").trim());
    expect(rows).toEqual(expect.arrayContaining(["转来Nanjing 企业职工基本养老保险 72个月", "参保起2020年1月"]));
    expect(rows.find((row) => row.startsWith("转移"))).toContain("正在合到企业职工基本养老保险");
    expect(rows.find((row) => row.startsWith("来源"))).toContain("Huainan社保经办机构");
  });

  test("shows what another source says beside the fact that leads", async () => {
    const page = await open("gap");
    const rows = page.locator(".mine > div");

    expect(await rows.first().textContent()).toMatch(/199\*{4}1234.*2026年1月5日核对过.*说法不一样：199\*{4}5678（您自己报告/);
    expect(await rows.last().textContent()).toMatch(/有卡.*说法不一样：没有卡（您自己报告/);
    expect(await page.textContent("main")).not.toContain("19900001234");
  });

  test("asks nothing of somebody who has nothing to do, and says where it was looked", async () => {
    const page = await open("empty");

    expect(await page.textContent("#summary h2")).toBe(says.needNothing);
    expect(await texts(page, "#record .warn, .hot")).toEqual([]);
    expect(await page.textContent("#medical .src")).toBe(says.noFile);
    expect(await page.locator(".months").count()).toBe(0);
  });

  test("says all of it in English, and nothing in Chinese but the seals", async () => {
    for (const state of ["gap", "full", "empty", "limited", "outage"] as const) {
      const page = await open(state, { lang: "/en" });
      if (state === "limited") await page.waitForURL("**/en/check-limited");
      const text = await page.evaluate(() => {
        for (const left of Array.from(document.querySelectorAll(".seal, script, style, .tool[hreflang]"))) left.remove();
        return document.body.textContent ?? "";
      });
      expect([state, text.match(/.{0,20}[\u3000-\u9fff].{0,20}/)?.[0]]).toEqual([state, undefined]);
      await page.context().close();
    }
  });

  test("prints on white paper without buttons, with every month and the day of printing", async () => {
    const page = await open("full", { width: 688 });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));

    expect(await page.locator("details:not([open])").count()).toBe(0);
    expect(await page.locator(".acts a:visible, .tools *:visible, .mine a:visible").count()).toBe(0);
    expect(await page.locator(".printed").isVisible()).toBe(true);
    expect(await sideways(page)).toBe(0);
  });
});

describe("what cannot be read", () => {
  test("never looks like what is not there: no state, no fact, no date, and it says so", async () => {
    const page = await open("outage");

    expect(await page.textContent("#notice")).toMatch(/我们现在读不到登记库.*这不表示您没有参保.*请在\d{1,2}:\d\d以后再试/);
    expect(await texts(page, "#record .tag")).toEqual(five.map(() => "暂时读不到"));
    expect(await page.locator("#record .seal.blind, #record .tag.blind").count()).toBe(10);
    expect(await page.locator(".seal.off, .tag.off, .warn, dl, time").count()).toBe(0);
  });

  test("is read again at one press", async () => {
    const page = await open("outage");
    api = answering("gap");
    await pressTo(page, "#again");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#summary h2");

    expect(await page.locator(".blind:visible, #retry:visible").count()).toBe(0);
  });

  test("after two seconds says that it is slow, without anything that turns, and takes the answer when it comes", async () => {
    let arrive = (_: Response) => {};
    const asked = new Promise<void>((reached) => {
      api = () => {
        reached();
        return new Promise<Response>((resolve) => (arrive = resolve));
      };
    });
    const page = await site.page({ newest: true });
    await page.clock.install({ time: "2026-11-22T04:00:00Z" });
    await page.clock.pauseAt("2026-11-22T04:00:01Z"); // else a page that opens slowly has used up the two seconds
    await page.goto(`${site.origin}/check`);
    expect(await page.textContent("#notice")).toBe("");
    await page.clock.runFor(2000);
    expect(await page.textContent("#notice h2")).toBe("正在读登记库，有点慢");
    expect(await page.locator("#record").isVisible()).toBe(false);
    await page.clock.resume();

    await asked;
    arrive(Response.json(replies.gap));
    await page.waitForSelector("#summary h2");
    expect(await page.textContent("#notice")).toBe("");
  });

  test("when the register has nobody like this, it is not a fact about the person either", async () => {
    api = () => problem("not-found", 404);
    const page = await site.page({ newest: true });
    await page.goto(`${site.origin}/check`);
    await page.waitForSelector("#notice .blind");

    expect(await page.textContent("#notice")).toContain("这不表示您没有参保");
  });

  test("says that it opens, even when the script does not come", async () => {
    const page = await site.page({ javaScriptEnabled: false, newest: true });
    await page.goto(`${site.origin}/check`);

    expect(await page.textContent("#opening")).toMatch(/请刷新页面，或者打12333/);
    await page.locator("#opening").waitFor({ state: "visible" });
  });
});

test("somebody who goes away is warned after twelve minutes, and signed out after fifteen", async () => {
  api = answering("gap");
  const page = await site.page({ newest: true });
  await page.clock.install();
  await page.goto(`${site.origin}/check`);
  await page.waitForSelector("#summary h2");
  await page.clock.runFor(12 * 60_000 + 10_000);
  expect(await page.textContent("#notice h2")).toBe(kit.zh.idleTitle);
  await Promise.all([page.waitForURL("**/sign-in?return=%2Fcheck"), page.clock.runFor(3 * 60_000)]);
});

describe("a session whose phone proves too little", () => {
  const card = aFact({ name: "card", hasCard: true, number: "A12345678" });
  const insurances = { pension: anInsurance({ years: { "2026": "p-----------" } }) };

  async function signedIn(context: BrowserContext): Promise<{ page: Page; person: Known }> {
    const started = startApp({ client: site.client });
    api = (request) => through(started.app, request);
    const phone = aPhone("19800000001", { confirmedOn: "2024-01-05" });
    const person = await someoneNew(site.client, { phone, card, summary: { asOf: day("2026-03-01"), insurances } });
    const page = await context.newPage();
    await page.goto(`${site.origin}/sign-in`);
    await page.fill("#number", person.number);
    await page.fill("#name", person.name);
    await page.press("#name", "Enter");
    await page.waitForURL("**/sign-in-code");
    await page.fill("#code", started.codeAt(person.phone) ?? "");
    await page.press("#code", "Enter");
    await page.waitForURL("**/check-limited");
    await page.waitForSelector("#proof:not([hidden])");
    return { page, person };
  }

  test("sees yes or no and why; with one more proof all of it, by keyboard alone", async () => {
    const context = await site.context({ newest: true });
    const { page } = await signedIn(context);
    expect(await page.textContent("#summary")).toMatch(/现在只能看有没有参保.*一年多没有核对过/);
    expect(await texts(page, "#record .tag")).toEqual(["已参保", "没有参保", "没有参保", "没有参保", "没有参保"]);
    expect(await page.locator("#record dl, #record time").count()).toBe(0);

    await pressTo(page, "#cardNumber");
    await page.keyboard.press("Enter");
    await expect.poll(() => texts(page, "#errs li")).toEqual(["请填写卡号", "请填写月份"]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("errs");

    await pressTo(page, "#cardNumber");
    await page.keyboard.type("A1234 5678");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2026年1月");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${site.origin}/check`);
    await page.waitForSelector("#summary h2");
    expect(await page.textContent("#pension h3 + p")).toContain("断缴1个月");
  });

  test("shows what was understood of the month, and after two mistakes says who can help now", async () => {
    const context = await site.context({ newest: true });
    const { page } = await signedIn(context);
    const prove = async (lastPaid: string) => {
      await page.fill("#cardNumber", "A12345678");
      await page.fill("#lastPaid", lastPaid);
      await page.press("#lastPaid", "Tab");
      const understood = await page.textContent("#understood");
      await Promise.all([page.waitForResponse("**/proofs"), page.press("#lastPaid", "Enter")]);
      await page.waitForSelector("#proof button:text('核对')");
      return understood;
    };

    expect(await prove("202512")).toBe("您写的是2025年12月");
    const firstError = async () => (await texts(page, "#errs li"))[0];
    await expect.poll(firstError).toMatch(/对不上/);
    await prove("2025-11");
    await prove("2026-01");
    await expect.poll(firstError).toMatch(/已经填错两次.*12333/);
    expect(await page.inputValue("#cardNumber")).toBe("A12345678");
  });
});

/** The name of the site and its buttons stand on one line, or in large print on one each. */
const headerLines = (page: Page) =>
  page.locator(".brand, .tools > *").evaluateAll((parts) => {
    const middles = parts.map((part) => part.getBoundingClientRect()).map(({ top, bottom }) => Math.round((top + bottom) / 2));
    return new Set(middles).size;
  });

const modes = ["light", "dark", "elder"] as const;
describe.each(modes)("in %s mode", (mode) => {
  test("the page can be used by everybody in all its states: axe finds nothing, nothing is too small or out of sight", async () => {
    for (const [width, lang] of [
      [360, "/en"],
      [1280, ""],
    ] as const) {
      const colorScheme = mode === "dark" ? ("dark" as const) : ("light" as const);
      const page = await site.page({ colorScheme, elder: mode === "elder", bypassCSP: true, newest: true });
      for (const state of Object.keys(states) as State[]) {
        api = answering(state);
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${site.origin}${lang}/check`);
        if (state === "limited") await page.waitForURL("**/check-limited");
        await whole(page);
        expect([state, width, await headerLines(page)]).toEqual([state, width, width === 360 && mode === "elder" ? 2 : 1]);
        expect([state, width, await complaintsOf(page, mode)]).toEqual([state, width, []]);
        expect([state, width, await smallTargets(page, mode === "elder" ? 60 : 44)]).toEqual([state, width, []]);
        await page.setViewportSize({ width: 320, height: 800 });
        expect([state, await sideways(page)]).toEqual([state, 0]);
      }
      await page.context().close();
    }
  });
});
