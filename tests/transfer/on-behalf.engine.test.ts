// A transfer, and a step of one, sent by somebody else than whose it is: an agent of 12333, a parent, a delegate.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { openCasework } from "../../functions/casework/casework.ts";
import { itemOf } from "../../functions/register/table.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import type { Enrolment } from "../../shared/registration.ts";
import { aCall, consented } from "../acting/call.ts";
import { aMember, inHousehold, tell } from "../children/family.ts";
import { actsFor, aRelative, HOURS, headers, idOf } from "../delegation/family.ts";
import { paidFor } from "../duplicate/someone.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine, withMachine } from "../support/around.ts";
import { aFact, anEnrolment, noon } from "../support/build.ts";
import type { Known } from "../support/people.ts";
import { startStaff } from "../support/staff.ts";

const TODAY = noon("2026-11-22");
const home = { lines: "某街1号" };
const engine = withEngine();
const machine = withMachine(engine);

const atWork = anEnrolment({ region: "320100", from: "2024-01", insuredAs: "employee" });
const insured = anEnrolment({ scheme: "390", region: "340403", from: "2025-01", insuredAs: "resident" });
const wish = { kind: "employee-pension", from: "320100", to: "340400" };

/** Paid for two years, and at home in Huainan. */
async function pays(person: Known, enrolment: Enrolment = atWork): Promise<void> {
  const put = (Item: ReturnType<typeof itemOf.enrolment>) =>
    engine.client.send(new PutItemCommand({ TableName: "register", Item }));
  await put(itemOf.enrolment(idOf(person), enrolment));
  for (const months of paidFor(enrolment, { 2025: "pppppppppppp" })) await put(itemOf.paidYear(idOf(person), months));
  await tell(engine.client, person, [aFact({ name: "hukou", division: "340422", ...home })]);
}

type Asks = { get(path: string): Promise<Response>; post(path: string, body: unknown, init?: object): Promise<Response> };
/** Sent, worked, read again, and taken back. `add`: whom it is for, in a body and behind an address. */
async function sendAndTakeBack(
  by: Asks,
  { at = "", body = {}, wish: sent = wish as object, query = "", before = async () => {} },
) {
  await before();
  const answer = await by.post(`${at}/transfers`, { ...body, wish: sent }, headers());
  expect([answer.status, await answer.clone().json()]).toEqual([202, expect.anything()]);
  const { receipt } = await answer.json();
  expect(await machine.run()).toEqual([]);
  const begun = (await (await by.get(`${at}/transfers${query}`)).json()).transfers;
  expect(begun).toMatchObject([{ receipt, state: "submitted", trail: [{ by: { as: "person" } }], may: ["withdrawn"] }]);

  await before();
  const { consent: _, ...whom } = body as { consent?: object };
  const back = await by.post(`${at}/transfers/${receipt}/steps`, { ...whom, event: "withdrawn" }, headers());
  expect([back.status, await back.clone().json()]).toEqual([202, expect.anything()]);
  expect(await machine.run()).toEqual([]);
  const { transfers } = await (await by.get(`${at}/transfers${query}`)).json();
  expect(transfers).toMatchObject([{ receipt, state: "withdrawn", open: false }]);
  return { receipt, step: (await back.json()).receipt };
}
const codes = async (answer: Response) => [
  answer.status,
  ...((await answer.json()).findings ?? []).map(({ code }: { code: string }) => code),
];
const casework = () => openCasework({ client: engine.client, table: "casework" });

test("an agent of 12333 sends it for who is on the phone, each on a code of its own, and can say nothing for an agency", async () => {
  const staff = startStaff({ client: engine.client, startAt: TODAY });
  const agent = await staff.as("agent");
  const call = await aCall({ client: engine.client, staff }, agent.member);
  await pays(call);
  const at = `/staff/tickets/${call.ticket}/for`;
  expect(await codes(await agent.post(`${at}/transfers`, { wish }, headers()))).toEqual([422, "acting.consent-missing"]);
  const before = () => consented({ client: engine.client, staff }, call);
  const { receipt, step } = await sendAndTakeBack(agent, { at, before });
  for (const one of [receipt, step])
    expect(await casework().submission({ personId: call.personId, receipt: one })).toMatchObject({
      status: "applied",
      sender: { channel: "helpline", ticket: call.ticket },
    });
  await before();
  expect((await agent.post(`${at}/transfers/${receipt}/steps`, { event: "accepted" }, headers())).status).toBe(400);
  const looks = await staff.looks.at(call.personId);
  expect(looks.filter((look) => look.kind !== "staff" || look.ticket !== call.ticket)).toEqual([]);
});

