// The rows that were not taken, as a file that opens in Excel, can be put right there and handed in again as it is.
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { RejectedRow } from "../../functions/feeds/chunk.ts";
import type { RejectionCode } from "../../shared/insured/rejection.ts";
import { columnWords, reasons } from "./words.ts";

const BOM = "\uFEFF"; // else Excel takes UTF-8 for GBK

/** Excel runs what begins like a formula, and keeps fifteen digits of what looks like a number: the tab keeps it text. */
const guarded = (cell: string) => {
  if (/^\s*[=+\-@]/.test(cell)) return `'${cell}`;
  return /^\d{11,}[Xx]?$/.test(cell) ? `\t${cell}` : cell;
};
const lineOf = (cells: readonly string[]) => `${cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(",")}\r\n`;

const isKnown = (code: string): code is RejectionCode => Object.hasOwn(reasons, code);

export async function writeRejected(file: string, header: readonly string[], rows: AsyncIterable<RejectedRow>): Promise<void> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  async function* lines() {
    yield BOM + lineOf(["行号", "有误的栏目", "原因", ...header]);
    for await (const { line, reasons: given, cells } of rows) {
      const columns = [...new Set(given.map(({ column }) => columnWords(column)))].join("；");
      const words = [...new Set(given.map(({ code }) => (isKnown(code) ? reasons[code] : code)))].join("；");
      yield lineOf([String(line), columns, words, ...cells]);
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file, { mode: 0o600 }));
}
