// What the parts of a feed leave for each other in the bucket. Every part can be delivered again: it writes the same objects.
//
//   inbox/<partner>/<name>      the file as the agency gave it; partner: `insured`, or `insured-340400` where one agency's only
//   receipts/<partner>/<name>.json   what became of the file as a whole
//   seen/<sha256>.json          where this content came in first
//   chunks/<feed>/<chunk>.json  some hundred rows of it
//   rejected/<feed>/<chunk>.json     how many of them were taken, and why each of the others was not
import * as v from "valibot";
import { type Column, columnNames } from "../../shared/insured/columns.ts";
import { FeedId } from "../../shared/insured/delta.ts";
import { Instant } from "../../shared/kernel/calendar.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { type TransferColumn, transferColumnNames } from "../../shared/transfer/feed-columns.ts";

const Columns = v.array(v.nullable(v.custom<Column>((name) => typeof name === "string" && Object.hasOwn(columnNames, name))));

/** `row` counts from 1 over the file, `line` is where it stands in it. */
export const Row = v.object({ row: v.number(), line: v.number(), cells: v.array(v.string()) });
export type Row = v.InferOutput<typeof Row>;

export const Chunk = v.object({
  feed: FeedId,
  /** The first 16 digits of the SHA-256 of the whole file: what facts remember of it. */
  file: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  receivedAt: Instant,
  agency: v.optional(DivisionCode),
  columns: Columns,
  rows: v.array(Row),
});
export type Chunk = v.InferOutput<typeof Chunk>;

const TransferColumns = v.array(
  v.nullable(v.custom<TransferColumn>((name) => typeof name === "string" && Object.hasOwn(transferColumnNames, name))),
);

/** Rows of a file of states. It says whose it is: nobody else's transfers move by it. */
export const TransferChunk = v.object({ ...Chunk.entries, agency: DivisionCode, columns: TransferColumns });
export type TransferChunk = v.InferOutput<typeof TransferChunk>;

/** What a file is about: what people are insured with, or where transfers stand. */
export const FileKind = v.picklist(["insured", "transfers"]);
export type FileKind = v.InferOutput<typeof FileKind>;

/** On the comparison queue. `excelDamaged`: more of the file's numbers end in 000 than can be right. */
export const Comparison = v.strictObject({
  feed: FeedId,
  chunk: v.number(),
  excelDamaged: v.boolean(),
  kind: v.optional(FileKind, "insured"),
});
export type Comparison = v.InferOutput<typeof Comparison>;

export const RejectedRow = v.object({
  ...Row.entries,
  reasons: v.array(v.object({ column: v.string(), code: v.string() })),
});
export type RejectedRow = v.InferOutput<typeof RejectedRow>;

/** There as soon as a chunk was compared, also when none of its rows was rejected. */
export const Compared = v.object({ rows: v.number(), accepted: v.number(), rejected: v.array(RejectedRow) });
export type Compared = v.InferOutput<typeof Compared>;

export const fileProblems = [
  "empty",
  "no-rows",
  "xlsx",
  "xls",
  "utf-16",
  "binary",
  "wrong-encoding",
  "column-missing",
  "column-twice",
  "quote-open",
  "row-too-long",
  "unknown-partner",
  "agency-missing",
] as const;

/** `columns` where it is about columns, `line` where it is about one place. */
export const FileProblem = v.object({
  code: v.picklist(fileProblems),
  columns: v.optional(v.array(v.string())),
  line: v.optional(v.number()),
});
export type FileProblem = v.InferOutput<typeof FileProblem>;

/** `before`: when the same content was handed in for the first time, under another name. It is read again all the same. */
const told = { receivedAt: Instant, sha256: v.string(), before: v.optional(Instant) };
export const Receipt = v.variant("state", [
  v.object({ ...told, state: v.literal("refused"), problem: FileProblem }),
  v.object({
    ...told,
    state: v.literal("taken"),
    feed: FeedId,
    rows: v.number(),
    chunks: v.number(),
    encoding: v.string(),
    header: v.array(v.string()),
    excelDamaged: v.boolean(),
    kind: v.optional(FileKind, "insured"),
  }),
]);
export type Receipt = v.InferOutput<typeof Receipt>;

export const Seen = v.object({ inboxKey: v.string(), receivedAt: Instant });
export type Seen = v.InferOutput<typeof Seen>;
