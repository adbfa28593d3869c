// The form kit of the journeys, in the browser for which it is written.
import path from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formKit, kit } from "../../web/messages/kit.ts";
import type { Api } from "../support/site.ts";
import { visit } from "../support/visit.ts";

const web = path.resolve(import.meta.dirname, "../../web");
const modules = ["attempt", "call", "drafts/in-form", "drafts/tab", "errors", "form", "idle", "notice", "paths"].map(
  (name) => `${web}/${name}.ts`,
);
const contracts = ["session", "change"].map((name) => path.resolve(web, `../shared/${name}/contract.ts`));

const form = `<main><div id="notice" role="status"></div><h1>改地址</h1><form novalidate>
  <div class="field"><label for="address">地址</label><p class="hint" id="address-h">路名、门牌号</p>
    <input class="in" id="address" name="address" aria-describedby="address-h"></div>
  <fieldset><legend>有没有卡</legend>
    <div class="pick"><input type="radio" id="has-1" name="has" value="yes"><label for="has-1">有</label></div></fieldset>
  <button class="btn" type="submit" disabled data-ready>提交</button><p data-until-ready>请等一等</p></form></main>`;

let bundle: string;
let api: Api;
let page: Page;

const site = visit({ api: (request) => api(request) });
beforeAll(async () => {
  const contents = [...modules, ...contracts].map((file) => `export * from ${JSON.stringify(file)};`).join("\n");
  const options = { bundle: true, write: false, format: "iife", globalName: "kit", target: "chrome88" } as const;
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: web, loader: "ts" } });
  bundle = outputFiles[0]?.text ?? "";
});
beforeEach(async () => {
  api = () => new Response(null, { status: 503 });
  page = await site.page({ width: 1280, bypassCSP: true });
  await openForm();
});

async function openForm(query = "") {
  await page.goto(`${site.origin}/contact${query}`);
  await page.evaluate((html) => {
    document.body.innerHTML = html;
    document.title = "改地址－参保通";
  }, form);
  await page.addScriptTag({ content: `${bundle};Object.assign(globalThis, kit)` });
  await page.evaluate((words) => Object.assign(globalThis, { words }), { ...kit.zh, ...formKit.zh });
}

const run = <Value>(code: string): Promise<Value> => page.evaluate(code);
const json = (body: unknown, status = 200) => Response.json(body, { status });
const problem = (type: string, status: number, more = {}) =>
  json({ type: `/problems/${type}`, status, title: "no", instance: "/x", findings: [], ...more }, status);

describe("what is wrong with a form", () => {
  const show = () =>
    run(`showErrors(document.forms[0], complaintsOf(document.forms[0], [
      { code: "field.malformed", path: ["address", "lines"] }, { code: "problem.busy", path: [] },
    ], words), words)`);

  test("is said on top with the focus there, beside the field in the same words, and in the title", async () => {
    await page.fill("#address", "学院路8号");
    await show();

    expect(await page.title()).toBe("有2处要改：改地址－参保通");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("errs");
    expect(await page.locator("#errs h2").textContent()).toBe("有2处要改");
    await expect
      .poll(() => page.locator("#errs li").allTextContents())
      .toEqual([formKit.zh["field.malformed"], formKit.zh["problem.busy"]]);
    expect(await page.locator(".field .err").textContent()).toBe(formKit.zh["field.malformed"]);
    expect(await page.getAttribute("#address", "aria-invalid")).toBe("true");
    expect(await page.getAttribute("#address", "aria-describedby")).toBe("address-h address-e");
    expect(await page.inputValue("#address")).toBe("学院路8号");
  });

  test("leads to the field at one press", async () => {
    await show();
    await page.click("#errs a");

    expect(await page.evaluate(() => document.activeElement?.id)).toBe("address");
  });

  test("goes without a trace when it is right", async () => {
    await show();
    await run("showErrors(document.forms[0], [], words)");

    expect(await page.title()).toBe("改地址－参保通");
    expect(await page.locator("#errs, .err, .bad, [aria-invalid]").count()).toBe(0);
    expect(await page.getAttribute("#address", "aria-describedby")).toBe("address-h");
  });

  test("stands beside a choice as beside a field", async () => {
    await run(`showErrors(document.forms[0], [{ field: "has", text: "请选一个" }], words)`);

    expect(await page.locator("legend + .err").textContent()).toBe("请选一个");
    expect(await page.getAttribute("#errs a", "href")).toBe("#has-1");
  });
});

