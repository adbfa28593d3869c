// Days that were counted past the loaded calendar, or without a limit, are counted again: when a newer calendar is deployed, and once
// every day, for limits that were loaded meanwhile and for whatever an older deployment wrote a moment too late. What is in that index
// is provisional. With another calendar the legal days of transfers are counted again besides, all that run: a notice may amend a year.
import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import { toAttributes } from "../attributes.ts";
import { dueShards, recountShards } from "../due-shards.ts";
import { logMetric } from "../log.ts";
import type { Item } from "../register/table.ts";
import type { Job } from "./job.ts";
import { openProgress, type Progress } from "./progress.ts";

const PAGE = 100;

type Lane = { table: "casework" | "desk"; index: "recount" | "due"; shard: string; name: string };
const lanesOf = (table: Lane["table"], index: Lane["index"], shards: readonly string[]): Lane[] =>
  shards.map((shard) => ({ table, index, shard, name: `${table} ${shard}` }));
const running = lanesOf("casework", "due", dueShards("deadline"));
const lanes = [...lanesOf("casework", "recount", recountShards), ...lanesOf("desk", "recount", recountShards), ...running];
/** Gone through once with a calendar, and not every day. */
const ofVersion = running.map(({ name }) => name);

type Options = {
  client: DynamoDBClient;
  tables: { casework: string; desk: string };
  /** Of the calendar that this deployment counts by. */
  version: number;
  /** Counts one item again. Nothing is written where nothing changes. */
  again: { casework: (item: Item, now: Instant) => Promise<void>; desk: (item: Item, now: Instant) => Promise<void> };
};

export function recountIn({ client, tables, version, again }: Options): Job {
  const progress = openProgress({ client, table: tables.casework });

  async function* itemsIn({ table, index, shard }: Lane): AsyncGenerator<Item> {
    let from: Item | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: tables[table],
          IndexName: index,
          KeyConditionExpression: `${index}Shard = :shard`,
          ExpressionAttributeValues: toAttributes({ ":shard": shard }),
          Limit: PAGE,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      yield* Items;
      from = LastEvaluatedKey;
    } while (from);
  }

  return async function recount(now, failed, isOver) {
    const last = await progress.read();
    const isSame = last && last.version === version && last.on === dateOf(now);
    const kept = last?.version === version ? last.done.filter((name) => ofVersion.includes(name)) : [];
    const pass: Progress = isSame ? last : { version, on: dateOf(now), begunAt: now, done: kept };
    const left = lanes.filter(({ name }) => !pass.done.includes(name));
    logMetric("RecountOldestSeconds", left.length === 0 ? 0 : secondsSince(pass.begunAt, now), "Seconds");
    if (left.length === 0) return;

    const ended = await Promise.all(
      left.map(async (lane) => {
        let isWhole = true;
        const missed = (error: unknown) => {
          isWhole = false;
          failed(error);
        };
        try {
          for await (const item of itemsIn(lane)) {
            if (isOver()) return [];
            await again[lane.table](item, now).catch(missed);
          }
        } catch (error) {
          missed(error);
        }
        return isWhole ? [lane.name] : [];
      }),
    );
    await progress.write({ ...pass, done: [...pass.done, ...ended.flat()] });
  };
}

const secondsSince = (begun: Instant, now: Instant) => Math.round((Date.parse(now) - Date.parse(begun)) / 1000);
