import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { demoCounties } from "../../shared/divisions/demo.ts";
import { variableFor } from "../../shared/variable-for.ts";
import { serveBuckets } from "./buckets/server.ts";
import { type Arrival, openBucketStore } from "./buckets/store.ts";
import { Complaint } from "./complaint.ts";
import { startDynamo } from "./dynamo.ts";
import { startKeeper } from "./keeper/start.ts";
import type { Plan } from "./plan.ts";
import { raiseQueue, startQueues } from "./queues/queues.ts";
import { makeAliasSecret } from "./secrets.ts";
import { streamsAt } from "./sources/streams-api.ts";
import { raiseTables } from "./tables.ts";

const DAY_MS = 86_400_000;

export type Services = Awaited<ReturnType<typeof startServices>>;

/** Tables, queues and buckets of the plan, with all they hold in that folder, and the environment by which functions find them. */
export async function startServices(folder: string, { tables, queues, buckets }: Plan, onArrival: (arrival: Arrival) => void) {
  const given = process.env["AWS_ENDPOINT_URL_DYNAMODB"];
  const file = join(folder, "register.db");
  const secret = join(folder, "secrets", "alias.json");
  makeAliasSecret(secret);

  const engine = given ? undefined : await startDynamo(file);
  const endpoint = given ?? engine!.endpoint;
  const queueServer = await startQueues(join(folder, "queues.db"));
  const bucketStore = openBucketStore(join(folder, "buckets"), onArrival);
  const bucketServer = await serveBuckets(bucketStore);

  const credentials = { AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local", AWS_REGION: "local" };
  const environment: Record<string, string> = {
    ...(given && process.env["AWS_ACCESS_KEY_ID"] ? {} : credentials),
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_SQS: queueServer.endpoint,
    AWS_ENDPOINT_URL_S3: bucketServer.endpoint,
    ALIAS_SECRET_FILE: secret,
    DEMO_COUNTIES: demoCounties.join(","),
  };
  Object.assign(process.env, environment);

  const dynamo = new DynamoDBClient({});
  const sqs = new SQSClient({});
  await raiseTables(dynamo, tables).catch((error) => {
    if (!given) throw error;
    throw new Complaint(`The tables cannot be made at AWS_ENDPOINT_URL_DYNAMODB, ${given}: ${error.code ?? error.name}`);
  });
  for (const name of tables.keys()) environment[variableFor(name)] = name;
  for (const [name, spec] of queues) environment[variableFor(name)] = await raiseQueue(sqs, name, spec);
  for (const [name, { lockedYears }] of buckets) {
    bucketStore.keepBucket(name, { locked: lockedYears !== undefined });
    environment[variableFor(name)] = name;
  }
  const expire = () => {
    for (const [name, { expireDays }] of buckets)
      if (expireDays) bucketStore.removeBefore(name, Date.now() - expireDays * DAY_MS);
  };
  expire();
  const expiring = setInterval(expire, DAY_MS);
  Object.assign(process.env, environment);
  const keeper = engine && startKeeper(file, tables);

  return {
    environment,
    sqs,
    bucketStore,
    streams: streamsAt(endpoint),
    /** Rejects when the engine ends by itself. */
    failed: engine?.ended ?? new Promise<never>(() => {}),
    onCheckpoint: (table: string, sequence: string) => keeper?.trim(table, sequence),
    stop: async () => {
      clearInterval(expiring);
      dynamo.destroy();
      sqs.destroy();
      await bucketServer.stop();
      bucketStore.close();
      await queueServer.stop();
      await keeper?.stop();
      await engine?.stop();
    },
  };
}
