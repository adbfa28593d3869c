// Random lives of submissions on the real engine, held against the model: copies, reordering between people and tables, failing and
// lost calls, partial batches, clocks that differ, decisions and withdrawals at once. A failing history is printed with its seed.
import { PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { outboxPartition, readOutbox } from "../../functions/outbox.ts";
import { itemOf } from "../../functions/register/table.ts";
import type { ChangeItem } from "../../shared/change/contract.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import { AttemptKey, type PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { Message } from "../../shared/submission.ts";
import { deliver, type Fault, fewerShards, playWorld } from "../crash/world.ts";
import { withEngine } from "../support/around.ts";
import { aChange, aPersonId, aRegistration } from "../support/build.ts";
import { times } from "../support/times.ts";
import { aModel, type Item, type Model, type Verdict } from "./model.ts";

const HISTORIES = times(60, 20_000);
const PEOPLE = 2;
const context = { awsRequestId: "history" };
const words: Record<Item, (value: number) => Parameters<typeof aChange>[0]> = {
  card: (value) => ({ item: "card", hasCard: value % 2 === 1 }),
  contact: (value) => ({ item: "contact", address: { division: "340403", lines: `龙泉街道学院路${value}号` } }),
  hukou: (value) => ({ item: "hukou", address: { division: "320102", lines: `长江路${value}号` }, movedOn: "2020-01-01" }),
};

type Waiting = Parameters<typeof deliver>[0];
type Life = { personId: PersonId; model: Model };

const engine = withEngine();
let world: ReturnType<typeof playWorld>;
let handle: Record<"relay" | "worker" | "clock", (event: never, context: object) => Promise<unknown>>;
let casework: ReturnType<typeof import("../../functions/casework/casework.ts").openCasework>;
let desk: ReturnType<typeof import("../../functions/desk/desk.ts").openDesk>;
let register: ReturnType<typeof import("../../functions/register/register.ts").openRegister>;

beforeAll(async () => {
  fewerShards();
  const load = async (name: "relay" | "worker" | "clock") => (await import(`../../functions/${name}.ts`)).handler;
  handle = { relay: await load("relay"), worker: await load("worker"), clock: await load("clock") };
  const { client } = engine;
  casework = (await import("../../functions/casework/casework.ts")).openCasework({ client, table: "casework" });
  desk = (await import("../../functions/desk/desk.ts")).openDesk({ client, table: "desk" });
  register = (await import("../../functions/register/register.ts")).openRegister({ client, table: "register" });
  world = playWorld();
});
afterAll(() => {
  world.restore();
});

async function aLife(): Promise<Life> {
  const registration = aRegistration({ personId: aPersonId() });
  for (const Item of [itemOf.summary(registration.personId, { insurances: {} }), itemOf.registration(registration)])
    await engine.client.send(new PutItemCommand({ TableName: "register", Item }));
  return { personId: registration.personId, model: aModel() };
}

/** What waits in an outbox, as its stream would hand it over. */
async function outbox(TableName: "casework" | "desk") {
  const { Items = [] } = await engine.client.send(
    new ScanCommand({
      TableName,
      FilterExpression: "begins_with(pk, :outbox)",
      ExpressionAttributeValues: { ":outbox": { S: outboxPartition("") } },
    }),
  );
  return Items.sort((a, b) => (a["sk"]!.S! < b["sk"]!.S! ? -1 : 1));
}

const person = fc.nat(PEOPLE - 1);
const fault = fc.option(fc.record({ call: fc.integer({ min: 1, max: 6 }), mode: fc.constantFrom("before", "after", "lost") }), {
  nil: undefined,
  freq: 2,
}) as fc.Arbitrary<Fault | undefined>;
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("submit" as const),
      person,
      item: fc.constantFrom<Item>("card", "contact", "hukou"),
      value: fc.integer({ min: 1, max: 3 }),
      skewMs: fc.integer({ min: -3000, max: 3000 }),
      fault,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("relay" as const), from: fc.constantFrom("casework", "desk"), fault }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("work" as const), person, batch: fc.integer({ min: 1, max: 4 }), fault }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("deliver-again" as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("sweep" as const), fault }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("decide" as const),
      person,
      verdict: fc.constantFrom<Verdict>("applied", "refused", "withdrawn"),
      fault,
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function live(steps: readonly Step[]) {
  const lives = await Promise.all(Array.from({ length: PEOPLE }, aLife));
  const waiting: Waiting[] = [];
  const delivered: Waiting[] = [];
  const mine = (life: Life) => waiting.filter(({ group }) => group === life.personId);
  world.arrange();

  /** Whatever fails fails as calls do; what was sent by then is on its way. */
  async function attempt<Value>(plan: Fault | undefined, act: () => Promise<Value>): Promise<Value | undefined> {
    world.failAt(plan);
    const value = await act().catch(() => undefined);
    world.failAt();
    waiting.push(...world.queue.splice(0).filter(({ queue }) => queue.includes("effects")));
    return value;
  }

  /** One batch of one person, in order. Whatever is settled must be what the model says, and nothing else may move. */
  async function work(life: Life, batch: readonly Waiting[], plan?: Fault) {
    const Records = batch.map((sent, index) => deliver(sent, `${index}`));
    const answer = await attempt(plan, () => handle.worker({ Records } as never, context));
    const { batchItemFailures: failed } = answer as { batchItemFailures: { itemIdentifier: string }[] };
    const handedBack = new Set(failed.map(({ itemIdentifier }) => Number(itemIdentifier)));
    const statuses = await statusesOf(life);
    for (const [index, { body }] of batch.entries()) {
      const { receipt, event } = v.parse(Message, JSON.parse(body));
      const decided = event === "decided" ? await wordOf(body) : undefined;
      const foretold = life.model.foretell(receipt, decided);
      if (handedBack.has(index)) {
        const actual = statuses.get(receipt);
        if (actual === life.model.statusOf(receipt)) continue; // it never happened
        expect([receipt, actual]).toEqual([receipt, foretold]); // it happened, and its answer was lost
      }
      life.model.settle(receipt, foretold, decided?.at);
    }
    expect(Object.fromEntries(statuses)).toEqual(
      Object.fromEntries(life.model.receipts().map((receipt) => [receipt, life.model.statusOf(receipt)])),
    );
    return handedBack;
  }

  async function statusesOf({ personId }: Life) {
    return new Map((await casework.submissions(personId)).map(({ receipt, status }) => [receipt as string, status]));
  }

  /** Two may have spoken: the person and the desk. The message tells whose word it carries. */
  async function wordOf(body: string) {
    const { born, receipt, personId, at } = v.parse(Message, JSON.parse(body));
    if (born === "casework") return { verdict: "withdrawn" as const, at };
    const decision = await desk.decision(personId, receipt);
    return { verdict: decision!.verdict as Verdict, at: decision!.at as string };
  }

  async function take(one: Step) {
    vi.setSystemTime(Date.now() + 7);
    switch (one.do) {
      case "submit": {
        const life = lives[one.person]!;
        const acceptedAt = instantAt(Date.now() + one.skewMs);
        const content = { slice: "change", change: aChange(words[one.item](one.value)), acceptedAt } as const;
        const sent = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "f" };
        await attempt(one.fault, () => casework.submit(life.personId, sent, content));
        const stored = await attempt(undefined, () => casework.submit(life.personId, sent, content)); // the page tries again
        if (!stored || stored.stored === "no") throw new Error("not stored");
        life.model.submit(stored.submission.receipt, one.item, one.value, acceptedAt);
        return;
      }
      case "relay": {
        const Records = (await outbox(one.from as "casework")).map((NewImage, index) => ({
          dynamodb: { SequenceNumber: `${index}`, NewImage },
        }));
        return void (await attempt(one.fault, () => handle.relay({ Records } as never, context)));
      }
      case "work": {
        const life = lives[one.person]!;
        const batch = mine(life).slice(0, one.batch);
        if (batch.length === 0) return;
        const back = await work(life, batch, one.fault);
        for (const [index, sent] of batch.entries()) {
          if (back.has(index)) continue;
          waiting.splice(waiting.indexOf(sent), 1);
          delivered.push(sent);
        }
        return;
      }
      case "deliver-again": {
        const sent = delivered[one.which % Math.max(1, delivered.length)];
        if (sent) await work(lives.find(({ personId }) => personId === sent.group)!, [sent]);
        return;
      }
      case "sweep": {
        vi.setSystemTime(Date.now() + 61_000);
        world.forgetWhatWasSent();
        return void (await attempt(one.fault, () => handle.clock({} as never, context)));
      }
      case "decide": {
        const life = lives[one.person]!;
        const [receipt] = life.model.inReview();
        if (!receipt) return;
        const [at, key] = [instantAt(Date.now()), v.parse(AttemptKey, crypto.randomUUID())];
        const { personId } = life;
        if (one.verdict === "withdrawn")
          return void (await attempt(one.fault, () => casework.withdraw(personId, v.parse(Receipt, receipt), key, at)));
        const task = await desk.task(personId, v.parse(Receipt, receipt));
        const word = { verdict: one.verdict, reason: "户口簿已核对", by: "王芳" };
        if (task) await attempt(one.fault, () => desk.decide(task, word, at));
      }
    }
  }

  for (const one of steps) await take(one);

  // In the end everything comes through: the sweeper finds what the stream lost.
  for (let round = 0; round < 3; round++) {
    await take({ do: "sweep", fault: undefined });
    for (const [index, life] of lives.entries())
      for (let left = mine(life).length; left > 0; left = mine(life).length) {
        await take({ do: "work", person: index, batch: 4, fault: undefined });
        if (mine(life).length === left) throw new Error("a message is handed back for ever");
      }
  }
  await itAddsUp(lives);
}

