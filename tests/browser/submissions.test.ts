// Receipts and what was sent, against the real API, relay and worker on the embedded engine.
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import type { Receipt } from "../../shared/kernel/fields.ts";
import { findings } from "../../web/messages/findings.ts";
import { receiptSays, submissionsSays } from "../../web/messages/submissions.ts";
import { complaintsOf } from "../support/axe.ts";
import { sideways, smallTargets } from "../support/layout.ts";
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
  await page.goto(`${portal.origin}/contact`);
});

const card = { item: "card", hasCard: true };
const hukou = { item: "hukou", address: { division: "340422", lines: "寿春镇东大街1号" }, movedOn: "2026-03-01" };

/** Sent as a page of ours sends it, without the pages. */
const send = (body: unknown): Promise<Receipt> =>
  page.evaluate(async (change) => {
    const headers = { "content-type": "application/json", "idempotency-key": crypto.getRandomValues(new Uint32Array(1)).join() };
    headers["idempotency-key"] = `00000000-0000-4000-8000-${headers["idempotency-key"].padStart(12, "0")}`;
    const answer = await fetch("/api/changes", { method: "POST", headers, body: JSON.stringify(change) });
    return (await answer.json()).receipt;
  }, body);
const openReceipt = async (receipt: string, under = "") => {
  await page.goto(`${portal.origin}${under}/submissions/receipt#${receipt}`);
  await page.waitForSelector("#track li, #notice .note");
};
const h1 = () => page.textContent("h1");
const becomes = (title: string) => page.waitForSelector(`h1:text("${title}")`);
const track = () => page.locator("#track h3").allTextContents();
const decide = async (receipt: Receipt, verdict: "applied" | "refused", reason: string) => {
  const desk = openDesk({ client: portal.client, table: "desk" });
  const task = await desk.task(person.record.registration.personId, receipt);
  await desk.decide(task!, { verdict, reason, by: "王芳" }, portal.app().now());
  await machine.run();
};

/** A look that is answered as it stands now, and only when the test says so. */
async function lookHeldBack(receipt: string): Promise<{ go(): Promise<void> }> {
  let go = () => {};
  const held = new Promise<void>((released) => {
    go = released;
  });
  const path = `**/api/submissions/${receipt}`;
  const asked = new Promise<void>((reached) => {
    void page.route(
      path,
      async (route) => {
        const response = await route.fetch();
        reached();
        await held;
        await route.fulfill({ response });
      },
      { times: 1 },
    );
  });
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await asked;
  return {
    async go() {
      const answered = page.waitForResponse(path);
      go();
      await (await answered).finished();
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    },
  };
}

