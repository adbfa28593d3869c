// A daughter acts for her father; he sees it in his log and ends it while her session is open; an ex-husband cannot.
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { aRelative } from "../delegation/family.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { complaintsOf } from "../support/axe.ts";
import { noon } from "../support/build.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import type { Known } from "../support/people.ts";
import { through } from "../support/through.ts";
import { type Look, visit } from "../support/visit.ts";

let started: Started;

const site = visit({ engine: true, api: (request) => through(started.app, request) });
beforeAll(() => {
  started = startApp({ client: site.client, startAt: noon("2026-11-22") });
});

const pageOf = async (person: Known, look: Look = {}): Promise<Page> =>
  site.page({ cookies: (await signInAs(started, person)).browser.cookies, bypassCSP: true, ...look });
const looksWell = async (page: Page, what: string) =>
  expect([what, await complaintsOf(page), await sideways(page), await smallTargets(page, 44)]).toEqual([what, [], 0, []]);

async function asksFor(page: Page, { number, name }: Known, lang = ""): Promise<void> {
  await page.goto(`${site.origin}${lang}/family/ask`);
  await page.fill("#number", number);
  await page.fill("#name", name);
  await page.check("[name=scopes][value=enrolment]", { force: true });
  await page.click("#form button[type=submit]");
}

test("a girl of fourteen objects: asked once more, it is sent, and says what is so until it is decided", async () => {
  const girl = await aRelative(site.client, { birth: "2012-05-20", name: "王一" });
  const page = await pageOf(girl);
  await page.goto(`${site.origin}/family`);
  await page.click("#form button");
  await page.locator("#form button:not([aria-disabled])").getByText("再按一次，就提出").click();
  await page.getByText("在决定以前，他们只能看").first().waitFor();
  expect(await page.locator("#form").isVisible()).toBe(false);
});

test("a daughter acts for her father, he ends it while her session is open, and an ex-husband cannot", async () => {
  const daughter = await aRelative(site.client, { name: "王小雨" });
  const father = await aRelative(site.client, { name: "王建国" });
  const hers = await pageOf(daughter);

  await hers.goto(`${site.origin}/family`);
  await hers.getByText("您现在没有替别人办").waitFor();
  await looksWell(hers, "nobody");
  await asksFor(hers, father);
  await hers.locator("#code-form:not([hidden])").waitFor();
  await looksWell(hers, "code");
  await hers.fill("#code", started.codeAt(father.phone)!);
  await hers.click("#code-form button[type=submit]");
  await hers.getByText("可以替他看了").waitFor();

  await hers.click("text=看他的参保");
  await hers.getByText("您正在替王*国办事").waitFor();
  await hers.locator("#who").getByText("王*国").waitFor();
  expect(await hers.textContent("#acting")).toContain("现在只能看");
  await looksWell(hers, "acting");
  // His page, by his name; what she cannot do for him is not offered, or says why, and for whom she acts stays.
  expect(await hers.textContent("h1")).toBe("王*国的参保");
  for (const path of ["/change", "/access-log", "/my-data"])
    expect([path, await hers.locator(`#rest a[href='${path}']`).isVisible()]).toEqual([path, false]);
  await hers.locator(".acts a[href='/submissions']").click();
  await hers.getByText("您替他交的，在您自己的页面里").waitFor();
  expect([new URL(hers.url()).pathname, await hers.textContent("#acting h2")]).toEqual(["/check", "您正在替王*国办事"]);
  await hers.goto(`${site.origin}/transfer/apply${new URL(hers.url()).search}`);
  await hers.getByText("现在只能看").first().waitFor();
  await looksWell(hers, "look-only");
  expect(await hers.textContent("[for=declared-1]")).toBe("以上是王*国的真实情况，我替他办");

  const his = await pageOf(father, { colorScheme: "dark" });
  await his.goto(`${site.origin}/access-log`);
  await his.getByText("王*雨（您同意的代办人）").waitFor();
  await his.getByText("替您看参保情况").waitFor();
  await his.goto(`${site.origin}/family`);
  await his.locator("#me h3").getByText("王小雨").waitFor();
  await looksWell(his, "his");
  await his.locator("#me button").click();
  await his.getByText("再按一次，马上取消").click();
  await his.getByText("已经取消").waitFor();
  await his.getByText("您取消的").waitFor();

  // She had a form open: the refusal says what has happened to it.
  const post = { method: "POST", headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() } };
  const wish = { action: "stop", scheme: "110", from: "2026-12", reason: "moved" };
  const body = JSON.stringify({ for: new URL(hers.url()).searchParams.get("for"), wish });
  const title = await hers.title();
  await hers.evaluate(
    async ([options, found]) => {
      await fetch("/api/enrolments", options);
      // As every form says what the API refused.
      document.querySelector("h1")!.parentElement!.insertAdjacentHTML("afterbegin", found);
      document.title = "有1处要改";
    },
    [{ ...post, body }, `<div id="errs" role="alert">现在不能这样办</div>`] as const,
  );
  await hers.getByText("您填的还在这一页").waitFor();
  await hers.waitForSelector("#acting:focus");
  expect([await hers.locator("#errs").count(), await hers.title()]).toEqual([0, title]);
  await hers.goto(`${site.origin}/check${new URL(hers.url()).search}`);
  await hers.getByText("不能替他办了").waitFor();
  // Nothing of it looks like a fault of ours.
  expect(await hers.getByText("暂时读不到").first().isVisible()).toBe(false);
  await looksWell(hers, "over");

  // He has her number, her name, and the phone that was theirs both.
  const wife = await aRelative(site.client, { name: "李梅" });
  const phone = wife.record.facts.find(({ name }) => name === "phone")!;
  const husband = await aRelative(site.client, { name: "赵强", phone });
  const page = await pageOf(husband);
  const before = started.outbox.length;
  await asksFor(page, wife, "/en");
  await page.getByText("If the details are right").waitFor();
  expect(started.outbox.slice(before)).toEqual([]);
  await page.fill("#code", "123456");
  await page.click("#code-form button[type=submit]");
  await page.getByText("The code is wrong or too old").first().waitFor();
  await looksWell(page, "ex-husband");
});
