// Every call that leaves the process in submit, relay, worker and sweep fails once: before, after, and with its answer lost.
import { PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { aliasesOf } from "../../functions/alias.ts";
import { outboxPartition } from "../../functions/outbox.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { peopleNamedIn } from "../../functions/register/names.ts";
import { itemOf } from "../../functions/register/table.ts";
import { Wish } from "../../shared/enrolment/contract.ts";
import { knownFrom } from "../../shared/enrolment/known.ts";
import { decideEnrolment } from "../../shared/enrolment/rules.ts";
import { type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import { AttemptKey, type PersonId, type Receipt } from "../../shared/kernel/fields.ts";
import type { Submission } from "../../shared/submission.ts";
import { aNewcomer } from "../newcomer/build.ts";
import { acceptedOf, uninsured } from "../registration/form.ts";
import { aChange, aFact, aPersonId, aRecord, aRegistration } from "../support/build.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { aliasSecret, someoneElse } from "../support/people.ts";
import { deliver, type Fault, type Mode, ProcessDied, playWorld } from "./world.ts";

const context = { awsRequestId: "crash" };
let engine: TestEngine;
let world: ReturnType<typeof playWorld>;
let relay: typeof import("../../functions/relay.ts").handler;
let worker: typeof import("../../functions/worker.ts").handler;
let sweep: typeof import("../../functions/clock.ts").handler;
let casework: ReturnType<typeof import("../../functions/casework/casework.ts").openCasework>;
let desk: ReturnType<typeof import("../../functions/desk/desk.ts").openDesk>;
let register: ReturnType<typeof import("../../functions/register/register.ts").openRegister>;

beforeAll(async () => {
  engine = await startEngine();
  relay = (await import("../../functions/relay.ts")).handler;
  worker = (await import("../../functions/worker.ts")).handler;
  sweep = (await import("../../functions/clock.ts")).handler;
  const { client } = engine;
  casework = (await import("../../functions/casework/casework.ts")).openCasework({ client, table: "casework" });
  desk = (await import("../../functions/desk/desk.ts")).openDesk({ client, table: "desk" });
  register = (await import("../../functions/register/register.ts")).openRegister({ client, table: "register" });
  world = playWorld();
});
beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(console, "log").mockReturnValue();
});
afterAll(async () => {
  world.restore();
  await engine.stop();
});

/** Whoever calls tries again, like a page with its attempt key, the event-source mapping or the next minute. */
async function insist<Value>(act: () => Promise<Value>, ifItDies?: () => Promise<Value>): Promise<Value> {
  for (let tries = 0; tries < 4; tries++) {
    try {
      return await act();
    } catch (error) {
      if (error instanceof ProcessDied && ifItDies) return ifItDies();
    }
  }
  throw new Error("never came through");
}

/** In the order in which they were accepted, which is that of the stream for one person. */
const openEvents = (TableName: string) =>
  world.look(async () => {
    const { Items = [] } = await engine.client.send(
      new ScanCommand({
        TableName,
        FilterExpression: "begins_with(pk, :outbox)",
        ExpressionAttributeValues: { ":outbox": { S: outboxPartition("") } },
      }),
    );
    return Items.sort((a, b) => (a["sk"]!.S! < b["sk"]!.S! ? -1 : 1));
  });

/** The stream hands each new outbox item to the relay; a relay that fails too often is given up, and the sweeper must find it. */
async function carryAll(table: string) {
  const Records = (await openEvents(table)).map((NewImage, index) => ({ dynamodb: { SequenceNumber: `${index}`, NewImage } }));
  await insist(async () => {
    const { batchItemFailures } = await relay({ Records }, context);
    if (batchItemFailures.length > 0) throw new Error("handed back");
  });
}

/** The worker gets each message until it does not hand it back, and every one of them twice. */
async function workAll() {
  for (const sent of [...world.queue, ...world.queue].filter(({ queue }) => queue.includes("effects"))) {
    await insist(async () => {
      const { batchItemFailures } = await worker({ Records: [deliver(sent, sent.id)] }, context);
      if (batchItemFailures.length > 0) throw new Error("handed back");
    });
  }
}