/** Receipts − outcomes − open = 0, no version missing or doubled, and the register holds the latest word of each. */
async function itAddsUp(lives: readonly Life[]) {
  const open = [...(await outbox("casework")), ...(await outbox("desk"))].map((item) => readOutbox(item).personId);
  for (const { personId, model } of lives) {
    expect(open).not.toContain(personId);
    expect(model.receipts().filter((receipt) => model.statusOf(receipt) === "received")).toEqual([]);
    const versions = (await register.history(personId)).map(({ version }) => version);
    expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: model.versions() }, (_, index) => index + 2));
    const { facts = [] } = (await register.page(personId)) ?? {};
    for (const name of ["card", "contact", "hukou"] satisfies ChangeItem[]) {
      const value = model.holds(name);
      const said = value === undefined ? undefined : aChange(words[name](value));
      const held = facts.find((fact) => fact.name === name);
      if (!said) expect(held).toBeUndefined();
      else expect(held).toMatchObject("address" in said ? said.address : { hasCard: "hasCard" in said && said.hasCard });
    }
  }
}

describe("whatever happens to submissions on their way", () => {
  test("each ends once as the model says, in its order, and the register holds everybody's latest word", {
    timeout: 300_000,
  }, async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.spyOn(console, "error").mockReturnValue();
    vi.spyOn(console, "log").mockReturnValue();
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), live), { numRuns: HISTORIES });
    vi.useRealTimers();
  });
});
