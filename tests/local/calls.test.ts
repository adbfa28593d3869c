// Functions that are called for an object, or by the clock.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { type BucketStore, openBucketStore } from "../../infra/local/buckets/store.ts";
import { invoking, type Source } from "../../infra/local/sources/invoke.ts";
import { watchBucket } from "../../infra/local/sources/objects.ts";
import { keepTime } from "../../infra/local/sources/schedule.ts";

type ObjectEvent = { Records: { eventName: string; s3: { bucket: { name: string }; object: { key: string } } }[] };

const folders: string[] = [];
let source: Source | undefined;
let store: BucketStore;
afterEach(async () => {
  await source?.stop();
  source = undefined;
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function aBucket() {
  folders.push(mkdtempSync(join(tmpdir(), "objects-")));
  store = openBucketStore(folders.at(-1)!, () => source?.wake?.());
}
const put = async (key: string) =>
  store.put("feeds", key, await store.receive(Readable.from([Buffer.from("x")])), { type: "", metadata: {} });
const watch = (work: (key: string, event: ObjectEvent) => unknown) => {
  const invoke = async (event: object) => work((event as ObjectEvent).Records[0]!.s3.object.key, event as ObjectEvent);
  source = watchBucket({ store, bucket: "feeds", prefix: "inbox/", fn: "feed", invoke, retryMs: () => 5 });
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a file that arrives in the inbox is handed over once, as Lambda does; others are not", async () => {
  aBucket();
  const keys: string[] = [];
  const events: ObjectEvent[] = [];
  watch((key, event) => {
    keys.push(key);
    events.push(event);
  });
  await put("receipts/1.json");
  await put("inbox/insured/淮南 3月.csv");

  await expect.poll(() => keys).toEqual(["inbox/insured/%E6%B7%AE%E5%8D%97+3%E6%9C%88.csv"]);
  expect(events[0]!.Records[0]).toMatchObject({ eventName: "ObjectCreated:Put", s3: { bucket: { name: "feeds" } } });
  await pause(50);
  expect(keys).toHaveLength(1);
});

test("a file whose function fails is tried three times; one that was cut short is handed over again at the next start", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  aBucket();
  const tries: string[] = [];
  watch((key) => {
    tries.push(key);
    if (key === "inbox/bad") throw new Error();
  });
  await put("inbox/bad");
  await put("inbox/good");
  await expect.poll(() => tries).toEqual(["inbox/bad", "inbox/bad", "inbox/bad", "inbox/good"]);
  await source!.stop();

  const after: string[] = [];
  await put("inbox/while we were away");
  watch((key) => void after.push(key));
  await expect.poll(() => after).toEqual(["inbox/while+we+were+away"]);
});

test("the clock calls soon after the start and then again and again, also after a failure", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const events: object[] = [];
  const invoke = async (event: object) => {
    events.push(event);
    throw new Error();
  };
  source = keepTime({ fn: "clock", invoke, everySeconds: 0.05 });
  await expect.poll(() => events.length).toBeGreaterThan(3);
  expect(events[0]).toMatchObject({
    "detail-type": "Scheduled Event",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  });
});

test("a function that takes too long has failed", async () => {
  await expect(invoking(() => pause(500), 0.02)({})).rejects.toMatchObject({ name: "Timeout" });
  await expect(invoking(async (_, { awsRequestId }) => awsRequestId, 1)({})).resolves.toMatch(/^[\da-f-]{36}$/);
});