/** A minute later: what is still open is sent again. */
async function sweepAll() {
  vi.setSystemTime(Date.now() + 61_000);
  world.forgetWhatWasSent();
  await insist(() => sweep({}, context));
  await workAll();
}

async function somebody(): Promise<PersonId> {
  const registration = aRegistration({ personId: aPersonId() });
  const card = aFact({ name: "card", hasCard: false });
  const address = aFact({ name: "residence", division: "340403", lines: "龙泉街道学院路8号" });
  const items = [
    itemOf.summary(registration.personId, { insurances: {} }),
    itemOf.registration(registration),
    itemOf.fact(registration.personId, card),
    itemOf.fact(registration.personId, address),
  ];
  for (const Item of items) await engine.client.send(new PutItemCommand({ TableName: "register", Item }));
  return registration.personId;
}

const submit = (personId: PersonId, change: Parameters<typeof aChange>[0]): Promise<Receipt> =>
  submitContent(personId, (acceptedAt) => ({ slice: "change", change: aChange(change), acceptedAt }));

async function submitContent(personId: PersonId, contentAt: (now: Instant) => Submission["content"]): Promise<Receipt> {
  vi.setSystemTime(Date.now() + 5);
  const content = contentAt(instantAt(Date.now()));
  const attempt = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "f" };
  const result = await insist(() => casework.submit(personId, attempt, content));
  if (result.stored === "no") throw new Error("not stored");
  return result.submission.receipt;
}

/** Residents' medical insurance for the year that runs, at home: lawful on any day. */
const aJoining = {
  policy: deployedPolicy,
  joins: knownFrom({
    ...aRecord(),
    facts: [aFact({ name: "residence", division: "340403", lines: "龙泉街道学院路8号" })],
  }),
  wish: (coverYear: number) => v.parse(Wish, { action: "join", scheme: "390", region: "340403", work: "none", coverYear }),
};

const run = async (table: "casework" | "desk") => {
  await carryAll(table);
  await workAll();
};

/** One story, told once in peace and then once for each call and each way in which that call can fail. */
async function tellWithEveryFault(
  story: (personId: PersonId) => Promise<void>,
  holds: (personId: PersonId, point: string) => Promise<void>,
) {
  vi.useFakeTimers({ toFake: ["Date"] });
  const tell = async (fault?: Fault) => {
    const personId = await world.look(somebody);
    world.arrange(fault);
    await story(personId);
    const calls = world.calls();
    world.arrange();
    const point = fault ? `call ${fault.call}, ${fault.mode}` : "in peace";
    for (const table of ["casework", "desk"]) expect(await openEvents(table), point).toEqual([]);
    await holds(personId, point);
    return calls;
  };
  const calls = await tell();
  let faults = 0;
  for (const [index, label] of calls.entries()) {
    // `npm run prove` fails every single call; here the third of a kind and those after it are left out.
    const alike = calls.slice(0, index).filter((earlier) => earlier === label).length;
    if (alike >= 2 && !process.env["PROVE"]) continue;
    for (const mode of ["before", "after", "lost"] satisfies Mode[]) await tell({ call: index + 1, mode });
    faults += 3;
  }
  vi.useRealTimers();
  return faults;
}

