// Every minute: the age of the oldest event without an outcome is told, and what is older than a minute is sent again.
import { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { instantAt } from "../shared/kernel/calendar.ts";
import type { Message } from "../shared/submission.ts";
import { toAttributes } from "./attributes.ts";
import { carryTo } from "./carry.ts";
import { locationOf } from "./environment.ts";
import { logFailure, logMetric } from "./log.ts";
import { OUTBOX_SHARDS, outboxPartition, readOutbox } from "./outbox.ts";

export const SWEEP_AFTER_SECONDS = 60;
/** Of one shard in one minute: a long backlog goes in turns, and every shard has its own. */
export const MOST_OF_A_SHARD = 500;

const client = new DynamoDBClient({});
const carry = carryTo({ sqs: new SQSClient({}), queueUrl: locationOf("effects") });

type Shard = { table: "casework" | "desk"; shard: string };
const shards: Shard[] = (["casework", "desk"] as const).flatMap((table) => OUTBOX_SHARDS.map((shard) => ({ table, shard })));

/** A second copy does no harm: the queue knows the eventId for five minutes, the worker's transaction knows it for ever. */
export async function handler(_: unknown, { awsRequestId }: { awsRequestId: string }) {
  const now = Date.now();
  const before = instantAt(now - SWEEP_AFTER_SECONDS * 1000);
  const failed = (error: unknown) => {
    logFailure(error, { path: "clock", requestId: awsRequestId });
    return true;
  };

  // First of all the figure of the first alarm: it is wanted most when the rest does not come to its end.
  const looks = await Promise.allSettled(shards.map((shard) => openIn(shard, instantAt(now), 1)));
  const oldest = Math.min(
    now,
    ...looks.flatMap((look) => (look.status === "fulfilled" ? look.value : [])).map(({ at }) => Date.parse(at)),
  );
  logMetric("OutboxOldestSeconds", Math.round((now - oldest) / 1000), "Seconds");

  const sent = await Promise.all(
    shards.map(async (shard) => {
      try {
        // One after the other, and none after one that failed: a shard holds whole people, and their order is kept.
        for (const message of await openIn(shard, before, MOST_OF_A_SHARD)) await carry(message);
        return false;
      } catch (error) {
        return failed(error);
      }
    }),
  );
  const unseen = looks.filter((look) => look.status === "rejected" && failed(look.reason)).length;
  if (unseen > 0 || sent.includes(true)) throw new Error("sweep incomplete"); // the alarm on errors; the next minute tries again
}

async function openIn({ table, shard }: Shard, before: string, Limit: number): Promise<Message[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: locationOf(table),
      KeyConditionExpression: "pk = :pk AND sk < :before",
      ExpressionAttributeValues: toAttributes({ ":pk": outboxPartition(shard), ":before": before }),
      ConsistentRead: true,
      Limit,
    }),
  );
  return Items.map(readOutbox);
}
