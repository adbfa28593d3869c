// The whole service in this process, one step at a time: the functions as they are deployed, on the embedded engine and the
// local queues. Only the poller and the stream are played, so that each journey can be counted by itself.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AttributeValue, DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Text } from "../functions/notify/sender.ts";
import { OUTBOX_SHARDS, outboxPartition } from "../functions/outbox.ts";
import { startDynamo } from "../infra/local/dynamo.ts";
import { planTopology } from "../infra/local/plan.ts";
import { arnOf, queueIn } from "../infra/local/queues/operations.ts";
import { raiseQueue, startQueues } from "../infra/local/queues/queues.ts";
import { makeAliasSecret } from "../infra/local/secrets.ts";
import { raiseTables } from "../infra/local/tables.ts";
import { demoCounties } from "../shared/divisions/demo.ts";
import type { QueueName } from "../shared/topology.ts";
import { variableFor } from "../shared/variable-for.ts";
import { aBrowser, type Browser, ORIGIN } from "../tests/support/post.ts";

export type World = Awaited<ReturnType<typeof openWorld>>;
type Who = { number: string; name: string };
type Someone = Who & { phone: string };
type Handler = (event: never, context: { awsRequestId: string }) => Promise<unknown>;
const context = { awsRequestId: "bench" };

export async function openWorld() {
  const folder = mkdtempSync(join(tmpdir(), "canbaotong-bench-"));
  const engine = await startDynamo(join(folder, "register.db"));
  const queues = await startQueues(join(folder, "queues.db"));
  const secret = join(folder, "alias.json");
  makeAliasSecret(secret);
  Object.assign(process.env, {
    ORIGIN,
    AWS_REGION: "local",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_SQS: queues.endpoint,
    ALIAS_SECRET_FILE: secret,
    DEMO_COUNTIES: demoCounties.join(","),
    CODES_PER_MINUTE: "10000000", // thousands of people ask at once here
  });
  const client = new DynamoDBClient({});
  const sqs = new SQSClient({});
  const plan = planTopology();
  await raiseTables(client, plan.tables);
  for (const name of [...plan.tables.keys(), ...plan.buckets.keys()]) process.env[variableFor(name)] = name;
  for (const [name, spec] of plan.queues) process.env[variableFor(name)] = await raiseQueue(sqs, name, spec);
  const urlOf = (queue: QueueName) => process.env[variableFor(queue)] ?? "";

  // They look for their resources when they are loaded.
  const { app } = await import("../functions/api.ts");
  const { handler: relay } = await import("../functions/relay.ts");
  const { handler: worker } = await import("../functions/worker.ts");
  const { createNotify } = await import("../functions/notify.ts");
  const outbox: Text[] = [];
  const notify = createNotify({
    sender: {
      async send(text) {
        outbox.push(text);
        return "sent";
      },
    },
  });

  /** One batch of what lies in a queue, as the poller of AWS brings it: received, worked on, deleted. */
  async function deliver(queue: QueueName, handler: Handler, atMost = 10): Promise<number> {
    const QueueUrl = urlOf(queue);
    const asked = { QueueUrl, MaxNumberOfMessages: atMost, MessageSystemAttributeNames: ["All" as const] };
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(asked));
    if (Messages.length === 0) return 0;
    const Records = Messages.map(({ MessageId, Body, Attributes }) => ({
      messageId: MessageId,
      body: Body,
      attributes: Attributes,
      eventSourceARN: arnOf(queueIn(QueueUrl)),
    }));
    await handler({ Records } as never, context);
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    return Messages.length;
  }

  const codeAt = (phone: string) => outbox.findLast(({ to }) => to === phone)?.params["code"];

  return {
    app,
    codeAt,
    client,
    worker,
    urlOf,
    /** What is in an outbox, as the stream would bring it: of residents, or of staff. */
    async open(TableName: "casework" | "desk" = "casework"): Promise<Record<string, AttributeValue>[]> {
      const items: Record<string, AttributeValue>[] = [];
      for (const shard of OUTBOX_SHARDS) {
        const asked = { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": { S: outboxPartition(shard) } } };
        items.push(...((await client.send(new QueryCommand({ TableName, ...asked }))).Items ?? []));
      }
      return items;
    },
    async relayAll(images: Record<string, AttributeValue>[]): Promise<void> {
      await relay({ Records: images.map((NewImage, nth) => ({ dynamodb: { SequenceNumber: String(nth), NewImage } })) }, context);
    },
    work: () => deliver("effects", worker as Handler),
    tell: () => deliver("notices", notify as Handler),
    sendCodes: () => deliver("codes", notify as Handler, 1),

    /** Tells in which browser. */
    async askCode({ number, name }: Who, browser: Browser = aBrowser(app)): Promise<Browser> {
      const { status } = await browser.post("/session/codes", { number, name });
      if (status !== 202) throw new Error(`asking for a code answered ${status}`);
      return browser;
    },
    async bringCode({ number, name, phone }: Someone, browser: Browser): Promise<Browser> {
      const { status } = await browser.post("/sessions", { number, name, code: codeAt(phone) });
      if (status !== 201) throw new Error(`signing in answered ${status}`);
      return browser;
    },
    /** All codes that wait are sent first, so that the last one is the newest. */
    async signIn(someone: Someone): Promise<Browser> {
      const browser = await this.askCode(someone);
      while ((await this.sendCodes()) > 0);
      return this.bringCode(someone, browser);
    },

    stop: async () => {
      client.destroy();
      sqs.destroy();
      await queues.stop();
      await engine.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
