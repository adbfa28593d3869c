// The desk as its pages use it: handlers and checkers of a place, on the embedded engine.
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { itemOf } from "../../functions/desk/table.ts";
import { itemOf as visitItem } from "../../functions/visits/table.ts";
import type { ListedMatter, MatterView } from "../../shared/desk/contract.ts";
import { TicketNo } from "../../shared/helpline/ticket.ts";
import { HouseholdId, VillageName } from "../../shared/households/ids.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { VisitId } from "../../shared/visits/ids.ts";
import { withEngine } from "../support/around.ts";
import { aFact, day, noon } from "../support/build.ts";
import { someoneNew } from "../support/people.ts";
import { HOME, type StartedStaff, startStaff } from "../support/staff.ts";
import { aMatter, aWork } from "./matters.ts";

const engine = withEngine();
let hall: StartedStaff;
beforeAll(() => {
  hall = startStaff({ client: engine.client });
});

const place = (code: string) => v.parse(DivisionCode, code);
type Browser = Awaited<ReturnType<StartedStaff["as"]>>;
const at = (name: string, more = "") => `/staff/tasks/${name}${more}`;
const open = async (by: Browser, name: string): Promise<MatterView> => (await by.get(at(name))).json();
const say = (by: Browser, name: string, what: string, body: unknown) => by.post(at(name, `/${what}`), body);
const yes = { verdict: "applied", reason: "户口簿已核对" };
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).findings[0]?.code];
const handler = (about = {}) => hall.as("handler", undefined, about);
const checker = (about = {}) => hall.as("checker", undefined, about);
const looksAt = ({ person }: { person: { record: { registration: { personId: string } } } }) =>
  hall.looks.at(person.record.registration.personId as never);

/** As somebody who was appointed by the security administrator stands in the roster. */
async function listed(by: Browser, region: string = HOME): Promise<Browser> {
  const { personId: _, ...member } = by.member;
  const [grant] = (await hall.staff.member(member.staffId))?.grants ?? [];
  const Item = grant && itemOf.roster(region.slice(0, 2), { ...member, grant });
  await engine.client.send(new PutItemCommand({ TableName: "desk", Item }));
  return by;
}

