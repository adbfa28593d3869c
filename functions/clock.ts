// Every minute: what has been in an outbox for more than a minute is sent again, and the age of the oldest is told.
import { DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { instantAt } from "../shared/kernel/calendar.ts";
import type { Message } from "../shared/submission.ts";
import { toAttributes } from "./attributes.ts";
import { carryTo } from "./carry.ts";
import { locationOf } from "./environment.ts";
import { logFailure, logMetric } from "./log.ts";
import { OUTBOX_SHARDS, outboxPartition, readOutbox } from "./outbox.ts";

export const SWEEP_AFTER_SECONDS = 60;

const client = new DynamoDBClient({});
const carry = carryTo({ sqs: new SQSClient({}), queueUrl: locationOf("effects") });

/** A second copy does no harm: the queue knows the eventId for five minutes, the worker's transaction knows it for ever. */
export async function handler(_: unknown, { awsRequestId }: { awsRequestId: string }) {
  const now = Date.now();
  const before = instantAt(now - SWEEP_AFTER_SECONDS * 1000);
  let oldest = now;
  let failed = 0;
  for (const table of ["casework", "desk"] as const) {
    for (const shard of OUTBOX_SHARDS) {
      for (const message of await openSince(locationOf(table), shard, before)) {
        oldest = Math.min(oldest, Date.parse(message.at));
        await carry(message).catch((error) => {
          failed++;
          logFailure(error, { path: "clock", requestId: awsRequestId });
        });
      }
    }
  }
  logMetric("OutboxOldestSeconds", Math.round((now - oldest) / 1000), "Seconds");
  if (failed > 0) throw new Error("sweep incomplete"); // the alarm on errors; the next minute tries again
}

async function openSince(TableName: string, shard: string, before: string): Promise<Message[]> {
  const messages: Message[] = [];
  const input = {
    TableName,
    KeyConditionExpression: "pk = :pk AND sk < :before",
    ExpressionAttributeValues: toAttributes({ ":pk": outboxPartition(shard), ":before": before }),
    ConsistentRead: true,
  };
  for await (const page of paginateQuery({ client }, input)) messages.push(...(page.Items ?? []).map(readOutbox));
  return messages;
}
