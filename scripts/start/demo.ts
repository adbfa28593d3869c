// On the first start: a register of people who do not live, brought in by the same way as an agency's file.
import { createReadStream, existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as v from "valibot";
import { locationOf } from "../../functions/environment.ts";
import { openFeeds } from "../../functions/feeds/bucket.ts";
import { Complaint } from "../../infra/local/complaint.ts";
import { dateOf, instantAt } from "../../shared/kernel/calendar.ts";
import { type DemoPerson, demoPeople } from "../people/demo.ts";
import { writeExtract } from "../people/extract.ts";
import { makePeople } from "../people/make.ts";
import { progressOf } from "./progress.ts";

const KEY = "inbox/insured/demo.csv";
const LOOK_EVERY_MS = 250;
const People = v.array(v.object({ number: v.string(), name: v.string(), phone: v.nullable(v.string()), about: v.string() }));

/** Who can sign in, once all of them are in the register. What a kill interrupted goes on at the next start. */
export async function demoRegister(folder: string, count: number): Promise<DemoPerson[]> {
  const list = join(folder, "demo.json");
  if (existsSync(list)) return v.parse(People, JSON.parse(readFileSync(list, "utf8")));

  const progress = progressOf(`Demo register, ${count} people`);
  const startedAt = performance.now();
  progress.show(0);
  const people = await handIn(join(folder, "demo.csv"), count);
  await broughtIn(progress.show);
  progress.end(`brought in, ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);

  writeWhole(list, JSON.stringify(people, null, 2)); // last: it says that all of it is done
  return people;
}

/** The file stays as it was first written: handed in again after a kill, it is the same file, and changes nothing. */
async function handIn(file: string, count: number): Promise<DemoPerson[]> {
  const today = dateOf(instantAt(existsSync(file) ? statSync(file).mtimeMs : Date.now()));
  const people = () => makePeople({ count, today });
  if (!existsSync(file)) {
    await writeExtract(people(), `${file}.new`, { asOf: today });
    renameSync(`${file}.new`, file);
  }
  const s3 = new S3Client({});
  const Bucket = locationOf("feeds");
  const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: KEY }));
  if (!KeyCount) {
    const ContentLength = statSync(file).size;
    await s3.send(
      new PutObjectCommand({ Bucket, Key: KEY, Body: createReadStream(file), ContentLength, ContentType: "text/csv" }),
    );
  }
  return demoPeople(people());
}

/** Waits until every row was looked at and no change waits for the worker. */
async function broughtIn(show: (part: number) => void): Promise<void> {
  const feeds = openFeeds({ s3: new S3Client({}), bucket: locationOf("feeds") });
  const sqs = new SQSClient({});
  let chunk = 0;
  for (;;) {
    await pause(LOOK_EVERY_MS);
    const receipt = await feeds.receipt(KEY);
    if (!receipt) continue;
    if (receipt.state === "refused") throw new Complaint(`The demo register was refused: ${receipt.problem.code}`);

    while (chunk < receipt.chunks && (await feeds.compared(receipt.feed, chunk))) chunk++;
    const waiting = (await unfinished(sqs, locationOf("comparison"))) + (await unfinished(sqs, locationOf("deltas")));
    const looked = chunk / receipt.chunks;
    show(looked * (1 - Math.min(waiting, receipt.rows) / receipt.rows));
    if (chunk === receipt.chunks && waiting === 0) return;
  }
}

async function unfinished(sqs: SQSClient, QueueUrl: string): Promise<number> {
  const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
  return Number(Attributes["ApproximateNumberOfMessages"]) + Number(Attributes["ApproximateNumberOfMessagesNotVisible"]);
}

function writeWhole(file: string, text: string) {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
