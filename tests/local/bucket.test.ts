// What the service expects of its buckets.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveBuckets } from "../../infra/local/buckets/server.ts";
import { type Arrival, openBucketStore } from "../../infra/local/buckets/store.ts";

const folder = mkdtempSync(join(tmpdir(), "buckets-"));
const arrived: Arrival[] = [];
const store = openBucketStore(folder, (arrival) => arrived.push(arrival));
const Bucket = "feeds";
let s3: S3Client;
let stop: () => Promise<void>;

beforeAll(async () => {
  const served = await serveBuckets(store);
  stop = served.stop;
  s3 = new S3Client({
    endpoint: served.endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(async () => {
  await stop();
  store.close();
  rmSync(folder, { recursive: true });
});

const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: "text/csv" }));
const get = async (Key: string, Range?: string) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key, ...(Range && { Range }) }))).Body!.transformToString();

test("an object comes back as it was put, under a name in Chinese too", async () => {
  await put("inbox/insured/淮南 2026+03.csv", "姓名,证件号码\n");
  expect(await get("inbox/insured/淮南 2026+03.csv")).toBe("姓名,证件号码\n");
});

test("a stream, which the SDK wraps in chunks, is stored without its wrapping", async () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `row ${index}\r\n`);
  const Body = Readable.from(lines.map((line) => Buffer.from(line)));
  const ContentLength = lines.join("").length;
  await s3.send(new PutObjectCommand({ Bucket, Key: "streamed.csv", Body, ContentLength }));
  expect(await get("streamed.csv")).toBe(lines.join(""));
});

test("a file in parts is one object, and a range may cross them", async () => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: "large.csv" }));
  const bodies = ["a".repeat(1000), "b".repeat(1000), "c"];
  const Parts = await Promise.all(
    bodies.map(async (Body, index) => {
      const PartNumber = index + 1;
      const { ETag } = await s3.send(new UploadPartCommand({ Bucket, Key: "large.csv", UploadId, PartNumber, Body }));
      return { PartNumber, ETag };
    }),
  );
  await expect(get("large.csv")).rejects.toThrow(NoSuchKey);
  await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key: "large.csv", UploadId, MultipartUpload: { Parts } }));

  expect(await get("large.csv")).toBe(bodies.join(""));
  expect(await get("large.csv", "bytes=998-1001")).toBe("aabb");
  expect(await get("large.csv", "bytes=-2")).toBe("bc");
});

test("names are listed below a prefix, in order, page by page", async () => {
  for (const name of ["b", "a", "c"]) await put(`rejected/${name}`, name);
  const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "rejected/", MaxKeys: 2 }));
  const ContinuationToken = first.NextContinuationToken;
  const second = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "rejected/", ContinuationToken }));
  expect([first, second].map(({ Contents }) => Contents!.map(({ Key }) => Key))).toEqual([
    ["rejected/a", "rejected/b"],
    ["rejected/c"],
  ]);
});

test("what is deleted or was never there is missing by name", async () => {
  await put("gone.csv", "x");
  await s3.send(new DeleteObjectCommand({ Bucket, Key: "gone.csv" }));
  await expect(get("gone.csv")).rejects.toThrow(NoSuchKey);
});

test("who demands that nothing is replaced is refused when something is there", async () => {
  await put("once.csv", "first");
  const again = new PutObjectCommand({ Bucket, Key: "once.csv", Body: "second", IfNoneMatch: "*" });
  await expect(s3.send(again)).rejects.toMatchObject({ name: "PreconditionFailed" });
  expect(await get("once.csv")).toBe("first");
});

test("an arrival is told once, and until it was told it is remembered over a restart", async () => {
  await put("inbox/insured/new.csv", "x");
  expect(arrived.at(-1)).toMatchObject({ bucket: Bucket, key: "inbox/insured/new.csv", size: 1 });

  const reopened = openBucketStore(folder);
  const untold = reopened.untold(Bucket, "inbox/").find(({ key }) => key.endsWith("new.csv"))!;
  reopened.markTold(untold);
  expect(reopened.untold(Bucket, "inbox/")).not.toContainEqual(untold);
  reopened.close();

  await put("inbox/insured/new.csv", "another file under the same name");
  expect(store.untold(Bucket, "inbox/").map(({ key }) => key)).toContain("inbox/insured/new.csv");
});

test("what is older than its bucket keeps things is removed, body and all", async () => {
  await put("old.csv", "x");
  const until = Date.now() + 1;
  await new Promise((resolve) => setTimeout(resolve, 5));
  await put("young.csv", "x");
  const bodies = readdirSync(join(folder, "bodies")).length;
  store.removeBefore(Bucket, until);
  await expect(get("old.csv")).rejects.toThrow(NoSuchKey);
  expect(await get("young.csv")).toBe("x");
  expect(readdirSync(join(folder, "bodies")).length).toBeLessThan(bodies);
});

test("the remains of an upload that a kill cut short are cleared away at the next start", async () => {
  writeFileSync(join(folder, "bodies", "half-a-file"), "x");
  openBucketStore(folder).close();
  expect(readdirSync(join(folder, "bodies"))).not.toContain("half-a-file");
  expect(await get("young.csv")).toBe("x");
});
