import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { CODE_LIFE_MINUTES } from "../../shared/session/rules.ts";
import { toAttributes } from "../attributes.ts";
import { type Item, keyOf, Outgoing, read } from "./table.ts";

type Options = { client: DynamoDBClient; table: string };
export type Messages = ReturnType<typeof openMessages>;

export const Stored = v.intersect([v.object({ expiresAt: v.number() }), Outgoing]);

/** Messages between the API and notify. The queue carries the id; what is to be said, and to whom, stays here until it is said. */
export function openMessages({ client, table: TableName }: Options) {
  async function change(Key: Item, UpdateExpression: string, ConditionExpression: string, values: { [name: string]: number }) {
    const ExpressionAttributeValues = Object.keys(values).length > 0 ? toAttributes(values) : undefined;
    const ReturnValues = "ALL_NEW";
    try {
      return await client.send(
        new UpdateItemCommand({ TableName, Key, UpdateExpression, ConditionExpression, ExpressionAttributeValues, ReturnValues }),
      );
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  return {
    async keep(id: string, message: Outgoing, now: number): Promise<void> {
      const Item = { ...keyOf.message(id), ...toAttributes({ ...message, expiresAt: now + CODE_LIFE_MINUTES * 60 }) };
      await client.send(new PutItemCommand({ TableName, Item }));
    },

    /** For whoever takes it first: a queue may deliver twice. Undefined: taken, said or too old. */
    async take(id: string, now: number): Promise<Outgoing | undefined> {
      const taken = await change(
        keyOf.message(id),
        "SET takenAt = :now",
        "attribute_exists(pk) AND attribute_not_exists(takenAt)",
        { ":now": now },
      );
      return taken && read(Stored, taken.Attributes, now);
    },

    /** It surely did not go out: somebody may take it again. */
    async giveBack(id: string): Promise<void> {
      await change(keyOf.message(id), "REMOVE takenAt", "attribute_exists(pk)", {});
    },

    async remove(id: string): Promise<void> {
      await client.send(new DeleteItemCommand({ TableName, Key: keyOf.message(id) }));
    },
  };
}
