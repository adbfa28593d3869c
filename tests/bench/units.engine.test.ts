// What each journey may cost, in calls and units. Time is measured by `npm run bench`, and never here.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { weightOf } from "../../bench/demo-records.ts";
import { changeCounted, counted, recordCounted, signInCounted, submissionCounted, sum } from "../../bench/journeys.ts";
import { joining } from "../../bench/measures/units.ts";
import { familyCounted } from "../../bench/measures/units-family.ts";
import { movingCounted, twiceCounted } from "../../bench/measures/units-moves.ts";
import { type Meter, startMeter } from "../../bench/meter.ts";
import { longTimer } from "../../bench/people.ts";
import { openWorld, type World } from "../../bench/world.ts";
import { openLooks } from "../../functions/looks/looks.ts";
import { allKept } from "../registration/form.ts";
import { someoneElse } from "../support/people.ts";
import { aBrowser, type Browser } from "../support/post.ts";

const folder = mkdtempSync(join(tmpdir(), "canbaotong-units-"));
let world: World;
let meter: Meter;
let person: Awaited<ReturnType<typeof longTimer>>;
let browser: Browser;
beforeAll(async () => {
  world = await openWorld();
  person = await longTimer(world.client, folder);
  meter = startMeter();
  browser = (await signInCounted({ world, meter }, person)).browser;
});
afterAll(async () => {
  meter.stop();
  await world.stop();
  rmSync(folder, { recursive: true });
});

const neverAsked = () => {
  throw new Error("who only reads needs no clock");
};
const here = () => ({ world, meter });
const look = () => counted(here(), () => browser.get("/check"));
const address = { division: "320102", lines: "梅园新村街道长江路某某小区某幢某单元某某某室" };

describe("with thirty years in five schemes", () => {
  test("a look is two calls, the session and the page of the record: its row came into the access log with the session", async () => {
    expect(await look()).toMatchObject({ calls: ["GetItem sessions", "Query register"], rru: 2, wru: 0 });
    const ownLooks = (await openLooks({ client: world.client, table: "looks", now: neverAsked }).at(person.personId)).filter(
      ({ kind }) => kind === "session",
    );
    expect(ownLooks).toHaveLength(1);
  });

  test("what the registration form begins with costs what a look costs", async () => {
    const form = await counted(here(), () => browser.get("/registrations/form"));

    expect(form).toMatchObject({ calls: ["GetItem sessions", "Query register"], rru: 2, wru: 0 });
  });

  test("the page of the record fits one read unit, whatever lies before it", () => {
    expect(weightOf(person.record)).toMatchObject({ page: expect.toSatisfy((bytes: number) => bytes < 4096) });
    expect(weightOf(person.record).items).toBeGreaterThan(150);
  });

  test("the whole record is one Query of no more units than it has pages of 4 kB", async () => {
    const { calls, rru, wru } = await recordCounted(here(), person);

    expect({ calls, wru }).toEqual({ calls: ["Query register"], wru: 0 });
    expect(rru).toBe(Math.ceil(weightOf(person.record).all / 4096));
    expect(rru).toBeLessThanOrEqual(5);
  });

  test.each([
    { item: "card", hasCard: false },
    { item: "residence", address },
    { item: "employment", status: "EMPLOYED", employer: { name: "淮南市某某新能源装备制造有限责任公司" } },
  ])("a change of $item takes no more than sixteen write units from the form to the register", async (change) => {
    const { post, way } = await changeCounted(here(), browser, change);

    expect(post.calls).toEqual(["GetItem sessions", "Query casework", "Query register", "TransactWriteItems casework casework"]);
    expect(way.calls.filter((call) => /casework|register|desk/.test(call))).toEqual([
      "UpdateItem casework",
      "GetItem casework",
      "Query register",
      "TransactWriteItems casework casework register register register",
    ]);
    expect(sum(post, way).wru).toBeLessThanOrEqual(16);
  });

  test("following a change is two reads, however often the page asks", async () => {
    const { receipt } = await changeCounted(here(), browser, { item: "contact", address });
    const poll = await counted(here(), () => browser.get(`/submissions/${receipt}`));

    expect(poll).toMatchObject({ calls: ["GetItem sessions", "GetItem casework"], rru: 2, wru: 0 });
  });

  test("a registration form costs no call more than a change, however much of it is new", async () => {
    const { post, way } = await submissionCounted(here(), browser, "/registrations", {
      ...allKept,
      residence: { division: "320102", township: "梅园新村街道", road: "长江路1号" },
      landline: "025-84810000",
    });
    const confirmation = await submissionCounted(here(), browser, "/registrations", allKept);

    expect(post.calls).toEqual(["GetItem sessions", "Query casework", "Query register", "TransactWriteItems casework casework"]);
    expect(way.calls.filter((call) => /casework|register|desk/.test(call))).toEqual([
      "UpdateItem casework",
      "GetItem casework",
      "Query register",
      "TransactWriteItems casework casework register register register register register", // the last: the household's line
    ]);
    expect(confirmation.way.calls.at(-1 - confirmation.way.calls.toReversed().findIndex((call) => /Transact/.test(call)))).toBe(
      "TransactWriteItems casework casework",
    );
  });

  test("a list of submissions is two calls", async () => {
    expect(await counted(here(), () => browser.get("/submissions"))).toMatchObject({
      calls: ["GetItem sessions", "Query casework"],
      wru: 0,
    });
  });

  test("the outcome is told with two small reads, of whom to tell and what it was about, and one write", async () => {
    const { notice } = await changeCounted(here(), browser, { item: "card", hasCard: true });

    const calls = notice.calls.filter((call) => !/Message/.test(call));
    expect(calls.toSorted()).toEqual(["GetItem casework", "PutItem sessions", "Query register"]); // the reads go side by side
    expect(notice.wru).toBe(1);
  });
});

