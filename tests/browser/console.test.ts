// The helpline console over the real API of staff: a call from the first word to the applied change, and what can go wrong on it.
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Text } from "../../functions/notify/sender.ts";
import { createNotify } from "../../functions/notify.ts";
import { consoleAloud } from "../../web/messages/console-aloud.ts";
import { startApp } from "../support/app.ts";
import { complaintsOf } from "../support/axe.ts";
import { anInsurance, day, noon } from "../support/build.ts";
import { aCaller, aTicket, elsewhere, nobody, several } from "../support/console-replies.ts";
import { sideways } from "../support/layout.ts";
import { startMachine } from "../support/machine.ts";
import { type Known, someoneNew } from "../support/people.ts";
import type { Api } from "../support/site.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { through } from "../support/through.ts";
import { type Look, visit } from "../support/visit.ts";

const PLACE = "340400";
const TODAY = noon("2026-11-22"); // as the worker's clock has it
const aloud = consoleAloud.zh;
const outbox: Text[] = [];
let staff: StartedStaff;
let api: Api;
let real: Api;

const site = visit({ engine: true, api: (request) => api(request) });

beforeAll(() => {
  const { client } = site;
  const residents = startApp({ client, startAt: TODAY });
  const sender = {
    async send(text: Text) {
      outbox.push(text);
      return "sent" as const;
    },
  };
  const notify = createNotify({ client, now: () => Math.floor(Date.parse(residents.now()) / 1000), sender });
  const carry = async (message: string) => {
    await notify(
      { Records: [{ messageId: message, body: JSON.stringify({ message, from: "desk" }) }] },
      { awsRequestId: "notify" },
    );
  };
  staff = startStaff({ client, clock: residents.now, carry });
  const appFor = (path: string) => (path.startsWith("/api/staff") ? staff.app : residents.app);
  real = (request) => through(appFor(new URL(request.url).pathname), request);
  api = real;
});

/** Paid last in March, at a factory: enough to be asked about. */
const someone = (): Promise<Known> =>
  someoneNew(site.client, {
    summary: {
      asOf: day("2026-03-20"),
      insurances: {
        pension: anInsurance({
          region: PLACE,
          insuredAs: "employee",
          employer: { name: "测试县装备制造厂" },
          years: { "2025": "pppppppppppp", "2026": "ppp---------" },
        }),
      },
    },
  });

/** An agent at the console; the clock of the browser is that of the service. */
async function anAgent(look: Look = {}): Promise<Page> {
  const { cookies } = await staff.as("agent", [PLACE]);
  const context = await site.context({ cookies, width: 1280, height: 900, newest: true, ...look });
  await context.clock.install({ time: staff.now() });
  const page = await context.newPage();
  await page.goto(`${site.origin}/staff/console`);
  await page.waitForFunction(() => document.activeElement?.id === "q");
  return page;
}

/** Counts what a hand does: one text typed, one key pressed. */
function hands(page: Page) {
  let done = 0;
  return {
    async type(text: string) {
      done += 1;
      await page.keyboard.insertText(text);
    },
    async press(key: string) {
      done += 1;
      await page.keyboard.press(key);
    },
    async click(target: Locator) {
      done += 1;
      await target.click();
    },
    focusIn: (id: string) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id),
    get done() {
      return done;
    },
  };
}
/** The looks at this person's record in which a field was shown. */
async function shownOf({ record }: Known, field: string) {
  const rows = await staff.looks.at(record.registration.personId);
  return rows.filter((row) => "fields" in row && row.fields?.some((name) => name === field));
}

const codeAt = (phone: string) => outbox.findLast(({ to }) => to === phone)?.params["code"] ?? "";

