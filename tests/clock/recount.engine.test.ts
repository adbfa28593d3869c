// What was counted past the calendar is counted again when the next one is deployed, whoever waits for it.
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Job } from "../../functions/clock/job.ts";
import { recountIn } from "../../functions/clock/recount.ts";
import { deskAgainIn } from "../../functions/clock/recount-desk.ts";
import { transferAgainIn } from "../../functions/clock/recount-transfers.ts";
import { openDesk } from "../../functions/desk/desk.ts";
import { itemOf } from "../../functions/desk/table.ts";
import { dueBy } from "../../functions/due.ts";
import { dueOf } from "../../functions/helpline/due.ts";
import { type Next, openTickets } from "../../functions/helpline/tickets.ts";
import { deployedPolicy } from "../../functions/policy.ts";
import { readTransfers } from "../../functions/transfers/transfers.ts";
import { itemOf as itemOfVisits, StoredList, StoredVisit } from "../../functions/visits/table.ts";
import { openVisits } from "../../functions/visits/visits.ts";
import { callFrom, nothingAsked } from "../../shared/helpline/levels.ts";
import { TicketNo } from "../../shared/helpline/ticket.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import data from "../../shared/kernel/data/working-days.json" with { type: "json" };
import { DivisionCode, Phone, Receipt } from "../../shared/kernel/fields.ts";
import { CalendarData, openCalendar } from "../../shared/kernel/working-days.ts";
import { StaffId } from "../../shared/staff/staff.ts";
import { aPersonId, day, noon } from "../support/build.ts";
import { callsOf } from "../support/table.ts";
import { aTransfer } from "./a-transfer.ts";
import { openStage, type Stage, silent } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(silent);
afterAll(() => stage.stop());

const upTo = (last: string): CalendarData => {
  const { years, ...rest } = v.parse(CalendarData, data);
  return { ...rest, years: Object.fromEntries(Object.entries(years).filter(([year]) => year <= last)) };
};
/** As in December 2025, before the notice for 2026 was loaded: its Spring Festival counts as ordinary days. */
const decembers = dueBy(deployedPolicy, openCalendar(upTo("2025")));
const todays = dueBy(deployedPolicy, openCalendar(upTo("2026")));

const region = v.parse(DivisionCode, "340422");
const received = noon("2025-12-29");
const from = day("2025-12-29");
const receipt = v.parse(Receipt, "C7K2-94MD-61QX");
const put = (Item: ReturnType<typeof itemOf.task>) => stage.client.send(new PutItemCommand({ TableName: "desk", Item }));

const minute = (version: number, client: DynamoDBClient) =>
  recountIn({
    client,
    tables: { casework: "casework", desk: "desk" },
    version,
    again: { casework: async () => {}, desk: deskAgainIn({ client, table: "desk", due: todays }) },
  });
async function run(now: Instant, version = 2, client = stage.client) {
  const failures: unknown[] = [];
  await minute(version, client)(
    now,
    (error) => void failures.push(error),
    () => false,
  );
  return failures;
}

async function aTask() {
  const personId = aPersonId();
  const due = decembers(from, region);
  await put(itemOf.task({ personId, receipt, kind: "reason", state: "open", region, openedAt: received, ...due }));
  return personId;
}
const taskOf = (personId: ReturnType<typeof aPersonId>) =>
  openDesk({ client: stage.client, table: "desk" }).task(personId, receipt);

