// A file arrived in the inbox: is it one that can be read? If so, its rows are sent on in chunks, else nothing is.
import { S3Client } from "@aws-sdk/client-s3";
import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { type Instant, instantAt } from "../shared/kernel/calendar.ts";
import { locationOf } from "./environment.ts";
import { type Feeds, openFeeds } from "./feeds/bucket.ts";
import type { Comparison, Receipt, Row } from "./feeds/chunk.ts";
import { countDamage } from "./feeds/excel.ts";
import { feedIdOf } from "./feeds/ids.ts";
import { kindOf, partnerOf } from "./feeds/kind.ts";
import { type Looked, lookAt } from "./feeds/look-at.ts";
import { type ReadRow, readRows } from "./feeds/read-rows.ts";
import { FileRefused } from "./feeds/refused.ts";

type ObjectEvent = { Records: { eventTime: string; s3: { object: { key: string } } }[] };
type Deps = { feeds: Feeds; send: (comparisons: Comparison[]) => Promise<void> };

const ROWS_A_CHUNK = 500;
const CHARACTERS_A_CHUNK = 2_000_000;
const MESSAGES_A_BATCH = 10;
const NO_COLUMN = -1;

export const takeIn =
  ({ feeds, send }: Deps) =>
  async (inboxKey: string, receivedAt: Instant): Promise<void> => {
    const looked = await lookAt(feeds.bytes(inboxKey));
    const { sha256 } = looked;
    const before = await feeds.firstSeen(sha256, { inboxKey, receivedAt });
    const told = { receivedAt, sha256, ...(before && { before }) };
    try {
      const { comparisons, ...taken } = await cut(feeds, inboxKey, looked, receivedAt);
      await feeds.keepReceipt(inboxKey, { ...told, state: "taken", ...taken });
      for (let sent = 0; sent < comparisons.length; sent += MESSAGES_A_BATCH)
        await send(comparisons.slice(sent, sent + MESSAGES_A_BATCH));
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      await feeds.keepReceipt(inboxKey, { ...told, state: "refused", problem: error.problem });
    }
  };

type Taken = Omit<Extract<Receipt, { state: "taken" }>, "state" | "receivedAt" | "sha256" | "before">;

/** Writes the chunks. Only when the last row was read is it sure that none of them is in vain. */
async function cut(
  feeds: Feeds,
  inboxKey: string,
  looked: Looked,
  receivedAt: Instant,
): Promise<Taken & { comparisons: Comparison[] }> {
  const partner = partnerOf(inboxKey);
  if ("problem" in looked) throw new FileRefused(looked.problem);
  const feed = feedIdOf(looked.sha256, inboxKey);
  const rows = readRows(feeds.bytes(inboxKey), looked);
  const header = (await rows.next()).value;
  if (!header) throw new FileRefused({ code: "empty" });
  const is = kindOf(partner, header.cells);
  const { kind } = is;

  const content = { feed, file: looked.sha256.slice(0, 16), receivedAt, ...is };
  const damage = countDamage(is.kind === "insured" ? is.columns.indexOf("AAC002") : NO_COLUMN);
  let chunks = 0;
  for await (const chunk of chunksOf(rows, damage.look)) await feeds.keepChunk(chunks++, { ...content, rows: chunk });
  if (chunks === 0) throw new FileRefused({ code: "no-rows" });

  const excelDamaged = damage.isLikely();
  return {
    feed,
    rows: damage.rows(),
    chunks,
    encoding: looked.encoding,
    header: header.cells,
    excelDamaged,
    kind,
    comparisons: Array.from({ length: chunks }, (_, chunk) => ({ feed, chunk, excelDamaged, kind })),
  };
}

async function* chunksOf(rows: AsyncIterable<ReadRow>, look: (cells: readonly string[]) => void): AsyncGenerator<Row[]> {
  let chunk: Row[] = [];
  let [count, characters] = [0, 0];
  for await (const { line, cells } of rows) {
    look(cells);
    chunk.push({ row: ++count, line, cells });
    characters += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (chunk.length < ROWS_A_CHUNK && characters < CHARACTERS_A_CHUNK) continue;
    yield chunk;
    [chunk, characters] = [[], 0];
  }
  if (chunk.length > 0) yield chunk;
}

const take = takeIn({
  feeds: openFeeds({ s3: new S3Client({}), bucket: locationOf("feeds") }),
  send: sendBy(new SQSClient({})),
});

/** A file may be announced twice: it is read twice, and comes to the same chunks and the same messages. */
export async function handler({ Records }: ObjectEvent): Promise<void> {
  for (const { eventTime, s3 } of Records)
    await take(decodeURIComponent(s3.object.key.replaceAll("+", " ")), instantAt(Date.parse(eventTime)));
}

function sendBy(sqs: SQSClient) {
  return async (comparisons: Comparison[]) => {
    const Entries = comparisons.map((comparison, index) => ({ Id: String(index), MessageBody: JSON.stringify(comparison) }));
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: locationOf("comparison"), Entries }));
    if (Failed.length > 0) throw new Error("chunks not sent");
  };
}