describe("an agent at the console", () => {
  test("takes a call from search to applied change in less than twelve interactions", async () => {
    const page = await anAgent();
    const person = await someone();
    const { number, name, phone } = person;
    const hand = hands(page);

    await hand.type(`${number} ${name}`);
    await hand.press("Enter");
    await hand.focusIn("said");
    await hand.press("Alt+m");
    await hand.focusIn("code");
    await page.focus("#said"); // six digits are no employer, wherever they are typed
    await page.keyboard.type(codeAt(phone) === "111111" ? "222222" : "111111"); // misheard: what is typed next takes its place
    await page.keyboard.press("Enter");
    await page.waitForSelector("#verify [role=status] > *");
    await hand.focusIn("code");
    await page.keyboard.type(codeAt(phone).slice(0, 3));
    await hand.type(codeAt(phone).slice(3));
    await hand.press("Enter");
    await page.waitForSelector(".months");
    expect(await page.textContent("#middle")).toContain("累计");

    await hand.press("a");
    await page.waitForSelector("#acting button");
    await hand.press("6"); // the card
    const form = page.frameLocator("iframe");
    await hand.click(form.locator("[name=hasCard][value=yes] + label"));
    await hand.click(form.locator("button[type=submit]"));
    await form.locator("[data-step=check]:not([hidden])").waitFor();
    await hand.click(form.locator("[name=declared] + label"));
    await hand.click(form.locator("button[type=submit]"));
    await form.locator("#receipt:not([hidden])").waitFor();
    expect(hand.done).toBeLessThan(12);

    const machine = await startMachine(site.client);
    expect(await machine.run()).toEqual([]);
    const { facts } = (await staff.register.page(person.record.registration.personId)) ?? { facts: [] };
    expect(facts.find((fact) => fact.name === "card" && fact.source === "resident")).toMatchObject({ hasCard: true });
  });

  test("gives an angry caller without a phone a next step at once, one key each, with the words to say", async () => {
    const page = await anAgent();
    const hand = hands(page);
    await hand.press("Escape"); // out of the box: letters are keys again
    await hand.press("c");
    await hand.focusIn("back-phone");
    expect(await page.textContent("#step-aloud")).toContain(aloud["aloud.callback-open"]);
    await hand.type("15400001234");
    await hand.press("Enter");
    await page.waitForSelector("#step-said .aloud");
    const number = await page.textContent("#ticket-no");
    expect(await page.textContent("#step-said")).toMatch(/2026年11月\d+日以前有人打给您/);
    expect(await page.textContent("#step-said")).toContain(`工单号是${number}`);
    expect(hand.done).toBeLessThanOrEqual(4);

    await hand.press("d");
    await hand.focusIn("day");
    await page.fill("#day", "2026-11-24");
    await hand.press("Enter");
    await page.waitForSelector("#step-said .tag");
    expect(await page.textContent("#step-said .tag")).toContain("2026年11月24日上午");

    await hand.press("p");
    await hand.focusIn("cards");
    await hand.type("断缴");
    await page.waitForSelector("#hits button");
    await hand.press("Enter");
    await hand.focusIn("answer");
    expect(await page.inputValue("#answer")).not.toBe("");
    await hand.press("Alt+x");
    await expect.poll(() => page.textContent("#ticket-state")).toBe("当场答完");
    expect(await page.textContent("#note-said")).toMatch(/版本[0-9a-f]{8}/);

    await page.goto(`${site.origin}/staff/ticket?no=${number}`);
    await page.waitForSelector("#life button");
    await hand.press("5");
    await expect.poll(() => page.textContent("#life")).toContain("来电人打了5分");

    await page.goto(`${site.origin}/staff/call-backs`); // the number shows to who takes it, and to nobody before
    await page.waitForSelector("#list li");
    expect(await page.textContent("#list")).not.toContain("15400001234");
    await hand.press("1");
    await page.waitForSelector("#list .big");
    expect(await page.textContent("#list .big")).toBe("15400001234");
    await hand.press("n");
    await expect.poll(() => page.textContent("#list")).toContain("打过1次，没接通");
  });

  test("asks one question at a time, and after two wrong answers has kind words and no more of the record", async () => {
    const page = await anAgent();
    const { number, name } = await someone();
    const hand = hands(page);
    await page.keyboard.insertText(`${number} ${name}`);
    expect(await page.textContent("#understood")).toMatch(/证件号码3404\*{10}\d{4}，姓名/);
    await hand.press("Enter");
    await hand.focusIn("said");
    expect(await page.inputValue("#q")).toMatch(/^3404\*{10}\d{4}$/);
    expect(page.url()).toMatch(/\?ticket=G-1122-[\w-]+$/);

    expect(await page.textContent("#ask .aloud")).toContain(aloud["ask.last-paid"]);
    await hand.type("c");
    await hand.press("Enter");
    await expect.poll(() => page.textContent("#verify [role=status]")).toContain("没看懂，不算错");
    for (const wrong of ["2024年1月", "0000"]) {
      await page.fill("#said", wrong);
      await hand.press("Enter");
      await page.waitForSelector(`.proofs .tag.off >> nth=${wrong === "0000" ? 1 : 0}`);
    }
    expect(await page.textContent("#verify")).toContain(aloud["aloud.locked"]);
    expect(await page.locator("#said, #code").count()).toBe(0);
    expect(await page.textContent("#middle")).not.toContain("装备");
    expect(await page.locator("#middle :is(.mini, [data-key])").count()).toBe(0);

    await hand.press("c"); // no field has the focus: the key leads on
    await hand.focusIn("back-phone");
  });

  test("shows a field for half a minute with a reason, loses nothing that was typed, and covers everything after half an hour", async () => {
    const page = await anAgent();
    const person = await someone();
    const { number, name, phone } = person;
    const hand = hands(page);
    await page.keyboard.insertText(`${number} ${name}`);
    await hand.press("Enter");
    await hand.focusIn("said");
    for (const said of ["2026年3月", "测试县装备制造厂", phone.slice(-4)]) {
      const points = await page.textContent(".proofs");
      await page.fill("#said", said);
      await hand.press("Enter");
      await page.waitForFunction((before) => document.querySelector(".proofs")?.textContent !== before, points);
    }
    await page.waitForSelector(".mini");
    expect(await page.locator("#levels .on").count()).toBe(2);
    expect((await page.locator(".mini .tag").allTextContents()).filter((text) => text === "已参保")).toHaveLength(1);
    expect(await page.locator(".months, #next").count()).toBe(0);

    await hand.press("2"); // the keys work at once: no field is left
    await hand.press("Enter"); // the first reason has the focus
    await expect.poll(() => page.textContent(".kv")).toContain(number);
    expect(await page.textContent(".left")).toMatch(/(30|29)秒后遮住/);
    await page.clock.fastForward(31_000);
    await expect.poll(() => page.textContent(".kv")).not.toContain(number);
    expect(await shownOf(person, "number")).toHaveLength(1);

    await hand.press("q");
    await hand.focusIn("asked");
    await hand.type("问断了几个月");
    await page.reload(); // what is typed and not saved outlives the page
    await page.waitForSelector(".mini");
    expect(await page.inputValue("#asked")).toBe("问断了几个月");
    await hand.press("Alt+s");
    await expect.poll(() => page.textContent("#note-said")).toContain("存好了");

    await page.clock.fastForward(31 * 60_000); // after half an hour the level is gone, and with it what it opened
    await page.waitForSelector("#calling", { state: "hidden" });
    expect(await page.locator(".mini, .kv").count()).toBe(0);
  });

  test("ends the call with the same key twice, and nothing of the person stays on the screen", async () => {
    const page = await anAgent();
    const { number, name } = await someone();
    const hand = hands(page);
    await hand.type(`${number} ${name}`);
    await hand.press("Enter");
    await hand.focusIn("said");
    await hand.press("Alt+e");
    await page.waitForSelector("#ending");
    expect(await page.textContent("#ending")).toContain("答复以前随时打来");
    await hand.press("Alt+e");
    await page.waitForSelector("#calling", { state: "hidden" });
    expect(await page.locator(".mini, .kv").count()).toBe(0);
    expect(await page.textContent("body")).not.toContain("3404****");
  });
});

