import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import * as v from "valibot";
import type { FeedId } from "../../shared/insured/delta.ts";
import { Chunk, Compared, Receipt, Seen, TransferChunk } from "./chunk.ts";

type Options = { s3: S3Client; bucket: string };
export type Feeds = ReturnType<typeof openFeeds>;

const numbered = (chunk: number) => `${String(chunk).padStart(5, "0")}.json`;
export const keyOf = {
  receipt: (inboxKey: string) => `receipts/${inboxKey.replace(/^inbox\//, "")}.json`,
  seen: (sha256: string) => `seen/${sha256}.json`,
  chunk: (feed: FeedId, chunk: number) => `chunks/${feed}/${numbered(chunk)}`,
  compared: (feed: FeedId, chunk: number) => `rejected/${feed}/${numbered(chunk)}`,
};

export function openFeeds({ s3, bucket: Bucket }: Options) {
  async function bodyOf(Key: string) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    if (!Body) throw new Error("an object without a body");
    return Body;
  }
  const put = async (Key: string, value: unknown) => {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: JSON.stringify(value), ContentType: "application/json" }));
  };
  const get = async <Schema extends v.GenericSchema>(Key: string, schema: Schema): Promise<v.InferOutput<Schema>> =>
    v.parse(schema, JSON.parse(await (await bodyOf(Key)).transformToString()));

  /** Undefined while it is not there. */
  const find = async <Schema extends v.GenericSchema>(Key: string, schema: Schema) =>
    get(Key, schema).catch((error) => {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    });

  return {
    /** From its first byte, as often as it is asked for; never whole in memory. */
    async *bytes(Key: string): AsyncGenerator<Uint8Array> {
      yield* (await bodyOf(Key)).transformToWebStream();
    },
    /** When this content came in before, under another name; else that it came now is kept. */
    async firstSeen(sha256: string, seen: Seen): Promise<Seen["receivedAt"] | undefined> {
      const first = await find(keyOf.seen(sha256), Seen);
      if (!first) await put(keyOf.seen(sha256), seen);
      return first && first.inboxKey !== seen.inboxKey ? first.receivedAt : undefined;
    },
    keepReceipt: (inboxKey: string, receipt: Receipt) => put(keyOf.receipt(inboxKey), receipt),
    receipt: (inboxKey: string) => find(keyOf.receipt(inboxKey), Receipt),
    keepChunk: (chunk: number, content: Chunk | TransferChunk) => put(keyOf.chunk(content.feed, chunk), content),
    chunk: (feed: FeedId, chunk: number) => get(keyOf.chunk(feed, chunk), Chunk),
    transferChunk: (feed: FeedId, chunk: number) => get(keyOf.chunk(feed, chunk), TransferChunk),
    keepCompared: (feed: FeedId, chunk: number, compared: Compared) => put(keyOf.compared(feed, chunk), compared),
    compared: (feed: FeedId, chunk: number) => find(keyOf.compared(feed, chunk), Compared),
  };
}
