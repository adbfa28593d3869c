// What the local platform owes to the access log: a bucket from which nothing is taken, and a stream that waits.
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteObjectCommand, GetObjectCommand } from "@aws-sdk/client-s3";
import * as v from "valibot";
import { expect, test } from "vitest";
import { putsRoot, readsRoots } from "../../functions/audit/roots.ts";
import { sha256 } from "../../functions/audit/told.ts";
import { startDynamo } from "../../infra/local/dynamo.ts";
import { deliverInOrder } from "../../infra/local/sources/in-order.ts";
import { raiseTables } from "../../infra/local/tables.ts";
import { ALGORITHM, NOTHING_BEFORE } from "../../shared/access-log/chain.ts";
import { PlainMonth } from "../../shared/kernel/calendar.ts";
import { topology } from "../../shared/topology.ts";
import { openBuckets } from "../support/buckets.ts";
import { day } from "../support/build.ts";

const root = (of: string) => ({
  algorithm: ALGORITHM,
  day: day(of),
  heads: 0,
  tree: NOTHING_BEFORE,
  before: NOTHING_BEFORE,
  root: sha256(of),
});

test("a root is put once; what is put again, or taken away, leaves it as it is, and everybody reads it by its month", async () => {
  const buckets = await openBuckets();
  buckets.store.keepBucket("audit", { locked: true });
  const put = putsRoot({ s3: buckets.s3, bucket: "audit" });
  const read = readsRoots({ s3: buckets.s3, bucket: "audit" });
  await put(root("2026-03-31"));
  await put({ ...root("2026-03-31"), heads: 7 });
  await put(root("2026-03-02"));
  const Key = "roots/2026-03-31.json";
  const removed = buckets.s3.send(new DeleteObjectCommand({ Bucket: "audit", Key }));

  await expect(removed).rejects.toMatchObject({ name: "AccessDenied" });
  expect(await read(v.parse(PlainMonth, "2026-03"))).toEqual([root("2026-03-02"), root("2026-03-31")]);
  expect(await read(v.parse(PlainMonth, "2026-04"))).toEqual([]);
  expect((await buckets.s3.send(new GetObjectCommand({ Bucket: "audit", Key }))).ContentType).toBe("application/json");
  await buckets.stop();
});

test("a table that is there from before anybody followed it is followed from now on", async () => {
  const { endpoint, stop } = await startDynamo();
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint, region: "local", credentials });
  const { stream: _, ...before } = topology.tables.looks;
  await raiseTables(client, new Map([["looks", before]]));
  await raiseTables(client, new Map([["looks", topology.tables.looks]]));
  await raiseTables(client, new Map([["looks", topology.tables.looks]]));
  const { Table } = await client.send(new DescribeTableCommand({ TableName: "looks" }));

  expect(Table?.StreamSpecification).toMatchObject({ StreamEnabled: true, StreamViewType: "NEW_IMAGE" });
  client.destroy();
  await stop();
});

test("a look that cannot be chained is tried until it can", async () => {
  const record = { eventName: "INSERT", dynamodb: { SequenceNumber: "1", Keys: {} } } as never;
  let tries = 0;
  const invoke = async () => ({ batchItemFailures: ++tries < 12 ? [{ itemIdentifier: "1" }] : [] });
  const source = { table: "looks", fn: "audit", invoke, retryMs: () => 0 } as const;
  const kept: unknown[] = [];
  await deliverInOrder(
    { ...source, untilDone: true },
    [record],
    (one) => kept.push(one),
    () => false,
  );
  expect([tries, kept.length]).toEqual([12, 1]);
});
