// Data that outlives an update: a table from before gets what it lacks.
import { DynamoDBClient, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Dynamo, startDynamo } from "../../infra/local/dynamo.ts";
import { raiseTables } from "../../infra/local/tables.ts";

let engine: Dynamo;
let client: DynamoDBClient;
beforeAll(async () => {
  engine = await startDynamo();
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  client = new DynamoDBClient({ endpoint: engine.endpoint, region: "local", credentials });
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

test("an index that a table of an earlier version lacks is made, over what lies in it already, and made once", async () => {
  const table = { partition: "pk", sort: "sk", indexes: {} };
  const indexes = { receipts: { partition: "foundBy", sort: "pk", project: "keys" as const } };
  const put = (pk: string) =>
    client.send(new PutItemCommand({ TableName: "papers", Item: { pk: { S: pk }, sk: { S: "1" }, foundBy: { S: "R" } } }));

  await raiseTables(client, new Map([["papers", table]]));
  await put("before");
  for (let start = 0; start < 2; start++) await raiseTables(client, new Map([["papers", { ...table, indexes }]]));
  await put("later");

  const asked = { KeyConditionExpression: "foundBy = :r", ExpressionAttributeValues: { ":r": { S: "R" } } };
  const { Items } = await client.send(new QueryCommand({ TableName: "papers", IndexName: "receipts", ...asked }));
  expect(Items?.map((item) => item["pk"]?.S)).toEqual(["before", "later"]);
});