test("a parent moves a child's medical insurance, with consent, and nothing else of it", async () => {
  const parent = await aMember(engine.client, { birth: "1985-05-01", facts: [inHousehold("000000871", "02")] });
  const child = await aMember(engine.client, { birth: "2018-05-01", facts: [inHousehold("000000871", "30")] });
  await pays(child, insured);
  const { browser } = await signInAs(startApp({ client: engine.client, startAt: TODAY }), parent);
  const [{ child: ref }] = (await (await browser.get("/children")).json()).children;
  const consent = { version: NOTICE_VERSION, relation: "parent" } as const;
  const medical = { kind: "medical", scheme: "390", into: "390", from: "340403", to: "320102" };
  const post = (body: object) => browser.post("/transfers", { for: ref, ...body }, headers());
  expect(await codes(await post({ wish: medical }))).toEqual([422, "consent.missing"]);
  expect(await codes(await post({ wish, consent }))).toContain("transfer.child-only-medical");
  const { receipt } = await sendAndTakeBack(browser, { body: { for: ref, consent }, query: `?for=${ref}`, wish: medical });
  expect((await (await browser.get("/transfers")).json()).transfers).toEqual([]);
  expect(await casework().submission({ personId: idOf(child), receipt })).toMatchObject({
    by: { personId: idOf(parent), as: "parent" },
  });
});

const atDoctors = anEnrolment({ scheme: "310", region: "320100", from: "2024-01", insuredAs: "employee" });
const his = { kind: "medical", scheme: "310", into: "310", from: "320100", to: "340400" };
/** The father has paid in Nanjing; four days after it began. */
async function family(scopes: string[]) {
  const started = startApp({ client: engine.client, startAt: noon("2026-11-18") });
  const daughter = await aRelative(engine.client, { birth: "1990-05-01", name: "王小雨" });
  const father = await aRelative(engine.client, { birth: "1980-05-01", name: "王建国" });
  await pays(father, atDoctors);
  const { browser: early, begun } = await actsFor(started, daughter, father, { scopes });
  const wait = await early.post("/transfers", { for: begun.delegation, wish: his }, headers());
  started.pass(96 * HOURS);
  const { browser } = await signInAs(started, daughter);
  const fathers = async () => (await signInAs(started, father)).browser;
  return { started, daughter, father, begun, browser, fathers, early: await codes(wait) };
}

test("a delegate with that scope sends it after 72 hours, is bound to the moment of the worker, and its person is told", async () => {
  const { started, daughter, father, begun, browser, fathers, early } = await family(["transfer"]);
  expect(early).toEqual([422, "delegation.look-only"]);
  const body = { for: begun.delegation };
  const { receipt } = await sendAndTakeBack(browser, { body, wish: his, query: `?for=${begun.delegation}` });
  await started.tellOutcome({ personId: idOf(father), receipt, status: "applied" });
  expect(started.outbox.at(-1)).toMatchObject({ to: father.phone, template: "transfer-begun" });
  expect(await (await (await fathers()).get(`/submissions/${receipt}`)).json()).toMatchObject({ status: "applied" });
  expect(await casework().submission({ personId: idOf(father), receipt })).toMatchObject({ by: { personId: idOf(daughter) } });

  const sent = await browser.post("/transfers", { ...body, wish: his }, headers());
  await (await fathers()).post(`/delegations/${begun.delegation}/end`, {});
  expect(await machine.run()).toEqual([]);
  const last = (await sent.json()).receipt;
  expect(await casework().submission({ personId: idOf(father), receipt: last })).toMatchObject({
    status: "refused",
    findings: [{ code: "delegation.ended" }],
  });
  expect(await codes(await browser.post(`/transfers/${receipt}/steps`, { ...body, event: "withdrawn" }, headers()))).toEqual([
    404,
    "delegation.ended",
  ]);
});

test("a delegate without that scope neither sends nor moves one; who may look sees where it is", async () => {
  const { father, begun, browser, fathers } = await family(["look", "enrolment"]);
  const own = await fathers();
  const { receipt } = await (await own.post("/transfers", { wish: his }, headers())).json();
  await machine.run();
  const whom = { for: begun.delegation };
  const query = `?for=${begun.delegation}`;
  const tries = [
    await browser.post("/transfers", { ...whom, wish: his }, headers()),
    await browser.post(`/transfers/${receipt}/steps`, { ...whom, event: "withdrawn" }, headers()),
    await browser.get(`/transfers/offer${query}`),
  ];
  for (const answer of tries) expect(await codes(answer)).toEqual([422, "delegation.scope"]);
  expect((await (await browser.get(`/transfers${query}`)).json()).transfers).toMatchObject([{ receipt }]);
  expect((await browser.post(`/transfers/${receipt}/steps`, { event: "withdrawn" }, headers())).status).toBe(404); // as one's own
  expect((await (await own.get("/transfers")).json()).transfers).toMatchObject([{ receipt, state: "submitted" }]);
  expect(await machine.run()).toEqual([]);
  expect((await casework().submissions(idOf(father))).length).toBe(1);
});