describe("with the calendar of the next year", () => {
  test("the day of a task becomes the one that the notice makes it, and is no longer about", async () => {
    const personId = await aTask();
    const before = await taskOf(personId);
    expect(before).toMatchObject({ dueAt: "2026-01-12", provisional: true, counted: { from, limit: "limit.registration" } });

    expect(await run(noon("2026-01-05"))).toEqual([]);

    const after = await taskOf(personId);
    expect(after).toMatchObject({ dueAt: "2026-01-13", provisional: false, state: "open" });
    expect(after).not.toHaveProperty("counted");
  });

  test("so do work, a visit that waits to be checked, a ticket and a call-back", async () => {
    const { client } = stage;
    const personId = aPersonId();
    const owner = v.parse(StaffId, aPersonId());
    const work = { personId, receipt, work: "CALL_BACK", state: "open", region, openedAt: received } as const;
    await put(itemOf.work({ ...work, ...decembers(from, region, "reason.follow-up") }));
    const visits = decembers(from, region);
    const home = { division: region, village: "寿春镇东街村" };
    const by = { staffId: owner, name: "测试", workNumber: "T1", agency: "测试" };
    const given = { list: "7K3M-9Q2X", ...home, visitor: by, givenBy: by, givenAt: received, households: 1 };
    await put(itemOfVisits.visitList(v.parse(StoredList, given)));
    const visit = v.parse(StoredVisit, {
      ...{ visit: "7K3M-9Q2X-003", ...home, household: "a".repeat(22), home: { division: region, number: "7" } },
      ...{ members: [], state: "visited", version: 3, ...visits, provisional: true },
    });
    await put(itemOfVisits.visit(visit));
    const no = v.parse(TicketNo, "G-1229-7K2M-0001");
    const called = decembers(day("2025-12-31"), region, "helpline.consultation-expert");
    const ticket: Next = {
      ...{ ticket: no, state: "ACCEPTED", region, openedAt: received, owner, call: callFrom(received), asked: nothingAsked },
      ...{ category: "complaint", acceptedAt: from, parts: [], history: [] },
      callBack: { state: "open", phone: v.parse(Phone, "15412340000"), tries: [], ...called },
    };
    const tickets = openTickets({ client, table: "desk" });
    await tickets.create({ ...ticket, ...dueOf(ticket, decembers) });

    expect(await run(noon("2026-01-05"), 3)).toEqual([]);

    expect(await openDesk({ client, table: "desk" }).work(personId, work)).toMatchObject({
      ...todays(from, region, "reason.follow-up"),
      provisional: false,
    });
    const visited = (await openVisits({ client, table: "desk" }).visit(visit.visit))?.visit;
    expect(visited).toMatchObject({ dueAt: "2026-01-13", version: 4 });
    expect(visited?.provisional).toBeUndefined();
    const counted = await tickets.read(no);
    expect(called).toMatchObject({ dueAt: "2026-01-02", provisional: true });
    expect(counted).toMatchObject({ dueAt: dueOf(ticket, todays).dueAt, callBack: { dueAt: "2026-01-05" } });
    expect([counted?.provisional, counted?.callBack?.provisional]).toEqual([undefined, undefined]);
    expect(await tickets.waiting([region], "ticket")).toMatchObject([{ ticket: no, dueAt: counted?.dueAt }]);
    expect(await tickets.waiting([region], "call-back")).toMatchObject([{ ticket: no, dueAt: "2026-01-05" }]);
  });

  test("a matter that was decided meanwhile, and one that somebody has in hand, keep what was done to them", async () => {
    const [decided, inHand] = [await aTask(), await aTask()];
    const desk = openDesk({ client: stage.client, table: "desk" });
    const [first, second] = [(await taskOf(decided))!, (await taskOf(inHand))!];
    await desk.decide(first, { verdict: "refused", reason: "不符", by: "王芳" }, noon("2026-01-04"));
    const taken = { staffId: v.parse(StaffId, aPersonId()), name: "李军", at: noon("2026-01-04") };
    await desk.moved(second, { ...second, taken });

    await run(noon("2026-01-05"), 4);

    expect(await taskOf(decided)).toMatchObject({ state: "decided", dueAt: first.dueAt });
    expect(await taskOf(inHand)).toMatchObject({ taken, dueAt: "2026-01-13", provisional: false });
  });

  test("nothing is left in the index that has its day, so the next minute reads one item, and the next day nothing but what is provisional", async () => {
    await aTask();
    await run(noon("2026-01-05"), 5);
    const client = new DynamoDBClient({});
    const calls = callsOf(client);
    await run(noon("2026-01-05"), 5, client);
    expect(calls).toEqual(["GetItemCommand"]);
    await run(noon("2026-01-06"), 5, client);

    expect(calls.filter((call) => /Transact|Update/.test(call))).toEqual([]);
    client.destroy();
  });

  test("what still runs past the loaded years stays provisional, and is looked at every day and not every minute", async () => {
    const personId = aPersonId();
    const late = dueBy(deployedPolicy, openCalendar(upTo("2026")))(day("2026-12-30"), region);
    const task = { personId, receipt, kind: "reason", state: "open", region, openedAt: noon("2026-12-30") } as const;
    await put(itemOf.task({ ...task, ...late }));
    const before = await taskOf(personId);
    expect(before).toMatchObject({ provisional: true });

    expect(await run(noon("2026-12-31"), 6)).toEqual([]);
    expect(await taskOf(personId)).toEqual(before);
  });

  test("when one cannot be counted, the others are, and it is tried again in the next minute", async () => {
    const broken = await aTask();
    const { pk, sk } = itemOf.task({ ...(await taskOf(broken))!, receipt });
    const Item = { ...itemOf.task((await taskOf(broken))!), pk: pk!, sk: sk!, kind: { S: "no such kind" } };
    await put(Item);
    const other = await aTask();

    expect(await run(noon("2026-01-05"), 7)).toHaveLength(1);
    expect(await taskOf(other)).toMatchObject({ provisional: false });
    expect(await run(noon("2026-01-05"), 7)).toHaveLength(1);
    await put({ ...Item, kind: { S: "reason" } });
    expect(await run(noon("2026-01-05"), 7)).toEqual([]);
    expect(await taskOf(broken)).toMatchObject({ provisional: false });
  });
});

