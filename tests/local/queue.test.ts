// What the service expects of its queues. With CONTRACT=aws (and an account) the same sentences are asked of SQS itself.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Queues, startQueues } from "../../infra/local/queues/queues.ts";

const onAws = process.env["CONTRACT"] === "aws";
const folder = mkdtempSync(join(tmpdir(), "queues-"));
const file = join(folder, "queues.db");
const made: string[] = [];
let queues: Queues | undefined;
let sqs: SQSClient;

const local = (endpoint: string) =>
  new SQSClient({ endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } });

beforeAll(async () => {
  queues = onAws ? undefined : await startQueues(file);
  sqs = queues ? local(queues.endpoint) : new SQSClient({});
});
afterAll(async () => {
  for (const QueueUrl of onAws ? made : []) await sqs.send(new DeleteQueueCommand({ QueueUrl }));
  await queues?.stop();
  rmSync(folder, { recursive: true });
});

async function aQueue({ ordered = true, attempts = 3, visibilitySeconds = 30 } = {}) {
  const suffix = ordered ? ".fifo" : "";
  const order = { FifoQueue: "true", DeduplicationScope: "messageGroup", FifoThroughputLimit: "perMessageGroupId" };
  const create = async (QueueName: string, Attributes: Record<string, string>) => {
    const created = await sqs.send(new CreateQueueCommand({ QueueName, Attributes: { ...(ordered && order), ...Attributes } }));
    made.push(created.QueueUrl!);
    return created.QueueUrl!;
  };
  const name = `contract-${crypto.randomUUID()}`;
  const setAside = await create(`${name}-failed${suffix}`, {});
  const asked = new GetQueueAttributesCommand({ QueueUrl: setAside, AttributeNames: ["QueueArn"] });
  const deadLetterTargetArn = (await sqs.send(asked)).Attributes!["QueueArn"];
  const queue = await create(`${name}${suffix}`, {
    VisibilityTimeout: String(visibilitySeconds),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: attempts }),
  });
  return { queue, setAside };
}

const send = (
  QueueUrl: string,
  MessageBody: string,
  MessageGroupId = "p1",
  MessageDeduplicationId: string = crypto.randomUUID(),
) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId, MessageDeduplicationId }));

const receive = async (QueueUrl: string, { limit = 10, wait = onAws ? 2 : 0 } = {}): Promise<Message[]> =>
  (
    await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: limit,
        WaitTimeSeconds: wait,
        MessageSystemAttributeNames: ["All"],
      }),
    )
  ).Messages ?? [];

const bodies = (messages: Message[]) => messages.map(({ Body }) => Body);
const remove = (QueueUrl: string, { ReceiptHandle }: Message) => sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
const giveBack = (QueueUrl: string, { ReceiptHandle }: Message, VisibilityTimeout = 0) =>
  sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));

describe("a queue with order", () => {
  test("delivers one person's messages in the order they were sent", async () => {
    const { queue } = await aQueue();
    for (const body of ["first", "second", "third"]) await send(queue, body);
    expect(bodies(await receive(queue))).toEqual(["first", "second", "third"]);
  });

  test("while one message of a person is in hand the next waits, and other people's do not", async () => {
    const { queue } = await aQueue();
    await send(queue, "p1 first", "p1");
    const [inHand] = await receive(queue);
    await send(queue, "p1 second", "p1");
    await send(queue, "p2 first", "p2");

    expect(bodies(await receive(queue))).toEqual(["p2 first"]);
    await remove(queue, inHand!);
    expect(bodies(await receive(queue))).toEqual(["p1 second"]);
  });

  test("a message handed back comes again at once, before those behind it", async () => {
    const { queue } = await aQueue();
    await send(queue, "first");
    await send(queue, "second");
    const [first] = await receive(queue, { limit: 1 });
    await giveBack(queue, first!);

    const again = await receive(queue);
    expect(bodies(again)).toEqual(["first", "second"]);
    expect(again[0]!.Attributes).toMatchObject({ ApproximateReceiveCount: "2", MessageGroupId: "p1" });
  });

  test("a message neither deleted nor handed back comes again when its time in hand has passed", async () => {
    const { queue } = await aQueue({ visibilitySeconds: 2 });
    await send(queue, "first");
    const [late] = await receive(queue);
    expect(await receive(queue, { wait: 0 })).toEqual([]);

    expect(bodies(await receive(queue, { wait: 5 }))).toEqual(["first"]);
    await remove(queue, late!).catch(() => {}); // SQS refuses a handle this old, or does nothing
    await expect.poll(async () => bodies(await receive(queue, { wait: 2 })), { timeout: 20_000 }).toEqual(["first"]);
  });

  test("the same event sent twice is one message, also after it was done", async () => {
    const { queue } = await aQueue();
    const once = await send(queue, "first", "p1", "event-1");
    expect((await send(queue, "first", "p1", "event-1")).MessageId).toBe(once.MessageId);
    await send(queue, "of another person", "p2", "event-1");

    const messages = await receive(queue);
    expect(bodies(messages).toSorted()).toEqual(["first", "of another person"]);
    for (const message of messages) await remove(queue, message);
    await send(queue, "first", "p1", "event-1");
    expect(await receive(queue)).toEqual([]);
  });

  test("what was delivered too often is set aside, and those behind it go on", async () => {
    const { queue, setAside } = await aQueue({ attempts: 2 });
    await send(queue, "poison");
    await send(queue, "sound");
    for (let attempt = 1; attempt <= 2; attempt++) {
      const [poison] = await receive(queue, { limit: 1 });
      expect(poison!.Body).toBe("poison");
      await giveBack(queue, poison!);
    }
    expect(bodies(await receive(queue))).toEqual(["sound"]);
    expect(bodies(await receive(setAside))).toEqual(["poison"]);
  });

  test("a message without group is refused", async () => {
    const { queue } = await aQueue();
    await expect(sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: "whose?" }))).rejects.toThrow();
  });
});

