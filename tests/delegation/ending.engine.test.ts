// Who let somebody act for them ends it wherever they get through: in a session that proved little, on the telephone, at the desk.

import { describe, expect, test } from "vitest";
import { aTicket } from "../acting/call.ts";
import { tell } from "../children/family.ts";
import { withMill } from "../insured/mill.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withMachine } from "../support/around.ts";
import { aFact, aPhone, day, noon } from "../support/build.ts";
import type { Known } from "../support/people.ts";
import { HOME, startStaff } from "../support/staff.ts";
import { actsFor, aDelegation, aRelative, idOf } from "./family.ts";

const mill = withMill();
const machine = withMachine(mill);

const NOW = noon("2026-11-22");
const here = aFact({ name: "residence", division: HOME, lines: "某街1号" });
async function family(phone?: ReturnType<typeof aPhone>) {
  const started = startApp({ client: mill.client, startAt: NOW });
  const daughter = await aRelative(mill.client, { name: "王小雨" });
  const father = await aRelative(mill.client, { name: "王建国" });
  for (const one of [daughter, father]) await tell(mill.client, one, [here]);
  const { begun, browser } = await actsFor(started, daughter, father, { scopes: ["enrolment"] });
  if (phone) await tell(mill.client, father, [phone]);
  return { started, daughter, father, begun, hers: browser };
}
type Family = Awaited<ReturnType<typeof family>>;
let wards = 0;
/** As the desk has let it begin. */
async function ward() {
  const [guardian, child] = [await aRelative(mill.client), await aRelative(mill.client, { birth: "2015-05-20" })];
  for (const one of [guardian, child]) await tell(mill.client, one, [here]);
  const started = startApp({ client: mill.client, startAt: NOW });
  const [giver, delegate, birth] = [idOf(child), idOf(guardian), day("2015-05-20")];
  const delegation = `D-BBBB-BBBB-BBB${wards++}`;
  const one = aDelegation({ delegation, giver, delegate, birth, as: "guardian", proven: "desk" });
  expect(await started.delegations.begin(one, [], NOW)).toBe("begun");
  return { guardian, child, started, delegation };
}
const looksFor = async ({ hers, begun }: Family) => (await hers.get(`/check?for=${begun.delegation}`)).status;
/** What the worker asked to be told. */
async function toldBy({ started }: Pick<Family, "started">): Promise<(string | undefined)[][]> {
  const before = started.outbox.length;
  for (const { body } of machine.queue.splice(0)) await started.tellOutcome(JSON.parse(body));
  return started.outbox.slice(before).map(({ to, template }) => [to, template]);
}
const bothOf = ({ daughter, father }: Family) => [
  [father.phone, "delegation-ended"],
  [daughter.phone, "delegation-ended"],
];

describe("in a session that proved too little for anything else", () => {
  test("the father sees who acts for him, and ends it; what has ended he does not see there, and he begins nothing", async () => {
    const all = await family(aPhone("15466990001", { confirmedOn: day("2024-01-01"), from: day("2020-01-01") }));
    const { started, father, begun } = all;
    const { browser } = await signInAs(started, { ...father, phone: "15466990001" });
    expect((await browser.get("/children")).status).toBe(403);
    const list = async () => (await browser.get("/delegations")).json();
    expect(await list()).toMatchObject({ actsForMe: [{ name: "王小雨", state: "look-only" }], mayObject: false });
    expect((await browser.post(`/delegations/${begun.delegation}/end`, {})).status).toBe(200);
    expect(await looksFor(all)).toBe(404);
    expect(started.outbox.at(-1)).toMatchObject({ to: all.daughter.phone, template: "delegation-ended" });
    expect((await list()).actsForMe).toEqual([]);
  });

  test("a guardian does not leave a ward", async () => {
    const { started, guardian, delegation } = await ward();
    await tell(mill.client, guardian, [aPhone("15466990002", { confirmedOn: day("2024-01-01"), from: day("2020-01-01") })]);
    const { browser } = await signInAs(started, { ...guardian, phone: "15466990002" });
    expect((await browser.post(`/delegations/${delegation}/end`, {})).status).toBe(403);
  });
});

