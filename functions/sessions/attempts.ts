import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { Receipt } from "../../shared/kernel/fields.ts";
import { ATTEMPT_DAYS, NOTHING_MINUTES } from "../../shared/privacy/times.ts";
import { toAttributes } from "../attributes.ts";
import { newId } from "./seal.ts";
import { type Item, keyOf, read } from "./table.ts";

const Attempt = v.object({ expiresAt: v.number(), receipt: Receipt, fingerprint: v.string() });
export type Attempt = v.InferOutput<typeof Attempt>;

type Options = { client: DynamoDBClient; table: string };
export type Attempts = ReturnType<typeof openAttempts>;

/** What was received while nobody was signed in: the same for people that we know and people that we do not know. */
export function openAttempts({ client, table: TableName }: Options) {
  const put = (Key: Item, body: Parameters<typeof toAttributes>[0], now: number): TransactWriteItem => ({
    Put: {
      TableName,
      Item: { ...Key, ...toAttributes(body) },
      ConditionExpression: "attribute_not_exists(pk) OR expiresAt <= :now",
      ExpressionAttributeValues: toAttributes({ ":now": now }),
    },
  });
  return {
    async at(Key: Item, now: number): Promise<Attempt | undefined> {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return read(Attempt, Item, now);
    },

    keep: (Key: Item, attempt: Omit<Attempt, "expiresAt">, now: number): TransactWriteItem =>
      put(Key, { ...attempt, expiresAt: now + ATTEMPT_DAYS * 86_400 }, now),

    /** As much writing as these, about nobody: so that a transaction takes as long as it does for somebody. */
    insteadOf: (writes: readonly TransactWriteItem[], now: number): TransactWriteItem[] =>
      writes.map(() => put(keyOf.nothing(newId()), { expiresAt: now + NOTHING_MINUTES * 60 }, now)),
  };
}
