import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { FunctionName } from "../../../shared/topology.ts";
import { arnOf, queueIn } from "../queues/operations.ts";
import { failedAmong, type Invoke, report, type Source } from "./invoke.ts";

const LONG_POLL_SECONDS = 20;
const PAUSE_MS = 500; // before the queue is asked again after it did not answer

export type QueueSource = {
  sqs: SQSClient;
  url: string;
  fn: FunctionName;
  invoke: Invoke;
  batchSize: number;
  concurrency: number;
  /** How long a message that failed that many times is kept back. */
  backOffSeconds?: (failures: number) => number;
};

/**
 * Brings messages to a function, as Lambda does: so many batches at once for each queue, so that one queue's flood never
 * takes the place of another's. What the batch hands back comes again; the rest is done.
 */
export function consumeQueue({ sqs, url, fn, invoke, batchSize, concurrency, backOffSeconds = backOff }: QueueSource): Source {
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();

  async function receive(): Promise<Message[]> {
    const request = new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: batchSize,
      WaitTimeSeconds: LONG_POLL_SECONDS,
      MessageSystemAttributeNames: ["All"],
    });
    return (await sqs.send(request, { abortSignal: stopping.signal })).Messages ?? [];
  }

  async function work(messages: Message[]): Promise<void> {
    const ids = messages.map(({ MessageId }) => MessageId!);
    const failed = await invoke({ Records: messages.map((message) => recordOf(message, arnOf(queueIn(url)))) }).then(
      (answer) => failedAmong(ids, answer),
      (error) => {
        report(error, fn);
        return new Set(ids);
      },
    );
    const entries = messages.map(({ MessageId, ReceiptHandle, Attributes }, index) => ({
      failed: failed.has(MessageId!),
      failures: Number(Attributes?.["ApproximateReceiveCount"] ?? 1),
      entry: { Id: String(index), ReceiptHandle },
    }));
    const done = entries.filter((each) => !each.failed).map(({ entry }) => entry);
    const again = entries
      .filter((each) => each.failed)
      .map(({ entry, failures }) => ({ ...entry, VisibilityTimeout: backOffSeconds(failures) }));

    if (done.length > 0) await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: done }));
    if (again.length > 0) await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries: again }));
  }

  async function run() {
    while (!stopping.signal.aborted) {
      try {
        const messages = await receive();
        if (messages.length === 0) continue;
        const batch: Promise<void> = work(messages)
          .catch((error) => report(error, "platform")) // they come again when their time in hand has passed
          .finally(() => inHand.delete(batch));
        inHand.add(batch);
        if (inHand.size >= concurrency) await Promise.race(inHand);
      } catch (error) {
        if (stopping.signal.aborted) break;
        report(error, "platform");
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
    await Promise.all(inHand);
  }
  const running = run();

  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** 1, 4, 16, 60 s: an engine that is being restarted is back before the last. */
const backOff = (failures: number) => Math.min(4 ** (failures - 1), 60);

/** As Lambda hands it over. */
const recordOf = ({ MessageId, ReceiptHandle, Body, Attributes, MD5OfBody }: Message, eventSourceARN: string) => ({
  messageId: MessageId,
  receiptHandle: ReceiptHandle,
  body: Body,
  attributes: Attributes,
  messageAttributes: {},
  md5OfBody: MD5OfBody,
  eventSource: "aws:sqs",
  eventSourceARN,
  awsRegion: "local",
});