describe("on the telephone", () => {
  const start = () => startStaff({ client: mill.client, startAt: NOW });

  test.each(["father", "daughter"] as const)(
    "the %s has it ended by who has them there, without a further code; both hear of it, and the log says who looked",
    async (who) => {
      const all = await family();
      const staff = start();
      const agent = await staff.as("agent", [HOME], { workNumber: "T8001", agency: "测试县社保中心" });
      const caller: Known = all[who];
      const ticket = await aTicket({ client: mill.client, staff }, agent.member, idOf(caller));
      const at = (path: string) => `/staff/tickets/${ticket}/for${path}`;
      const list = await (await agent.get(at("/delegations"))).json();
      expect(list[who === "father" ? "actsForMe" : "actsFor"]).toMatchObject([{ delegation: all.begun.delegation }]);
      const end = () => agent.post(at(`/delegations/${all.begun.delegation}/end`), {});
      const by = who === "father" ? "giver" : "delegate";
      for (const answer of [await end(), await end()])
        expect(await answer.json()).toMatchObject({ delegation: { state: "ended", ended: { by } } });
      expect(await machine.run()).toEqual([]);
      expect(await looksFor(all)).toBe(404);
      expect((await toldBy(all)).sort()).toEqual(bothOf(all).sort());
      const { browser } = await signInAs(all.started, caller);
      expect((await (await browser.get("/submissions")).json()).submissions).toMatchObject([
        { slice: "delegation-end", status: "applied", sender: { channel: "helpline", workNumber: "T8001" } },
      ]);
      expect(await staff.looks.at(idOf(caller))).toContainEqual(expect.objectContaining({ kind: "staff", purpose: "call" }));
    },
  );

  test("not before the caller has read out a code, nor what is somebody else's", async () => {
    const all = await family();
    const staff = start();
    const agent = await staff.as("agent", [HOME]);
    const end = async (caller: Known, level: 1 | 2) => {
      const ticket = await aTicket({ client: mill.client, staff }, agent.member, idOf(caller), level);
      return (await agent.post(`/staff/tickets/${ticket}/for/delegations/${all.begun.delegation}/end`, {})).status;
    };
    expect([await end(all.father, 1), await end(await aRelative(mill.client), 2)]).toEqual([403, 404]);
    expect(await machine.run()).toEqual([]);
    expect(await looksFor(all)).toBe(200);
  });
});

describe("at the desk", () => {
  const namely = ({ number, name }: Known) => ({ number, name });

  test("who is there sees what there is and ends it, once; both hear of it, and it waits for no colleague", async () => {
    const all = await family();
    const clerk = await startStaff({ client: mill.client, startAt: NOW }).as("handler", [HOME]);
    const found = await (await clerk.post("/staff/delegations/search", namely(all.father))).json();
    expect(found).toMatchObject({ name: "王*国", actsFor: [], actsForMe: [{ name: "王小雨" }] });
    const { delegation } = all.begun;
    const end = (who: Known) => clerk.post("/staff/delegations/end", { who: namely(who), delegation });
    const other = await end(await aRelative(mill.client));
    expect([other.status, (await other.json()).findings[0].code]).toEqual([422, "delegation.elsewhere"]);
    for (const answer of [await end(all.father), await end(all.father)]) expect(answer.status).toBe(200);
    expect(await machine.run()).toEqual([]);
    expect(await looksFor(all)).toBe(404);
    expect((await toldBy(all)).sort()).toEqual(bothOf(all).sort());
    expect((await (await clerk.get("/staff/tasks")).json()).tasks).toEqual([]);
    // She had ended it herself meanwhile, or the clerk is asked again: it stays as it was.
    expect(await (await end(all.daughter)).json()).toMatchObject({ delegation: { ended: { by: "giver" } } });
  });

  test("nobody of the staff ends their own there, and a ward ends no guardianship", async () => {
    const all = await family();
    const staff = startStaff({ client: mill.client, startAt: NOW });
    const self = await staff.as("handler", [HOME], { personId: idOf(all.father) });
    const own = await self.post("/staff/delegations/end", { who: namely(all.father), delegation: all.begun.delegation });
    expect([own.status, (await own.json()).findings[0].code]).toEqual([422, "desk.own-record"]);
    const { child, delegation } = await ward();
    const clerk = await staff.as("handler", [HOME]);
    const wards = await clerk.post("/staff/delegations/end", { who: namely(child), delegation });
    expect([wards.status, (await wards.json()).findings[0].code]).toEqual([422, "delegation.guardianship"]);
  });
});
