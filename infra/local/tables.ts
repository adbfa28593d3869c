import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import type { TableSpec } from "../../shared/topology.ts";

/** Makes the tables as the topology describes them. One that is there already stays as it is. */
export async function raiseTables(client: DynamoDBClient, tables: ReadonlyMap<string, TableSpec>): Promise<void> {
  for (const [name, spec] of tables) {
    await createTable(client, name, spec);
    if (spec.expires) await expireBy(client, name, spec.expires);
  }
}

async function createTable(client: DynamoDBClient, TableName: string, { partition, sort, stream, indexes }: TableSpec) {
  const secondary = Object.entries(indexes).map(indexOf);
  const keys = [{ partition, sort }, ...Object.values(indexes)].flatMap((key) => [key.partition, key.sort]);

  const create = new CreateTableCommand({
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: schemaOf({ partition, sort }),
    AttributeDefinitions: [...new Set(keys)].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    ...(secondary.length > 0 && { GlobalSecondaryIndexes: secondary }),
    ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" } }),
  });
  try {
    await client.send(create);
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    if (stream) await openStream(client, TableName);
    await openIndexes(client, TableName, indexes);
  }
}

const indexOf = ([IndexName, { project, ...key }]: [string, TableSpec["indexes"][string]]) => ({
  IndexName,
  KeySchema: schemaOf(key),
  Projection: { ProjectionType: project === "all" ? ("ALL" as const) : ("KEYS_ONLY" as const) },
});

/** Of a table that is there from before somebody asked that way. What lies in it is in the index too, where it has the attribute. */
async function openIndexes(client: DynamoDBClient, TableName: string, indexes: TableSpec["indexes"]) {
  if (Object.keys(indexes).length === 0) return;
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  const there = new Set(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  for (const [name, spec] of Object.entries(indexes).filter(([name]) => !there.has(name))) {
    const AttributeDefinitions = [spec.partition, spec.sort].map((AttributeName) => ({
      AttributeName,
      AttributeType: "S" as const,
    }));
    const GlobalSecondaryIndexUpdates = [{ Create: indexOf([name, spec]) }]; // one at a time, as DynamoDB wants it
    await client.send(new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates }));
  }
}

/** Of a table that is there from before anybody followed it. */
async function openStream(client: DynamoDBClient, TableName: string) {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  if (Table?.StreamSpecification?.StreamEnabled) return;
  const StreamSpecification = { StreamEnabled: true, StreamViewType: "NEW_IMAGE" as const };
  await client.send(new UpdateTableCommand({ TableName, StreamSpecification }));
}

async function expireBy(client: DynamoDBClient, TableName: string, AttributeName: string) {
  const update = new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName, Enabled: true } });
  await client.send(update).catch((error) => {
    if (error.name !== "ValidationException") throw error; // "already enabled"
  });
}

const schemaOf = ({ partition, sort }: { partition: string; sort: string }): KeySchemaElement[] => [
  { AttributeName: partition, KeyType: "HASH" },
  { AttributeName: sort, KeyType: "RANGE" },
];
