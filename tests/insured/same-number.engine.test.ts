import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { readOutbox } from "../../functions/outbox.ts";
import type { Task, Verdict } from "../../shared/desk/task.ts";
import { numbered } from "../support/numbers.ts";
import { withMill } from "./mill.ts";

const mill = withMill();

const extract = (number: string, ...names: string[]) =>
  [
    "AAC002,AAC003,AAE140,AAB301,AAC030,AAE003",
    ...names.map((name) => `${number},${name},110,340403,20240101,202401-202612`),
  ].join("\n");

/** One number came under two names; two people at the desk have said the same. */
async function decided(number: string, verdict: Verdict) {
  const { counts } = await mill.feed(extract(number, "林晓禾", "陈大文"));
  expect(counts).toMatchObject({ created: 1, review: 1 });
  const [first] = await mill.owners(number);
  const task = (await mill.desk.openTasks()).find(({ personId }) => personId === first)!;
  const word = { verdict, reason: "户口簿已核对" };
  expect(await mill.desk.decide(task, { ...word, by: "王芳" }, mill.now())).toEqual({ final: false });
  const halfDecided = (await mill.desk.task(task.personId, task.receipt))!;
  expect(await mill.desk.decide(halfDecided, { ...word, by: "王芳" }, mill.now())).toMatchObject({
    code: "desk.same-person-twice",
  });
  expect(await mill.desk.decide(halfDecided, { ...word, by: "李军" }, mill.now())).toEqual({ final: true });
  return { task, first: first!, message: (await openEvents())[0]! };
}
const openEvents = async () => {
  const asked = {
    TableName: "desk",
    FilterExpression: "begins_with(pk, :outbox)",
    ExpressionAttributeValues: { ":outbox": { S: "OUTBOX#" } },
  };
  return ((await mill.client.send(new ScanCommand(asked))).Items ?? []).map(readOutbox);
};
const stateOf = async ({ personId, receipt }: Task) => (await mill.desk.task(personId, receipt))?.state;

describe("one number under two names, decided at the desk", () => {
  test("as two people: the second one enters the register, once, and from then on files find each by name", async () => {
    const number = numbered("34046919040404001");
    const { task, first, message } = await decided(number, "applied");
    await mill.settleSameNumber(message);
    await mill.settleSameNumber(message); // delivered twice

    const owners = await mill.owners(number);
    expect(owners).toEqual([first, expect.any(String)]);
    const names = await Promise.all(owners.map(async (id) => (await mill.register.registration(id))?.identity.name));
    expect(new Set(names)).toEqual(new Set(["林晓禾", "陈大文"])); // whoever the worker came to first entered by the file
    expect(await mill.register.history(owners[1]!)).toMatchObject([{ version: 1, by: "王芳+李军", channel: "desk" }]);
    expect([await stateOf(task), await openEvents()]).toEqual(["closed", []]);
    expect((await mill.feed(extract(number, "林晓禾", "陈大文"))).counts.review).toBe(0);
  });

  test("as one: nobody enters, and the task is closed", async () => {
    const number = numbered("34046919040404002");
    const { task, first, message } = await decided(number, "refused");
    await mill.settleSameNumber(message);
    expect(await mill.owners(number)).toEqual([first]);
    expect([await stateOf(task), await openEvents()]).toEqual(["closed", []]);
  });
});

describe("a row that names the number before this one", () => {
  const renumbering = (number: string, former: string, name: string) =>
    ["AAC002,AAC002_FORMER,AAC003,AAE140,AAB301", `${number},${former},${name},390,340403`].join("\n");

  test.each([
    { what: "a newborn's certificate", former: "T340000007", number: numbered("34046920260301001") },
    { what: "a number that was wrong", former: numbered("34046919050505001"), number: numbered("34046919050506002") },
  ])("is about the same person: $what still leads there, and so does the new number", async ({ former, number }) => {
    const name = "陈小雨";
    expect((await mill.feed(renumbering(former, "", name))).counts).toMatchObject({ created: 1 });
    expect((await mill.feed(renumbering(number, former, name))).counts).toMatchObject({ changed: 1 });
    expect((await mill.feed(renumbering(number, former, name))).counts).toMatchObject({ unchanged: 1 });

    const docType = former.startsWith("T") ? "BIRTH_CERT" : "RIC";
    const [owner, ...others] = await mill.owners(number);
    expect(others).toEqual([]);
    expect(await mill.owners(former, docType)).toEqual([owner]);
    const identity = (await mill.register.registration(owner!))?.identity;
    expect(identity).toMatchObject({ docType: "RIC", number, others: [{ docType, number: former }] });
    // A file that still knows the old number only changes nothing.
    expect((await mill.feed(renumbering(former, "", name))).counts.review).toBe(0);
    expect((await mill.register.registration(owner!))?.identity.number).toBe(number);
  });
});

