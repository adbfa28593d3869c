// Changing what is registered, against the real API, relay and worker on the embedded engine.
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { cardSays, employmentSays, hukouSays, knownSays, phoneSays, placeSays } from "../../web/messages/change-says.ts";
import { zh as drafts } from "../../web/messages/drafts.ts";
import { findings } from "../../web/messages/findings.ts";
import { formKit, kit } from "../../web/messages/kit.ts";
import { complaintsOf } from "../support/axe.ts";
import { chooseOn } from "../support/choose.ts";
import { formSteps, SEND } from "../support/form-steps.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { keptOnPhone } from "../support/on-phone.ts";
import { type Known, someoneNew } from "../support/people.ts";
import { visitPortal } from "../support/portal.ts";

const portal = visitPortal();
let machine: Awaited<ReturnType<typeof portal.begin>>;
let person: Known;
let page: Page;

beforeEach(async () => {
  machine = await portal.begin();
  person = await someoneNew(portal.client);
  page = await portal.page(person);
});

const { ready, open, next, at, press, type, errors, received, ended } = formSteps(
  () => page,
  () => portal.origin,
);
const choose = (value: string) => chooseOn(page, `input[value="${value}"]`);
async function declareAndSend() {
  await at("check");
  await chooseOn(page, "[name=declared]");
  await next();
}
/** What arrived, newest first, as the API tells it. */
async function sent(): Promise<{ item: string; asked: string; status: string }[]> {
  const answer = await page.evaluate(async () => (await fetch("/api/submissions")).json());
  return answer.submissions;
}
const h1 = () => page.textContent("h1");
const focused = () => page.evaluate(() => document.activeElement?.localName);

const zh = { lang: "zh", under: "", done: "办好了", back: "已经撤回" };
const en = { lang: "en", under: "/en", done: "Done", back: "Taken back" };

/** Each journey in one of the two languages: the other differs in words only, and those do not compile when they are missing. */
describe("by keyboard alone at 360 px", () => {
  async function declare() {
    await at("check");
    expect(await focused()).toBe("h1");
    await pressTo(page, "[name=declared]");
    await press("Space", "Enter");
    await received();
  }

  test.each([zh])("in $lang, somebody who got a card says so, from the list to the register", async ({ under, done }) => {
    await page.goto(`${portal.origin}${under}/change`);
    await page.waitForSelector("#card .seal:not(.blind)");
    await pressTo(page, "#card a");
    await press("Enter");
    await ready();
    await pressTo(page, "[name=hasCard]");
    await press("Space", "Enter");
    await declare();
    await machine.run();
    await ended(done);

    await page.goto(`${portal.origin}${under}/change`);
    await page.waitForSelector("#card .seal:not(.blind)");
    expect(await page.textContent("#card .now")).toMatch(under ? /^Has a card/ : /^有卡/);
  });

  test.each([en])("in $lang, somebody with a new number proves that it is theirs", async ({ under, done }) => {
    await open(`${under}/change/phone`);
    await pressTo(page, "#phone");
    await type("+86 199 8888 7777");
    await press("Enter");
    await at("code");
    await pressTo(page, "#code");
    await type(portal.app().codeAt("19988887777") ?? "");
    await press("Enter");
    await declare();
    await machine.run();
    await ended(done);
    expect(await page.textContent("#asked")).toContain("199****7777");
  });

  test.each([zh])("in $lang, somebody who moved finds the street by typing one character", async ({ under, done }) => {
    await open(`${under}/change/residence`);
    await page.waitForSelector("#province option:nth-child(20)", { state: "attached" });
    await pressTo(page, "#find");
    await type("泉");
    await page.waitForSelector('label:text("龙泉街道")');
    await pressTo(page, '[name="address.division"]');
    while (!(await page.evaluate(() => document.activeElement?.nextElementSibling?.textContent?.startsWith("龙泉街道"))))
      await press("ArrowDown");
    await press("Space", "Enter");
    await at("door");
    await pressTo(page, '[name="address.lines"]');
    await type("学院路8号");
    await press("Enter");
    await page.waitForURL(`**${under}/change/residence/check`);
    await ready();
    expect(await page.textContent(".now")).toContain("安徽省淮南市田家庵区龙泉街道学院路8号");
    await pressTo(page, "[name=declared]");
    await press("Space", "Enter");
    await received();
    await machine.run();
    await ended(done);
  });

  test.each([en])("in $lang, somebody whose hukou moved hears of the review, and takes it back", async ({ under, back }) => {
    await open(`${under}/change/hukou`);
    expect(await page.textContent(".note")).toMatch(/10/);
    await page.waitForSelector('label:text("寿县")');
    await pressTo(page, '[name="address.division"]');
    await press("ArrowUp", "ArrowUp", "Enter");
    await at("street");
    await page.waitForSelector("[data-step=street] .pick:nth-child(3)");
    await pressTo(page, "[name=township]");
    await press("Space", "Enter");
    await at("door");
    await pressTo(page, '[name="address.lines"]');
    await type("东大街1号");
    await press("Enter");
    await page.waitForURL(`**${under}/change/hukou/check`);
    await ready();
    await pressTo(page, "#movedOn");
    await type("2026.3.1");
    expect(await page.textContent("#understood")).toContain(under ? "1 March 2026" : "2026年3月1日");
    await press("Enter");
    await declare();
    await machine.run();
    await page.waitForSelector("#withdraw:not([hidden])");

    await pressTo(page, "#ask");
    await press("Enter");
    await pressTo(page, "#yes");
    await press("Enter");
    await page.waitForSelector("#notice .note");
    await machine.run();
    await ended(back);
  });
});