describe("a receipt", () => {
  test("follows its change to the end without reloading, tells it once, and then asks no more", async () => {
    let looks = 0;
    page.on("request", (request) => request.url().includes("/api/submissions/") && looks++);
    const receipt = await send(card);
    await openReceipt(receipt);
    expect(await page.textContent("#number")).toBe(receipt);
    expect(await page.textContent("#asked")).toBe("社会保障卡：有卡");
    expect([await h1(), await track()]).toEqual(["收到了，正在排队", ["已收到", "排队中", "生效"]]);
    expect(await page.textContent("#news")).toBe("");

    await machine.run();
    await becomes("办好了");
    expect(await track()).toEqual(["已收到", "排队", "生效"]);
    expect(await page.textContent("#news")).toBe("现在的进度：办好了");
    expect(await page.title()).toBe("办好了－参保通");
    const atTheEnd = looks;
    await page.waitForTimeout(2_500);
    expect(looks).toBe(atTheEnd);
  });

  test("is not looked after while nobody looks at it", async () => {
    let looks = 0;
    page.on("request", (request) => request.url().includes("/api/submissions/") && looks++);
    const receipt = await send(card);
    await openReceipt(receipt);
    const turn = (hidden: boolean) =>
      page.evaluate((now) => {
        Object.defineProperty(document, "hidden", { configurable: true, value: now });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await turn(true);
    await machine.run();
    const before = looks;
    await page.waitForTimeout(2_000);
    expect(looks).toBe(before);
    await turn(false);
    await becomes("办好了");
  });

  test("stays out of what servers see of addresses, and is still known after signing in again", async () => {
    const asked: string[] = [];
    const receipt = await send(card);
    await page.context().clearCookies();
    page.on("request", (request) => request.isNavigationRequest() && asked.push(request.url()));
    await page.goto(`${portal.origin}/submissions/receipt#${receipt}`);
    await page.waitForURL("**/sign-in?return=%2Fsubmissions%2Freceipt");
    await portal.signIn(page.context(), person);
    await page.goto(`${portal.origin}/submissions/receipt`);
    await page.waitForSelector("#track li");

    expect(await page.textContent("#number")).toBe(receipt);
    expect(asked.filter((address) => address.split("#")[0]?.includes(receipt))).toEqual([]);
    await page.click("a.tool");
    await page.waitForURL(`**/en/submissions/receipt#${receipt}`);
  });

  test("of what the desk refused says why, in the desk's own words, and what to do next", async () => {
    const receipt = await send(hukou);
    await machine.run();
    await openReceipt(receipt);
    expect([await h1(), await track()]).toEqual(["收到了，正在审核", ["已收到", "排队", "审核中", "生效"]]);
    expect(await page.textContent("#track [aria-current]")).toContain("10个工作日");
    await decide(receipt, "refused", "户口簿看不清");
    await becomes("没有办成");

    expect(await page.textContent("#why .warn")).toContain(`${findings.zh["desk.refused"]}工作人员写的：户口簿看不清`);
    expect(await page.getAttribute('#why a[href^="/"]', "href")).toBe("/change/hukou");
    expect(await page.locator("#withdraw").isVisible()).toBe(false);
  });

  test("can be taken back while somebody looks at it: asked once more, done once", async () => {
    const receipt = await send(hukou);
    await machine.run();
    await openReceipt(receipt);
    await page.click("#ask");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("sure-title");
    await page.click("#no");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("ask");
    await page.click("#ask");
    await page.route("**/withdrawal", (route) => route.abort());
    await page.click("#yes");
    await page.waitForSelector("#notice .blind");
    expect(await page.textContent("#notice h2")).toBe(receiptSays.zh.unsent);
    await page.unroute("**/withdrawal");
    const late = await lookHeldBack(receipt);
    await page.click("#yes");
    await page.waitForSelector(`#notice h2:text("${receiptSays.zh.withdrawing}")`);
    expect(await page.locator("#withdraw").isVisible()).toBe(false);

    await machine.run();
    await becomes("已经撤回");
    await late.go(); // what was asked before, and is answered only now
    expect(await h1()).toBe("已经撤回");
    expect(await page.locator("#notice .note").count()).toBe(0);
    expect(await track()).toEqual(["已收到", "排队", "审核", "已撤回"]);
  });

  test("that the desk has decided meanwhile cannot be taken back any more, and says so", async () => {
    const receipt = await send(hukou);
    await machine.run();
    await openReceipt(receipt);
    const before = await page.evaluate(async (at) => (await fetch(`/api/submissions/${at}`)).json(), receipt);
    await page.route(`**/api/submissions/${receipt}`, (route) => route.fulfill({ json: before })); // not looked at again yet
    await decide(receipt, "applied", "已核对");
    await page.click("#ask");
    await page.click("#yes");
    const late = `#notice h2:text("${findings.zh["submission.not-in-review"]}")`;
    await page.waitForSelector(late);
    await page.unroute(`**/api/submissions/${receipt}`);
    await becomes("办好了");
    expect(await page.locator(late).isVisible()).toBe(true);
    expect(await page.textContent("#why")).toContain("工作人员写的：已核对");
  });

  test("that was overtaken says that nothing is lost", async () => {
    const receipt = await send(card);
    await page.route(`**/api/submissions/${receipt}`, async (route) => {
      const view = await (await route.fetch()).json();
      const said = { status: "overtaken", findings: [{ code: "change.overtaken", path: ["card"] }] };
      const history = [...view.history, { status: "overtaken", at: view.history[0].at }];
      await route.fulfill({ json: { ...view, ...said, history } });
    });
    await openReceipt(receipt);

    expect([await h1(), await track()]).toEqual(["没有用上", ["已收到", "排队", "没有用上"]]);
    expect(await page.textContent("#why")).toContain(findings.zh["change.overtaken"]);
    expect(await page.locator("#why .warn").count()).toBe(0);
  });

  test("says in an outage that what was sent is stored, and goes on by itself", async () => {
    const receipt = await send(card);
    await page.route("**/api/submissions/**", (route) => route.abort());
    await openReceipt(receipt);
    expect(await page.textContent("#notice .blind")).toContain("您交的已经存好");
    expect(await page.textContent("#number")).toBe(receipt);
    expect(await h1()).toBe("回执");

    await page.unroute("**/api/submissions/**");
    await machine.run();
    await becomes("办好了");
    expect(await page.locator("#notice .note").count()).toBe(0);
  });

  test.each([{ number: "AAAA-AAAA-AAAA" }, { number: "nonsense" }])(
    "that nobody gave, like $number, is not there",
    async ({ number }) => {
      await openReceipt(number);

      expect(await page.textContent("#notice h2")).toBe(receiptSays.zh.noReceipt);
      expect(await page.locator("#receipt").isVisible()).toBe(false);
    },
  );

  test("and the list ask for one more proof when the session proves too little, and say that all goes on", async () => {
    const receipt = await send(card);
    const problem = { type: "/problems/not-this-session", status: 403, title: "no", instance: "x", findings: [] };
    await page.route("**/api/submissions**", (route) => route.fulfill({ status: 403, json: problem }));
    await page.route("**/api/submissions/**", (route) => route.fulfill({ status: 403, json: problem }));
    for (const path of [`/submissions/receipt#${receipt}`, "/submissions"]) {
      await page.goto(portal.origin + path);
      await page.waitForSelector("#notice .warn");
      expect(await page.textContent("#notice")).toContain("照常办");
      const back = encodeURIComponent(path.split("#")[0] ?? "");
      expect(await page.getAttribute("#notice a.btn", "href")).toBe(`/check-limited?return=${back}`);
    }
  });

  test("prints what counts and nothing to press", async () => {
    const receipt = await send(hukou);
    await machine.run();
    await openReceipt(receipt);
    await page.emulateMedia({ media: "print" });

    for (const shown of ["#number", "#asked", "#track"])
      expect([shown, await page.locator(shown).isVisible()]).toEqual([shown, true]);
    for (const gone of ["#ask", ".acts", ".tools", ".foot nav"])
      expect([gone, await page.locator(gone).first().isVisible()]).toEqual([gone, false]);
  });
});

describe("my submissions", () => {
  const rows = () => page.locator("#sent li");

  test("begin with where to begin", async () => {
    await page.goto(`${portal.origin}/submissions`);
    await page.waitForSelector("#empty:not([hidden])");

    expect(await page.textContent("#empty")).toContain(submissionsSays.zh.emptyTitle);
    expect(await page.getAttribute(".acts a.btn", "href")).toBe("/change");
  });

  test("show what each asked for and how it stands, and lead to its receipt", async () => {
    await send(card);
    await machine.run();
    portal.app().pass(60);
    const receipt = await send(hukou);
    await page.goto(`${portal.origin}/submissions`);
    await rows().first().waitFor();

    expect(await rows().locator("h2").allTextContents()).toEqual(["户口地址", "社会保障卡"]);
    expect(await rows().locator(".tag").allTextContents()).toEqual(["正在办：在排队", "做完了：已经生效"]);
    expect(await rows().nth(1).textContent()).toContain("改成：有卡");
    await rows().first().locator("a").click();
    await page.waitForURL(`**/submissions/receipt#${receipt}`);
  });

  test("come page by page, newest first, each once", async () => {
    for (let nth = 0; nth < 21; nth++) {
      await send({ item: "employment", status: "EMPLOYED", employer: { name: `第${nth}厂` } });
      portal.app().pass(1);
    }
    await page.goto(`${portal.origin}/submissions`);
    await rows().nth(19).waitFor();
    expect(await rows().count()).toBe(20);
    await page.click("#more");
    await rows().nth(20).waitFor();

    expect(await page.locator("#more").isVisible()).toBe(false);
    expect(await rows().last().textContent()).toContain("改成：在职 第0厂");
    expect(await page.evaluate(() => document.activeElement?.closest("li")?.nextElementSibling)).toBe(null);
  });

  test("say in an outage that nothing is lost, and come at one press", async () => {
    await send(card);
    await page.route("**/api/submissions", (route) => route.abort());
    await page.goto(`${portal.origin}/submissions`);
    await page.waitForSelector("#notice .blind");
    expect(await page.textContent("#notice")).toContain("您交过的都存好了");
    expect(await page.locator("#empty").isVisible()).toBe(false);

    await page.unroute("**/api/submissions");
    await page.click("#notice button");
    await rows().first().waitFor();
  });
});

test("receipt and list can be used by everybody: axe finds nothing, nothing is too wide or too small, in light, dark and elder mode", async () => {
  const receipt = await send(hukou);
  await machine.run();
  for (const [mode, width, under] of [
    ["light", 360, ""],
    ["dark", 320, "/en"],
    ["elder", 320, "/en"],
  ] as const) {
    const colorScheme = mode === "dark" ? "dark" : "light";
    page = await portal.page(person, { width, colorScheme, elder: mode === "elder", bypassCSP: true });
    const look = async (what: string) => {
      const found = [
        await complaintsOf(page, mode === "elder" ? mode : "light"), // in English only from the dark on
        await sideways(page),
        await smallTargets(page, mode === "elder" ? 60 : 44),
      ];
      expect([mode, width, what, ...found]).toEqual([mode, width, what, [], 0, []]);
    };
    await openReceipt(receipt, under);
    await page.click("#ask");
    await look("receipt");
    await page.goto(`${portal.origin}${under}/submissions`);
    await page.waitForSelector("#sent li");
    await look("list");
    await page.context().close();
  }
});
