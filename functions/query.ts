// A Query of as many pages as it needs.
import { type DynamoDBClient, paginateQuery, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { toAttributes } from "./attributes.ts";
import type { Item } from "./register/table.ts";

/** All that it finds. `most`: no further page is asked for when there are so many. */
export async function queryAll(
  client: DynamoDBClient,
  input: QueryCommandInput,
  most = Number.POSITIVE_INFINITY,
): Promise<Item[]> {
  const found: Item[] = [];
  for await (const page of paginateQuery({ client }, input)) {
    found.push(...(page.Items ?? []));
    if (found.length >= most) break;
  }
  return found;
}

/** All that lies in a partition under sort keys which begin so; as it is now, in their order. */
export const itemsUnder = (
  { client, table: TableName }: { client: DynamoDBClient; table: string },
  pk: string,
  prefix = "",
): Promise<Item[]> =>
  queryAll(client, {
    TableName,
    KeyConditionExpression: prefix ? "pk = :pk AND begins_with(sk, :sk)" : "pk = :pk",
    ExpressionAttributeValues: toAttributes({ ":pk": pk, ...(prefix && { ":sk": prefix }) }),
    ConsistentRead: true,
  });