describe("what was typed", () => {
  test("survives a reload and the end of the session; who signs in again goes on where they were", async () => {
    await open("/change/employment");
    await choose("EMPLOYED");
    await next();
    await at("employer");
    await page.fill('[name="employer.name"]', "淮南某某有限公司");
    await keptOnPhone(page, { "employer.name": "淮南某某有限公司" });
    await page.reload();
    await ready();
    expect(await page.inputValue('[name="employer.name"]')).toBe("淮南某某有限公司");
    await next();
    await page.context().clearCookies();
    await declareAndSend();
    await page.waitForURL("**/sign-in?return=%2Fchange%2Femployment");

    await portal.signIn(page.context(), person);
    await open("/change/employment");
    await at("check");
    expect(await page.textContent("#notice h2")).toBe(drafts.restored);
    expect(await page.textContent(".now")).toContain("淮南某某有限公司");
    await declareAndSend();
    await received();
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(["receipt"]);
    expect(await sent()).toHaveLength(1);
  });

  test("is not shown to somebody else who signs in on this device", async () => {
    await open("/change/phone");
    await page.fill("#phone", "19988887777");
    await page.context().clearCookies();
    await portal.signIn(page.context(), await someoneNew(portal.client));
    await open("/change/phone");

    expect(await page.inputValue("#phone")).toBe("");
  });

  test("is asked for again where nothing of it was kept: no code was sent to no number", async () => {
    await open("/change/phone#code");
    expect(await page.isVisible("[data-step=phone]")).toBe(true);
  });

  test("stays on the device without the code, which is asked for again", async () => {
    await open("/change/phone");
    await page.fill("#phone", "19988887777");
    await next();
    await at("code");
    const code = portal.app().codeAt("19988887777") ?? "";
    await page.fill("#code", code);
    await next();
    await at("check");
    await keptOnPhone(page, { sentTo: "19988887777" });
    await page.reload();
    await ready();
    await at("code");
    expect(await page.inputValue("#code")).toBe("");
    await page.fill("#code", code);
    await next();
    await declareAndSend();
    await received();
    expect(portal.app().outbox.filter(({ to }) => to === "19988887777")).toHaveLength(1);
  });
});

