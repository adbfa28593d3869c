// A move from its offer to the months that have arrived, with the worker, on the real engine.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { openCasework } from "../../functions/casework/casework.ts";
import { itemOf as caseworkItems } from "../../functions/casework/table.ts";
import { openDesk } from "../../functions/desk/desk.ts";
import { filingFor } from "../../functions/desk/filing.ts";
import { openRegister } from "../../functions/register/register.ts";
import { itemOf } from "../../functions/register/table.ts";
import { readTransfers } from "../../functions/transfers/transfers.ts";
import { AttemptKey, Receipt } from "../../shared/kernel/fields.ts";
import type { Enrolment, Fact, PaidYear } from "../../shared/registration.ts";
import { StaffId } from "../../shared/staff/staff.ts";
import type { Sender } from "../../shared/submission.ts";
import { summarise } from "../../shared/summary.ts";
import type { TransferStepAccepted } from "../../shared/transfer/sent.ts";
import { tell } from "../children/family.ts";
import { paidFor } from "../duplicate/someone.ts";
import { piece, put } from "../evidence/desk.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine, withMachine } from "../support/around.ts";
import { aFact, anEnrolment, aPersonId, day, noon } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";
import { someoneNew } from "../support/people.ts";
import { startStaff } from "../support/staff.ts";
import { money } from "./someone.ts";

const engine = withEngine();
const machine = withMachine(engine);

const year = "pppppppppppp";
const inNanjing = anEnrolment({ region: "320100", from: "2020-01", insuredAs: "employee" });
const atHome = aFact({ name: "hukou", division: "340422", lines: "某街1号" });

type About = { enrolments?: Enrolment[]; paid?: PaidYear[]; facts?: Fact[]; birth?: string };
let nth = 0;

/** Somebody of thirty-six who has worked in Nanjing and is at home in Huainan, signed in on 22 November 2026. */
async function somebody(about: About = {}) {
  const { enrolments = [inNanjing], facts = [atHome], birth = "1990-05-01" } = about;
  const paid = about.paid ?? paidFor(inNanjing, { 2024: year, 2025: year, 2026: "pppppppppp--" });
  const { client } = engine;
  nth++;
  const number = numbered(`340469${birth.replace(/-/g, "")}${String(nth * 2 + 1).padStart(3, "0")}`);
  const identity = { docType: "RIC", number, name: "林晓禾", sex: "M", birth: day(birth) } as const;
  const person = await someoneNew(client, {
    number,
    registration: { identity },
    summary: summarise(enrolments, paid, day("2026-11-01")),
  });
  const { personId } = person.record.registration;
  const put = (Item: ReturnType<typeof itemOf.enrolment>) => client.send(new PutItemCommand({ TableName: "register", Item }));
  for (const enrolment of enrolments) await put(itemOf.enrolment(personId, enrolment));
  for (const months of paid) await put(itemOf.paidYear(personId, months));
  await tell(client, person, facts);
  const { browser, outbox } = await signIn(person);
  const casework = openCasework({ client, table: "casework" });
  const transfers = readTransfers({ client, table: "casework" });
  const read = async (path: string) => (await browser.get(path)).json();
  const send = (path: string, body: object, key: string = crypto.randomUUID()) =>
    browser.post(path, body, { headers: { "idempotency-key": key } });
  const agency = (as: "new" | "old"): Sender => ({
    ...{ staffId: v.parse(StaffId, aPersonId()), role: "handler", agency: as === "new" ? "淮南市社保中心" : "南京市社保中心" },
    ...{ workNumber: "0001", channel: "desk" },
  });
  return {
    personId,
    outbox,
    browser,
    read,
    send,
    transfers,
    apply: (wish: object = {}, more: object = {}) =>
      send("/transfers", { wish: { kind: "employee-pension", from: "320100", to: "340400", ...wish }, ...more }),
    receiptOf: async (response: Response) => v.parse(Receipt, (await response.json()).receipt),
    submission: (receipt: string) => read(`/submissions/${receipt}`),
    /** What an agency's handler says, as the desk stores it. */
    async says(
      as: "new" | "old",
      transfer: Receipt,
      told: Pick<TransferStepAccepted, "event"> & Partial<TransferStepAccepted>,
      sender = agency(as),
    ) {
      const content: TransferStepAccepted = {
        ...{ slice: "transfer-step", transfer, at: day("2026-11-22"), by: { as }, acceptedAt: noon("2026-11-22"), ...told },
      };
      const filing = filingFor({ client, desk: openDesk({ client, table: "desk" }), casework }, sender);
      const key = v.parse(AttemptKey, crypto.randomUUID());
      const stored = await filing.submit(personId, { key, fingerprint: key }, content);
      if (stored.stored === "no") throw new Error("not stored");
      await machine.run();
      return (await casework.submission({ personId, receipt: stored.submission.receipt }))!;
    },
    record: () => openRegister({ client, table: "register" }).record(personId),
    history: () => openRegister({ client, table: "register" }).history(personId),
    desk: async () => openDesk({ client, table: "desk" }),
  };
}

