// A transfer as the agencies' handlers see it and move it, on the embedded engine: the desk's list, one opened, what may be said.
import { beforeAll, describe, expect, test } from "vitest";
import { transacted } from "../../functions/transact.ts";
import { stepItems } from "../../functions/transfers/listed.ts";
import { moves } from "../../functions/transfers/transfers.ts";
import type { ListedMatter } from "../../shared/desk/contract.ts";
import type { StaffTransfer } from "../../shared/transfer/staff.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { withEngine } from "../support/around.ts";
import { aFact, aPersonId, day, noon } from "../support/build.ts";
import { startMachine } from "../support/machine.ts";
import { someoneNew } from "../support/people.ts";
import { HOME, type StartedStaff, startStaff } from "../support/staff.ts";
import { money } from "../transfer/someone.ts";
import { aWaitingTransfer } from "./transfers.ts";

const NANJING = "320100";
const engine = withEngine();
let hall: StartedStaff;
beforeAll(() => {
  hall = startStaff({ client: engine.client });
});

type Browser = Awaited<ReturnType<StartedStaff["as"]>>;
const handler = (place: string = HOME, about = {}) => hall.as("handler", [place], about);
const open = async (by: Browser, name: string): Promise<StaffTransfer> => (await by.get(`/staff/transfers/${name}`)).json();
const say = (by: Browser, name: string, body: object, key: string = crypto.randomUUID()) =>
  by.post(`/staff/transfers/${name}/steps`, body, { headers: { "idempotency-key": key } });
const codes = async (answer: Response) => {
  const { findings = [] } = await answer.json();
  return [answer.status, ...findings.map(({ code }: { code: string }) => code)];
};
const inList = async (by: Browser, name: string, region?: string): Promise<ListedMatter[]> => {
  const { tasks } = await (await by.get(`/staff/tasks?what=transfer${region ? `&region=${region}` : ""}`)).json();
  return tasks.filter((one: ListedMatter) => one.name === name);
};

describe("the step of a transfer", () => {
  test("stands in the list of the agency that has to act, by its legal limit, and says nothing of whose it is", async () => {
    const { name, transfer, person } = await aWaitingTransfer(engine.client);
    const [row] = await inList(await handler(), name);
    expect(row).toEqual({
      ...{ name, what: "transfer", receipt: transfer.receipt, openedAt: noon("2026-03-30"), dueAt: transfer.step.dueAt },
      place: { code: HOME, name: expect.any(String) },
      transfer: { kind: "employee-pension", state: "submitted" },
    });
    const byReceipt = await (await handler()).get(`/staff/tasks?receipt=${transfer.receipt}`);
    expect((await byReceipt.json()).tasks).toEqual([row]);
    expect(JSON.stringify(row)).not.toContain(person.record.registration.personId);
    expect(await inList(await handler(NANJING), name)).toEqual([]);
    expect(await inList(await hall.as("checker"), name)).toEqual([]);
  });

  test("stands once with the agency above too when it is overdue, and with its own agency still", async () => {
    const { name } = await aWaitingTransfer(engine.client, {
      on: "2026-01-05",
      more: { escalated: { at: noon("2026-02-01"), to: "340400" as never } },
    });
    const above = await handler("340400");
    expect(await inList(await handler(), name)).toMatchObject([{ transfer: { escalated: true } }]);
    expect(await inList(above, name)).toMatchObject([{ transfer: { escalated: true } }]);
    expect(await open(above, name)).toMatchObject({ sides: ["new"], transfer: { escalated: { to: "340400" } } });
    expect((await say(above, name, { event: "accepted", at: "2026-03-31" })).status).toBe(202);
  });

  test("that is held is not forgotten: it stands with the agency that held it", async () => {
    const { name } = await aWaitingTransfer(engine.client, {
      steps: [{ event: "suspended", at: "2026-03-31", as: "new", note: "先清理重复参保" }],
    });
    expect(await inList(await handler(), name)).toMatchObject([{ transfer: { state: "suspended" } }]);
  });
});

