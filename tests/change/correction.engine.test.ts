// Corrections from the form to the register: with a paper, by two people, in one transaction with the numbers that lead there.
import { DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { aliasesOf } from "../../functions/alias.ts";
import { openCasework } from "../../functions/casework/casework.ts";
import { openDesk } from "../../functions/desk/desk.ts";
import { findPersonIn } from "../../functions/find-person.ts";
import { openLooks } from "../../functions/looks/looks.ts";
import { noticeFor } from "../../functions/notify/notice-for.ts";
import { textOf } from "../../functions/notify/texts.ts";
import { peopleNamedIn } from "../../functions/register/names.ts";
import { openRegister } from "../../functions/register/register.ts";
import { itemOf } from "../../functions/register/table.ts";
import { sidesIn } from "../../scripts/desk/sides.ts";
import type { Task } from "../../shared/desk/task.ts";
import type { Purpose } from "../../shared/evidence/purposes.ts";
import { renumbered } from "../../shared/identity.ts";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { type Hall, openHall, piece, put } from "../evidence/desk.ts";
import { signInAs } from "../support/app.ts";
import { day, noon } from "../support/build.ts";
import { startMachine } from "../support/machine.ts";
import { aliasSecret, type Known, someoneElse, someoneNew } from "../support/people.ts";
import { everythingIn } from "../support/table.ts";

let hall: Hall;
let machine: Awaited<ReturnType<typeof startMachine>>;
let register: ReturnType<typeof openRegister>;
let desk: ReturnType<typeof openDesk>;
beforeAll(async () => {
  hall = await openHall();
  register = openRegister({ client: hall.client, table: "register" });
  desk = openDesk({ client: hall.client, table: "desk" });
});
beforeEach(async () => {
  machine = await startMachine(hall.client);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => hall.stop());

type Somebody = Awaited<ReturnType<Hall["someone"]>>;
const attempt = () => ({ headers: { "idempotency-key": crypto.randomUUID() } });

async function paper({ browser }: Pick<Somebody, "browser">, purpose: Purpose) {
  const at = piece();
  expect((await put(browser, { ...at, purpose })).status).toBe(200);
  return { draft: at.draft, ids: [at.id] };
}
/** Sent with a paper for it, and on the desk. */
async function ask(somebody: Somebody, change: object, purpose: Purpose): Promise<Receipt> {
  const body = { ...change, evidence: await paper(somebody, purpose) };
  const response = await somebody.browser.post("/changes", body, attempt());
  expect(response.status).toBe(202);
  const { receipt } = (await response.json()) as { receipt: Receipt };
  expect(await machine.run()).toEqual([]);
  return receipt;
}
const taskOf = async ({ personId }: { personId: PersonId }, receipt: Receipt): Promise<Task> => {
  const task = await desk.task(personId, receipt);
  if (!task) throw new Error("no task");
  return task;
};
/** Two people say the same; what they said is brought in unless it is told to wait. */
async function decide(somebody: Somebody, receipt: Receipt, verdict: "applied" | "refused", at = hall.started.now()) {
  for (const by of ["王芳", "李军"])
    await desk.decide(await taskOf(somebody, receipt), { verdict, reason: "户口簿已核对", by }, at);
}
const look = async ({ browser }: Pick<Somebody, "browser">, receipt: Receipt) =>
  (await browser.get(`/submissions/${receipt}`)).json();
const identityOf = async (id: PersonId) => (await register.registration(id))?.identity;
const findPerson = (number: string, name: string) =>
  findPersonIn({ register, secret: async () => aliasSecret() })({ docType: "RIC", number, name });
const found = async (number: string, name: string) => (await findPerson(number, name))?.registration.personId;
const named = (name: string, birth: string) =>
  peopleNamedIn({ client: hall.client, table: "register", secret: async () => aliasSecret() })(name, day(birth));
/** What somebody at the desk sees of it. */
const shown = (task: Task) => {
  const looks = openLooks({ client: hall.client, table: "looks", now: hall.started.now });
  return sidesIn({ register, looks, casework: openCasework({ client: hall.client, table: "casework" }) })(task, "王芳");
};
const canSignIn = async (somebody: Known, as: { number?: string; name?: string }) => {
  hall.started.pass(60);
  const { response } = await signInAs(hall.started, { ...somebody, ...as });
  return response.status === 201;
};
const NEW_NAME = { item: "name", name: "阿依努尔·麦麦提", reason: "renamed" };
let fresh = 500;
const freshNumber = () => someoneElse(++fresh);

describe("a name", () => {
  test("is put right by two people, and from then on signs in; the one before is kept", async () => {
    const somebody = await hall.someone();
    const receipt = await ask(somebody, NEW_NAME, "name-correction");
    expect(await look(somebody, receipt)).toMatchObject({ status: "in-review", item: "name", withdrawable: true });
    expect(await taskOf(somebody, receipt)).toMatchObject({ kind: "name-correction", state: "open" });
    await desk.decide(await taskOf(somebody, receipt), { verdict: "applied", reason: "好", by: "王芳" }, hall.started.now());
    await machine.run();
    expect(await identityOf(somebody.personId)).toMatchObject({ name: somebody.name }); // one is not enough

    await desk.decide(await taskOf(somebody, receipt), { verdict: "applied", reason: "好", by: "李军" }, hall.started.now());
    expect(await machine.run()).toEqual([]);
    expect(await look(somebody, receipt)).toMatchObject({ status: "applied", reason: "好" });
    expect(await identityOf(somebody.personId)).toMatchObject({
      name: "阿依努尔·麦麦提",
      formerNames: [{ name: somebody.name, until: "2026-03-31" }],
    });
    expect(await register.history(somebody.personId)).toMatchObject([
      {
        ...{ by: "王芳+李军", channel: "desk", receipt, version: 2 },
        before: { REGISTRATION: { identity: { name: somebody.name } } },
        after: { REGISTRATION: { identity: { name: "阿依努尔·麦麦提" } } },
      },
    ]);
    expect(await canSignIn(somebody, { name: "阿依努尔•麦麦提" })).toBe(true);
    expect(await canSignIn(somebody, {})).toBe(false);
    expect(await named("阿依努尔·麦麦提", "1903-03-03")).toContain(somebody.personId);
  });

  test("of two that were asked for at once is the one decided last, however late the other decision comes", async () => {
    const somebody = await hall.someone();
    const first = await ask(somebody, NEW_NAME, "name-correction");
    const second = await ask(somebody, { ...NEW_NAME, name: "麦麦提·阿依努尔" }, "name-correction");
    await decide(somebody, second, "applied", noon("2026-04-09"));
    await machine.run();
    await decide(somebody, first, "applied", noon("2026-04-08"));
    expect(await machine.run()).toEqual([]);
    expect((await look(somebody, first)).status).toBe("overtaken");
    expect(await identityOf(somebody.personId)).toMatchObject({
      name: "麦麦提·阿依努尔",
      formerNames: [{ name: somebody.name }],
    });
    expect(await register.history(somebody.personId)).toHaveLength(1);
  });

  test("can be taken back until it is decided, and is then as it was", async () => {
    const somebody = await hall.someone();
    const receipt = await ask(somebody, NEW_NAME, "name-correction");
    expect((await somebody.browser.post(`/submissions/${receipt}/withdrawal`, undefined, attempt())).status).toBe(202);
    await machine.run();
    expect((await look(somebody, receipt)).status).toBe("withdrawn");
    expect(await identityOf(somebody.personId)).toEqual(somebody.record.registration.identity);
  });
});

describe("a number", () => {
  test("leads here from then on, and the one before still does", async () => {
    const [somebody, number] = [await hall.someone(), freshNumber()];
    const receipt = await ask(somebody, { item: "number", docType: "RIC", number: ` ${number} ` }, "number-correction");
    await decide(somebody, receipt, "applied");
    expect(await machine.run()).toEqual([]);
    expect(await identityOf(somebody.personId)).toMatchObject({
      number,
      others: [{ docType: "RIC", number: somebody.number, until: "2026-03-31" }],
    });
    expect([await found(number, somebody.name), await found(somebody.number, somebody.name)]).toEqual([
      somebody.personId,
      somebody.personId,
    ]);
    expect(await canSignIn(somebody, { number })).toBe(true);
  });

  test("that leads to somebody else is shown to the desk; two people stay two, each found by their own name", async () => {
    const [somebody, other] = [await hall.someone(), await someoneNew(hall.client, { name: "王大山" })];
    const otherId = other.record.registration.personId;
    const receipt = await ask(somebody, { item: "number", docType: "RIC", number: other.number }, "number-correction");
    expect(await taskOf(somebody, receipt)).toMatchObject({ others: [otherId] });
    const sides = await shown(await taskOf(somebody, receipt));
    expect(sides.map((line) => line.trim().split(", ").slice(0, 2).join(" "))).toEqual([
      `now: ${somebody.name} RIC ${somebody.number}`,
      `said: ${somebody.name} RIC ${other.number}`,
      `there: 王大山 RIC ${other.number}`,
    ]);
    expect((await everythingIn(hall.client, "looks")).filter(({ pk }) => pk === `PERSON#${otherId}`)).toMatchObject([
      { kind: "staff", by: "王芳" },
    ]);
    await decide(somebody, receipt, "applied");
    expect(await machine.run()).toEqual([]);
    expect((await look(somebody, receipt)).status).toBe("applied");
    expect([await found(other.number, somebody.name), await found(other.number, "王大山")]).toEqual([somebody.personId, otherId]);
    expect(await register.history(otherId)).toEqual([]);
  });

  test("is shown to the desk as somebody else's, whatever document it is said to stand on", async () => {
    const [somebody, other] = [await hall.someone(), await someoneNew(hall.client, { name: "王大山" })];
    const receipt = await ask(somebody, { item: "number", docType: "OTHER", number: other.number }, "number-correction");
    expect(await taskOf(somebody, receipt)).toMatchObject({ others: [other.record.registration.personId] });
  });

  test("that somebody else got while the desk looked is looked at once more", async () => {
    const [somebody, number] = [await hall.someone(), freshNumber()];
    const receipt = await ask(somebody, { item: "number", docType: "RIC", number }, "number-correction");
    await someoneNew(hall.client, { number, name: "王大山" });
    await decide(somebody, receipt, "applied");
    expect(await machine.run()).toEqual([]);
    expect(await look(somebody, receipt)).toMatchObject({ status: "refused", findings: [{ code: "change.number-taken" }] });
    expect(await identityOf(somebody.personId)).toEqual(somebody.record.registration.identity);
  });

  test("is put right on top of what a file says in the same moment", async () => {
    const [somebody, number, fromFile] = [await hall.someone(), freshNumber(), freshNumber()];
    const receipt = await ask(somebody, { item: "number", docType: "RIC", number }, "number-correction");
    await decide(somebody, receipt, "applied");
    const really = DynamoDBClient.prototype.send;
    let moved = false;
    vi.spyOn(DynamoDBClient.prototype, "send").mockImplementation(async function (this: DynamoDBClient, ...given: unknown[]) {
      if (!moved && given[0] instanceof TransactWriteItemsCommand && /HISTORY/.test(JSON.stringify(given[0].input))) {
        moved = true;
        const held = (await register.registration(somebody.personId))!;
        const identity = renumbered(held.identity, { docType: "RIC", number: fromFile }, day("2026-03-30"));
        const next = itemOf.registration({ ...held, identity, version: held.version + 1 });
        await Reflect.apply(really, this, [new PutItemCommand({ TableName: "register", Item: next })]);
      }
      return Reflect.apply(really, this, given);
    } as never);
    expect(await machine.run()).toEqual([]);
    expect(moved).toBe(true);
    const identity = await identityOf(somebody.personId);
    expect(identity).toMatchObject({ number, others: [{ number: somebody.number }, { number: fromFile }] });
    expect((await look(somebody, receipt)).status).toBe("applied");
  });
});

describe("the death of a relative", () => {
  const report = (who: { number: string; name: string }) => ({
    ...{ item: "death", relation: "parent", diedOn: "2026-03-20" },
    ...{ number: who.number, name: who.name },
  });
  /** What notify is asked to tell, and whom. */
  const told = (id: PersonId) => machine.queue.map(({ body }) => JSON.parse(body)).filter((notice) => notice.personId === id);

  test("is told to whom it is about at once, decided by two, and closes that registration and nothing of who reports it", async () => {
    const [daughter, father] = [await hall.someone(), await someoneNew(hall.client, { name: "林大山" })];
    const fatherId = father.record.registration.personId;
    const receipt = await ask(daughter, report(father), "death");
    expect(told(fatherId)).toEqual([{ personId: fatherId, receipt, status: "in-review", about: "death" }]);
    const notice = { receipt, status: "in-review", about: "death" } as const;
    const written = noticeFor((await register.atTheDoor(fatherId))!, undefined, notice);
    const text = written && textOf(written.template, written.params);
    expect(text).toMatch(new RegExp(`林\\*山去世，正在核对，登记还没有变，回执号 ${receipt}。.*12333`));
    expect(text).not.toContain(daughter.name);
    expect(await taskOf(daughter, receipt)).toMatchObject({ kind: "death-report", about: fatherId });
    expect(await register.history(fatherId)).toEqual([]);
    const sides = await shown(await taskOf(daughter, receipt));
    expect(sides).toEqual([
      `    said: 林大山, ${father.number}, their parent, died on 2026-03-20`,
      expect.stringContaining(`there: 林大山, RIC ${father.number}`),
    ]);

    await decide(daughter, receipt, "applied");
    expect(await machine.run()).toEqual([]);
    expect(await register.registration(fatherId)).toMatchObject({
      status: "closed",
      died: { on: "2026-03-20", receipt },
      version: 2,
    });
    expect(await register.history(fatherId)).toMatchObject([{ by: "王芳+李军", channel: "desk", receipt }]);
    expect(await register.history(daughter.personId)).toEqual([]);
    expect((await register.page(fatherId))?.facts).toHaveLength(2);
    expect(await canSignIn(father, {})).toBe(false);
  });

  test("tells who reports it the same whether or not anybody of that name and number is here", async () => {
    const [one, other, known] = [await hall.someone(), await hall.someone(), await someoneNew(hall.client, { name: "林大山" })];
    const seen = await Promise.all(
      [
        { somebody: one, who: { number: known.number, name: "林大山" } },
        { somebody: other, who: { number: freshNumber(), name: "林大山" } },
      ].map(async ({ somebody, who }) => ({ somebody, receipt: await ask(somebody, report(who), "death") })),
    );
    const shown = async () =>
      Promise.all(
        seen.map(async ({ somebody, receipt }) => {
          const { receipt: _, history, ...rest } = await look(somebody, receipt);
          return { ...rest, steps: history.map((step: { status: string }) => step.status) };
        }),
      );
    const [first, second] = await shown();
    expect(first).toEqual(second);
    for (const { somebody, receipt } of seen) await decide(somebody, receipt, "applied");
    expect(await machine.run()).toEqual([]);
    const [firstEnd, secondEnd] = await shown();
    expect(firstEnd).toEqual(secondEnd);
    expect(firstEnd).toMatchObject({ status: "applied" });
  });

  test("is reported once by one person: who is reported hears of it once, however often it is sent or taken back", async () => {
    const [somebody, other] = [await hall.someone(), await someoneNew(hall.client, { name: "王大山" })];
    const change = { item: "death", number: other.number, name: "王大山", relation: "other", diedOn: "2026-03-01" };
    const again = async (body: object = change) => {
      const evidence = await paper(somebody, "death");
      return (await somebody.browser.post("/changes", { ...body, evidence }, attempt())).json();
    };
    const first = await ask(somebody, change, "death");
    expect(await again()).toMatchObject({ findings: [{ code: "change.reported-already", path: ["number"] }] });
    expect(await again({ ...change, number: freshNumber() })).toMatchObject({ status: "received" });

    await somebody.browser.post(`/submissions/${first}/withdrawal`, undefined, attempt());
    expect(await machine.run()).toEqual([]);
    const corrected = await ask(somebody, { ...change, diedOn: "2026-03-02" }, "death");
    await somebody.browser.post(`/submissions/${corrected}/withdrawal`, undefined, attempt());
    expect(await machine.run()).toEqual([]);
    expect(await again()).toMatchObject({ findings: [{ code: "change.reported-already" }] });
  });

  test("that somebody objects to can only be refused, and they hear that nothing has changed", async () => {
    const [neighbour, alive] = [await hall.someone(), await someoneNew(hall.client, { name: "林大山" })];
    const id = alive.record.registration.personId;
    const receipt = await ask(neighbour, report(alive), "death");
    await desk.decide(await taskOf(neighbour, receipt), { verdict: "applied", reason: "好", by: "王芳" }, hall.started.now());
    const objection = { note: "本人来电", by: "赵敏", at: hall.started.now() };
    const stale = await taskOf(neighbour, receipt);
    await desk.object(stale, objection);
    const word = { verdict: "applied", reason: "好", by: "李军" } as const;
    expect(await desk.decide(stale, word, hall.started.now())).toMatchObject({ code: "desk.not-open" });
    expect(await desk.decide(await taskOf(neighbour, receipt), word, hall.started.now())).toMatchObject({
      code: "desk.objected",
    });
    await decide(neighbour, receipt, "refused");
    await machine.run();
    expect(told(id)).toMatchObject([{ status: "refused", about: "death" }]);
    expect(await register.registration(id)).toMatchObject({ status: "active", version: 1 });
  });
});

describe("a correction is refused at its field, and nothing of it is kept,", () => {
  test.each([
    { when: "without a paper", spoil: async () => ({ draft: crypto.randomUUID(), ids: [] }), code: "change.evidence-missing" },
    { when: "with a paper of somebody else", spoil: async () => paper(await hall.someone(), "name-correction") },
    {
      when: "with one of another form",
      spoil: async (s: Somebody) => ({ ...(await paper(s, "name-correction")), draft: crypto.randomUUID() }),
    },
    { when: "with one that was handed in for something else", spoil: async (s: Somebody) => paper(s, "sex-correction") },
    {
      when: "with one that was sent before",
      spoil: async (s: Somebody) => {
        const evidence = await paper(s, "name-correction");
        await s.browser.post("/changes", { ...NEW_NAME, name: "别的名字", evidence }, attempt());
        return evidence;
      },
    },
  ])("$when", async ({ spoil, code = "evidence.gone" }) => {
    const somebody = await hall.someone();
    const evidence = await spoil(somebody);
    const before = (await (await somebody.browser.get("/submissions")).json()).submissions.length;
    const response = await somebody.browser.post("/changes", { ...NEW_NAME, evidence }, attempt());
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { findings: [{ code, path: expect.arrayContaining(["evidence"]) }] },
    ]);
    expect((await (await somebody.browser.get("/submissions")).json()).submissions).toHaveLength(before);
  });

  test("with a number in which one character is wrong", async () => {
    const somebody = await hall.someone();
    const evidence = await paper(somebody, "number-correction");
    const number = withSlip(freshNumber());
    const response = await somebody.browser.post("/changes", { item: "number", docType: "RIC", number, evidence }, attempt());
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { findings: [{ code: "number.bad-check-digit", path: ["number"] }] },
    ]);
  });
});

/** Its check digit is another one. */
const withSlip = (number: string) => number.slice(0, -1) + (number.endsWith("1") ? "2" : "1");

test("nobody's number is in a key of what corrections write", async () => {
  const [somebody, number] = [await hall.someone(), freshNumber()];
  const receipt = await ask(somebody, { item: "number", docType: "RIC", number }, "number-correction");
  await decide(somebody, receipt, "applied");
  await machine.run();
  const aliases = aliasesOf(aliasSecret(), "RIC", number);
  for (const alias of aliases) expect((await register.alias(alias))?.people).toMatchObject([{ personId: somebody.personId }]);
  expect(aliases.join()).not.toContain(number);
});
