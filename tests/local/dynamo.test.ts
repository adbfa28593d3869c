import { DescribeTimeToLiveCommand, GetItemCommand, ListTablesCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { planTopology } from "../../infra/local/plan.ts";
import { raiseTables } from "../../infra/local/tables.ts";
import { topology } from "../../shared/topology.ts";
import { withEngine } from "../support/around.ts";

const engine = withEngine();

test("the engine holds the tables of the topology and no others", async () => {
  const { TableNames } = await engine.client.send(new ListTablesCommand({}));
  expect(TableNames?.toSorted()).toEqual(Object.keys(topology.tables).toSorted());
});

test("raising the topology again keeps what is stored", async () => {
  const key = { pk: { S: "PERSON#1" }, sk: { S: "REGISTRATION" } };
  await engine.client.send(new PutItemCommand({ TableName: "register", Item: key }));
  await raiseTables(engine.client, planTopology().tables);
  expect((await engine.client.send(new GetItemCommand({ TableName: "register", Key: key }))).Item).toEqual(key);
});

test("a table whose items expire says by which attribute", async () => {
  const { TimeToLiveDescription } = await engine.client.send(new DescribeTimeToLiveCommand({ TableName: "sessions" }));
  expect(TimeToLiveDescription).toEqual({ AttributeName: "expiresAt", TimeToLiveStatus: "ENABLED" });
});