const problem = (type: string, status: number, more = {}) =>
  Response.json({ type: `/problems/${type}`, status, title: "no", instance: "x", findings: [], ...more }, { status });
const opened = (caller: unknown) => () => Response.json({ opened: true, ticket: aTicket(), caller });
const locked = { closed: "wrong-twice", wrongLeft: 0, code: { state: "closed" } } as const;

/** What opening a ticket answers, and what the page must then say. */
const states: Record<string, { answer: () => Response; says: string; never?: RegExp }> = {
  "policy only": { answer: opened(aCaller("nothing", locked)), says: "今天在电话里我只能讲政策" },
  "code only": { answer: opened(aCaller("nothing", { closed: "too-little" })), says: "用验证码核对", never: /没有办法核对/ },
  "yes or no": { answer: opened(aCaller("yes-no", { points: 2 })), says: "1级只看得到有没有参保" },
  everything: { answer: opened(aCaller("all")), says: "缺3个月", never: /5PD2-5PD2-5PD2/ },
  several: { answer: () => Response.json(several), says: "有2个人，问清楚再选" },
  nobody: { answer: () => Response.json(nobody), says: "没找到不等于没有参保" },
  elsewhere: { answer: () => Response.json(elsewhere), says: "请打江苏省的12333" },
  "too many looks": { answer: () => problem("wait", 429, { retryAfterSeconds: 50 }), says: "请等1分钟再看" },
  outage: {
    answer: () => problem("unavailable", 503, { retryAfterSeconds: 600 }),
    says: "这不表示您没有参保，您的记录和待遇都不受影响",
    never: /没有找到|未参保/,
  },
};

const lit = {
  light: ["everything", "policy only", "several", "outage"],
  dark: ["everything", "code only", "yes or no", "nobody", "elsewhere", "too many looks"],
};

test.each(["light", "dark"] as const)("every state has its words and can be used by everybody, %s", async (colorScheme) => {
  const page = await anAgent({ colorScheme, bypassCSP: true });
  for (const state of lit[colorScheme]) {
    const { answer, says, never } = states[state]!;
    api = (request) => (request.method === "POST" && request.url.endsWith("/staff/tickets") ? answer() : real(request));
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${site.origin}/staff/console`);
    await page.waitForFunction(() => document.activeElement?.id === "q");
    await page.keyboard.insertText("15400001234");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.textContent("#work")).toContain(says);
    if (never) expect(await page.textContent("#work")).not.toMatch(never);
    expect([state, await complaintsOf(page)]).toEqual([state, []]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect([state, await sideways(page)]).toEqual([state, 0]);
  }
  api = real;
});