describe("in hand", () => {
  const hold = (by: Browser, name: string, body: object) => by.post(`/staff/transfers/${name}/hands`, body);
  const holder = async (by: Browser, name: string) => (await inList(by, name)).map(({ taken }) => taken);

  test("the step of a transfer is shown to colleagues, who may act all the same; given back it is free, and so is the next one", async () => {
    const { name } = await aWaitingTransfer(engine.client);
    const machine = await startMachine(engine.client);
    const [first, second] = [await handler(HOME, { name: "王芳" }), await handler(HOME, { name: "李军" })];
    expect((await hold(first, name, { to: "me" })).status).toBe(204);
    expect(await holder(second, name)).toEqual([{ by: "王芳", mine: false }]);
    expect(await holder(first, name)).toEqual([{ by: "王芳", mine: true }]);
    const mine = async (by: Browser) => (await (await by.get("/staff/tasks?mine=yes")).json()).tasks;
    expect([await mine(first), await mine(second)]).toMatchObject([[{ name }], []]);
    expect(await open(second, name)).toMatchObject({
      ...{ may: ["accepted", "rejected", "suspended"], hands: ["take"] },
      taken: { by: "王芳", mine: false, at: expect.any(String) },
    });
    expect(await codes(await hold(second, name, { to: "nobody" }))).toEqual([409, "desk.taken"]);
    expect(await open(first, name)).toMatchObject({ taken: { mine: true }, hands: ["give-back"] });
    expect((await hold(first, name, { to: "nobody" })).status).toBe(204);
    expect([await holder(second, name), (await open(first, name)).taken]).toEqual([[undefined], undefined]);

    await hold(first, name, { to: "me" });
    expect((await say(second, name, { event: "accepted", at: "2026-03-31" })).status).toBe(202);
    await machine.run();
    expect(await open(second, name)).toMatchObject({ transfer: { state: "accepted" }, hands: ["take"] });
    expect(await holder(first, name)).toEqual([undefined]);
  });

  test("of two who take it from one page one has it; the other takes it over knowingly, and the other agency not at all", async () => {
    const { name, person } = await aWaitingTransfer(engine.client);
    const [first, second] = [await handler(), await handler()];
    await hold(first, name, { to: "me" });
    expect(await codes(await hold(second, name, { to: "me" }))).toEqual([409, "desk.changed"]);
    const { taken } = await open(second, name);
    expect((await hold(second, name, { to: "me", since: taken!.at })).status).toBe(204);
    expect(await holder(second, name)).toMatchObject([{ mine: true }]);
    expect(await codes(await hold(await handler(NANJING), name, { to: "me" }))).toEqual([422, "transfer.step-not-yours"]);
    const me = await handler(HOME, { personId: person.record.registration.personId });
    expect(await codes(await hold(me, name, { to: "me" }))).toEqual([422, "desk.own-record"]);
  });

  test("it stays so when the clock shows it to the agency above or counts its day anew", async () => {
    const { name, transfer } = await aWaitingTransfer(engine.client);
    await hold(await handler(HOME, { name: "王芳" }), name, { to: "me" });
    const late: Transfer = {
      ...transfer,
      ...{ version: 2, escalated: { at: noon("2026-05-01"), to: "340400" as never } },
      step: { ...transfer.step, dueAt: day("2026-04-22"), provisional: true },
    };
    const certain = { ...late, version: 3, step: transfer.step };
    for (const [before, after] of [
      [transfer, late],
      [late, certain],
    ] as const)
      await transacted(engine.client, [...moves("casework", before, after), ...stepItems("desk", before, after)]);
    const [row, ...more] = await inList(await handler("340400"), name);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ taken: { by: "王芳" }, dueAt: transfer.step.dueAt, transfer: { escalated: true } });
    expect(row).not.toHaveProperty("provisional");
  });
});

describe("opened by a handler", () => {
  test("it shows where it is, what is theirs to say and a masked person, and the person reads who looked", async () => {
    const { name, person } = await aWaitingTransfer(engine.client);
    const here = await handler();
    expect(await open(here, name)).toMatchObject({
      sides: ["new"],
      may: ["accepted", "rejected", "suspended"],
      person: { name: "林*禾" },
      transfer: { state: "submitted", plan: { awaits: ["sheet", "money"] } },
      places: expect.arrayContaining([expect.objectContaining({ division: NANJING, name: "江苏省南京市" })]),
      underway: [],
      evidence: [{ purpose: "insured-elsewhere" }],
    });
    const { personId } = person.record.registration;
    const looks = await hall.looks.at(personId);
    expect(looks).toMatchObject([{ kind: "staff", by: here.member.staffId, reason: "办理社会保险关系转移" }]);
    expect(await open(await handler(NANJING), name)).toMatchObject({ sides: ["old"], may: ["suspended"] });
  });

  test("it is not there for another region, for a made-up name, nor as a matter of the desk", async () => {
    const { name } = await aWaitingTransfer(engine.client);
    const here = await handler();
    for (const path of [`/staff/transfers/${"A".repeat(70)}`, `/staff/tasks/${name}`])
      expect((await here.get(path)).status).toBe(404);
    expect((await (await handler("510169")).get(`/staff/transfers/${name}`)).status).toBe(404);
  });
});

