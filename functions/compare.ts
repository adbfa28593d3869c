// A chunk of an agency's file: which of its rows can be taken, whom is each about, and who of them is sent to the worker.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as v from "valibot";
import { type LocateAddress, loadAddresses } from "../shared/insured/addresses.ts";
import type { Delta } from "../shared/insured/delta.ts";
import type { InsuredRow } from "../shared/insured/row.ts";
import { loadedCalendar } from "../shared/kernel/loaded-calendar.ts";
import { nameKey } from "../shared/kernel/names.ts";
import { AliasSecret } from "./alias.ts";
import { receiptsIn } from "./casework/receipts.ts";
import { locationOf } from "./environment.ts";
import { type Feeds, openFeeds } from "./feeds/bucket.ts";
import { type Chunk, Comparison, type RejectedRow } from "./feeds/chunk.ts";
import { eventIdOf, receiptOf } from "./feeds/ids.ts";
import { rowsOf } from "./feeds/row-of.ts";
import { sendDeltasBy } from "./feeds/send-deltas.ts";
import { personIn, whoseIn } from "./feeds/whose.ts";
import { logFailure } from "./log.ts";
import { deployedPolicy } from "./policy.ts";
import { readRegister } from "./register/reader.ts";
import { openSecret } from "./secrets.ts";
import { compareTransfersIn } from "./transfers/compare.ts";
import { readTransfers } from "./transfers/transfers.ts";

type Taken = { row: number; insured: InsuredRow };
type Deps = {
  feeds: Feeds;
  whose: ReturnType<typeof whoseIn>;
  secret: () => Promise<AliasSecret>;
  locate: () => Promise<LocateAddress>;
  send: (deltas: readonly Delta[]) => Promise<void>;
};

export const compareIn =
  ({ feeds, whose, secret, locate, send }: Deps) =>
  async ({ feed, chunk: number, excelDamaged }: Comparison): Promise<void> => {
    const chunk = await feeds.chunk(feed, number);
    const { taken, rejected } = await sort(chunk, await locate(), excelDamaged);
    const groups = byPerson(taken);
    const people = await whose(
      await secret(),
      feed,
      groups.map((group) => personIn(group.map(({ insured }) => insured))),
    );
    const deltas = groups.map((group, index): Delta => {
      const [{ row }] = group as [Taken, ...Taken[]];
      const rows = group.map((each) => each.row);
      return {
        feed,
        chunk: number,
        rows,
        ...people[index]!,
        receipt: receiptOf(chunk.file, row),
        eventId: eventIdOf(feed, row),
      };
    });
    await feeds.keepCompared(feed, number, { rows: chunk.rows.length, accepted: taken.length, rejected });
    await send(deltas);
  };

const ROWS_AT_A_STRETCH = 50; // some milliseconds, then others have their turn

async function sort(chunk: Chunk, locate: LocateAddress, excelDamaged: boolean) {
  const [taken, rejected]: [Taken[], RejectedRow[]] = [[], []];
  const read = rowsOf(chunk, { locate, excelDamaged });
  for (const [index, row] of chunk.rows.entries()) {
    if (index % ROWS_AT_A_STRETCH === 0) await new Promise(setImmediate);
    const result = read(row);
    if (result.ok) taken.push({ row: row.row, insured: result.value });
    else rejected.push({ ...row, reasons: result.refusal });
  }
  return { taken, rejected };
}

/** Rows of one person travel together. One number under two names are two people until somebody has looked. */
const byPerson = (taken: readonly Taken[]): Taken[][] => [
  ...Map.groupBy(taken, ({ insured: { docType, number, name } }) => `${docType}|${number}|${nameKey(name)}`).values(),
];

const client = new DynamoDBClient({});
const table = locationOf("register");
let addresses: Promise<LocateAddress> | undefined;
const feeds = openFeeds({ s3: new S3Client({}), bucket: locationOf("feeds") });
const send = sendDeltasBy({ sqs: new SQSClient({}), queueUrl: locationOf("deltas") });
const compare = compareIn({
  feeds,
  whose: whoseIn({ client, table, register: readRegister({ client, table }) }),
  secret: openSecret("alias", AliasSecret),
  locate: () => (addresses ??= loadAddresses()),
  send,
});
const casework = { client, table: locationOf("casework") };
const compareTransfers = compareTransfersIn({
  feeds,
  whoseReceipt: receiptsIn(casework),
  transfers: readTransfers(casework),
  reckoning: { calendar: loadedCalendar, policy: deployedPolicy },
  send,
});

type Delivery = { messageId: string; body: string };

/** A chunk that is delivered again comes to the same ids, so what was sent before is known on its way. */
export async function handler({ Records }: { Records: Delivery[] }, { awsRequestId }: { awsRequestId: string }) {
  const failed: Delivery[] = [];
  for (const delivery of Records) {
    try {
      const comparison = v.parse(Comparison, JSON.parse(delivery.body));
      await (comparison.kind === "transfers" ? compareTransfers(comparison) : compare(comparison));
    } catch (error) {
      logFailure(error, { path: "compare", requestId: awsRequestId });
      failed.push(delivery);
    }
  }
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}
