import { type DynamoDBClient, GetItemCommand, type TransactWriteItem, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { CODE_LIFE_MINUTES } from "../../shared/session/rules.ts";
import { toAttributes } from "../attributes.ts";
import { whenFree } from "../transact.ts";
import { sameSeal } from "./seal.ts";
import { type Item, read, StoredCode } from "./table.ts";

type Options = { client: DynamoDBClient; table: string };
export type Codes = ReturnType<typeof openCodes>;

/** Codes on their way to people. Of each only the seal is kept, and that binds it to who asked, for whom, at which phone. */
export function openCodes({ client, table: TableName }: Options) {
  return {
    /** One write, also when there is nothing to remember, and then what was sent before stays good. */
    async remember(Key: Item, sealed: string | undefined, now: number): Promise<void> {
      const until = now + CODE_LIFE_MINUTES * 60;
      const sent = {
        UpdateExpression:
          "SET earlier = if_not_exists(newest, :none), earlierUntil = if_not_exists(newestUntil, :never), " +
          "newest = :code, newestUntil = :until, expiresAt = :until",
        ExpressionAttributeValues: toAttributes({ ":none": "", ":never": 0, ":code": sealed, ":until": until }),
      };
      const notSent = {
        UpdateExpression: "SET expiresAt = if_not_exists(expiresAt, :until)",
        ExpressionAttributeValues: toAttributes({ ":until": until }),
      };
      await whenFree(() => client.send(new UpdateItemCommand({ TableName, Key, ...(sealed ? sent : notSent) })));
    },

    async at(Key: Item, now: number): Promise<StoredCode | undefined> {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return read(StoredCode, Item, now);
    },

    /** Whether it is the newest code or the one before it, and in time. */
    matches(known: StoredCode | undefined, sealed: string, now: number): boolean {
      const newest = sameSeal(known?.newest ?? "", sealed) && (known?.newestUntil ?? 0) > now;
      const earlier = sameSeal(known?.earlier ?? "", sealed) && (known?.earlierUntil ?? 0) > now;
      return newest || earlier;
    },

    /** Uses it up, together with what it is good for: of two that come at once, one finds it gone. */
    consume: (Key: Item, sealed: string): TransactWriteItem => ({
      Delete: {
        TableName,
        Key,
        ConditionExpression: "newest = :code OR earlier = :code",
        ExpressionAttributeValues: toAttributes({ ":code": sealed }),
      },
    }),
  };
}
