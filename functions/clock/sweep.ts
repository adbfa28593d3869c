// The age of the oldest event without an outcome is told, and what is older than a minute is sent again.
import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import type { Message } from "../../shared/submission.ts";
import { toAttributes } from "../attributes.ts";
import { locationOf } from "../environment.ts";
import { logMetric } from "../log.ts";
import { OUTBOX_SHARDS, outboxPartition, readOutbox } from "../outbox.ts";
import type { Job } from "./job.ts";

export const SWEEP_AFTER_SECONDS = 60;
/** Of one shard in one minute: a long backlog goes in turns, and every shard has its own. */
export const MOST_OF_A_SHARD = 500;

type Shard = { table: "casework" | "desk"; shard: string };
const shards: Shard[] = (["casework", "desk"] as const).flatMap((table) => OUTBOX_SHARDS.map((shard) => ({ table, shard })));

type Options = { client: DynamoDBClient; carry: (message: Message) => Promise<unknown> };

/** A second copy does no harm: the queue knows the eventId for five minutes, the worker's transaction knows it for ever. */
export const sweepIn = ({ client, carry }: Options): Job =>
  async function sweep(now: Instant, failed, isOver) {
    const before = instantAt(Date.parse(now) - SWEEP_AFTER_SECONDS * 1000);

    // First of all the figure of the first alarm: it is wanted most when the rest does not come to its end.
    const looks = await Promise.allSettled(shards.map((shard) => openIn(shard, now, 1)));
    const seen = looks.flatMap((look) => (look.status === "fulfilled" ? look.value : []));
    const oldest = Math.min(Date.parse(now), ...seen.map(({ at }) => Date.parse(at)));
    logMetric("OutboxOldestSeconds", Math.round((Date.parse(now) - oldest) / 1000), "Seconds");

    await Promise.all(
      shards.map(async (shard) => {
        try {
          // One after the other, and none after one that failed: a shard holds whole people, and their order is kept.
          for (const message of await openIn(shard, before, MOST_OF_A_SHARD)) {
            if (isOver()) return;
            await carry(message);
          }
        } catch (error) {
          failed(error);
        }
      }),
    );
    for (const look of looks) if (look.status === "rejected") failed(look.reason);

    async function openIn({ table, shard }: Shard, until: string, Limit: number): Promise<Message[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: locationOf(table),
          KeyConditionExpression: "pk = :pk AND sk < :before",
          ExpressionAttributeValues: toAttributes({ ":pk": outboxPartition(shard), ":before": until }),
          ConsistentRead: true,
          Limit,
        }),
      );
      return Items.map(readOutbox);
    }
  };