describe("an attempt", () => {
  const key = () => run<string>(`attemptFor("change.phone").key()`);

  test("keeps its key over a reload, until there is a receipt", async () => {
    const first = await key();
    await openForm();
    expect(await key()).toBe(first);
    await run(`attemptFor("change.phone").end()`);

    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await key()).not.toBe(first);
  });

  test("of another form has another key", async () => {
    expect(await key()).not.toBe(await run(`attemptFor("change.card").key()`));
  });
});

describe("a call", () => {
  const changeWithin = (timeoutMs: number) =>
    `call(submitChange, { body: { item: "card", hasCard: true }, attemptKey: attemptFor("card").key(), timeoutMs: ${timeoutMs} })`;
  const change = changeWithin(60_000);

  test("sends what the contract says and brings back what it promises", async () => {
    let asked: { method: string; path: string; key: string | null; body: unknown } | undefined;
    api = async (request) => {
      const { method, url, headers } = request;
      asked = { method, path: new URL(url).pathname, key: headers.get("idempotency-key"), body: await request.json() };
      return json({ receipt: "C7K2-94MD-61QX", status: "received" }, 202);
    };

    expect(await run(change)).toEqual({ is: "value", value: { receipt: "C7K2-94MD-61QX", status: "received" } });
    const key = await run(`attemptFor("card").key()`);
    expect(asked).toEqual({ method: "POST", path: "/api/changes", key, body: { item: "card", hasCard: true } });
  });

  test.each([
    { when: "the server says no", api: () => problem("conflict", 409), is: { is: "problem", type: "conflict" } },
    { when: "the server fails", api: () => problem("unexpected", 500), is: { is: "outage", outage: { because: "broken" } } },
    {
      when: "the server is away for a while",
      api: () => problem("unavailable", 503, { retryAfterSeconds: 30 }),
      is: { is: "outage", outage: { because: "broken", retryAfterSeconds: 30 } },
    },
    {
      when: "the answer is not what was promised",
      api: () => json({ receipt: 7 }),
      is: { is: "outage", outage: { because: "broken" } },
    },
    {
      when: "somebody in between answers",
      api: () => new Response("<h1>login to wifi</h1>"),
      is: { is: "outage", outage: { because: "broken" } },
    },
  ])("tells $is.is when $when", async ({ api: answer, is }) => {
    api = answer;

    expect(await run(change)).toMatchObject(is);
  });

  test("tells an outage when no answer comes in time", async () => {
    api = () => new Promise<Response>(() => {});

    expect(await run(changeWithin(300))).toEqual({ is: "outage", outage: { because: "slow" } });
  });

  test("knows when there is no network", async () => {
    await page.context().setOffline(true);

    expect(await run(change)).toEqual({ is: "outage", outage: { because: "offline" } });
  });

  test("goes to sign in when the session is over, and says where to come back to", async () => {
    api = () => problem("signed-out", 401);
    await openForm("?step=2");
    await Promise.all([page.waitForURL("**/sign-in?**"), run(`void ${change}`)]);

    expect(new URL(page.url()).searchParams.get("return")).toBe("/contact?step=2");
  });

  test.each([
    { wanted: "/change/phone?step=2", is: "/change/phone?step=2" },
    { wanted: "//evil.example/check", is: "/check" },
    { wanted: "/\\evil.example", is: "/check" },
    { wanted: "https://evil.example", is: "/check" },
    { wanted: "javascript:alert(1)", is: "/check" },
  ])("comes back to $is when $wanted is wanted", async ({ wanted, is }) => {
    await openForm(`?return=${encodeURIComponent(wanted)}`);

    expect(await run("returnPath()")).toBe(is);
  });
});