describe("a transfer whose day was counted past the calendar", () => {
  const [december, january] = [
    { calendar: openCalendar(upTo("2025")), policy: deployedPolicy },
    { calendar: openCalendar(upTo("2026")), policy: deployedPolicy },
  ];
  const tables = { casework: "casework", desk: "desk" };
  const jobs = (version: number) => [
    recountIn({
      ...{ client: stage.client, tables, version },
      again: {
        casework: transferAgainIn({ client: stage.client, tables, tell: stage.tell, reckoning: january }),
        desk: async () => {},
      },
    }),
  ];
  const transferOf = ({ personId, receipt }: Awaited<ReturnType<typeof aTransfer>>) =>
    readTransfers({ client: stage.client, table: "casework" }).one(personId, receipt);
  const heardBy = (phone: string) => stage.heard.filter(({ to, text }) => to === phone && text.includes("期限有变动")).length;

  test("gets its day, and the person hears once that it moved, whatever call the clock dies at", async () => {
    let version = 100;
    const now = noon("2026-01-05");
    const begin = async () => {
      version++;
      const one = await aTransfer(stage, received, december);
      expect(await transferOf(one)).toMatchObject({ step: { dueAt: "2026-01-19", provisional: true } });
      return one;
    };
    const job: Job = (...given) => jobs(version)[0]!(...given);

    const kills = await stage.everyKill(begin, { now, later: now, jobs: [job] }, async (one, point) => {
      const transfer = await transferOf(one);
      expect(transfer, point).toMatchObject({ version: 2, step: { dueAt: "2026-01-20" } });
      expect(transfer?.step.provisional, point).toBeUndefined();
      expect(heardBy(one.phone), point).toBe(1);
    });
    expect(kills).toBeGreaterThan(10);
  });

  test("or by a year that a later notice amends, gets the new one with the calendar that has it, and then once", async () => {
    const amended = (...more: string[]) => {
      const data = upTo("2026");
      const year = data.years["2026"]!;
      const holidays = [...year.holidays, ...more.map(day)];
      return openCalendar({ ...data, years: { ...data.years, 2026: { ...year, holidays } } });
    };
    const byNotice = (version: number, ...more: string[]) =>
      recountIn({
        ...{ client: stage.client, tables, version },
        again: {
          casework: transferAgainIn({
            ...{ client: stage.client, tables, tell: stage.tell },
            reckoning: { ...january, calendar: amended(...more) },
          }),
          desk: async () => {},
        },
      });
    const one = await aTransfer(stage, received, january);
    expect((await transferOf(one))?.step).toEqual(expect.not.objectContaining({ provisional: true }));
    await stage.minute(noon("2026-01-05"), byNotice(300, "2026-01-12"));
    await stage.minute(noon("2026-01-06"), byNotice(300, "2026-01-12", "2026-01-13"));
    await stage.bring(noon("2026-01-06"));
    expect(await transferOf(one)).toMatchObject({ step: { dueAt: "2026-01-21" }, version: 2 });
    expect(heardBy(one.phone)).toBe(1);
    await stage.minute(noon("2026-01-06"), byNotice(301, "2026-01-12", "2026-01-13"));
    expect(await transferOf(one)).toMatchObject({ step: { dueAt: "2026-01-22" }, version: 3 });
  });

  test("and stayed the same is silent: nobody is told what they know", async () => {
    const one = await aTransfer(stage, noon("2025-12-11"), { ...december, calendar: openCalendar(upTo("2024")) });
    expect(await transferOf(one)).toMatchObject({ step: { dueAt: "2026-01-01", provisional: true } });
    const same = await aTransfer(stage, noon("2025-12-08"), { ...december, calendar: openCalendar(upTo("2024")) });
    expect(await transferOf(same)).toMatchObject({ step: { dueAt: "2025-12-29", provisional: true } });
    await stage.minute(noon("2026-01-06"), ...jobs(200));
    await stage.bring(noon("2026-01-06"));

    expect([heardBy(one.phone), heardBy(same.phone)]).toEqual([1, 0]);
    expect((await transferOf(same))?.step).toMatchObject({ dueAt: "2025-12-29" });
    expect((await transferOf(same))?.step.provisional).toBeUndefined();
  });
});
