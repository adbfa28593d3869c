// What somebody sends for an adult, and what the desk has proved: over relay and worker.

import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test, vi } from "vitest";
import { itemOf } from "../../functions/register/table.ts";
import { inHousehold, tell } from "../children/family.ts";
import { withMill } from "../insured/mill.ts";
import { allKept } from "../registration/form.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withMachine } from "../support/around.ts";
import { aFact, aPhone, noon } from "../support/build.ts";
import type { Known } from "../support/people.ts";
import { startStaff } from "../support/staff.ts";
import { everythingIn } from "../support/table.ts";
import { actsFor, aDelegation, aRelative, HOURS, headers, idOf } from "./family.ts";

const mill = withMill();
const machine = withMachine(mill);

const courier = [
  aFact({ name: "hukou", division: "340422", lines: "某街1号" }),
  aFact({ name: "residence", division: "110101", lines: "某街1号" }),
  aFact({ name: "employment", status: "FLEXIBLE" }),
];
const joins = {
  action: "join",
  region: "110101",
  work: "delivery",
  base: 727_000,
  from: "2026-11",
  scheme: "110",
  frequency: "quarter",
};

/** The 72 hours are over; noon of 22 November. */
async function family(scopes = ["enrolment"]) {
  const started = startApp({ client: mill.client, startAt: noon("2026-11-18") });
  const daughter = await aRelative(mill.client, { birth: "1990-05-01", name: "王小雨" });
  const father = await aRelative(mill.client, { birth: "1990-05-01", name: "王建国" });
  await tell(mill.client, father, courier);
  const { begun } = await actsFor(started, daughter, father, { scopes });
  started.pass(96 * HOURS);
  const { browser } = await signInAs(started, daughter);
  const send = () => browser.post("/enrolments", { for: begun.delegation, wish: joins }, headers());
  const his = async () => (await signInAs(started, father)).browser;
  return { started, daughter, father, begun, browser, send, his };
}
const listed = async (browser: { get(path: string): Promise<Response> }) =>
  (await (await browser.get("/submissions")).json()).submissions;

describe("what a daughter sends for her father", () => {
  test("takes effect, in her name in his history; both see it, and he is told, not she", async () => {
    const { started, daughter, father, browser, send, his } = await family();
    const sent = await send();
    expect(sent.status).toBe(202);
    expect(await machine.run()).toEqual([]);
    const { receipt } = await sent.json();
    expect(await listed(browser)).toMatchObject([{ receipt, status: "applied" }]);
    expect(await listed(await his())).toMatchObject([{ receipt, status: "applied" }]);
    expect((await mill.register.history(idOf(father))).at(-1)).toMatchObject({ by: idOf(daughter) });
    await started.tellOutcome({ personId: idOf(father), receipt, status: "applied" });
    expect(started.outbox.at(-1)).toMatchObject({ to: father.phone, template: "applied" });
  });

  test("comes to nothing if he ended it before its turn; afterwards she sees nothing of it, and he does", async () => {
    const { begun, browser, send, his, father } = await family();
    const { receipt } = await (await send()).json();
    const before = (await mill.register.history(idOf(father))).length;
    const fathers = await his();
    await fathers.post(`/delegations/${begun.delegation}/end`, {});
    expect(await machine.run()).toEqual([]);
    expect(await listed(fathers)).toMatchObject([{ receipt, status: "refused", findings: [{ code: "delegation.ended" }] }]);
    expect(await mill.register.history(idOf(father))).toHaveLength(before);
    expect(await listed(browser)).toEqual([]);
    expect((await browser.get(`/submissions/${receipt}`)).status).toBe(404);
    expect((await browser.post(`/submissions/${receipt}/withdrawal`, undefined, headers())).status).toBe(404);
    expect((await send()).status).toBe(404);
  });
});

test("the official form that she prints for him has not the phone by which he signs in; his own has", async () => {
  const { father, begun, browser, his } = await family(["changes"]);
  await tell(mill.client, father, [aFact({ name: "card", hasCard: false })]);
  const form = { ...allKept, for: begun.delegation, signature: { by: "proxy", name: "王小雨" } };
  const sent = await browser.post("/registrations", form, headers());
  expect(sent.status, await sent.clone().text()).toBe(202);
  const { receipt } = await sent.json();
  const printed = async (by: typeof browser) => (await (await by.get(`/registrations/${receipt}`)).json()).filled;
  expect(await printed(await his())).toMatchObject({ mobile: father.phone });
  expect(await printed(browser)).toMatchObject({ person: { name: "王建国" } });
  expect(JSON.stringify(await printed(browser))).not.toContain(father.phone);
});