async function signIn(person: Parameters<typeof signInAs>[1]) {
  const started = startApp({ client: engine.client, startAt: noon("2026-11-22") });
  const { browser } = await signInAs(started, person);
  return { browser, outbox: started.outbox };
}

const codes = async (response: Response) => {
  const { findings } = await response.json();
  return [response.status, ...findings.map(({ code }: { code: string }) => code)];
};

describe("a worker who goes home from Nanjing to Huainan", () => {
  test("sees what would move, applies, both agencies act, and the months arrive in one step", async () => {
    const { read, apply, receiptOf, says, submission, record, history } = await somebody();
    expect(await read("/transfers/offer")).toMatchObject({
      person: { name: "林*禾" },
      known: { hukou: "340422", drawing: false, relations: [{ region: "320100", years: { "2025": year } }], open: [] },
    });
    const before = (await record())!;
    const versions = (await history()).length;

    const receipt = await receiptOf(await apply());
    expect(await machine.run()).toEqual([]);
    expect(await submission(receipt)).toMatchObject({ slice: "transfer", item: "transfer.employee-pension", status: "applied" });
    const {
      transfers: [begun],
    } = await read("/transfers");
    expect(begun).toMatchObject({
      ...{ receipt, state: "submitted", open: true, may: ["withdrawn"] },
      step: { who: "new", agency: "340400", since: "2026-11-22", days: 15, dueAt: "2026-12-11" },
      plan: { counted: 34, benefit: { province: "34", rule: "R1_HUKOU" }, awaits: ["sheet", "money"] },
      trail: [{ event: "submitted", by: { as: "person" } }],
    });
    expect(begun.personId).toBeUndefined();
    const waiting = async () => (await read("/check")).waiting;
    expect(await waiting()).toEqual([{ scheme: "110", is: "moving", region: "安徽省淮南市" }]);

    const amounts = money(1_360_000, 2_040_000);
    const told = [
      ["new", { event: "accepted" }],
      ["new", { event: "contact-sent" }],
      ["old", { event: "out-done", amounts }],
      ["new", { event: "money-received", amounts }],
      ["new", { event: "sheet-received" }],
    ] as const;
    for (const [as, step] of told) expect(await says(as, receipt, step)).toMatchObject({ status: "applied" });
    expect((await history()).length).toBe(versions); // nothing of the register has moved yet
    expect(await says("new", receipt, { event: "completed" })).toMatchObject({ status: "applied" });

    const after = (await record())!;
    expect(after.enrolments).toMatchObject([
      { region: "320100", status: "ended", to: "2026-10" },
      {
        region: "340400",
        status: "active",
        insuredAs: "employee",
        from: "2026-11",
        carries: [{ region: "320100", from: "2020-01" }],
      },
    ]);
    expect(after.paidYears).toEqual(before.paidYears);
    expect(after.summary.paid).toEqual(before.summary.paid);
    expect(after.summary.insurances.pension).toMatchObject({ region: "340400", paidMonths: 34 });
    expect((await history()).slice(versions)).toMatchObject([
      {
        channel: "desk",
        before: { "ENROLMENT#110#320100#2020-01": { status: "active" } },
        after: { "ENROLMENT#110#320100#2020-01": { status: "ended" }, "ENROLMENT#110#340400#2026-11": { status: "active" } },
      },
    ]);
    const {
      transfers: [done],
    } = await read("/transfers");
    expect(done).toMatchObject({ state: "completed", open: false, may: [], step: { who: "none" }, ahead: [] });
    expect(done.trail).toMatchObject([
      {},
      { by: { as: "new", agency: "淮南市社保中心" } },
      {},
      { by: { as: "old" } },
      {},
      {},
      {},
    ]);
    expect(JSON.stringify(done.trail)).not.toContain("0001");
    const { submissions } = await read("/submissions"); // what they sent, and nothing that the agencies said of it
    expect(submissions).toMatchObject([{ receipt, slice: "transfer", status: "applied" }]);
    expect([(await record())?.moving, await waiting()]).toEqual([undefined, undefined]);
  });

  test("has one of a kind on its way, and may apply again once it was taken back", async () => {
    const { apply, receiptOf, send, read, submission } = await somebody();
    const receipt = await receiptOf(await apply());
    const twin = await receiptOf(await apply()); // from another page, before the worker's turn
    await machine.run();
    const outcomes = await Promise.all([submission(receipt), submission(twin)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["applied", "refused"]);
    const [open] = (await read("/transfers")).transfers;
    expect(await codes(await apply())).toEqual([422, "transfer.already-open"]);

    expect((await send(`/transfers/${open.receipt}/steps`, { event: "withdrawn" })).status).toBe(202);
    await machine.run();
    expect((await read("/transfers")).transfers).toMatchObject([{ state: "withdrawn", open: false }]);
    expect(await codes(await send(`/transfers/${open.receipt}/steps`, { event: "withdrawn" }))).toEqual([
      422,
      "transfer.step-not-legal",
    ]);
    expect((await apply()).status).toBe(202);
  });

  test("puts right what it was returned for, with the paper that was asked for, and the old agency goes on", async () => {
    const { apply, browser, receiptOf, says, send, read } = await somebody();
    const receipt = await receiptOf(await apply());
    await machine.run();
    await says("new", receipt, { event: "accepted" });
    await says("new", receipt, { event: "contact-sent" });
    await says("old", receipt, { event: "returned", note: "姓名和登记的不一致" });
    const [back] = (await read("/transfers")).transfers;
    expect(back).toMatchObject({ state: "returned", step: { who: "person" }, may: ["corrected", "withdrawn"] });
    expect(back.trail[3]).toMatchObject({ note: "姓名和登记的不一致" });
    const check = await read("/check"); // the first page says that it waits for them
    expect(check.insurances[0]).toMatchObject({ insurance: "pension", state: "needs-you", next: "look-at-transfer" });
    expect(check.waiting).toMatchObject([{ is: "returned" }]);

    const { draft, id } = piece();
    const steps = `/transfers/${receipt}/steps`;
    const corrected = { event: "corrected", note: "已经改好了", evidence: { draft, ids: [id] } };
    expect(await codes(await send(steps, corrected))).toEqual([422, "evidence.gone"]);
    expect((await put(browser, { draft, id, purpose: "transfer" })).status).toBe(200);
    expect((await send(steps, corrected)).status).toBe(202);
    await machine.run();
    const staff = startStaff({ client: engine.client, startAt: noon("2026-11-22") });
    const handler = await staff.as("handler", ["340400"]);
    expect((await read("/check")).waiting).toMatchObject([{ is: "moving" }]);
    const { tasks } = await (await handler.get("/staff/tasks?what=transfer")).json();
    const { name } = tasks.find((one: { receipt: string }) => one.receipt === receipt);
    expect(await (await handler.get(`/staff/transfers/${name}`)).json()).toMatchObject({
      evidence: [{ id, purpose: "transfer" }],
    });
    expect((await read("/transfers")).transfers).toMatchObject([{ state: "corrected", step: { who: "new", days: 15 } }]);
  });
});

describe("nothing changes and the desk hears why", () => {
  test("when a state is not legal, an event is older, the other agency speaks, an agent speaks for one, or there is no such transfer", async () => {
    const { apply, receiptOf, says, read, transfers, personId } = await somebody();
    const receipt = await receiptOf(await apply());
    await machine.run();
    await says("new", receipt, { event: "accepted" });
    const before = await transfers.one(personId, receipt);

    const agent = {
      role: "agent",
      channel: "helpline",
      agency: "12333",
      workNumber: "2",
      staffId: v.parse(StaffId, aPersonId()),
    } as const;
    const wrong = [
      [await says("new", receipt, { event: "completed" }), "transfer.step-not-legal"],
      [await says("old", receipt, { event: "contact-sent" }), "transfer.step-not-yours"],
      [await says("new", receipt, { event: "contact-sent" }, agent), "transfer.step-not-yours"],
      [await says("new", receipt, { event: "contact-sent", at: day("2026-11-20") }), "transfer.event-older"],
      [await says("new", receipt, { event: "contact-sent", at: day("2026-11-24") }), "transfer.event-future"],
      [await says("new", v.parse(Receipt, "AAAA-BBBB-CCCC"), { event: "contact-sent" }), "transfer.unknown"],
    ] as const;
    for (const [submission, code] of wrong) expect(submission).toMatchObject({ status: "refused", findings: [{ code }] });
    expect(await transfers.one(personId, receipt)).toEqual(before);
    expect((await read("/transfers")).transfers[0].trail.length).toBe(2);
  });

  test("of two agencies at once the later word meets what the first one left", async () => {
    const { apply, receiptOf, says, transfers, personId, send } = await somebody();
    const receipt = await receiptOf(await apply());
    await machine.run();
    await send(`/transfers/${receipt}/steps`, { event: "withdrawn" });
    expect(await says("new", receipt, { event: "accepted" })).toMatchObject({ status: "refused" });
    expect(await transfers.one(personId, receipt)).toMatchObject({ state: "withdrawn", version: 2 });
  });
});

describe("what cannot be moved is refused with every reason at once", () => {
  test.each<{ when: string; about?: About; wish: object; found: string[] }>([
    { when: "the place is unknown", wish: { to: "999999" }, found: ["transfer.division-unknown"] },
    {
      when: "a pension is drawn",
      about: { facts: [atHome, aFact({ name: "employment", status: "RETIRED" })] },
      wish: {},
      found: ["transfer.already-drawing"],
    },
    { when: "it lies before the rules began", wish: { movedOn: "2009-12-31" }, found: ["transfer.before-scheme"] },
    { when: "a paper is missing", wish: { to: "310000", approvedTransfer: true }, found: ["transfer.evidence-missing"] },
  ])("when $when", async ({ about, wish, found }) => {
    const { apply, read } = await somebody(about);
    expect(await codes(await apply(wish))).toEqual([422, ...found]);
    expect((await read("/submissions")).submissions).toEqual([]);
  });
});

test("somebody with ten years at work becomes a resident again at sixty-three: the years at work count there, once", async () => {
  const anhui = anEnrolment({ region: "340400", from: "2014-01", insuredAs: "flexible", status: "paused" });
  const resident = anEnrolment({
    scheme: "170",
    region: "340422",
    from: "2010-01",
    to: "2013-12",
    status: "paused",
    insuredAs: "resident",
  });
  const paid = [...paidFor(anhui, { 2014: year, 2015: year }), ...paidFor(resident, { 2012: year, 2013: year })];
  const me = await somebody({ enrolments: [anhui, resident], paid, birth: "1963-01-01" });
  const wish = { kind: "pension-switch", toward: "resident", from: "340400", to: "340422" };
  expect(await codes(await me.apply({ ...wish, toward: "employee", from: "340422", to: "340400" }))).toEqual([
    422,
    "transfer.not-enough-for-employee",
  ]);
  const receipt = await me.receiptOf(await me.apply(wish));
  await machine.run();
  const amounts = money(960_000);
  await me.says("new", receipt, { event: "accepted" });
  await me.says("new", receipt, { event: "contact-sent" });
  await me.says("old", receipt, { event: "out-done", amounts });
  await me.says("new", receipt, { event: "sheet-received" });
  await me.says("new", receipt, { event: "money-received", amounts });
  await me.says("new", receipt, { event: "completed" });
  const { enrolments, summary } = (await me.record())!;
  expect(enrolments).toMatchObject([
    { scheme: "110", status: "ended", to: "2015-12" },
    { scheme: "170", status: "paused", carries: [{ scheme: "110", region: "340400" }] },
  ]);
  expect(summary.paid).toEqual({ "170": 48 });
  expect(summary.insurances.pension).toMatchObject({ scheme: "170", paidMonths: 48 });
});

test("a page that is kept by the desk holds the step of the agency whose turn it is, and is gone at the end", async () => {
  const { apply, receiptOf, says, desk, send, transfers, personId } = await somebody();
  const receipt = await receiptOf(await apply());
  await machine.run();
  const listed = async () => {
    const { table } = await desk();
    const { itemsUnder } = await import("../../functions/query.ts");
    const items = await itemsUnder({ client: engine.client, table }, `PERSON#${personId}`, "TRANSFERSTEP#");
    return items.map((item) => item["dueRegion"]?.S);
  };
  expect(await listed()).toEqual(["REGION#340400"]);
  await says("new", receipt, { event: "accepted" });
  await says("new", receipt, { event: "contact-sent" });
  expect(await listed()).toEqual(["REGION#320100"]);
  const item = caseworkItems.transfer((await transfers.one(personId, receipt))!);
  expect(item).toMatchObject({ dueAt: { S: "2026-12-11" }, dueShard: { S: expect.stringMatching(/^DEADLINE#/) } });
  await send(`/transfers/${receipt}/steps`, { event: "withdrawn" });
  await machine.run();
  expect(await listed()).toEqual([]);
  expect(caseworkItems.transfer((await transfers.one(personId, receipt))!)["dueShard"]).toBeUndefined();
});