describe("whatever call fails", () => {
  test("two changes of one fact are both ended, once, in their order, and nothing stays open", async () => {
    const twoChanges = async (personId: PersonId) => {
      await submit(personId, { item: "card", hasCard: true });
      await submit(personId, { item: "card", hasCard: false });
      await run("casework");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(twoChanges, async (personId, point) => {
      const submissions = await casework.submissions(personId);
      const history = await register.history(personId);
      const facts = (await register.page(personId))?.facts.filter(({ name, source }) => name === "card" && source === "resident");
      const ended = submissions.map(({ status }) => status).reverse();

      // The first may come after the second, and is then overtaken; it never undoes it, and nothing is applied twice.
      expect(
        [
          ["applied", "applied"],
          ["overtaken", "applied"],
        ],
        point,
      ).toContainEqual(ended);
      expect(history, point).toHaveLength(ended.filter((status) => status === "applied").length);
      expect(facts, point).toMatchObject([{ hasCard: false }]);
      expect(
        submissions.map(({ history: steps }) => steps.length),
        point,
      ).toEqual([2, 2]);
    });
    expect(faults).toBeGreaterThan(45);
  }, 120_000);

  test("a moved hukou is reviewed, decided and applied once, and its task is closed", async () => {
    const receipts = new Map<PersonId, Receipt>();
    const review = async (personId: PersonId) => {
      const move = { item: "hukou", address: { division: "320102", lines: "长江路1号" }, movedOn: "2020-01-01" } as const;
      const receipt = await submit(personId, move);
      receipts.set(personId, receipt);
      await run("casework");
      await sweepAll();
      // The reviewer presses again when the answer is lost; by then the task is decided, which is as good.
      const task = await world.look(() => desk.task(personId, receipt));
      if (!task) throw new Error("no task");
      await insist(() => desk.decide(task, { verdict: "applied", reason: "户口簿已核对", by: "王芳" }, instantAt(Date.now())));
      await run("desk");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(review, async (personId, point) => {
      const receipt = receipts.get(personId)!;
      expect(await casework.submission({ personId, receipt }), point).toMatchObject({
        status: "applied",
        reason: "户口簿已核对",
      });
      expect(await desk.task(personId, receipt), point).toMatchObject({ state: "closed" });
      expect(await register.history(personId), point).toMatchObject([{ version: 2, channel: "desk", by: "王芳" }]);
    });
    expect(faults).toBeGreaterThan(60);
  }, 120_000);

  test("a number that two people put right leads to its person at once with the register, and the one before still does", async () => {
    const receipts = new Map<PersonId, Receipt>();
    const numbers = new Map<PersonId, string>();
    let nth = 0;
    const correct = async (personId: PersonId) => {
      const number = someoneElse(++nth);
      numbers.set(personId, number);
      const receipt = await submit(personId, { item: "number", docType: "RIC", number });
      receipts.set(personId, receipt);
      await run("casework");
      for (const by of ["王芳", "李军"]) {
        const task = await world.look(() => desk.task(personId, receipt));
        if (!task) throw new Error("no task");
        await insist(() => desk.decide(task, { verdict: "applied", reason: "户口簿已核对", by }, instantAt(Date.now())));
      }
      await run("desk");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(correct, async (personId, point) => {
      const [receipt, number] = [receipts.get(personId)!, numbers.get(personId)!];
      expect(await casework.submission({ personId, receipt }), point).toMatchObject({ status: "applied" });
      expect(await register.history(personId), point).toMatchObject([{ version: 2, by: "王芳+李军" }]);
      expect(await register.registration(personId), point).toMatchObject({
        identity: { number, others: [{ until: expect.any(String) }] },
      });
      for (const alias of aliasesOf(aliasSecret(), "RIC", number))
        expect((await register.alias(alias))?.people, point).toMatchObject([{ personId }]);
    });
    expect(faults).toBeGreaterThan(60);
  }, 120_000);

  test("a declared hardship is in the register once, with one piece of work for the desk", async () => {
    const hardship = async (personId: PersonId) => {
      await submitContent(personId, (acceptedAt) => ({
        slice: "declaration",
        declaration: { insurance: "pension", reasons: [{ code: "P01" }] },
        acceptedAt,
      }));
      await run("casework");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(hardship, async (personId, point) => {
      const [submission] = await casework.submissions(personId);
      const work = (await desk.openWork()).filter((one) => one.personId === personId);

      expect(submission, point).toMatchObject({ status: "applied" });
      expect(submission?.history, point).toHaveLength(2);
      expect(await register.history(personId), point).toHaveLength(1);
      expect((await register.page(personId))?.reasons, point).toMatchObject([{ reasons: [{ code: "P01" }] }]);
      expect(work, point).toMatchObject([{ work: "SUBSIDY_CHECK", receipt: submission?.receipt, state: "open" }]);
    });
    expect(faults).toBeGreaterThan(20);
  }, 120_000);

  test("an insurance that was joined is kept once, beside the enrolments, with the price that was promised", async () => {
    const { policy, wish, joins } = aJoining;
    const join = async (personId: PersonId) => {
      await submitContent(personId, (now) => {
        const decided = decideEnrolment({ known: joins, wish: wish(Number(now.slice(0, 4))), policy, now });
        if (!decided.ok) throw new Error("not lawful");
        return decided.value;
      });
      await run("casework");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(join, async (personId, point) => {
      const [submission] = await casework.submissions(personId);
      const page = await register.page(personId);

      expect(submission, point).toMatchObject({ status: "applied" });
      expect(submission?.history, point).toHaveLength(2);
      expect(await register.history(personId), point).toHaveLength(1);
      expect(page?.joinings, point).toMatchObject([{ scheme: "390", state: "to-pay", receipt: submission?.receipt }]);
      expect(page?.summary, point).toEqual({ insurances: {} });
    });
    expect(faults).toBeGreaterThan(20);
  }, 120_000);

  test("a registration form is brought in once and whole, however many facts and reasons it holds", async () => {
    const sent = {
      card: false,
      landline: "0554-2810000",
      work: { without: "FLEXIBLE" },
      reasons: { pension: [{ code: "P01" }] },
    } as const;
    const form = async (personId: PersonId) => {
      await submitContent(personId, (acceptedAt) => ({ ...acceptedOf(sent as never, uninsured("1903-02-07")), acceptedAt }));
      await run("casework");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(form, async (personId, point) => {
      const [submission] = await casework.submissions(personId);
      const page = await register.page(personId);
      const said = page?.facts.filter(({ source }) => source === "resident").sort((a, b) => (a.name < b.name ? -1 : 1));
      const work = (await desk.openWork()).filter((one) => one.personId === personId);

      expect(submission, point).toMatchObject({ status: "applied" });
      expect(submission?.history, point).toHaveLength(2);
      expect(await register.history(personId), point).toHaveLength(1);
      expect(said, point).toMatchObject([
        { name: "card", hasCard: false },
        { name: "employment", status: "FLEXIBLE" },
        { name: "landline", landline: "0554-2810000" },
      ]);
      expect(page?.reasons, point).toMatchObject([{ insurance: "pension", reasons: [{ code: "P01" }] }]);
      expect(page?.registration, point).toMatchObject({ version: 2, confirmed: { receipt: submission?.receipt } });
      expect(work, point).toMatchObject([{ work: "SUBSIDY_CHECK", state: "open" }]);
    });
    expect(faults).toBeGreaterThan(20);
  }, 120_000);

  test("somebody new enters once, with one number and one name that lead there, and waits for the desk once", async () => {
    const entered = new Map<PersonId, { id: PersonId; number: string }>();
    let nth = 0; // from 500 on: the corrections above have the numbers before
    const firstTime = async (personId: PersonId) => {
      const [id, number, phone] = [aPersonId(), someoneElse(500 + ++nth), `1543333${String(nth).padStart(4, "0")}`];
      entered.set(personId, { id, number });
      await submitContent(id, (acceptedAt) => ({ ...aNewcomer(number, { phone }), acceptedAt }));
      await run("casework");
      await sweepAll();
    };
    const faults = await tellWithEveryFault(firstTime, async (personId, point) => {
      const { id, number } = entered.get(personId)!;
      const [alias] = aliasesOf(aliasSecret(), "RIC", number);
      const { name, birth } = aNewcomer(number).identity;
      const named = peopleNamedIn({ client: engine.client, table: "register", secret: async () => aliasSecret() });

      expect(
        (await casework.submissions(id)).map(({ status }) => status),
        point,
      ).toEqual(["in-review"]);
      expect(await register.history(id), point).toMatchObject([{ version: 1, by: id }]);
      expect(
        (await desk.openTasks()).filter((task) => task.personId === id),
        point,
      ).toMatchObject([{ kind: "new-person" }]);
      expect(
        (await register.alias(alias))?.people.map((person) => person.personId),
        point,
      ).toEqual([id]);
      expect(await named(name, birth), point).toContain(id);
    });
    expect(faults).toBeGreaterThan(20);
  }, 120_000);
});
