import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { raiseQueue, startQueues } from "../../infra/local/queues/queues.ts";
import type { QueueSpec } from "../../shared/topology.ts";

export type TestQueues = Awaited<ReturnType<typeof openQueues>>;

/** The local queues in a folder of their own. */
export async function openQueues() {
  const folder = mkdtempSync(join(tmpdir(), "queues-"));
  const { endpoint, stop } = await startQueues(join(folder, "queues.db"));
  const sqs = new SQSClient({ endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } });
  const spec: QueueSpec = {
    ordered: true,
    attempts: 3,
    timeoutSeconds: 30,
    batchSize: 10,
    concurrency: 2,
    whenItFails: "a test",
  };

  return {
    sqs,
    /** A queue of that name, and its dead-letter queue. */
    raise: async (name: string, overrides: Partial<QueueSpec> = {}) => {
      const url = await raiseQueue(sqs, name, { ...spec, ...overrides });
      return { url, failed: url.replace(name, `${name}-failed`) };
    },
    /** One message for each `person body`, in order. */
    send: async (url: string, ...messages: string[]) => {
      const Entries = messages.map((message, index) => ({
        Id: String(index),
        MessageBody: message,
        ...(url.endsWith(".fifo") && { MessageGroupId: message.split(" ")[0], MessageDeduplicationId: crypto.randomUUID() }),
      }));
      for (let from = 0; from < Entries.length; from += 10)
        await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: Entries.slice(from, from + 10) }));
    },
    receive: async (url: string) =>
      ((await sqs.send(new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }))).Messages ?? []).map(
        ({ Body }) => Body,
      ),
    stop: async () => {
      sqs.destroy();
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
