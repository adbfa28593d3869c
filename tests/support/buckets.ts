import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { serveBuckets } from "../../infra/local/buckets/server.ts";
import { openBucketStore } from "../../infra/local/buckets/store.ts";

const MANY = 10_000;

/** The local buckets in a folder of their own, and a client to them. */
export async function openBuckets(...names: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "buckets-"));
  const store = openBucketStore(folder);
  for (const name of names) store.keepBucket(name);
  const { endpoint, stop } = await serveBuckets(store);
  const s3 = new S3Client({ endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } });

  return {
    s3,
    store,
    endpoint,
    /** All that is in a bucket. */
    objectsIn: (bucket: string) => store.list(bucket, "", "", MANY),
    stop: async () => {
      s3.destroy();
      await stop();
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
