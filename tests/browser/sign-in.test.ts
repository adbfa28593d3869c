// Signing in, against the real API on the embedded engine.
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { signInSays } from "../../web/messages/sign-in.ts";
import { type Started, startApp } from "../support/app.ts";
import { complaintsOf } from "../support/axe.ts";
import { noon } from "../support/build.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways } from "../support/layout.ts";
import { type Known, someoneElse, someoneNew, wrongAfter } from "../support/people.ts";
import { through } from "../support/through.ts";
import { visit } from "../support/visit.ts";

const MINUTE = 60_000;
const { who: whoSays, code: codeSays } = signInSays.zh;

let started: Started;
let person: Known;
let page: Page;

const site = visit({ engine: true, api: (request) => through(started.app, request) });

beforeEach(async () => {
  started = startApp({ client: site.client });
  person = await someoneNew(site.client);
  page = await site.page();
});

const address = () => new URL(page.url()).pathname;
const code = () => started.codeAt(person.phone) ?? "";

async function askForCode({ number, name }: Pick<Known, "number" | "name"> = person, query = "") {
  await page.goto(`${site.origin}/sign-in${query}`);
  await page.fill("#number", number);
  await page.fill("#name", name);
  await page.click("button[type=submit]");
}
async function enter(typed: string) {
  await page.fill("#code", typed);
  await page.press("#code", "Enter");
}

