import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Invoke, Source } from "../../infra/local/sources/invoke.ts";
import { consumeQueue, type QueueSource } from "../../infra/local/sources/queue.ts";
import { openQueues, type TestQueues } from "../support/queues.ts";

type Event = { Records: { messageId: string; body: string; eventSourceARN: string; attributes: Record<string, string> }[] };

let queues: TestQueues;
let sources: Source[] = [];
beforeAll(async () => {
  queues = await openQueues();
});
afterEach(async () => {
  await Promise.all(sources.map((source) => source.stop()));
  sources = [];
});
afterAll(() => queues.stop());

const consume = (url: string, work: (event: Event) => unknown, options: Partial<QueueSource> = {}) => {
  const invoke: Invoke = async (event) => work(event as Event);
  const source = { sqs: queues.sqs, url, fn: "worker", invoke, batchSize: 10, concurrency: 2, backOffSeconds: () => 0 } as const;
  sources.push(consumeQueue({ ...source, ...options }));
};
const bodies = ({ Records }: Event) => Records.map(({ body }) => body);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a function gets messages as Lambda hands them over", async () => {
  const { url } = await queues.raise("shape");
  const events: Event[] = [];
  consume(url, (event) => void events.push(event));
  await queues.send(url, "p1 hello");

  await expect.poll(() => events).toHaveLength(1);
  expect(events[0]!.Records[0]).toMatchObject({
    body: "p1 hello",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:local:000000000000:shape.fifo",
    attributes: { MessageGroupId: "p1", ApproximateReceiveCount: "1", SentTimestamp: expect.stringMatching(/^\d{13}$/) },
    receiptHandle: expect.any(String),
  });
});

test("of a batch only what it hands back comes again", async () => {
  const { url } = await queues.raise("partial");
  const seen: string[] = [];
  await queues.send(url, "p1 sound", "p2 failing", "p3 sound");
  consume(url, ({ Records }) => {
    seen.push(...Records.map(({ body }) => body));
    const failing = Records.filter(
      ({ body, attributes }) => body === "p2 failing" && attributes["ApproximateReceiveCount"] === "1",
    );
    return { batchItemFailures: failing.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });

  await expect.poll(() => seen.length).toBe(4);
  await pause(200);
  expect(seen).toEqual(["p1 sound", "p2 failing", "p3 sound", "p2 failing"]);
});

test.each([
  ["throws", () => Promise.reject(new Error())],
  ["names a message it never had", () => ({ batchItemFailures: [{ itemIdentifier: "somebody else's" }] })],
])("a batch that %s comes again as a whole", async (_, failure) => {
  const { url } = await queues.raise(`whole-${crypto.randomUUID()}`);
  vi.spyOn(console, "error").mockImplementation(() => {});
  const seen: string[][] = [];
  await queues.send(url, "p1 a", "p2 b");
  consume(url, (event) => {
    seen.push(bodies(event));
    if (seen.length === 1) return failure();
  });
  await expect
    .poll(() => seen)
    .toEqual([
      ["p1 a", "p2 b"],
      ["p1 a", "p2 b"],
    ]);
});

test("a message that fails every time is set aside after its attempts, and the person's next one goes on", async () => {
  const { url, failed } = await queues.raise("poison", { attempts: 3 });
  vi.spyOn(console, "error").mockImplementation(() => {});
  const attempts: string[] = [];
  await queues.send(url, "p1 poison");
  consume(url, (event) => {
    attempts.push(...bodies(event));
    if (bodies(event).includes("p1 poison")) throw new Error();
  });

  await expect.poll(() => queues.receive(failed)).toEqual(["p1 poison"]);
  expect(attempts).toEqual(["p1 poison", "p1 poison", "p1 poison"]);
  await queues.send(url, "p1 sound");
  await expect.poll(() => attempts.at(-1)).toBe("p1 sound");
});

test("what failed is kept back longer each time, and those behind it wait with it", async () => {
  const { url } = await queues.raise("patience");
  const seen: { body: string; at: number }[] = [];
  await queues.send(url, "p1 first", "p1 second");
  consume(
    url,
    ({ Records }) => {
      for (const { body } of Records) seen.push({ body, at: performance.now() });
      return { batchItemFailures: seen.length === 2 ? Records.map(({ messageId }) => ({ itemIdentifier: messageId })) : [] };
    },
    { backOffSeconds: () => 1 },
  );
  await expect.poll(() => seen.length).toBe(4);
  expect(seen.map(({ body }) => body)).toEqual(["p1 first", "p1 second", "p1 first", "p1 second"]);
  expect(seen[2]!.at - seen[0]!.at).toBeGreaterThan(900);
});

test("one person's messages are never worked on side by side, and stay in order", async () => {
  const { url } = await queues.raise("order");
  const busy = new Set<string>();
  const done = new Map<string, number[]>();
  const messages = Array.from({ length: 200 }, (_, index) => `p${index % 4} ${index}`);
  await queues.send(url, ...messages);
  consume(
    url,
    async ({ Records }) => {
      const people = new Set(Records.map(({ attributes }) => attributes["MessageGroupId"]!));
      for (const person of people) expect(busy.has(person)).toBe(false);
      for (const person of people) busy.add(person);
      await pause(3);
      for (const { body } of Records) {
        const [person, number] = body.split(" ");
        done.set(person!, [...(done.get(person!) ?? []), Number(number)]);
      }
      for (const person of people) busy.delete(person);
    },
    { concurrency: 4 },
  );
  await expect.poll(() => [...done.values()].flat().length).toBe(200);
  for (const numbers of done.values()) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test("no more batches are in hand at once than the topology allows", async () => {
  const { url } = await queues.raise("ceiling");
  let inHand = 0;
  let most = 0;
  let done = 0;
  const { promise: allBusy, resolve: allAreBusy } = Promise.withResolvers<void>();
  await queues.send(url, ...Array.from({ length: 30 }, (_, index) => `p${index} x`));
  consume(
    url,
    async ({ Records }) => {
      most = Math.max(most, ++inHand);
      if (inHand === 3) allAreBusy();
      await allBusy;
      await pause(20);
      inHand--;
      done += Records.length;
    },
    { batchSize: 1, concurrency: 3 },
  );
  await expect.poll(() => done).toBe(30);
  expect(most).toBe(3);
});

test("a flood of deltas does not make a person's submission wait", async () => {
  const [deltas, effects] = [await queues.raise("deltas"), await queues.raise("effects")];
  let rows = 0;
  let submissions = 0;
  await queues.send(deltas.url, ...Array.from({ length: 400 }, (_, index) => `p${index} row`));
  consume(deltas.url, async ({ Records }) => {
    await pause(200);
    rows += Records.length;
  });
  consume(effects.url, ({ Records }) => {
    submissions += Records.length;
  });

  await expect.poll(() => rows).toBeGreaterThan(0);
  for (let index = 0; index < 5; index++) await queues.send(effects.url, `somebody ${index}`);
  await expect.poll(() => submissions).toBe(5);
  expect(rows).toBeLessThan(400);
});

test("stopping waits for what is in hand, and leaves the rest for the next start", async () => {
  const { url } = await queues.raise("stop");
  const done: string[] = [];
  await queues.send(url, "p1 first");
  let begun = false;
  consume(url, async (event) => {
    begun = true;
    await pause(150);
    done.push(...bodies(event));
  });
  await expect.poll(() => begun, { interval: 5 }).toBe(true);
  await sources[0]!.stop();
  expect(done).toEqual(["p1 first"]);

  await queues.send(url, "p1 second");
  await pause(100);
  expect(await queues.receive(url)).toEqual(["p1 second"]);
});
