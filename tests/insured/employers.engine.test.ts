// The employers that files name: each is written once, and asked about once, however many rows name it.
import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, expect, test, vi } from "vitest";
import { employersIn } from "../../functions/register/employers.ts";
import { noon } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";
import { someCells } from "./build.ts";
import { withMill } from "./mill.ts";

const mill = withMill();
afterEach(() => vi.restoreAllMocks());

const CODES = ["91340403MA0000001X", "91340403MA0000002R", "91340403MA0000003K"];
const known = (code = CODES[0]!) => employersIn({ client: mill.client, table: "register" }).one(code);

/** A file in which so many people work, by turns, for three employers. */
function file(people: number, { day = "2026-10-31", name = "淮南安居物业有限公司" } = {}) {
  const rows = Array.from({ length: people }, (_, nth) => ({
    ...someCells,
    AAC002: numbered(`34046919030304${String(nth).padStart(3, "0")}`),
    AAC003: `林${"一二三四五六七八九十"[nth % 10]}`,
    AAB001: CODES[nth % CODES.length]!,
    AAB004: nth % CODES.length === 0 ? name : `某某第${nth % CODES.length}公司`,
    AAE036: day,
  }));
  const columns = Object.keys(rows[0]!) as (keyof (typeof rows)[0])[];
  return [columns.join(","), ...rows.map((row) => columns.map((column) => row[column]).join(","))].join("\n");
}
function countCalls() {
  const really = DynamoDBClient.prototype.send;
  const calls = { get: 0, update: 0 };
  vi.spyOn(DynamoDBClient.prototype, "send").mockImplementation(function (this: DynamoDBClient, ...given: unknown[]) {
    const [command] = given;
    if (/"EMPLOYER/.test(JSON.stringify((command as { input: object }).input))) {
      if (command instanceof GetItemCommand) calls.get++;
      if (command instanceof UpdateItemCommand) calls.update++;
    }
    return Reflect.apply(really, this, given);
  } as never);
  return calls;
}

test("ninety people of three employers cost three reads and three writes, and the file once more costs nothing", async () => {
  const calls = countCalls();
  expect(await mill.feed(file(90))).toMatchObject({ accepted: 90 });
  expect(calls).toEqual({ get: 3, update: 3 });
  expect(await known()).toEqual({
    code: CODES[0],
    name: "淮南安居物业有限公司",
    division: "340403",
    source: "insured-340403",
    since: "2026-10-31",
    asOf: "2026-10-31",
  });

  Object.assign(calls, { get: 0, update: 0 });
  mill.dayIs("2026-12-24");
  await mill.feed(`${file(90)}\n`);
  expect(calls).toEqual({ get: 0, update: 0 });
});

test("a newer file gives an employer another name, an older one does not; since when it is known stays", async () => {
  await mill.feed(file(3, { day: "2026-11-30", name: "淮南安居服务有限公司" }));
  await mill.feed(file(3, { day: "2026-09-30", name: "淮南旧名有限公司" }));
  expect(await known()).toMatchObject({ name: "淮南安居服务有限公司", asOf: "2026-11-30", since: "2026-10-31" });
  expect(await known("91340403MA0000009A")).toBeUndefined();
});

test("of two workers that say different things at once the newer word stays", async () => {
  const rows = (day: string, name: string) =>
    [{ division: "340403", asOf: day, enrolment: { employer: { code: "91340403MA0000004C", name } } }] as never;
  const at = noon("2026-12-24");
  const [one, other] = [0, 1].map(() => employersIn({ client: mill.client, table: "register" }));
  await Promise.all([one!.note(rows("2026-10-31", "先前的公司"), at), other!.note(rows("2026-11-30", "后来的公司"), at)]);
  expect(await known("91340403MA0000004C")).toMatchObject({ name: "后来的公司", asOf: "2026-11-30" });
});
