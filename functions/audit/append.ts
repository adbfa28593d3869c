// All that this part of the service does with its table: add what is not there yet, and ask.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  type QueryCommandInput,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import { toAttributes } from "../attributes.ts";
import { queryAll } from "../query.ts";
import type { Item } from "../register/table.ts";

export type Appending = { client: DynamoDBClient; table: string };

export const fresh = (TableName: string, Item: Item): TransactWriteItem => ({
  Put: { TableName, Item, ConditionExpression: "attribute_not_exists(pk)" },
});

/** True: it is there now and was not before. */
export async function append({ client, table: TableName }: Appending, Item: Item): Promise<boolean> {
  try {
    await client.send(new PutItemCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

type Asked = { from?: string; to?: string; newestFirst?: boolean; most?: number };

/** What lies in a partition between two sort keys, both included; in order. */
export async function itemsIn({ client, table: TableName }: Appending, pk: string, asked: Asked = {}): Promise<Item[]> {
  const { from = " ", to = "~", newestFirst = false, most = Number.POSITIVE_INFINITY } = asked;
  const input: QueryCommandInput = {
    TableName,
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
    ExpressionAttributeValues: toAttributes({ ":pk": pk, ":from": from, ":to": to }),
    ScanIndexForward: !newestFirst,
    ConsistentRead: true,
    ...(Number.isFinite(most) && { Limit: most }),
  };
  return (await queryAll(client, input, most)).slice(0, most);
}
