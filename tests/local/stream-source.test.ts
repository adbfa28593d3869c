import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Dynamo, startDynamo } from "../../infra/local/dynamo.ts";
import { openEngineFile, sweep } from "../../infra/local/keeper/keeper.ts";
import { type Ledger, openLedger } from "../../infra/local/ledger.ts";
import { planTopology } from "../../infra/local/plan.ts";
import type { Source } from "../../infra/local/sources/invoke.ts";
import { followStream, type StreamSource } from "../../infra/local/sources/stream.ts";
import { streamsAt } from "../../infra/local/sources/streams-api.ts";
import { raiseTables } from "../../infra/local/tables.ts";

type Event = {
  Records: { eventName: string; eventSourceARN: string; dynamodb: Record<string, never> & { SequenceNumber: string } }[];
};

const folder = mkdtempSync(join(tmpdir(), "stream-"));
const file = join(folder, "register.db");
let dynamo: Dynamo;
let client: DynamoDBClient;
let ledger: Ledger;
let source: Source | undefined;

async function startEngine() {
  dynamo = await startDynamo(file);
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: "local", credentials });
}
beforeAll(async () => {
  await startEngine();
  await raiseTables(client, planTopology().tables);
  ledger = openLedger(folder);
});
afterEach(async () => {
  await source?.stop();
});
afterAll(async () => {
  ledger.close();
  client.destroy();
  await dynamo.stop();
  rmSync(folder, { recursive: true });
});

const put = (pk: string, sk: string, note = "") =>
  client.send(new PutItemCommand({ TableName: "casework", Item: { pk: { S: pk }, sk: { S: sk }, note: { S: note } } }));

const follow = (work: (names: string[], event: Event) => unknown, options: Partial<StreamSource> = {}) => {
  source = followStream({
    streams: streamsAt(dynamo.endpoint),
    ledger,
    table: "casework",
    partitionPrefix: "OUTBOX#",
    fn: "relay",
    retryMs: () => 5,
    invoke: async (event) => {
      const { Records } = event as Event;
      return work(
        Records.map(({ dynamodb: { Keys } }) => Keys!["sk"]!["S"]),
        { Records },
      );
    },
    ...options,
  });
  return source;
};
const failing = ({ Records }: Event, index: number) => ({
  batchItemFailures: [{ itemIdentifier: Records[index]!.dynamodb.SequenceNumber }],
});

test("a function gets what was inserted under its prefix, in order, as Lambda hands it over; nothing else", async () => {
  const names: string[] = [];
  const events: Event[] = [];
  follow((batch, event) => {
    names.push(...batch);
    events.push(event);
  });
  await put("PERSON#1", "not for the outbox");
  for (const name of ["a", "b", "c"]) await put("OUTBOX#0", name);
  await put("OUTBOX#0", "b", "changed");
  await put("OUTBOX#f", "d");

  await expect.poll(() => names).toEqual(["a", "b", "c", "d"]);
  expect(events[0]!.Records[0]).toMatchObject({
    eventName: "INSERT",
    eventSourceARN: expect.stringContaining(":table/casework/stream/"),
    dynamodb: {
      Keys: { pk: { S: "OUTBOX#0" }, sk: { S: "a" } },
      NewImage: { note: { S: "" } },
      SequenceNumber: expect.any(String),
    },
  });
});

test("who writes through the portal is not kept waiting: woken, the reader looks at once", async () => {
  const seen: string[] = [];
  const reader = follow((batch) => void seen.push(...batch), { idleMs: 3_600_000 });
  for (let round = 1; round <= 3; round++) {
    await put("OUTBOX#0", `woken ${round}`);
    reader.wake?.();
    await expect.poll(() => seen.length, { interval: 5 }).toBe(round);
  }
});

test("of a batch it goes on from the first that failed", async () => {
  const batches: string[][] = [];
  for (const name of ["e1", "e2", "e3"]) await put("OUTBOX#0", name);
  follow((batch, event) => {
    batches.push(batch);
    return batches.length === 1 ? failing(event, 1) : undefined;
  });
  await expect
    .poll(() => batches)
    .toEqual([
      ["e1", "e2", "e3"],
      ["e2", "e3"],
    ]);
});

test("one record that always fails is given up after five retries, found out of its batch, and those behind it go on", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const done: string[] = [];
  let poisoned = 0;
  for (const name of ["f1", "f2", "f3 poison", "f4", "f5"]) await put("OUTBOX#0", name);
  follow((batch) => {
    if (batch.includes("f3 poison")) {
      if (batch.length === 1) poisoned++;
      throw new Error();
    }
    done.push(...batch);
  });
  await expect.poll(() => done).toEqual(["f1", "f2", "f4", "f5"]);
  expect(poisoned).toBe(6);
});

test("after a restart it goes on behind the last record that was dealt with", async () => {
  const seen: string[] = [];
  await put("OUTBOX#0", "g1");
  follow((batch) => void seen.push(...batch));
  await expect.poll(() => seen).toEqual(["g1"]);
  await source!.stop();

  await put("OUTBOX#0", "g2");
  ledger.close();
  await dynamo.stop();
  await startEngine();
  ledger = openLedger(folder);
  follow((batch) => void seen.push(...batch));
  await expect.poll(() => seen).toEqual(["g1", "g2"]);
});

test("what was read is forgotten, and the numbers go on from there, also after a restart", async () => {
  let last = 0n;
  const seen: string[] = [];
  const numbers: bigint[] = [];
  const options = {
    onCheckpoint: (_: string, sequence: string) => {
      last = BigInt(sequence);
    },
  };
  const note = (batch: string[], { Records }: Event) => {
    seen.push(...batch);
    numbers.push(...Records.map(({ dynamodb }) => BigInt(dynamodb.SequenceNumber)));
  };
  for (let index = 0; index < 20; index++) await put("OUTBOX#0", `h${index}`);
  follow(note, options);
  await expect.poll(() => seen.length).toBe(20);
  await source!.stop();

  const engine = openEngineFile(file);
  expect(engine.trimBefore("casework", last + 1n)).toBeGreaterThan(10);
  expect(engine.trimBefore("casework", last + 1n)).toBe(0); // the newest stays
  engine.close();
  await dynamo.stop();
  await startEngine();

  await put("OUTBOX#0", "h20");
  follow(note, options);
  await expect.poll(() => seen.at(-1)).toBe("h20");
  expect(seen).toHaveLength(21);
  expect(numbers.at(-1)).toBe(numbers.at(-2)! + 1n);
});

test("expired items are swept away, and only those", async () => {
  const now = 1_800_000_000;
  const session = (sk: string, expiresAt: number | undefined) =>
    client.send(
      new PutItemCommand({
        TableName: "sessions",
        Item: { pk: { S: "S#1" }, sk: { S: sk }, ...(expiresAt && { expiresAt: { N: String(expiresAt) } }) },
      }),
    );
  await session("expired", now - 1);
  await session("still good", now + 1);
  await session("for ever", undefined);

  const engine = openEngineFile(file);
  const sessions = { table: "sessions", partition: "pk", sort: "sk", expires: "expiresAt" };
  const going = new AbortController().signal;
  expect(await sweep(engine, client, sessions, now, going)).toBe(1);
  expect(await sweep(engine, client, sessions, now, going)).toBe(0);
  expect(await sweep(engine, client, sessions, now + 10, going)).toBe(1);
  engine.close();
});