test("an end that comes between the worker's look and what it writes counts: nothing takes effect in between", async () => {
  const { father, begun, send, his } = await family();
  const { receipt } = await (await send()).json();
  const before = (await mill.register.history(idOf(father))).length;
  const really = DynamoDBClient.prototype.send as (command: unknown) => Promise<unknown>;
  let ended = false;
  const sends = vi.spyOn(DynamoDBClient.prototype, "send").mockImplementation(async function (this: unknown, command: unknown) {
    const writes = (command as { input: { TransactItems?: unknown[] } }).input.TransactItems ?? [];
    if (!ended && writes.length > 2 && JSON.stringify(writes).includes(receipt)) {
      ended = true;
      await (await his()).post(`/delegations/${begun.delegation}/end`, {});
    }
    return really.call(this, command);
  } as never);
  expect(await machine.run()).toEqual([]);
  sends.mockRestore();
  expect(ended).toBe(true);
  expect(await listed(await his())).toMatchObject([{ receipt, status: "refused", findings: [{ code: "delegation.ended" }] }]);
  expect(await mill.register.history(idOf(father))).toHaveLength(before);
});

test("of a father who has died nothing is the daughter's to see or take back any more, and it has ended", async () => {
  const { started, begun, browser, send, father } = await family();
  const { receipt } = await (await send()).json();
  expect((await browser.get(`/submissions/${receipt}`)).status).toBe(200);
  const { registration } = father.record;
  await mill.client.send(
    new PutItemCommand({ TableName: "register", Item: itemOf.registration({ ...registration, status: "closed" }) }),
  );
  expect(await listed(browser)).toEqual([]);
  expect((await browser.get(`/submissions/${receipt}`)).status).toBe(404);
  expect((await browser.post(`/submissions/${receipt}/withdrawal`, undefined, headers())).status).toBe(404);
  expect(await started.delegations.one(idOf(father), begun.delegation)).toMatchObject({ ended: { by: "closed" } });
});

