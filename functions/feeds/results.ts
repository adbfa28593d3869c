// What became of rows, kept for a month in the register: written once, in the transaction that moved it.
import type { DynamoDBClient, Put } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import type { FeedId } from "../../shared/insured/delta.ts";
import type { RowOutcome } from "../../shared/insured/effect.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { ROW_RESULT_DAYS } from "../../shared/privacy/times.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import { queryAll } from "../query.ts";
import { keyOf } from "../register/table.ts";

const outcomes = ["created", "changed", "unchanged", "overtaken", "review"] as const satisfies readonly RowOutcome[];

const Result = v.object({ rows: v.array(v.number()), outcomes: v.array(v.picklist(outcomes)) });
type Result = v.InferOutput<typeof Result> & { personId: PersonId };

/** One for the rows that one transaction settled, named after the first of them. A second delivery fails on its condition. */
export const resultPut = (
  TableName: string,
  feed: FeedId,
  chunk: number,
  { rows, outcomes, personId }: Result,
  now: Instant,
): Put => ({
  TableName,
  Item: {
    ...keyOf.rowResult(feed, chunk, rows[0] ?? 0),
    ...toAttributes({ rows, outcomes, personId, expiresAt: Math.floor(Date.parse(now) / 1000) + ROW_RESULT_DAYS * 86_400 }),
  },
  ConditionExpression: "attribute_not_exists(pk)",
});

export type Counts = Record<RowOutcome, number>;
export const noCounts = (): Counts => ({ created: 0, changed: 0, unchanged: 0, overtaken: 0, review: 0 });

/** How many rows of a chunk had which outcome so far. */
export async function countsOf(client: DynamoDBClient, TableName: string, feed: FeedId, chunk: number): Promise<Counts> {
  const counts = noCounts();
  const input = {
    TableName,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": keyOf.rowResult(feed, chunk, 0)["pk"]! },
    ConsistentRead: true,
  };
  for (const item of await queryAll(client, input))
    for (const outcome of v.parse(Result, fromAttributes(item)).outcomes) counts[outcome]++;
  return counts;
}
