import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { startDynamo } from "../../infra/local/dynamo.ts";
import { planTopology } from "../../infra/local/plan.ts";
import { makeAliasSecret } from "../../infra/local/secrets.ts";
import { raiseTables } from "../../infra/local/tables.ts";
import { variableFor } from "../../shared/variable-for.ts";

export type TestEngine = { client: DynamoDBClient; endpoint: string; stop(): Promise<void> };

/**
 * The real embedded engine, in memory, with the tables of the topology: one for each test file, stopped in `afterAll`.
 * The environment then says what functions want to know, so import those that read it only after this.
 */
export async function startEngine(): Promise<TestEngine> {
  const { endpoint, stop } = await startDynamo();
  const folder = mkdtempSync(join(tmpdir(), "canbaotong-test-"));
  const secret = join(folder, "alias.json");
  makeAliasSecret(secret);

  Object.assign(process.env, {
    AWS_REGION: "local",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    ALIAS_SECRET_FILE: secret,
  });
  const { tables, queues, buckets } = planTopology();
  for (const name of [...tables.keys(), ...buckets.keys()]) process.env[variableFor(name)] = name;
  for (const [name, { ordered }] of queues) process.env[variableFor(name)] = `https://sqs.test/${name}${ordered ? ".fifo" : ""}`;

  const client = new DynamoDBClient({});
  await raiseTables(client, tables);

  return {
    client,
    endpoint,
    stop: async () => {
      client.destroy();
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