describe("one form is received once", () => {
  const card = async () => {
    await open("/change/card");
    await choose("yes");
    await next();
  };
  const loseAnswers = () =>
    page.route("**/api/changes", async (route) => {
      await route.fetch();
      await route.abort();
    });

  test("however often the button is pressed", async () => {
    await card();
    await at("check");
    await chooseOn(page, "[name=declared]");
    await page.evaluate((button) => {
      for (let times = 0; times < 5; times++) document.querySelector<HTMLElement>(button)?.click();
    }, SEND);
    await received();

    expect(await sent()).toHaveLength(1);
  });

  test("when the answer is lost and it is sent again", async () => {
    await card();
    await loseAnswers();
    await declareAndSend();
    await page.waitForSelector("#notice .blind");
    expect(await page.textContent("#notice")).toContain(`${formKit.zh.lost}${formKit.zh.unsure}`);
    await page.unroute("**/api/changes");
    await next();
    await received();

    expect(await sent()).toHaveLength(1);
  });

  test("also after going back to it: it opens empty, and sends nothing by itself", async () => {
    await card();
    await declareAndSend();
    await received();
    await page.goBack();
    await ready();

    expect(await page.locator("[data-step=card]").isVisible()).toBe(true);
    expect(await page.locator("[name=hasCard]:checked").count()).toBe(0);
    expect(await sent()).toHaveLength(1);
    await page.context().clearCookies();
    await page.reload();
    await page.waitForURL("**/sign-in?**");
  });

  test("when something else is in it by now, the person sees what arrived and may send the difference", async () => {
    await open("/change/employment");
    await choose("STUDENT");
    await next();
    await loseAnswers();
    await declareAndSend();
    await page.waitForSelector("#notice .blind");
    await page.unroute("**/api/changes");
    await page.click("#rows a");
    await at("status");
    await choose("FLEXIBLE");
    await next();
    await declareAndSend();
    await page.waitForSelector("#notice .warn");
    expect(await page.textContent("#notice h2")).toBe(drafts.earlierTitle);
    expect(await page.textContent("#notice p")).toMatch(/^收到的是：上学。回执号[\w-]{14}。$/);
    expect(await sent()).toHaveLength(1);

    await page.click("#notice button");
    await received();
    expect((await sent()).map(({ asked }) => asked).sort()).toEqual(["FLEXIBLE", "STUDENT"]);
  });
});

describe("a change that cannot be", () => {
  test("is said at its question, before anything is sent", async () => {
    const posts: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
    await open("/change/card");
    await next();
    await expect.poll(errors).toEqual([cardSays.zh["card.missing"]]);
    await choose("no");
    await next();
    await expect.poll(errors).toEqual([findings.zh["change.card-unchanged"]]);
    expect(await page.title()).toBe("有1处要改：您有社会保障卡吗？－参保通");

    await open("/change/employment");
    await choose("EMPLOYED");
    await next();
    await at("employer");
    await next();
    await expect.poll(errors).toEqual([findings.zh["change.employer-missing"]]);
    await page.fill('[name="employer.name"]', "某厂");
    await page.fill('[name="employer.number"]', "9134");
    await next();
    await expect.poll(errors).toEqual([employmentSays.zh["credit.wrong"].replace("{now}", "4")]);
    expect(posts).toEqual([]);
  });

  test("is said at its question when only the register knows", async () => {
    await open("/change/phone");
    await page.fill("#phone", person.phone);
    await next();
    await at("code");
    await page.fill("#code", "000000");
    await next();
    await declareAndSend();
    await at("phone");
    await expect.poll(errors).toEqual([findings.zh["change.phone-unchanged"]]);
    expect(await page.textContent(".field .err")).toBe(findings.zh["change.phone-unchanged"]);
  });

  test("like a number is told by how much", async () => {
    await open("/change/phone");
    for (const [typed, said] of [
      ["1998888777", "手机号码少1位：现在是10位，应该是11位"],
      ["199888877778", "手机号码多1位：现在是12位，应该是11位"],
      ["09988887777", phoneSays.zh["phone.wrong"]],
      ["", phoneSays.zh["phone.missing"]],
    ] as const) {
      await page.fill("#phone", typed);
      await next();
      await expect.poll(async () => [typed, await errors()]).toEqual([typed, [said]]);
    }
  });

  test("like a code for another number than the one that stands there now", async () => {
    await open("/change/phone");
    let arrive = () => {};
    const held = new Promise<void>((go) => {
      arrive = go;
    });
    await page.route("**/api/phone-codes", (route) => held.then(() => route.continue()), { times: 1 });
    await page.fill("#phone", "19988887701");
    await next();
    await page.fill("#phone", "19988887702");
    arrive();
    await page.waitForSelector(`${SEND}:not([aria-disabled])`);
    await next();
    await at("code");
    expect(await page.textContent("#sent")).toContain("19988887702");
    expect(portal.app().codeAt("19988887702")).toBeDefined();
  });

  test("like a wrong code: it goes back to the code, and another one can be sent", async () => {
    await open("/change/phone");
    await page.fill("#phone", "19988887777");
    await next();
    await at("code");
    await page.fill("#code", "000000");
    await next();
    await declareAndSend();
    await at("code");
    await expect.poll(errors).toEqual([findings.zh["code.wrong"]]);
    await page.click("#again");
    await page.waitForSelector(`#notice h2:text("${phoneSays.zh.sentTitle}")`);
    await page.fill("#code", portal.app().codeAt("19988887777") ?? "");
    await next();
    await declareAndSend();
    await received();
  });

  test("waits when too many codes were asked for, and says until when", async () => {
    await open("/change/phone");
    for (let nth = 0; nth <= 5; nth++) {
      await page.fill("#phone", `1998888777${nth}`);
      await next();
      if (nth === 5) break;
      await at("code");
      await page.click("#back");
      await at("phone");
    }
    await page.waitForSelector("#errs");
    expect(await page.textContent("#errs")).toMatch(/请在\d{1,2}:\d\d以后再试/);
    expect(await page.inputValue("#phone")).toBe("19988887775");
  });
});