describe("at the desk", () => {
  const papers = (giver: Known, delegate: Known, more = {}) => ({
    giver: { number: giver.number, name: giver.name },
    delegate: { number: delegate.number, name: delegate.name },
    scopes: ["look", "enrolment"],
    months: 12,
    as: "adult",
    papers: "both-present",
    ...more,
  });
  let couples = 0;
  /** Of the places of this desk; with one phone for two. */
  async function couple(birth = "1950-05-01") {
    const shared = aPhone(`15488${String(++couples).padStart(6, "0")}`, {
      confirmedOn: "2026-09-01",
      from: "2020-01-01",
    });
    const people = [
      await aRelative(mill.client, { birth, phone: shared }),
      await aRelative(mill.client, { phone: shared }),
    ] as const;
    for (const one of people) await tell(mill.client, one, [aFact({ name: "residence", division: "340468", lines: "某街1号" })]);
    return people;
  }

  test("who share one phone come together; who saw their papers does not decide, a colleague does, and it begins with 72 hours of looking", async () => {
    const [wife, husband] = await couple();
    const staff = startStaff({ client: mill.client, startAt: noon("2026-11-22") });
    const [one, other] = [await staff.as("handler", ["340468"]), await staff.as("handler", ["340468"])];
    const key = crypto.randomUUID();
    const filed = await one.post("/staff/delegations", papers(wife, husband), headers(key));
    expect(filed.status).toBe(202);
    expect((await one.post("/staff/delegations", papers(wife, husband), headers(key))).status).toBe(202);
    const { receipt } = await filed.json();
    expect(await machine.run()).toEqual([]);

    const [task] = (await (await one.get("/staff/tasks")).json()).tasks;
    expect(task).toMatchObject({ receipt, kind: "delegation" });
    // Who decides it has not seen the papers: what was seen, and what for, stands there.
    expect(await (await other.get(`/staff/tasks/${task.name}`)).json()).toMatchObject({
      submission: { asked: expect.stringMatching(/scope\.enrolment scope\.look papers\.both-present$/) },
    });
    const say = (by: typeof one) => by.post(`/staff/tasks/${task.name}/decision`, { verdict: "applied", reason: "材料核对过" });
    const own = await say(one);
    expect([own.status, (await own.json()).findings[0].code]).toEqual([422, "desk.sent-it"]);
    expect((await say(other)).status).toBe(200);
    expect(await machine.run()).toEqual([]);

    const started = startApp({ client: mill.client, startAt: noon("2026-11-22") });
    const { browser } = await signInAs(started, husband);
    const { actsFor: held } = await (await browser.get("/delegations")).json();
    expect(held).toMatchObject([{ state: "look-only", proven: "desk", scopes: ["enrolment", "look"], ends: "2027-11-21" }]);
    expect((await browser.get(`/check?for=${held[0].delegation}`)).status).toBe(200);
    // A copy of what is kept says who acts, and no id of theirs.
    const copy = await (await (await signInAs(started, wife)).browser.get("/privacy/export")).text();
    expect(copy).toContain(husband.name);
    expect([wife, husband].filter((person) => copy.includes(idOf(person)))).toEqual([]);
  });

  test("a guardianship is ended by the guardian, and not by the ward", async () => {
    const guardian = await aRelative(mill.client);
    const ward = await aRelative(mill.client, { birth: "2011-05-20" });
    await tell(mill.client, ward, [aFact({ name: "residence", division: "340468", lines: "某街1号" })]);
    const staff = startStaff({ client: mill.client, startAt: noon("2026-11-22") });
    const [one, other] = [await staff.as("handler", ["340468"]), await staff.as("handler", ["340468"])];
    const filed = await one.post(
      "/staff/delegations",
      papers(ward, guardian, { as: "guardian", papers: "guardianship" }),
      headers(),
    );
    const { receipt } = await filed.json();
    expect(await machine.run()).toEqual([]);
    const { tasks } = await (await one.get("/staff/tasks")).json();
    const task = tasks.find((each: { receipt: string }) => each.receipt === receipt);
    await other.post(`/staff/tasks/${task.name}/decision`, { verdict: "applied", reason: "材料核对过" });
    expect(await machine.run()).toEqual([]);

    const started = startApp({ client: mill.client, startAt: noon("2026-11-22") });
    const [wards, guardians] = [(await signInAs(started, ward)).browser, (await signInAs(started, guardian)).browser];
    const { actsForMe } = await (await wards.get("/delegations")).json();
    const end = `/delegations/${actsForMe[0].delegation}/end`;
    const refused = await wards.post(end, {});
    expect([refused.status, (await refused.json()).findings[0].code]).toEqual([422, "delegation.guardianship"]);
    expect((await guardians.post(end, {})).status).toBe(200);
  });

  test("nobody of the staff hands in, or says yes to, that they themselves may act for somebody", async () => {
    const [wife, husband] = await couple();
    const staff = startStaff({ client: mill.client, startAt: noon("2026-11-22") });
    const self = await staff.as("handler", ["340468"], { personId: idOf(husband) });
    const own = await self.post("/staff/delegations", papers(wife, husband), headers());
    expect([own.status, (await own.json()).findings]).toMatchObject([422, [{ code: "desk.own-record", path: ["delegate"] }]]);
    const given = await self.post("/staff/delegations", papers(husband, wife), headers());
    expect([given.status, (await given.json()).findings]).toMatchObject([422, [{ code: "desk.own-record", path: ["giver"] }]]);

    const one = await staff.as("handler", ["340468"]);
    // Nor decides, for whom they act already, that somebody else may.
    const [third] = await couple();
    const acts = aDelegation({ delegation: "D-AAAA-AAAA-FFF1", giver: idOf(third), delegate: idOf(husband) });
    const started = startApp({ client: mill.client, startAt: noon("2026-11-22") });
    expect(await started.delegations.begin(acts, [], started.now())).toBe("begun");
    const thirds = await (await one.post("/staff/delegations", papers(third, wife), headers())).json();
    const { receipt } = await (await one.post("/staff/delegations", papers(wife, husband), headers())).json();
    expect(await machine.run()).toEqual([]);
    const { tasks } = await (await one.get("/staff/tasks")).json();
    for (const of of [receipt, thirds.receipt]) {
      const { name } = tasks.find((each: { receipt: string }) => each.receipt === of);
      const says = await self.post(`/staff/tasks/${name}/decision`, { verdict: "applied", reason: "材料核对过" });
      expect([says.status, (await says.json()).findings?.[0]?.code]).toEqual([422, "desk.own-record"]);
    }
  });

  test("no adult is made a ward of, no minor acts, nobody acts for themselves, and a guardian shows a guardian's paper", async () => {
    const [wife, husband] = await couple();
    const [child] = await couple("2015-05-01");
    const staff = startStaff({ client: mill.client, startAt: noon("2026-11-22") });
    const one = await staff.as("handler", ["340468"]);
    const why = async (body: object) =>
      (await (await one.post("/staff/delegations", body, headers())).json()).findings?.[0]?.code;
    expect(await why(papers(wife, husband, { as: "guardian", papers: "guardianship" }))).toBe("delegation.giver-grown");
    expect(await why(papers(child, husband))).toBe("delegation.giver-minor");
    expect(await why(papers(wife, child))).toBe("delegation.not-adult");
    expect(await why(papers(wife, wife))).toBe("delegation.yourself");
    expect(await why(papers(child, husband, { as: "guardian" }))).toBe("delegation.papers");
    expect(await why(papers({ ...wife, name: "别的名字" }, husband))).toBe("delegation.nobody");
    const elsewhere = await staff.as("handler", ["110101"]);
    expect((await elsewhere.post("/staff/delegations", papers(wife, husband), headers())).status).toBe(422);
  });
});