describe("a queue without order", () => {
  const sendPlain = (QueueUrl: string, MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));

  test("hands a failed message out again and holds nothing else back for it", async () => {
    const { queue } = await aQueue({ ordered: false });
    await sendPlain(queue, "a");
    const [failed] = await receive(queue);
    await sendPlain(queue, "b");
    expect(bodies(await receive(queue))).toEqual(["b"]);
    await giveBack(queue, failed!);
    expect(bodies(await receive(queue))).toEqual(["a"]);
  });

  test("sets aside what was delivered too often", async () => {
    const { queue, setAside } = await aQueue({ ordered: false, attempts: 1 });
    await sendPlain(queue, "poison");
    await giveBack(queue, (await receive(queue))[0]!);
    expect(await receive(queue)).toEqual([]);
    expect(bodies(await receive(setAside))).toEqual(["poison"]);
  });
});

test("a batch is sent and deleted in one call, and an entry's fault is its own", async () => {
  const { queue } = await aQueue();
  const entry = (Id: string) => ({ Id, MessageBody: Id, MessageGroupId: Id, MessageDeduplicationId: Id });
  const { MessageGroupId: _, ...groupless } = entry("c");
  const sent = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries: [entry("a"), entry("b"), groupless] }));
  expect(sent.Successful!.map(({ Id }) => Id)).toEqual(["a", "b"]);
  expect(sent.Failed!.map(({ Id }) => Id)).toEqual(["c"]);

  const Entries = (await receive(queue)).map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  expect((await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queue, Entries }))).Successful).toHaveLength(2);
});

test("who waits for a message has it as soon as it is sent", async () => {
  const { queue } = await aQueue();
  const waiting = receive(queue, { wait: 20 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const sentAt = performance.now();
  await send(queue, "first");
  expect(bodies(await waiting)).toEqual(["first"]);
  if (!onAws) expect(performance.now() - sentAt).toBeLessThan(10_000); // half of what it would wait for nothing
});

test("a queue says how many wait and how many are in hand", async () => {
  const { queue } = await aQueue();
  for (const person of ["p1", "p2", "p3"]) await send(queue, "hello", person);
  await receive(queue, { limit: 1 });
  const asked = new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: ["All"] });
  await expect
    .poll(async () => (await sqs.send(asked)).Attributes, { timeout: onAws ? 60_000 : 15_000 })
    .toMatchObject({ ApproximateNumberOfMessages: "2", ApproximateNumberOfMessagesNotVisible: "1" });
});

test("an unknown queue is named as such", async () => {
  const { queue } = await aQueue();
  const unknown = queue.replace(/[^/]*$/, "no-such-queue");
  await expect(receive(unknown)).rejects.toMatchObject({ name: expect.stringMatching(/QueueDoesNotExist/) });
});

test.runIf(!onAws)("a restart loses nothing, still knows what was sent, and hands out at once what was in hand", async () => {
  const { queue } = await aQueue();
  await send(queue, "first", "p1", "event-1");
  await send(queue, "second", "p1", "event-2");
  await receive(queue, { limit: 1 });
  await queues!.stop();

  queues = await startQueues(file);
  sqs = local(queues.endpoint);
  const moved = `${queues.endpoint}${new URL(queue).pathname}`;
  await send(moved, "first", "p1", "event-1");
  expect(bodies(await receive(moved))).toEqual(["first", "second"]);
});