describe("a place", () => {
  test("in another province is found by its county; an old name of the township can be written", async () => {
    await open("/change/contact");
    await page.waitForSelector("#province option:nth-child(20)", { state: "attached" });
    expect(await page.inputValue("#province")).toBe("34"); // as the person's number begins
    await page.fill("#find", "玄武");
    expect(await page.textContent("[data-step=place] [data-find] ~ [role=status]")).toBe(placeSays.zh.foundNone);
    await page.selectOption("#province", "32");
    await page.click('label:text("玄武区")');
    await next();
    await at("street");
    await chooseOn(page, "[data-step=street] [value=own]");
    await page.fill("#ownStreet", "老街乡");
    await next();
    await at("door");
    await page.fill('[name="address.lines"]', "长江路1号");
    await next();
    await page.waitForURL("**/check");
    await declareAndSend();
    await received();
    expect(await sent()).toMatchObject([{ item: "contact", asked: expect.stringMatching(/^江苏省南京市玄武区/) }]);
  });

  test("can be written although the list does not open", async () => {
    await page.route("**/divisions/3404.json", (route) => route.abort());
    await open("/change/contact");
    await page.waitForSelector('label:text("寿县")');
    await page.click('label:text("寿县")');
    await next();
    await at("street");
    await page.waitForSelector("#ownStreet", { state: "visible" });
    await page.fill("#ownStreet", "寿春镇");
    await next();
    await at("door");
    await next();
    await expect.poll(errors).toEqual([placeSays.zh["door.missing"]]);
    await page.fill('[name="address.lines"]', "东大街1号");
    await next();
    await page.waitForURL("**/check");
    await ready();
    expect(await page.textContent(".now")).toContain("安徽省淮南市寿县寿春镇东大街1号");
  });

  test("chosen anew while the longer list is still coming stays chosen", async () => {
    await open("/change/contact");
    await page.click('label:text("寿县")');
    await keptOnPhone(page, { "address.division": "340422" });
    let arrive = () => {};
    const held = new Promise<void>((go) => {
      arrive = go;
    });
    await page.route("**/divisions/3404.json", (route) => held.then(() => route.continue()));
    await page.reload();
    await page.waitForSelector('[value="340422"]:checked', { state: "attached" });
    await page.click('label:text("凤台县")');
    arrive();
    await page.fill("#find", "龙泉"); // a township: the longer list is there
    await page.waitForSelector('label:text("龙泉街道")');

    expect(await page.isChecked('[value="340421"]')).toBe(true);
  });

  test("is asked for again by the last page when nothing is kept of it", async () => {
    await page.goto(`${portal.origin}/change/residence/check`);
    await page.waitForURL("**/change/residence");
  });

  test("moved to on a day that cannot be is refused with what was understood", async () => {
    await open("/change/hukou");
    await page.click('label:text("寿县")');
    await next();
    await at("street");
    await page.click("[data-step=street] .pick label");
    await next();
    await at("door");
    await page.fill('[name="address.lines"]', "东大街1号");
    await next();
    await page.waitForURL("**/hukou/check");
    await ready();
    for (const [typed, code] of [
      ["", "date.missing"],
      ["26-3-1", "date.ambiguous"],
      ["2026-02-30", "date.impossible"],
      ["2099-01-01", "date.in-future"],
      ["1903-03-02", "date.too-early"], // the day before birth
    ] as const) {
      await page.fill("#movedOn", typed);
      await next();
      await expect.poll(async () => [typed, await errors()]).toEqual([typed, [hukouSays.zh[code]]]);
    }
  });
});

