import { describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import { openRegister } from "../../functions/register/register.ts";
import type { Receipt } from "../../shared/kernel/fields.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine, withMachine } from "../support/around.ts";
import { aPhone } from "../support/build.ts";
import { aliasSecret, aPerson, register, someoneElse } from "../support/people.ts";

const engine = withEngine();
const machine = withMachine(engine);

let nth = 0;
async function someoneSignedIn() {
  const phone = `199${String(++nth).padStart(8, "0")}`;
  const person = aPerson({ number: someoneElse(nth), phone: aPhone(phone) });
  await register(engine.client, aliasSecret(), person);
  const started = startApp(engine);
  const { browser } = await signInAs(started, person);
  const attempt = (key: string = crypto.randomUUID()) => ({ headers: { "idempotency-key": key } });
  return { started, browser, attempt, personId: person.record.registration.personId, phone };
}
const card = { item: "card", hasCard: true };
const hukou = { item: "hukou", address: { division: "320102", lines: "梅园新村街道长江路1号" }, movedOn: "2026-03-01" };

describe("a change", () => {
  test("travels from the form to the register, once, and the person can follow it", async () => {
    const { browser, attempt } = await someoneSignedIn();
    const response = await browser.post("/changes", card, attempt());
    expect(response.status).toBe(202);
    const { receipt, status } = await response.json();
    expect({ receipt, status }).toEqual({
      receipt: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      status: "received",
    });
    expect(await (await browser.get(`/submissions/${receipt}`)).json()).toMatchObject({
      status: "received",
      item: "card",
      asked: "card.yes",
      withdrawable: false,
    });

    expect(await machine.run()).toEqual([]);
    const { status: end, history } = await (await browser.get(`/submissions/${receipt}`)).json();
    expect({ end, steps: history.map((step: { status: string }) => step.status) }).toEqual({
      end: "applied",
      steps: ["received", "queued", "applied"],
    });
    expect(await (await browser.get("/check")).json()).toMatchObject({
      hasCard: true,
      card: { source: "resident", hasCard: true },
    });
    expect(await machine.outboxOf("casework")).toEqual([]);
  });

  test("sent twice under one key is received once; another body under that key learns of the first", async () => {
    const { browser, attempt, personId } = await someoneSignedIn();
    const key = crypto.randomUUID();
    const answers = await Promise.all([card, card].map((body) => browser.post("/changes", body, attempt(key))));
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()));
    expect(second).toEqual(first);

    const other = await browser.post("/changes", { item: "employment", status: "UNEMPLOYED" }, attempt(key.toUpperCase()));
    expect([other.status, await other.json()]).toMatchObject([409, { receipt: first.receipt, type: "/problems/attempt-reused" }]);
    await machine.run();
    expect(await openRegister({ client: engine.client, table: "register" }).history(personId)).toHaveLength(1);

    // What was accepted once breaks the rules by now; the same form still gets the same answer.
    expect(await (await browser.post("/changes", card, attempt(key))).json()).toEqual(first);
  });

  test("of the phone needs the code that came to the new one, and uses it up", async () => {
    const { started, browser, attempt } = await someoneSignedIn();
    const phone = "19988887777";
    expect((await browser.post("/changes", { item: "phone", phone, code: "000000" }, attempt())).status).toBe(422);
    expect((await browser.post("/phone-codes", { phone })).status).toBe(202);
    const change = { item: "phone", phone, code: started.codeAt(phone) };
    expect((await browser.post("/changes", change, attempt())).status).toBe(202);
    await machine.run();
    expect(await (await browser.get("/check")).json()).toMatchObject({
      phone: { masked: "199****7777", source: "resident", confirmedOn: "2026-03-31" },
    });
    expect((await browser.post("/changes", { ...change, phone: "19988887778" }, attempt())).status).toBe(422);
  });

  test("sent later counts later, also when the machine that takes it has a slower clock", async () => {
    const { started, browser, attempt, personId } = await someoneSignedIn();
    for (const hasCard of [true, false, true]) {
      expect((await browser.post("/changes", { item: "card", hasCard }, attempt())).status).toBe(hasCard ? 202 : 422);
      started.pass(-2);
    }
    const { submissions } = await (await browser.get("/submissions")).json();
    const times = submissions.map(({ history: [received] }: { history: { at: string }[] }) => received!.at);
    expect(times[0] > times[1]).toBe(true);
    await machine.run();
    const ends = (await (await browser.get("/submissions")).json()).submissions.map(({ status }: { status: string }) => status);
    expect(ends).toEqual(["applied", "applied"]);
    expect((await openRegister({ client: engine.client, table: "register" }).history(personId)).length).toBe(2);
  });

  test("to a place that is on no list is refused at the field", async () => {
    const { browser, attempt } = await someoneSignedIn();
    const response = await browser.post(
      "/changes",
      { item: "residence", address: { division: "340400", lines: "某路1号" } },
      attempt(),
    );
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { findings: [{ code: "change.division-unknown", path: ["address", "division"] }] },
    ]);
  });

  test("of somebody else cannot be seen", async () => {
    const [ann, ben] = [await someoneSignedIn(), await someoneSignedIn()];
    const { receipt } = await (await ann.browser.post("/changes", card, ann.attempt())).json();
    expect((await ben.browser.get(`/submissions/${receipt}`)).status).toBe(404);
    expect((await ben.browser.post(`/submissions/${receipt}/withdrawal`, undefined, ben.attempt())).status).toBe(404);
    expect(await (await ben.browser.get("/submissions")).json()).toEqual({ submissions: [] });
  });
});