describe("where two people decide", () => {
  test("a handler goes first, a checker confirms, and both are written into the decision", async () => {
    const matter = await aMatter(engine.client);
    const [first, second] = [await handler(), await checker()];
    expect(await open(first, matter.name)).toMatchObject({ turn: "handler", may: ["decide", "take", "object"], deciders: 2 });
    expect(await codeOf(await say(second, matter.name, "decision", yes))).toEqual([422, "desk.handler-needed"]);
    expect((await say(first, matter.name, "hands", { to: "me" })).status).toBe(204);
    expect(await (await say(first, matter.name, "decision", yes)).json()).toEqual({ final: false });
    expect(await open(first, matter.name)).toMatchObject({ may: ["object"], why: { code: "desk.same-person-twice" } });
    expect(await open(second, matter.name)).toMatchObject({ turn: "checker", proposed: { mine: false, verdict: "applied" } });
    expect(await (await say(second, matter.name, "decision", yes)).json()).toEqual({ final: true });
    const { personId, receipt } = matter.task;
    expect(await hall.desk.decision(personId, receipt)).toMatchObject({
      by: [first.member.name, second.member.name],
      staffIds: [first.member.staffId, second.member.staffId],
    });
    expect(await open(second, matter.name)).toMatchObject({ state: "decided", may: [], decision: { reason: yes.reason } });
    expect(await codeOf(await say(second, matter.name, "decision", yes))).toEqual([409, "desk.not-open"]);
  });

  test("nobody is both: neither who decided first, nor who had it in hand before, nor who sent it for the person", async () => {
    const both = await hall.as(["handler", "checker"]);
    const matter = await aMatter(engine.client);
    await say(both, matter.name, "decision", yes);
    expect(await codeOf(await say(both, matter.name, "decision", yes))).toEqual([422, "desk.same-person-twice"]);
    const held = await aMatter(engine.client);
    await say(both, held.name, "hands", { to: "me" });
    await say(both, held.name, "hands", { to: "nobody" });
    await say(await handler(), held.name, "decision", yes);
    expect(await codeOf(await say(both, held.name, "decision", yes))).toEqual([422, "desk.same-person-twice"]);
    const { staffId, agency, workNumber } = both.member;
    const sender = { staffId, agency, workNumber, role: "handler", channel: "desk" } as const;
    const filed = await aMatter(engine.client, { sender });
    await say(await handler(), filed.name, "decision", yes);
    expect(await codeOf(await say(both, filed.name, "decision", yes))).toEqual([422, "desk.sent-it"]);
  });

  test("who does not agree gives it back with a reason, and it begins anew with a handler", async () => {
    const matter = await aMatter(engine.client);
    const [first, second] = [await handler(), await checker()];
    await say(first, matter.name, "decision", yes);
    const no = { verdict: "refused", reason: "照片看不清" };
    expect(await codeOf(await say(second, matter.name, "decision", no))).toEqual([409, "desk.verdicts-differ"]);
    expect((await say(second, matter.name, "returns", { reason: no.reason })).status).toBe(204);
    expect(await open(first, matter.name)).toMatchObject({
      turn: "handler",
      returned: { reason: no.reason, by: second.member.name },
    });
    expect(await (await say(first, matter.name, "decision", no)).json()).toEqual({ final: false });
    expect(await (await say(second, matter.name, "decision", no)).json()).toEqual({ final: true });
  });

  test("of two who confirm at once one is told that it is decided, and there is one decision", async () => {
    const matter = await aMatter(engine.client);
    await say(await handler(), matter.name, "decision", yes);
    const checkers = [await checker(), await checker()];
    const answers = await Promise.all(checkers.map((by) => say(by, matter.name, "decision", yes)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("an objection in between takes the first word away, and leaves only a no", async () => {
    const matter = await aMatter(engine.client);
    const [first, second] = [await handler(), await checker()];
    await say(first, matter.name, "decision", yes);
    await say(second, matter.name, "objections", { note: "本人说没有改过名" });
    expect(await codeOf(await say(first, matter.name, "decision", yes))).toEqual([409, "desk.objected"]);
    expect(await open(first, matter.name)).toMatchObject({ turn: "handler", objection: { by: second.member.name } });
  });
});

describe("from hand to hand", () => {
  test("it goes to a colleague of the place whose turn it is, and to nobody else", async () => {
    const matter = await aMatter(engine.client);
    const [first, second] = [await handler(), await handler()];
    const far = await hall.as("handler", ["320102"]);
    const agent = await hall.as("agent");
    await say(first, matter.name, "hands", { to: "me" });
    for (const { member } of [far, agent, await checker()])
      expect(await codeOf(await say(first, matter.name, "hands", { to: member.staffId }))).toEqual([422, "desk.nobody-there"]);
    expect(await codeOf(await say(second, matter.name, "decision", yes))).toEqual([409, "desk.taken"]);
    expect((await say(first, matter.name, "hands", { to: second.member.staffId, note: "我去下乡" })).status).toBe(204);
    expect(await codeOf(await say(first, matter.name, "hands", { to: "nobody" }))).toEqual([409, "desk.taken"]);
    const seen = await open(second, matter.name);
    expect(seen).toMatchObject({ taken: { mine: true }, passed: [{ to: first.member.name }, { note: "我去下乡" }] });
    expect((await say(second, matter.name, "decision", yes)).status).toBe(200);
  });

  test("is offered to those whose turn it is, in this place, and who have not handled it", async () => {
    const matter = await aMatter(engine.client);
    const [me, colleague] = [await listed(await handler()), await listed(await handler())];
    await listed(await hall.as("handler", ["320102"]), "320102");
    const offered = async (by: Browser) =>
      (await (await by.get(at(matter.name, "/colleagues"))).json()).colleagues.map((one: { staffId: string }) => one.staffId);
    expect(await offered(me)).toEqual([colleague.member.staffId]);
    await say(me, matter.name, "decision", yes);
    expect(await offered(await checker())).toEqual([]); // now it is a checker's turn
  });

  test("of two who take it at once one has it", async () => {
    const matter = await aMatter(engine.client);
    const two = [await handler(), await handler()];
    const answers = await Promise.all(two.map((by) => say(by, matter.name, "hands", { to: "me" })));
    const has = (await Promise.all(two.map((by) => open(by, matter.name)))).filter(({ taken }) => taken?.mine);
    expect([has.length, answers.some(({ status }) => status === 204)]).toEqual([1, true]);
  });
});

describe("nobody decides about themselves", () => {
  test("nor about somebody of their household, nor about what they reported", async () => {
    const home = (number: string) => ({ card: aFact({ name: "household", division: HOME, number, relation: "20" }) });
    const me = await someoneNew(engine.client, home("H-7"));
    const { personId } = me.record.registration;
    const by = await hall.as(["handler"], undefined, { personId });
    const cases = [
      await aMatter(engine.client, { about: home("H-7") }),
      await aMatter(engine.client, { task: { about: personId, kind: "death-report" } }),
    ];
    for (const matter of cases) {
      const { name, evidence } = matter;
      expect(await open(by, name)).toMatchObject({ may: ["object"], why: { code: "desk.own-record" } });
      const opened = (await looksAt(matter)).length;
      expect(await codeOf(await say(by, name, "decision", yes))).toEqual([422, "desk.own-record"]);
      expect(await codeOf(await by.get(at(name, `/evidence/${evidence}`)))).toEqual([422, "desk.own-record"]);
      expect(await codeOf(await say(by, name, "reveals", { field: "phone", reason: "call" }))).toEqual([422, "desk.own-record"]);
      expect((await looksAt(matter)).length).toBe(opened); // what was refused was no look
    }
    const other = await aMatter(engine.client, { about: home("H-8") });
    expect((await by.get(at(other.name, `/evidence/${other.evidence}`))).status).toBe(200);
    expect((await say(by, other.name, "reveals", { field: "phone", reason: "call" })).status).toBe(200);
    // Each look is one line, and whether it is their home is a line in their own log alone.
    const looks = await looksAt(other);
    expect(looks.length).toBe(2);
    for (const look of [{ evidence: other.evidence }, { fields: ["phone"] }])
      expect(looks).toContainEqual(expect.objectContaining(look));
    expect((await say(by, other.name, "decision", yes)).status).toBe(200);
  });
});

describe("whoever opens a matter", () => {
  test("leaves a look before anything is read, and sees both sides in full and the person masked", async () => {
    const matter = await aMatter(engine.client, { task: { others: [] } });
    const by = await handler();
    const seen = await open(by, matter.name);
    expect(seen.sides).toMatchObject([
      { is: "now", name: "林晓禾" },
      { is: "said", name: "林小禾", reason: "mistake" },
    ]);
    expect(seen.person).toMatchObject({ name: "林*禾", residence: expect.stringMatching(/\*{4}$/) });
    expect(JSON.stringify(seen)).not.toContain(matter.task.personId);
    expect(await looksAt(matter)).toMatchObject([
      {
        by: by.member.staffId,
        role: "handler",
        purpose: "task",
        receipt: matter.task.receipt,
        fields: expect.arrayContaining(["name"]),
      },
    ]);
  });

  test("sees what was said, with what stands beside its code", async () => {
    const told = { code: "U01", employer: { name: "某某厂" }, named: false } as const;
    const reasons = [{ code: "P06", place: place("340422") } as const, { code: "O99", text: "在外地照顾老人" } as const, told];
    const content = {
      slice: "declaration",
      declaration: { insurance: "pension", reasons },
      acceptedAt: noon("2026-03-30"),
    } as const;
    const { name } = await aMatter(engine.client, { content, task: { kind: "reason", unproved: true } });
    expect(await open(await handler(), name)).toMatchObject({
      reasons: [
        { insurance: "pension", code: "P06", more: ["安徽省淮南市寿县"] },
        { insurance: "pension", code: "O99", more: ["在外地照顾老人"] },
        { insurance: "pension", code: "U01", more: ["某某厂"] },
      ],
      unproved: true,
      sides: [],
    });
    expect((await open(await checker(), name)).reasons[2]).toMatchObject({ code: "U01", more: [] }); // who told of whom
  });

  test("leaves one with whoever is compared too, which names neither the matter nor whose it is", async () => {
    const other = await someoneNew(engine.client);
    const matter = await aMatter(engine.client, { task: { others: [other.record.registration.personId] } });
    expect((await open(await handler(), matter.name)).sides.map(({ is }) => is)).toEqual(["now", "said", "there"]);
    const [row] = await looksAt({ person: other });
    expect(row).toMatchObject({ purpose: "task", fields: expect.arrayContaining(["number"]) });
    expect(JSON.stringify(row)).not.toContain(matter.task.receipt);
  });

  test("reads one field more with a reason, and the person reads which and why", async () => {
    const matter = await aMatter(engine.client);
    const answer = await say(await handler(), matter.name, "reveals", { field: "phone", reason: "call" });
    expect(await answer.json()).toMatchObject({ field: "phone", value: matter.person.phone });
    expect(await looksAt(matter)).toMatchObject([{ fields: ["phone"], reason: "打电话给本人" }]);
  });

  test("sees a picture as what it is, kept nowhere, with a look of its own; and none that came with something else", async () => {
    const [matter, another] = [await aMatter(engine.client), await aMatter(engine.client)];
    const by = await checker();
    const answer = await by.get(at(matter.name, `/evidence/${matter.evidence}`));
    const headers = ["content-type", "cache-control", "x-content-type-options"].map((name) => answer.headers.get(name));
    expect([answer.status, ...headers]).toEqual([200, "image/jpeg", "no-store", "nosniff"]);
    expect(await looksAt(matter)).toMatchObject([{ evidence: matter.evidence, role: "checker", receipt: matter.task.receipt }]);
    expect((await by.get(at(matter.name, `/evidence/${another.evidence}`))).status).toBe(404);
    expect(await looksAt(another)).toEqual([]);
  });

  test("of another place finds nothing there, nor by a name that nobody made", async () => {
    const matter = await aMatter(engine.client);
    const far = await hall.as("handler", ["340402"]);
    expect((await far.get(at(matter.name))).status).toBe(404);
    const forged = matter.name.replace(/^./, (first) => (first === "A" ? "B" : "A"));
    expect((await (await handler()).get(at(forged))).status).toBe(404);
    expect(await looksAt(matter)).toEqual([]);
  });
});

test("a lead is done once, by a handler, and to a checker it is not there: it says who has told", async () => {
  const { name } = await aWork(engine.client);
  expect((await (await checker()).get(at(name))).status).toBe(404);
  const by = await handler();
  expect(await open(by, name)).toMatchObject({
    what: "do",
    kind: "LABOUR_INSPECTION_LEAD",
    named: false,
    may: ["finish", "take"],
  });
  expect((await say(by, name, "done", { note: "已转劳动监察" })).status).toBe(204);
  expect(await codeOf(await say(by, name, "done", { note: "又一次" }))).toEqual([409, "desk.not-open"]);
});

describe("the list", () => {
  const [inCity, next] = [place("340802"), place("340803")];
  const list = async (by: Browser, query = "") => (await by.get(`/staff/tasks${query}`)).json();

  test("is that of all places of a grant, by due date, page by page, with every kind of item and nobody's name in it", async () => {
    const by = await hall.as("handler", ["340800"]);
    const days = Array.from({ length: 33 }, (_, nth) => `2026-04-${String(1 + (nth % 11)).padStart(2, "0")}`);
    const put: string[] = [];
    for (const [nth, dueAt] of days.entries())
      put.push((await aMatter(engine.client, { task: { region: nth % 2 ? inCity : next, dueAt, kind: "registration" } })).name);
    const { name: poor } = await aMatter(engine.client, { task: { region: inCity, kind: "hardship", dueAt: "2026-03-01" } });
    await aMatter(engine.client, { task: { region: inCity, kind: "look-challenge" } });
    await aMatter(engine.client, { task: { region: HOME } });
    const waiting = {
      kind: "call-back",
      ticket: v.parse(TicketNo, "G-0331-1002-7K2M"),
      state: "open",
      dueAt: day("2026-03-02"),
    } as const;
    await engine.client.send(new PutItemCommand({ TableName: "desk", Item: itemOf.waiting({ ...waiting, region: inCity }) }));
    const visit = v.parse(VisitId, "7K3M-9Q2X-003");
    const home = { division: inCity, number: "H-1" };
    const household = v.parse(HouseholdId, "A".repeat(22));
    const visited = visitItem.visit({
      ...{ visit, division: inCity, village: v.parse(VillageName, "幸福村"), household, home, members: [] },
      ...{ state: "visited", version: 1, dueAt: day("2026-03-03") },
    });
    await engine.client.send(new PutItemCommand({ TableName: "desk", Item: visited }));
    const first = await list(by);
    const second = await list(by, `?cursor=${first.cursor}`);
    const rows: ListedMatter[] = [...first.tasks, ...second.tasks];
    expect(rows.map(({ dueAt }) => dueAt)).toEqual(rows.map(({ dueAt }) => dueAt).sort());
    expect(rows.slice(0, 3)).toMatchObject([
      { name: poor, what: "decide" },
      { what: "call-back", name: waiting.ticket },
      { what: "visit", name: visit },
    ]);
    expect(rows[0]?.kind).toBeUndefined(); // it would say that somebody is poor
    expect([
      first.tasks.length,
      second.cursor,
      rows
        .slice(3)
        .map(({ name }) => name)
        .sort(),
    ]).toEqual([30, undefined, put.sort()]);
    expect(JSON.stringify(rows)).not.toContain("林");
  });

  test("can be that of one place, of one kind, or of what I have in hand", async () => {
    const by = await hall.as("handler", ["340800"]);
    const { name } = await aMatter(engine.client, { task: { region: next, dueAt: "2026-05-01" } });
    await say(by, name, "hands", { to: "me" });
    expect((await list(by, "?mine=yes")).tasks).toMatchObject([{ name, taken: { mine: true } }]);
    expect((await list(by, `?region=${inCity}&what=call-back`)).tasks).toHaveLength(1);
    expect((await by.get(`/staff/tasks?region=${HOME}`)).status).toBe(404);
    expect((await by.get("/staff/tasks?cursor=zzz")).status).toBe(200);
  });

  test("of the whole country asks for a place first, and shows those of no place", async () => {
    const { name } = await aMatter(engine.client, { task: { region: "100000" } });
    const by = await hall.as("handler", ["100000"]);
    const all = await list(by);
    expect(all).toMatchObject({ narrow: true, tasks: [{ name }] });
    expect((await list(by, "?region=340800")).tasks.length).toBe(30);
  });
});