describe("a minor of fifteen", () => {
  async function home(birth = "2011-05-01") {
    const number = String(++homes).padStart(9, "0");
    const [mother, child] = [
      await aRelative(mill.client, { birth: "1985-05-01", name: "王芳" }),
      await aRelative(mill.client, { birth, name: "王一" }),
    ];
    await tell(mill.client, mother, [inHousehold(number, "02")]);
    await tell(mill.client, child, [
      inHousehold(number, "30"),
      aFact({ name: "residence", division: "340468", lines: "某街1号" }),
    ]);
    const started = startApp({ client: mill.client, startAt: noon("2026-11-22") });
    const { browser: hers } = await signInAs(started, mother);
    const { browser: childs } = await signInAs(started, child);
    const [{ child: ref }] = (await (await hers.get("/children")).json()).children;
    const tries = async () => [
      (await hers.get(`/registrations/form?for=${ref}`)).status,
      (await (await hers.post("/enrolments", { for: ref, wish: joins }, headers())).json()).findings?.[0]?.code,
    ];
    return { started, childs, hers, tries, child, mother };
  }
  let homes = 0;

  test.each([
    { verdict: "applied", after: [404, "child.not-yours"] },
    { verdict: "refused", after: [200, "enrolment.child-only-medical"] },
  ])(
    "objects: until the desk has decided the parents only look, and a decision `$verdict` counts at once",
    async ({ verdict, after }) => {
      const { childs, hers, tries } = await home();
      expect((await (await childs.get("/delegations")).json()).mayObject).toBe(true);
      const key = crypto.randomUUID();
      const sent = await childs.post("/delegations/objections", { words: "我自己办" }, headers(key));
      expect(sent.status).toBe(202);
      expect((await childs.post("/delegations/objections", { words: "我自己办" }, headers(key))).status).toBe(202);
      expect((await childs.post("/delegations/objections", {}, headers())).status).toBe(409);
      const refused = await hers.get("/children");
      expect(refused.status).toBe(200);
      expect(await tries()).toEqual([200, "child.objected"]);

      expect(await machine.run()).toEqual([]);
      const staff = startStaff({ client: mill.client, startAt: noon("2026-11-22") });
      const one = await staff.as("handler", ["340468"]);
      const { receipt } = await sent.json();
      const task = (await (await one.get("/staff/tasks")).json()).tasks.find(
        (each: { receipt: string }) => each.receipt === receipt,
      );
      expect(task.kind).toBe("guardian-objection");
      // By a name that means nothing else at the desk.
      expect((await (await one.get(`/staff/tasks/${task.name}`)).json()).submission.item).toBe("guardian-objection");
      expect((await one.post(`/staff/tasks/${task.name}/decision`, { verdict, reason: "和孩子谈过" })).status).toBe(200);
      expect(await machine.run()).toEqual([]);
      expect(await tries()).toEqual(after);
      expect((await (await childs.get("/delegations")).json()).objection?.state).toBe(
        verdict === "applied" ? "upheld" : undefined,
      );
    },
  );

  test("takes away what the parents sent too: while it is open they only read it, once it counts it is not there", async () => {
    const { childs, hers, child, mother } = await home();
    await tell(mill.client, child, [aFact({ name: "hukou", division: "340403", lines: "某街1号" })]);
    const [{ child: ref }] = (await (await hers.get("/children")).json()).children;
    const wish = { action: "join", region: "340403", scheme: "390", coverYear: 2027 };
    const sent = await hers.post("/enrolments", { for: ref, wish }, headers());
    expect(sent.status, await sent.clone().text()).toBe(202);
    const { receipt } = await sent.json();
    const objection = await (await childs.post("/delegations/objections", {}, headers())).json();
    const withdraws = async () => {
      const answer = await hers.post(`/submissions/${receipt}/withdrawal`, undefined, headers());
      return [answer.status, (await answer.json()).findings?.[0]?.code];
    };
    expect((await hers.get(`/submissions/${receipt}`)).status).toBe(200);
    expect(await withdraws()).toEqual([409, "child.objected"]);

    expect(await machine.run()).toEqual([]);
    const one = await startStaff({ client: mill.client, startAt: noon("2026-11-22") }).as("handler", ["340468"]);
    const task = (await (await one.get("/staff/tasks")).json()).tasks.find(
      (each: { receipt: string }) => each.receipt === objection.receipt,
    );
    await one.post(`/staff/tasks/${task.name}/decision`, { verdict: "applied", reason: "和孩子谈过" });
    expect(await machine.run()).toEqual([]);
    const looks = async () =>
      (await everythingIn(mill.client, "looks")).filter(({ pk }) => pk === `PERSON#${idOf(child)}`).length;
    const before = await looks();
    // In a session of its own, which would leave a row of its own.
    const { browser: again } = await signInAs(startApp({ client: mill.client, startAt: noon("2026-11-22") }), mother);
    expect((await (await again.get("/children")).json()).children).toEqual([]);
    expect((await again.get(`/registrations/form?for=${ref}`)).status).toBe(404);
    expect(await looks()).toBe(before);
    expect((await hers.get(`/submissions/${receipt}`)).status).toBe(404);
    expect((await withdraws())[0]).toBe(404);
    expect(await listed(hers)).toEqual([]);
    expect((await (await hers.get("/reminders")).json()).children).toEqual([]);
    expect(await listed(childs)).toMatchObject([{ receipt: objection.receipt }, { receipt }]);
  });

  test("is eighteen: from midnight on the parents see nothing any more of what they sent for them, and take nothing back", async () => {
    const { started, hers, child, mother } = await home("2008-11-23");
    await tell(mill.client, child, [aFact({ name: "hukou", division: "340403", lines: "某街1号" })]);
    const [{ child: ref }] = (await (await hers.get("/children")).json()).children;
    const wish = { action: "join", region: "340403", scheme: "390", coverYear: 2027 };
    const { receipt } = await (await hers.post("/enrolments", { for: ref, wish }, headers())).json();
    expect((await hers.get(`/submissions/${receipt}`)).status).toBe(200);
    started.pass(12 * HOURS);
    const { browser: later } = await signInAs(started, mother);
    expect((await later.get(`/submissions/${receipt}`)).status).toBe(404);
    expect(await listed(later)).toEqual([]);
    expect((await later.post(`/submissions/${receipt}/withdrawal`, undefined, headers())).status).toBe(404);
    expect(await listed((await signInAs(started, child)).browser)).toMatchObject([{ receipt }]);
  });

  test("has no say before fourteen, and needs none from eighteen on", async () => {
    const started = startApp({ client: mill.client, startAt: noon("2026-11-22") });
    for (const [birth, may] of [
      ["2012-11-23", false],
      ["2012-11-22", true],
      ["2008-11-23", true],
      ["2008-11-22", false],
    ] as const) {
      const { browser } = await signInAs(started, await aRelative(mill.client, { birth }));
      expect([birth, (await (await browser.get("/delegations")).json()).mayObject]).toEqual([birth, may]);
      if (!may) expect((await browser.post("/delegations/objections", {}, headers())).status).toBe(422);
    }
  });
});