describe("what the desk has to look at", () => {
  const toReview = async () => {
    const someone = await someoneSignedIn();
    const { receipt } = (await (await someone.browser.post("/changes", hukou, someone.attempt())).json()) as { receipt: Receipt };
    await machine.run();
    const desk = openDesk({ client: engine.client, table: "desk" });
    const task = (await desk.task(someone.personId, receipt))!;
    const look = async () => (await someone.browser.get(`/submissions/${receipt}`)).json();
    return { ...someone, receipt, desk, task, look };
  };

  test("waits with a due date in working days, in the region it is about, and can be taken back", async () => {
    const { browser, attempt, receipt, desk, task, look, personId } = await toReview();
    expect(await look()).toMatchObject({ status: "in-review", withdrawable: true });
    expect(task).toMatchObject({ kind: "hukou-move", state: "open", region: "320102", provisional: false });
    expect((await desk.openTasks()).map((open) => open.receipt)).toContain(receipt);

    const wish = attempt();
    expect((await browser.post(`/submissions/${receipt}/withdrawal`, undefined, wish)).status).toBe(202);
    await machine.run();
    expect(await look()).toMatchObject({ status: "withdrawn", withdrawable: false });
    // The answer got lost: the same wish again gets the same answer, and not that it is too late.
    expect((await browser.post(`/submissions/${receipt}/withdrawal`, undefined, wish)).status).toBe(202);
    expect(await desk.task(personId, receipt)).toMatchObject({ state: "closed" });
    expect((await browser.post(`/submissions/${receipt}/withdrawal`, undefined, attempt())).status).toBe(409);
  });

  test("is not taken back under the key of another form", async () => {
    const { browser, attempt, receipt } = await toReview();
    const used = attempt();
    const { receipt: other } = await (await browser.post("/changes", card, used)).json();
    const response = await browser.post(`/submissions/${receipt}/withdrawal`, undefined, used);
    expect([response.status, await response.json()]).toMatchObject([409, { type: "/problems/attempt-reused", receipt: other }]);
  });

  test("is applied with the reason of who decided, and the history names them", async () => {
    const { started, desk, task, look, personId } = await toReview();
    expect(await desk.decide(task, { verdict: "applied", reason: "户口簿已核对", by: "王芳" }, started.now())).toEqual({
      final: true,
    });
    expect(await desk.decide(task, { verdict: "refused", reason: "再看看", by: "李军" }, started.now())).toMatchObject({
      code: "desk.not-open",
    });
    await machine.run();
    expect(await look()).toMatchObject({ status: "applied", reason: "户口簿已核对" });
    const register = openRegister({ client: engine.client, table: "register" });
    expect(await register.history(personId)).toMatchObject([{ version: 2, by: "王芳", channel: "desk" }]);
  });

  test("counts once when the person takes it back while the desk decides: whoever is first", async () => {
    const { started, browser, attempt, receipt, desk, task, look } = await toReview();
    await desk.decide(task, { verdict: "refused", reason: "户口簿不符", by: "王芳" }, started.now());
    expect((await browser.post(`/submissions/${receipt}/withdrawal`, undefined, attempt())).status).toBe(202);
    expect(await machine.run()).toEqual([]);
    expect(["withdrawn", "refused"]).toContain((await look()).status);
    expect([...(await machine.outboxOf("casework")), ...(await machine.outboxOf("desk"))]).toEqual([]);
  });
});
