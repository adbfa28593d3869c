// Handing a file in and watching it, by the same ways on a laptop and on AWS: the bucket, and the results of its rows.
import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { locationOf } from "../../functions/environment.ts";
import { type Feeds, openFeeds } from "../../functions/feeds/bucket.ts";
import type { Receipt, RejectedRow } from "../../functions/feeds/chunk.ts";
import { type Counts, countsOf, noCounts } from "../../functions/feeds/results.ts";

export type Taken = Extract<Receipt, { state: "taken" }>;
export type Progress = { rows: number; done: number };
/** `rows` = `accepted` + `rejected`; the outcomes add up to `accepted`. */
export type Outcome = { rows: number; accepted: number; rejected: number; counts: Counts };

const LOOK_EVERY_MS = 400;
const CHUNKS_WATCHED = 8; // of those that are not finished, the first ones
export const PATIENCE_MS = 180_000;

/** Nothing has moved for a while: something was set aside in a dead-letter queue, or nobody is working. */
export class Stalled extends Error {}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks for the portal in the environment, as its functions do. */
export function openCounter() {
  const s3 = new S3Client({});
  const client = new DynamoDBClient({});
  const bucket = locationOf("feeds");
  const feeds = openFeeds({ s3, bucket });
  return {
    /** Under a name that nobody used before: the moment, some chance, the file's own name. */
    async handIn(partner: string, file: string): Promise<string> {
      const name = basename(file)
        .normalize("NFC")
        .replace(/[^\p{L}\p{N}._-]/gu, "_");
      const key = `inbox/${partner}/${new Date().toISOString().replace(/[:.]/g, "")}-${crypto.randomUUID().slice(0, 8)}-${name}`;
      const body = { Body: createReadStream(file), ContentLength: statSync(file).size, ContentType: "text/csv" };
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, ...body }));
      return key;
    },

    /** As soon as the file as a whole was read. */
    async receipt(key: string): Promise<Receipt> {
      for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
        const receipt = await feeds.receipt(key);
        if (receipt) return receipt;
        await sleep(LOOK_EVERY_MS);
      }
      throw new Stalled();
    },

    follow: (taken: Taken, onProgress: (progress: Progress) => void) => follow({ client, feeds }, taken, onProgress),

    async *rejected({ feed, chunks }: Taken): AsyncGenerator<RejectedRow> {
      for (let chunk = 0; chunk < chunks; chunk++) yield* (await feeds.compared(feed, chunk))?.rejected ?? [];
    },

    close() {
      s3.destroy();
      client.destroy();
    },
  };
}

async function follow(
  { client, feeds }: { client: DynamoDBClient; feeds: Feeds },
  { feed, chunks, rows }: Taken,
  onProgress: (progress: Progress) => void,
): Promise<Outcome> {
  const ended: Outcome = { rows: 0, accepted: 0, rejected: 0, counts: noCounts() };
  const open = Array.from({ length: chunks }, (_, chunk) => chunk);
  let [done, stillFor] = [-1, 0];

  while (open.length > 0) {
    let started = 0;
    for (const chunk of open.slice(0, CHUNKS_WATCHED)) {
      const [compared, counts] = await Promise.all([
        feeds.compared(feed, chunk),
        countsOf(client, locationOf("register"), feed, chunk),
      ]);
      const settled = Object.values(counts).reduce((sum, count) => sum + count, 0);
      if (compared && settled >= compared.accepted) {
        open.splice(open.indexOf(chunk), 1);
        add(ended, { ...compared, rejected: compared.rejected.length, counts });
      } else started += settled + (compared?.rejected.length ?? 0);
    }
    const moved = ended.rows + started > done;
    done = Math.max(done, ended.rows + started);
    onProgress({ rows, done });
    if (open.length === 0) break;
    stillFor = moved ? 0 : stillFor + LOOK_EVERY_MS;
    if (stillFor > PATIENCE_MS) throw new Stalled();
    await sleep(LOOK_EVERY_MS);
  }
  return ended;
}

function add(total: Outcome, { rows, accepted, rejected, counts }: Outcome) {
  total.rows += rows;
  total.accepted += accepted;
  total.rejected += rejected;
  for (const [outcome, count] of Object.entries(counts)) total.counts[outcome as keyof Counts] += count;
}