describe("a newborn's certificate and the citizen number after it", () => {
  const file = (...rows: { number: string; name?: string; former?: string; scheme?: string }[]) =>
    [
      "AAC002,AAC002_FORMER,AAC003,AAE140,AAB301",
      ...rows.map(({ number, former = "", name = "林小满", scheme = "390" }) => `${number},${former},${name},${scheme},340403`),
    ].join("\n");
  const ownersOf = async (certificate: string, number: string) => [
    ...(await mill.owners(certificate, "BIRTH_CERT")),
    ...(await mill.owners(number)),
  ];

  test.each(["certificate first", "citizen number first"])("are one child when one file names both, %s", async (order) => {
    const first = order === "certificate first";
    const certificate = first ? "A340000001" : "A340000002";
    const number = numbered(first ? "34046920260302001" : "34046920260302002");
    const rows = [{ number: certificate }, { number, former: certificate }];
    const { counts } = await mill.feed(file(...(first ? rows : rows.toReversed())));
    expect(counts.review).toBe(0);
    const [child, ...others] = new Set(await ownersOf(certificate, number));
    expect(others).toEqual([]);
    const { identity } = (await mill.register.registration(child!))!;
    expect(identity).toMatchObject({ number, others: [{ docType: "BIRTH_CERT", number: certificate }] });
  });

  test("are one child when the file with the certificate comes last", async () => {
    const [certificate, number] = ["A340000003", numbered("34046920260302003")];
    await mill.feed(file({ number, former: certificate }));
    const { counts } = await mill.feed(file({ number: certificate, scheme: "310" }));
    expect(counts).toMatchObject({ created: 1, review: 0 });
    const [child, ...others] = new Set(await ownersOf(certificate, number));
    expect(others).toEqual([]);
    expect((await mill.register.record(child!))?.enrolments).toHaveLength(2);
    expect((await mill.register.registration(child!))?.identity.number).toBe(number);
  });

  test("are one child when somebody known by the number is told to have had the certificate", async () => {
    const [certificate, number] = ["A340000004", numbered("34046920260302004")];
    await mill.feed(file({ number }));
    expect((await mill.feed(file({ number, former: certificate }))).counts.changed).toBe(1);
    await mill.feed(file({ number: certificate }));
    expect(new Set(await ownersOf(certificate, number)).size).toBe(1);
  });

  test("that came as two children stay two: no rule makes one of people who are both there, and no row is stuck", async () => {
    const [certificate, number] = ["A340000005", numbered("34046920260302005")];
    await mill.feed(file({ number }, { number: certificate }));
    const { counts } = await mill.feed(file({ number, former: certificate, scheme: "310" }));
    expect(counts.created).toBe(1);
    expect(new Set(await ownersOf(certificate, number)).size).toBe(2);
  });

  test("enter together when the desk says that it is a second child", async () => {
    const [certificate, number] = ["A340000006", numbered("34046920260302006")];
    await mill.feed(file({ number, name: "林小雨" }));
    const { counts } = await mill.feed(file({ number, former: certificate }));
    expect(counts.review).toBe(1);
    const [first] = await mill.owners(number);
    const task = (await mill.desk.openTasks()).find(({ personId }) => personId === first)!;
    const word = { verdict: "applied" as const, reason: "出生医学证明已核对" };
    await mill.desk.decide(task, { ...word, by: "王芳" }, mill.now());
    await mill.desk.decide((await mill.desk.task(task.personId, task.receipt))!, { ...word, by: "李军" }, mill.now());
    await mill.settleSameNumber((await openEvents())[0]!);
    const [, second] = await mill.owners(number);
    expect(await mill.owners(certificate, "BIRTH_CERT")).toEqual([second]);
  });
});
