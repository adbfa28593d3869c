import { createHash } from "node:crypto";
import { basename } from "node:path";
import { badParameter, noSuchQueue, type Operation, QueueRefusal, type Requests } from "./protocol.ts";
import type { QueueStore, Received, Settings } from "./store.ts";

const ACCOUNT = "000000000000";
export const arnOf = (queue: string) => `arn:aws:sqs:local:${ACCOUNT}:${queue}`;
export const queueIn = (url: string) => basename(new URL(url).pathname);

type Answers = { [Name in Operation]: (request: Requests[Name]) => object };
type Message = Pick<Requests["SendMessage"], "MessageBody" | "MessageGroupId" | "MessageDeduplicationId">;

/** What each operation does to the store. Waiting for messages is the server's. */
export function operationsOn(store: QueueStore, urlOf: (queue: string) => string): Answers {
  const open = (url: string): { queue: string; settings: Settings } => {
    const settings = store.settingsOf(queueIn(url));
    if (!settings) throw noSuchQueue();
    return { queue: queueIn(url), settings };
  };

  const send = (url: string, { MessageBody: body, MessageGroupId: group, MessageDeduplicationId: deduplication }: Message) => {
    const { queue, settings } = open(url);
    if (settings.ordered !== (group !== undefined) || settings.ordered !== (deduplication !== undefined))
      throw badParameter("A message has a MessageGroupId and a MessageDeduplicationId on a queue with order, and only there.");
    const { id, sequence } = store.send(queue, { body, group, deduplication });
    return { MessageId: id, MD5OfMessageBody: md5(body), ...(settings.ordered && { SequenceNumber: numbered(sequence) }) };
  };

  return {
    CreateQueue({ QueueName, Attributes: { FifoQueue, VisibilityTimeout, RedrivePolicy } }) {
      const ordered = FifoQueue === "true";
      if (ordered !== QueueName.endsWith(".fifo"))
        throw badParameter("The name of a queue with order, and only that, ends in .fifo.");
      store.keepQueue(QueueName, {
        ordered,
        visibilityMs: VisibilityTimeout * 1000,
        attempts: RedrivePolicy?.maxReceiveCount,
        setAsideIn: RedrivePolicy?.deadLetterTargetArn.split(":").at(-1),
      });
      return { QueueUrl: urlOf(QueueName) };
    },
    DeleteQueue: ({ QueueUrl }) => done(store.dropQueue(open(QueueUrl).queue)),
    PurgeQueue: ({ QueueUrl }) => done(store.purge(open(QueueUrl).queue)),
    GetQueueUrl: ({ QueueName }) => {
      if (!store.settingsOf(QueueName)) throw noSuchQueue();
      return { QueueUrl: urlOf(QueueName) };
    },
    GetQueueAttributes({ QueueUrl, AttributeNames }) {
      const { queue, settings } = open(QueueUrl);
      const { waiting, inHand } = store.counts(queue);
      const all: Record<string, string> = {
        QueueArn: arnOf(queue),
        ApproximateNumberOfMessages: String(waiting),
        ApproximateNumberOfMessagesNotVisible: String(inHand),
        ApproximateNumberOfMessagesDelayed: "0",
        VisibilityTimeout: String(settings.visibilityMs / 1000),
      };
      const wanted = (name: string) => AttributeNames.includes("All") || AttributeNames.includes(name);
      return { Attributes: Object.fromEntries(Object.entries(all).filter(([name]) => wanted(name))) };
    },
    SendMessage: ({ QueueUrl, ...message }) => send(QueueUrl, message),
    SendMessageBatch: ({ QueueUrl, Entries }) => each(Entries, (entry) => send(QueueUrl, entry)),
    ReceiveMessage({ QueueUrl, MaxNumberOfMessages, VisibilityTimeout }) {
      const { queue, settings } = open(QueueUrl);
      const visibilityMs = VisibilityTimeout === undefined ? settings.visibilityMs : VisibilityTimeout * 1000;
      const messages = store.receive(queue, { ...settings, visibilityMs }, MaxNumberOfMessages);
      return messages.length > 0 ? { Messages: messages.map((message) => delivered(message, settings.ordered)) } : {};
    },
    DeleteMessage: ({ QueueUrl, ReceiptHandle }) => done(store.remove(open(QueueUrl).queue, ReceiptHandle)),
    DeleteMessageBatch: ({ QueueUrl, Entries }) =>
      each(Entries, ({ ReceiptHandle }) => done(store.remove(open(QueueUrl).queue, ReceiptHandle))),
    ChangeMessageVisibility: ({ QueueUrl, ReceiptHandle, VisibilityTimeout }) => {
      if (!store.delay(open(QueueUrl).queue, ReceiptHandle, VisibilityTimeout * 1000))
        throw new QueueRefusal(
          "MessageNotInflight",
          "The message is not in flight.",
          "AWS.SimpleQueueService.MessageNotInflight",
        );
      return {};
    },
    ChangeMessageVisibilityBatch(request) {
      return each(request.Entries, ({ Id: _, ...entry }) =>
        this.ChangeMessageVisibility({ QueueUrl: request.QueueUrl, ...entry }),
      );
    },
  };
}

const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const numbered = (sequence: number) => String(sequence).padStart(20, "0");
const done = (_: unknown) => ({});

function delivered({ sequence, count, id, body, group, deduplication, sentAt, firstAt }: Received, ordered: boolean) {
  return {
    MessageId: id,
    ReceiptHandle: `${sequence}-${count}`,
    Body: body,
    MD5OfBody: md5(body),
    Attributes: {
      ApproximateReceiveCount: String(count),
      SentTimestamp: String(sentAt),
      ApproximateFirstReceiveTimestamp: String(firstAt),
      SenderId: ACCOUNT,
      ...(ordered && { MessageGroupId: group, MessageDeduplicationId: deduplication ?? "", SequenceNumber: numbered(sequence) }),
    },
  };
}

/** One entry's refusal is its own. */
function each<Entry extends { Id: string }>(entries: Entry[], work: (entry: Entry) => object) {
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw new QueueRefusal("BatchEntryIdsNotDistinct", "Two or more batch entries have the same Id.");

  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...work(entry) });
    } catch (error) {
      if (!(error instanceof QueueRefusal) || error.code === "QueueDoesNotExist") throw error;
      Failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful, Failed };
}
