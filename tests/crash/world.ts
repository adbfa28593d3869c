// A whole world in one process: the embedded engine, a queue that delivers at least once, and the real handlers.
// Every call that leaves the process is counted, and one of them can be made to fail.
import { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { type SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { OUTBOX_SHARDS, outboxPartition } from "../../functions/outbox.ts";
import { times } from "../support/times.ts";

/** `before`: the call never happens. `after`: it happens, and the process dies with it. `lost`: it happens, and its answer is lost. */
export type Mode = "before" | "after" | "lost";
export type Fault = { call: number; mode: Mode };

export class ProcessDied extends Error {
  override name = "ProcessDied";
}

type Sent = { queue: string; body: string; group: string; id: string };

/**
 * Before the worker and the clock are loaded: an outbox of two shards. Who sweeps asks all of them, and of sixteen two thirds of all
 * calls were questions into empty ones. `npm run prove` has them all.
 */
export const fewerShards = () => void OUTBOX_SHARDS.splice(times(2, OUTBOX_SHARDS.length));

/** What waits in an outbox, in the order in which it was accepted: by its shards, for the tables get long in a story told a hundred times. */
export async function outboxOf(client: DynamoDBClient, TableName: string) {
  const ask = (shard: string) =>
    client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :shard",
        ExpressionAttributeValues: { ":shard": { S: outboxPartition(shard) } },
      }),
    );
  const found = await Promise.all(OUTBOX_SHARDS.map(ask));
  return found.flatMap(({ Items = [] }) => Items).sort((a, b) => (a["sk"]!.S! < b["sk"]!.S! ? -1 : 1));
}

/** Wraps every SDK call of the process. The queue is played, with SQS's promise: once per id within five minutes, else again. */
export function playWorld() {
  const queue: Sent[] = [];
  const known = new Set<string>();
  const made: string[] = [];
  let fault: Fault | undefined;

  const dynamo = DynamoDBClient.prototype.send;
  const sqs = SQSClient.prototype.send;

  async function leave<Answer>(label: string, really: () => Promise<Answer>): Promise<Answer> {
    made.push(label);
    const hit = fault?.call === made.length ? fault.mode : undefined;
    if (hit === "before") throw new Error("unreachable");
    const answer = await really();
    if (hit === "after") throw new ProcessDied();
    if (hit === "lost") throw new Error("socket hang up");
    return answer;
  }

  DynamoDBClient.prototype.send = function (this: DynamoDBClient, ...given: unknown[]) {
    return leave(labelOf(given[0]), () => Reflect.apply(dynamo, this, given));
  } as typeof dynamo;
  SQSClient.prototype.send = ((command: SendMessageCommand) =>
    leave(labelOf(command), async () => {
      const { QueueUrl = "", MessageBody = "", MessageGroupId = "", MessageDeduplicationId } = command.input;
      const id = MessageDeduplicationId ?? crypto.randomUUID();
      if (!known.has(id)) queue.push({ queue: QueueUrl, body: MessageBody, group: MessageGroupId, id });
      known.add(id);
      return {};
    })) as typeof sqs;

  return {
    queue,
    /** From here on calls are counted anew, and the one named fails. */
    arrange(next?: Fault) {
      made.length = 0;
      fault = next;
      queue.length = 0;
    },
    /** As `arrange`, but what is on its way stays there. */
    failAt(next?: Fault) {
      made.length = 0;
      fault = next;
    },
    /** The calls made since then, by what they were. */
    calls: () => [...made],
    /** What the test itself wants to see does not count and does not fail. */
    async look<Value>(see: () => Promise<Value>): Promise<Value> {
      const [count, plan] = [made.length, fault];
      fault = undefined;
      const value = await see();
      made.length = count;
      fault = plan;
      return value;
    },
    /** Five minutes on, the queue no longer knows what it has seen. */
    forgetWhatWasSent: () => known.clear(),
    restore() {
      DynamoDBClient.prototype.send = dynamo;
      SQSClient.prototype.send = sqs;
    },
  };
}

export const deliver = ({ body, group, queue }: Sent, messageId: string) => ({
  messageId,
  body,
  eventSourceARN: queue,
  attributes: { MessageGroupId: group, ApproximateReceiveCount: "1" },
});

/** Alike are calls of one command on one table or queue; the shards of a sweep are sixteen of a kind. */
const labelOf = (command: unknown) => {
  const { input } = command as { input: { TableName?: string; QueueUrl?: string; TransactItems?: object[] } };
  return [command?.constructor.name, input.TableName ?? input.QueueUrl, input.TransactItems?.length].filter(Boolean).join(" ");
};