describe("who is insured nowhere", () => {
  test("learns what may be joined with one look, and joins for no more than sixteen write units", async () => {
    const { offer, join } = await joining(here());

    expect(offer.calls).toEqual(["GetItem sessions", "Query register"]);
    expect(join.post.calls.at(-1)).toBe("TransactWriteItems casework casework");
    expect(join.way.calls.filter((call) => /casework|register|desk/.test(call))).toEqual([
      "UpdateItem casework",
      "GetItem casework",
      "Query register",
      "TransactWriteItems casework casework register register register",
    ]);
    expect(sum(join.post, join.way).wru).toBeLessThanOrEqual(16);
  });
});

describe("between agencies and in a family", () => {
  const tables = (calls: readonly string[]) => calls.filter((call) => /casework|register|desk/.test(call));
  const wru = ({ post, way }: { post: { wru: number }; way: { wru: number } }) => post.wru + way.wru;

  test("a transfer is applied for with twenty write units, each step reads record and transfer once, and the end takes 48", async () => {
    const { application, steps } = await movingCounted(here(), folder);
    const { completed, ...between } = steps;

    expect(tables(application.way.calls)).toEqual([
      "UpdateItem casework",
      "GetItem casework",
      "Query register",
      "TransactWriteItems casework casework casework register desk", // the one in the register: no second of its kind
    ]);
    expect(tables(between["accepted"]?.way.calls ?? [])).toEqual([
      "GetItem desk",
      "TransactWriteItems casework",
      "Query register",
      "GetItem casework",
      "TransactWriteItems casework desk casework desk",
    ]);
    expect(wru(application)).toBeLessThanOrEqual(20);
    expect(Math.max(...Object.values(between).map(wru))).toBeLessThanOrEqual(24);
    expect(wru(completed!)).toBeLessThanOrEqual(48);
  });

  test("what is double is answered with one look at what was sent before, and leave to act begins within sixteen write units", async () => {
    const { answer, decided } = await twiceCounted(here(), folder);
    expect(answer.post.calls.filter((call) => call === "Query casework")).toHaveLength(1);
    expect([wru(answer) <= 16, wru(decided) <= 48]).toEqual([true, true]);

    const { begin, look } = await familyCounted(here());
    expect(begin.wru).toBeLessThanOrEqual(16);
    expect(look.calls.toSorted()).toEqual(["GetItem casework", "GetItem sessions", "PutItem looks", "Query register"]);
  });
});

describe("at the door", () => {
  const ask = async (someone: { number: string; name: string }) => {
    const { calls, wru } = await counted(here(), () => aBrowser(world.app).post("/session/codes", someone), 202);
    return { calls: calls.toSorted(), wru };
  };

  test("somebody unknown costs the very calls and writes that somebody known costs", async () => {
    const { number, name } = person.someone;
    const known = await ask({ number, name });

    expect(await ask({ number: someoneElse(777), name })).toEqual(known);
    expect(await ask({ number, name: "程别名" })).toEqual(known);
    expect(known.calls).toContain("SendMessage codes");
  });

  test("who is not signed in costs no call at all", async () => {
    expect(await counted(here(), () => aBrowser(world.app).get("/check"), 401)).toMatchObject({ calls: [], rru: 0, wru: 0 });
  });
});

test("the engine counts a write in a transaction twice, by each kilobyte, as AWS does", async () => {
  meter.take();
  const put = (sk: string, b: string) => ({
    Put: { TableName: "looks", Item: { pk: { S: "units" }, sk: { S: sk }, b: { S: b } } },
  });
  await world.client.send(new TransactWriteItemsCommand({ TransactItems: [put("1", "x"), put("2", "x".repeat(1500))] }));

  expect(meter.take()).toMatchObject({ wru: 2 + 4, calls: ["TransactWriteItems looks looks"] });
});
