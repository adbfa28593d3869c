// What is due by now, found by the index and handled one by one: all shards side by side, in each the oldest first. Nothing that is not
// due is read. The index may be behind, so whoever handles an item looks at it again.
import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { toAttributes } from "../attributes.ts";
import { type DueKind, dueShards } from "../due-shards.ts";
import { logMetric, type MetricName } from "../log.ts";
import type { Item } from "../register/table.ts";
import type { Job } from "./job.ts";

const PAGE = 100;
/** Of one shard in one minute: a large day goes in turns, and nobody's queue is flooded. */
const MOST_OF_A_SHARD = 500;

type Options = {
  client: DynamoDBClient;
  table: string;
  kind: DueKind;
  /** How long the oldest has been due: what the alarm is set on. */
  metric: MetricName;
  /** The latest `dueAt` that is due: now, but where it is a day. */
  until?(now: Instant): string;
  /** Since when it has been due, epoch milliseconds. */
  since?(dueAt: string): number;
  handle(item: Item, now: Instant): Promise<void>;
};

export const dueJob = ({
  client,
  table: TableName,
  kind,
  metric,
  until = (now) => now,
  since = (dueAt) => Date.parse(dueAt),
  handle,
}: Options): Job =>
  async function handleDue(now, failed, isOver) {
    const pageOf = async (shard: string, from?: Item) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: "due",
          KeyConditionExpression: "dueShard = :shard AND dueAt <= :until",
          ExpressionAttributeValues: toAttributes({ ":shard": shard, ":until": until(now) }),
          Limit: PAGE,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      return { items: Items, next: LastEvaluatedKey };
    };

    const shards = dueShards(kind);
    const looks = await Promise.allSettled(shards.map((shard) => pageOf(shard)));
    const heads = looks.flatMap((look) => (look.status === "fulfilled" ? (look.value.items[0]?.["dueAt"]?.S ?? []) : []));
    const oldest = Math.min(Date.parse(now), ...heads.map(since));
    logMetric(metric, Math.round((Date.parse(now) - oldest) / 1000), "Seconds");

    await Promise.all(
      looks.map(async (look, nth) => {
        try {
          if (look.status === "rejected") throw look.reason;
          let page = look.value;
          for (let handled = 0; ; ) {
            for (const item of page.items) {
              if (isOver() || handled++ >= MOST_OF_A_SHARD) return;
              await handle(item, now).catch(failed); // one that cannot be done holds up none behind it
            }
            if (!page.next) return;
            page = await pageOf(shards[nth] ?? "", page.next);
          }
        } catch (error) {
          failed(error);
        }
      }),
    );
  };