describe.each([
  { lang: "zh", at: "", out: "退出" },
  { lang: "en", at: "/en", out: "Sign out" },
])("by keyboard alone at 360 px, in $lang", ({ at, out }) => {
  test("somebody who wanted to see their insurance signs in, sees it, and signs out", async () => {
    await page.goto(`${site.origin}${at}/check`);
    await page.waitForURL(`**${at}/sign-in?**`);
    await pressTo(page, "#number");
    await page.keyboard.type(person.number);
    await page.keyboard.press("Tab");
    await page.keyboard.type(person.name);
    await page.keyboard.press("Enter");

    await page.waitForURL(`**${at}/sign-in-code?**`);
    await pressTo(page, "#code");
    await page.keyboard.type(code());
    await page.keyboard.press("Enter");

    await page.waitForURL(`**${at}/check`);
    await page.waitForSelector("#summary h2");
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(["signed-in"]); // nothing of what was typed
    await page.goBack();
    expect(address()).not.toContain("sign-in-code"); // what is used up is not in the way back
    await page.goto(`${site.origin}${at}/check`);
    await page.waitForSelector("#summary h2");
    await pressTo(page, "#sign-out");
    expect(await page.textContent("#sign-out")).toBe(out);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${site.origin}${at}/`);
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    await page.goto(`${site.origin}${at}/check`);
    await page.waitForURL(`**${at}/sign-in?**`);
  });
});

describe("the first step", () => {
  test("says before anything is typed what to do without a phone, and without being registered", async () => {
    await page.goto(`${site.origin}/sign-in`);
    const before = await page.textContent("form#who >> xpath=preceding-sibling::p[1]");

    expect(before).toMatch(/没登记手机、换了号的，打12333，或者带身份证到社区社保服务所当面办；从没登记过的，看下面/);
    expect(await page.getAttribute("main p a", "href")).toBe("tel:12333");
  });

  test("says what is wrong before it is sent, on top and beside the field, and loses nothing", async () => {
    const asked: string[] = [];
    page.on("request", (request) => request.method() === "POST" && asked.push(request.url()));
    await askForCode({ number: person.number.slice(0, 17), name: " " });

    expect(await page.title()).toBe("有2处要改：登录－参保通");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("errs");
    const said = ["证件号码少1位：现在是17位，应该是18位", whoSays["name.missing"]];
    await expect.poll(() => page.locator("#errs li").allTextContents()).toEqual(said);
    await expect.poll(() => page.locator(".field .err").allTextContents()).toEqual(said);
    expect(await page.inputValue("#number")).toBe(person.number.slice(0, 17));
    expect(asked).toEqual([]);
  });

  test.each([
    { when: "a digit is wrong", number: someoneElse(1).replace("340469", "340496"), code: "number.bad-check-digit" },
    { when: "there was no such day", number: "340469190313030012", code: "number.bad-birth-date" },
    { when: "no province begins so", number: "990469190303030012", code: "number.bad-province" },
    { when: "it is nothing at all", number: "", code: "number.missing" },
  ] as const)("knows when $when", async ({ number, code: expected }) => {
    await askForCode({ number, name: "林晓禾" });

    await expect.poll(() => page.locator("#errs li").allTextContents()).toEqual([whoSays[expected]]);
  });

  test("keeps what was typed while nothing arrives, and goes on when the network is back", async () => {
    await page.route("**/api/session/codes", (route) => route.abort());
    await askForCode();
    await page.waitForSelector("#notice .blind");
    expect(await page.inputValue("#number")).toBe(person.number);

    await page.unroute("**/api/session/codes");
    await page.click("button[type=submit]");
    await page.waitForURL("**/sign-in-code");
  });

  test("sends one code, also to who presses again while the next page is on its way", async () => {
    const asked: string[] = [];
    page.on("request", (request) => request.method() === "POST" && asked.push(request.url()));
    await page.goto(`${site.origin}/sign-in`);
    await page.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>("button[type=submit]")!;
      const free = new MutationObserver(() => {
        if (button.hasAttribute("aria-disabled")) return;
        free.disconnect();
        button.click();
      });
      free.observe(button, { attributes: true });
    });
    await page.fill("#number", person.number);
    await page.fill("#name", person.name);
    await page.click("button[type=submit]");
    await page.waitForURL("**/sign-in-code");

    expect(asked).toHaveLength(1);
  });

  test("keeps what was typed when the language is changed, and the way back", async () => {
    await page.goto(`${site.origin}/sign-in?return=%2Fchange%2Fcard`);
    await page.fill("#number", person.number);
    await page.fill("#name", person.name);
    await page.click("a[hreflang=en]");
    await page.waitForURL("**/en/sign-in?return=%2Fchange%2Fcard");

    expect(await page.inputValue("#number")).toBe(person.number);
    expect(await page.inputValue("#name")).toBe(person.name);
  });

  test("puts nothing over what was typed while the page was still coming", async () => {
    await page.goto(`${site.origin}/sign-in`);
    await page.fill("#number", person.number);
    await page.fill("#name", "林小禾");
    await page.click("a[hreflang=en]"); // keeps both
    await page.waitForURL("**/en/sign-in");
    await page.addInitScript((name) => {
      const fast = new MutationObserver(() => {
        const field = document.querySelector<HTMLInputElement>("#name");
        if (field) field.value = name;
        if (field) fast.disconnect();
      });
      fast.observe(document, { childList: true, subtree: true });
    }, person.name);
    await page.reload();
    await page.waitForSelector("button[type=submit]:enabled");

    expect([await page.inputValue("#number"), await page.inputValue("#name")]).toEqual([person.number, person.name]);
  });

  test("answers a stranger as it answers everyone", async () => {
    await askForCode({ number: someoneElse(900), name: "某某" });
    await page.waitForURL("**/sign-in-code");
    await enter("123456");
    await page.waitForSelector("#errs");

    await expect.poll(() => page.locator("#errs li").allTextContents()).toEqual([codeSays["code.wrong"]]);
    expect(started.outbox).toEqual([]);
  });
});

describe("the second step", () => {
  test("asks for the first one when nobody asked for a code", async () => {
    await page.goto(`${site.origin}/sign-in-code?return=%2Fsubmissions`);
    await page.waitForURL("**/sign-in?return=%2Fsubmissions");
  });

  test("takes people back to where they wanted to go, and knows who they are after a reload and after going back", async () => {
    await askForCode(person, "?return=%2Fcontact");
    await page.waitForURL("**/sign-in-code?**");
    await page.reload();
    await page.click("#back");
    await page.waitForURL("**/sign-in?return=%2Fcontact");
    expect(await page.inputValue("#number")).toBe(person.number);
    expect(await page.inputValue("#name")).toBe(person.name);

    await page.click("button[type=submit]");
    await page.waitForURL("**/sign-in-code?**");
    await enter(code());
    await page.waitForURL(`${site.origin}/contact`);
  });

  test.each([
    { typed: "", said: codeSays["code.missing"] },
    { typed: "12345", said: "验证码是6个数字，现在是5个" },
  ])("says of $typed: $said", async ({ typed, said }) => {
    await askForCode();
    await page.waitForURL("**/sign-in-code");
    await enter(typed);

    expect(await page.title()).toBe("有1处要改：填验证码－参保通");
    expect(await page.locator(".field .err").textContent()).toBe(said);
  });

  test("sends another code after a wrong one; the new one opens", async () => {
    await askForCode();
    await page.waitForURL("**/sign-in-code");
    const first = code();
    await enter(wrongAfter(first));
    await page.waitForSelector("#errs");
    await page.click("#again");
    await page.waitForSelector("#notice .note");

    expect(await page.locator("#notice h2").textContent()).toBe(codeSays.sentTitle);
    expect(await page.locator("#errs").count()).toBe(0);
    await expect.poll(() => started.outbox.length).toBe(2);
    await enter(code());
    await page.waitForURL(`${site.origin}/check`);
  });

  test("after too many wrong codes says until when to wait, never that anybody is locked out, and goes on by itself", async () => {
    await page.clock.install();
    await askForCode();
    await page.waitForURL("**/sign-in-code");
    for (let tries = 0; tries < 5; tries++) {
      await Promise.all([page.waitForResponse("**/api/sessions"), enter(wrongAfter(code()))]);
      await page.waitForSelector("button[type=submit]:text('登录')");
    }
    await page.waitForSelector("#notice .warn");
    const button = page.locator("button[type=submit]");
    expect(await page.locator("#notice").textContent()).toMatch(/请等1分钟再试.*\d{1,2}:\d\d以后可以再填.*您没有被锁/);
    expect(await button.textContent()).toMatch(/^\d{1,2}:\d\d以后可登录$/);
    expect(await button.getAttribute("aria-disabled")).toBe("true");

    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.url()));
    await enter(code());
    expect(sent).toEqual([]);
    expect(await button.getAttribute("aria-disabled")).toBe("true");
    expect(await page.inputValue("#code")).toBe(code());

    started.pass(60);
    await page.clock.runFor(MINUTE);
    expect(await button.textContent()).toBe("登录");
    expect(await page.locator("#notice h2").textContent()).toBe(codeSays.waitOver);
    await button.click();
    await page.waitForURL(`${site.origin}/check`);
  });

  test("explains that a code has grown too old", async () => {
    await page.clock.install();
    await askForCode();
    await page.waitForURL("**/sign-in-code");
    const old = code();
    started.pass(10 * 60);
    await page.clock.fastForward(10 * MINUTE);
    await enter(old);
    await page.waitForSelector("#errs");
    await expect.poll(() => page.locator("#errs li").allTextContents()).toEqual([codeSays["code.expired"]]);
    await page.reload();
    expect(await page.locator("#notice h2").textContent()).toBe(codeSays.staleTitle);

    await page.click("#again");
    await expect.poll(() => started.outbox.length).toBe(2);
    await page.waitForSelector(`#notice h2:text("${codeSays.sentTitle}")`);
    await enter(code());
    await page.waitForURL(`${site.origin}/check`);
  });

  test("in a rush lets the page do a small sum, and nothing is asked of the person", async () => {
    started = startApp({ client: site.client, codesPerMinute: 1, startAt: noon("2026-04-07") });
    await askForCode({ number: someoneElse(901), name: "某某" });
    await page.waitForURL("**/sign-in-code");
    const answered: boolean[] = [];
    page.on("request", (request) => request.method() === "POST" && answered.push("answer" in request.postDataJSON()));
    await askForCode();
    await page.waitForURL("**/sign-in-code", { timeout: 60_000 });

    expect(answered).toEqual([false, true]);
    await enter(code());
    await page.waitForURL(`${site.origin}/check`);
  });
});

test("both steps can be used by everybody: axe finds nothing, also with errors, in light, dark and elder mode", async () => {
  for (const mode of ["light", "dark", "elder"] as const) {
    for (const [width, lang] of [
      [360, ""],
      [320, "/en"],
    ] as const) {
      const colorScheme = mode === "dark" ? ("dark" as const) : ("light" as const);
      page = await site.page({ width, colorScheme, elder: mode === "elder", bypassCSP: true });
      const look = async (what: string) => {
        expect([mode, what, await complaintsOf(page, mode)]).toEqual([mode, what, []]);
        expect([mode, what, await sideways(page)]).toEqual([mode, what, 0]);
      };
      await page.goto(`${site.origin}${lang}/sign-in`);
      await look("step 1");
      await page.click("button[type=submit]");
      await look("step 1 with errors");
      await page.fill("#number", person.number);
      await page.fill("#name", person.name);
      await page.click("button[type=submit]");
      await page.waitForURL(`**${lang}/sign-in-code`);
      await page.click("button[type=submit]");
      await look("step 2 with errors");
      await page.context().close();
    }
  }
});
