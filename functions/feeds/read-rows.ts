// The second pass: row after row, whatever line ends and quotes it uses. Never more than a part of the file in memory.
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Encoding } from "./look-at.ts";
import { FileRefused } from "./refused.ts";

/** `line`: where it begins in the file. */
export type ReadRow = { line: number; cells: string[] };

const MOST_BYTES_A_ROW = 1_000_000;

/** The header is the first of them. Rows without anything in them are left out. */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: { encoding: Encoding; delimiter: string },
): AsyncGenerator<ReadRow> {
  const lines: number[] = []; // of rows that are parsed and not handed on yet
  let lastLine = 0;
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"], // one file may hold all three
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
    max_record_size: MOST_BYTES_A_ROW,
    on_record: (cells, context) => {
      lastLine = context.lines;
      lines.push(firstLineOf(cells, lastLine));
      return cells;
    },
  });
  pipeline(Readable.from(textOf(bytes, encoding)), parser, () => {}); // a failure comes out of the parser
  try {
    for await (const cells of parser) yield { line: lines.shift() ?? lastLine, cells };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const code = error.code === "CSV_QUOTE_NOT_CLOSED" ? "quote-open" : "row-too-long";
    throw new FileRefused({ code, line: lastLine + 1 });
  }
}

async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const part of bytes) {
    const text = decoder.decode(part, { stream: true });
    if (text !== "") yield text;
  }
  yield decoder.decode();
}

/** The parser tells the line on which a row ends. */
const firstLineOf = (cells: readonly string[], lastLine: number) =>
  lastLine -
  cells.reduce(
    (breaks, cell) => breaks + (cell.includes("\n") || cell.includes("\r") ? cell.split(/\r\n|\r|\n/).length - 1 : 0),
    0,
  );
