// All that this part of the service does with its table: add what is not there yet, and ask.
import type { DynamoDBClient, QueryCommandInput, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { toAttributes } from "../attributes.ts";
import { queryAll } from "../query.ts";
import type { Item } from "../register/table.ts";
import { putOnce } from "../transact.ts";

export type Appending = { client: DynamoDBClient; table: string };

export const fresh = (TableName: string, Item: Item): TransactWriteItem => ({
  Put: { TableName, Item, ConditionExpression: "attribute_not_exists(pk)" },
});

/** True: it is there now and was not before. */
export const append = ({ client, table }: Appending, item: Item): Promise<boolean> => putOnce(client, table, item);

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