describe("when the record cannot be used", () => {
  test("an outage says so, asks nothing, and goes on at one press", async () => {
    await page.route("**/api/check", (route) => route.abort());
    await page.goto(`${portal.origin}/change/card`);
    await page.waitForSelector("#notice .blind");
    expect(await page.textContent("#notice")).toContain(kit.zh.readOutageText);
    expect(await page.locator("form").isVisible()).toBe(false);

    await page.unroute("**/api/check");
    await page.click("#notice button");
    await ready();
    expect(await page.locator("form").isVisible()).toBe(true);
    expect(await page.locator("#notice .note").count()).toBe(0);
  });

  test("a session that proves too little is led to one more proof, and back", async () => {
    const limited = { limited: true, because: "phone-new", insurances: [] };
    await page.route("**/api/check", (route) => route.fulfill({ json: limited }));
    await page.goto(`${portal.origin}/en/change/phone`);
    await page.waitForSelector("#notice .warn");

    expect(await page.locator("form").isVisible()).toBe(false);
    expect(await page.getAttribute("#notice a.btn", "href")).toBe("/en/check-limited?return=%2Fen%2Fchange%2Fphone");
  });

  test("a slow one says that it is slow, and nothing can be typed that might be lost", async () => {
    await page.clock.install();
    await page.route("**/api/check", () => {});
    await page.goto(`${portal.origin}/change/phone`);
    await page.clock.runFor(2_000);

    expect(await page.textContent("#today")).toBe(knownSays.zh.slow);
    expect(await page.locator("#phone").isDisabled()).toBe(true);
    expect(await h1()).toBe("新的手机号码是多少？");
  });
});

test("nothing jumps when the register answers: what is read has its room before", async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.addInitScript(() => {
    const shifts: PerformanceEntry[] = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
    Object.assign(globalThis, { shifts });
  });
  const painted = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await page.goto(`${portal.origin}/change/card`);
  await ready();
  await choose("yes");
  await next();
  await declareAndSend();
  await received();
  for (const path of ["/change", "/change/phone", "/change/employment", "/change/contact", "/check", "/submissions"]) {
    const answers: (() => void)[] = [];
    const asked = new Promise<void>((reached) => {
      void page.route("**/api/**", async (route) => {
        const held = new Promise<void>((go) => answers.push(go));
        reached();
        await held;
        await route.continue();
      });
    });
    await page.goto(portal.origin + path);
    await asked;
    await painted();
    const answered = page.waitForResponse("**/api/**");
    for (const answer of answers) answer();
    await (await answered).finished();
    await page.waitForLoadState("networkidle"); // lists of places come after it
    await painted();
    const moved = await page.evaluate(() => {
      const shifts: { value: number }[] = Reflect.get(globalThis, "shifts");
      return shifts.reduce((sum, { value }) => sum + value, 0);
    });
    expect([path, moved < 0.02 || moved]).toEqual([path, true]);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }
});

test("every step can be used by everybody: axe finds nothing, nothing is too wide or too small, in light, dark and elder mode", async () => {
  const places = ["/change", "/change/phone", "/change/card", "/change/employment", "/change/residence", "/change/hukou"];
  for (const [mode, width, under] of [
    ["light", 360, ""],
    ["dark", 320, "/en"],
    ["elder", 320, ""],
  ] as const) {
    const colorScheme = mode === "dark" ? "dark" : "light";
    page = await portal.page(person, { width, colorScheme, elder: mode === "elder", bypassCSP: true });
    const look = async (what: string) => {
      const found = [
        await complaintsOf(page, mode === "elder" ? mode : "light"), // in the dark it is another language
        await sideways(page),
        await smallTargets(page, mode === "elder" ? 60 : 44),
      ];
      expect([mode, width, what, ...found]).toEqual([mode, width, what, [], 0, []]);
    };
    for (const place of places) {
      await page.goto(portal.origin + under + place);
      if (place === "/change") await page.waitForSelector("#hukou .seal.off");
      else {
        await ready();
        await next();
        await page.waitForSelector("#errs");
      }
      await look(`${under}${place}`);
    }
    await page.click('label:text("寿县")');
    await next();
    await at("street");
    await chooseOn(page, "[data-step=street] [value=own]");
    await look("street");
    await next();
    await at("door");
    await page.fill('[name="address.lines"]', "东大街1号");
    await next();
    await page.waitForURL("**/hukou/check");
    await ready();
    await page.fill("#movedOn", "20260301");
    await look("when");
    await next();
    await at("check");
    await next();
    await page.waitForSelector("#errs");
    await look("check");
    await page.context().close();
  }
});