describe("a form", () => {
  test("is sent once however often it is pressed, says that it is on its way, and loses nothing when it fails", async () => {
    await run(
      `window.sent = 0; onSubmit(document.forms[0], words, () => { sent++; return new Promise((_, fail) => { window.fail = fail }) })`,
    );
    expect(await page.locator("[data-until-ready]").isVisible()).toBe(false);
    await page.fill("#address", "学院路8号");
    const button = page.locator("button[type=submit]");
    await button.click();
    await page.press("#address", "Enter");

    expect(await run("sent")).toBe(1);
    expect(await button.textContent()).toBe(formKit.zh.sending);
    await run(`fail(new Error("bug"))`);
    expect(await page.locator(".note.blind h2").textContent()).toBe(formKit.zh.sendOutage);
    expect(await button.textContent()).toBe("提交");
    expect(await page.inputValue("#address")).toBe("学院路8号");
  });
});

describe("an outage", () => {
  test("while reading says that it is no fact about the person, and when to come back", async () => {
    await run(`showUnread({ because: "broken", retryAfterSeconds: 60 }, words)`);

    expect(await page.locator(".note.blind").textContent()).toMatch(/不表示您没有参保.*请在\d{1,2}:\d\d以后再试/);
  });
});

describe("what is typed before anybody is signed in", () => {
  const keep = () => run(`keepInTab("address", { address: "学院路8号", code: "123456", phoneCode: "654321" })`);

  test("comes back after a reload, without its codes, until it is dropped", async () => {
    await keep();
    await openForm();
    expect(await run(`keptInTab("address")`)).toEqual({ address: "学院路8号" });
    await run(`putBack(document.forms[0], keptInTab("address"))`);
    expect(await page.inputValue("#address")).toBe("学院路8号");
    await run(`dropFromTab("address")`);
    expect(await run(`keptInTab("address")`)).toBeUndefined();
  });

  test("is not there in another tab", async () => {
    await keep();
    page = await page.context().newPage();
    await openForm();

    expect(await run(`keptInTab("address")`)).toBeUndefined();
  });
});

describe("a session", () => {
  const MINUTE = 60_000;
  let told = 0;

  beforeEach(async () => {
    told = 0;
    api = () => {
      told++;
      return json({ limited: false, idleMinutes: 15 });
    };
    await page.clock.install();
    await openForm();
    await run("watchIdle(words)");
  });

  test("lives on while somebody types, and the server is told", async () => {
    for (const times of [1, 2, 3, 4, 5, 6]) {
      await page.clock.runFor(5 * MINUTE);
      await page.type("#address", "路");
      await expect.poll(() => told).toBe(times); // before the clock runs on: a request is given up after a while of it
    }

    expect(await page.locator("#notice .note").count()).toBe(0);
  });

  test("warns after 12 minutes without a sign, goes on at one press or at any other sign, and ends after 15", async () => {
    await page.clock.runFor(11 * MINUTE);
    expect(await page.locator("#notice .note").count()).toBe(0);
    await page.clock.runFor(MINUTE + 10_000);
    expect(await page.locator("#notice h2").textContent()).toBe(kit.zh.idleTitle);
    await page.click("#notice button");
    expect(await page.locator("#notice .note").count()).toBe(0);
    await expect.poll(() => told).toBe(1);

    await page.clock.runFor(12 * MINUTE + 10_000);
    await page.type("#address", "路");
    expect(await page.locator("#notice .note").count()).toBe(0);
    await expect.poll(() => told).toBe(2);

    await Promise.all([page.waitForURL("**/sign-in?**"), page.clock.runFor(15 * MINUTE + 10_000)]);
  });
});