describe("what a handler says", () => {
  test("goes through the worker, each agency on its own side, until the months have arrived", async () => {
    const { name, transfer, person } = await aWaitingTransfer(engine.client);
    const machine = await startMachine(engine.client);
    const [here, there] = [await handler(), await handler(NANJING, { agency: "南京市社保中心" })];
    const amounts = money(960_000, 1_440_000);
    const at = "2026-03-31";
    const key = crypto.randomUUID();
    expect((await say(here, name, { event: "accepted", at }, key)).status).toBe(202);
    expect(await open(here, name)).toMatchObject({ underway: [{ event: "accepted" }], transfer: { state: "submitted" } });
    await machine.run();
    const again = await say(here, name, { event: "accepted", at }, key); // the same press, a second time
    expect(again.status).toBe(202);
    expect(await codes(await say(here, name, { event: "accepted", at }))).toEqual([409, "transfer.step-not-legal"]);
    for (const [by, body] of [
      [here, { event: "contact-sent", at }],
      [there, { event: "out-done", at, amounts }],
      [here, { event: "sheet-received", at }],
      [here, { event: "money-received", at, amounts }],
      [here, { event: "completed", at }],
    ] as const) {
      expect([body.event, (await say(by, name, body)).status]).toEqual([body.event, 202]);
      await machine.run();
    }
    const done = await open(here, name);
    expect(done).toMatchObject({ may: ["notified"], sent: amounts, transfer: { state: "completed", open: false } });
    expect(done.transfer.trail.find(({ event }) => event === "out-done")).toMatchObject({
      by: { as: "old", agency: "南京市社保中心" },
    });
    const record = await hall.register.record(person.record.registration.personId);
    expect(record?.enrolments).toMatchObject([
      { region: NANJING, status: "ended" },
      { region: HOME, carries: [{ region: NANJING, from: "2020-01" }] },
    ]);
    expect(await inList(here, name)).toEqual([]);
    expect(transfer.version).toBe(1);
  });

  test.each<{ when: string; place?: string; body: object; refused: unknown[] }>([
    {
      when: "it is the other side's turn",
      place: NANJING,
      body: { event: "accepted" },
      refused: [422, "transfer.step-not-yours"],
    },
    { when: "it is not legal from here", body: { event: "completed" }, refused: [409, "transfer.step-not-legal"] },
    { when: "nobody says why", body: { event: "rejected" }, refused: [422, "transfer.note-missing"] },
    {
      when: "it lies before what is known",
      body: { event: "accepted", at: "2026-03-29" },
      refused: [422, "transfer.event-older"],
    },
    { when: "it is still to come", body: { event: "accepted", at: "2026-04-01" }, refused: [422, "transfer.event-future"] },
    {
      when: "money is named where none moves",
      body: { event: "accepted", amounts: money(1) },
      refused: [422, "transfer.amounts-unexpected"],
    },
  ])("is refused when $when, and nothing of it is kept", async ({ place, body, refused }) => {
    const { name, person } = await aWaitingTransfer(engine.client);
    const by = await handler(place);
    expect(await codes(await say(by, name, { at: "2026-03-31", ...body }))).toEqual(refused);
    expect((await open(by, name)).underway).toEqual([]);
    expect(await hall.desk.filed(person.record.registration.personId, "AAAA-BBBB-CCCC" as never)).toBeUndefined();
  });

  test("is refused about themselves", async () => {
    const { name, person, evidence } = await aWaitingTransfer(engine.client);
    const me = await handler(HOME, { personId: person.record.registration.personId });
    expect(await codes(await me.get(`/staff/transfers/${name}/evidence/${evidence}`))).toEqual([422, "desk.own-record"]);
    expect(await open(me, name)).toMatchObject({ may: [], why: { code: "desk.own-record" } });
    expect(await codes(await say(me, name, { event: "accepted", at: day("2026-03-31") }))).toEqual([422, "desk.own-record"]);
  });

  test("is asked about their own home without a look at whose it is, and a paper is one look", async () => {
    const card = aFact({ name: "household", division: HOME, number: "H-9", relation: "20" });
    const { name, person, evidence } = await aWaitingTransfer(engine.client, {
      person: await someoneNew(engine.client, { card }),
    });
    const { personId } = (await someoneNew(engine.client, { card })).record.registration;
    const kin = await handler(HOME, { personId });
    const paper = (by: Browser) => by.get(`/staff/transfers/${name}/evidence/${evidence}`);
    expect(await codes(await paper(kin))).toEqual([422, "desk.own-record"]);
    expect(await codes(await say(kin, name, { event: "accepted", at: "2026-03-31" }))).toEqual([422, "desk.own-record"]);
    const other = await handler(HOME, { personId: (await someoneNew(engine.client)).record.registration.personId });
    expect((await paper(other)).status).toBe(200);
    expect((await say(other, name, { event: "accepted", at: "2026-03-31" })).status).toBe(202);
    expect(await hall.looks.at(person.record.registration.personId)).toMatchObject([{ by: other.member.staffId, evidence }]);
  });

  test("is refused of an application that they sent themselves, for their child or for an adult", async () => {
    const sender = aPersonId();
    const { name } = await aWaitingTransfer(engine.client, { by: { personId: sender, as: "parent" } });
    const me = await handler(HOME, { personId: sender });
    expect(await open(me, name)).toMatchObject({ may: [], why: { code: "desk.own-record" } });
    expect(await codes(await say(me, name, { event: "accepted", at: day("2026-03-31") }))).toEqual([422, "desk.own-record"]);
  });

  test("comes to nothing when the person was quicker, and the page says why", async () => {
    const { name } = await aWaitingTransfer(engine.client);
    const machine = await startMachine(engine.client);
    const here = await handler();
    await say(here, name, { event: "accepted", at: "2026-03-31" });
    await say(here, name, { event: "rejected", at: "2026-03-31", note: "材料不全" }); // another tab, before the worker's turn
    await machine.run();
    expect(await open(here, name)).toMatchObject({
      transfer: { state: "accepted" },
      underway: [],
      refused: { event: "rejected", findings: [{ code: "transfer.step-not-legal" }] },
    });
  });
});
