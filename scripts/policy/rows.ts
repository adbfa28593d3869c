// A file of parameters as rows.
import { parse } from "csv-parse/sync";
import * as v from "valibot";
import { type Cells, columns, type Row } from "../../shared/policy/examine.ts";

const Line = v.object(v.entriesFromList(columns, v.pipe(v.string(), v.trim())));
const Records = v.array(v.object({ record: v.record(v.string(), v.string()), info: v.object({ lines: v.number() }) }));

/** Rows with the line each ends on; throws one line about a text that is no table of parameters. */
export const rowsIn = (file: string, text: string): Row[] =>
  recordsOf(file, text).map(({ record, info }) => ({ line: info.lines, cells: v.parse(Line, record) satisfies Cells }));

function recordsOf(file: string, text: string): v.InferOutput<typeof Records> {
  const header = (text.split(/\r?\n/, 1)[0] ?? "").split(",").map((name) => name.trim());
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`${file} lacks the column ${missing.join(", ")}; it needs ${columns.join(", ")}.`);
  try {
    const trimmed = (names: string[]) => names.map((name) => name.trim());
    return v.parse(Records, parse(text, { bom: true, columns: trimmed, info: true, skip_empty_lines: true }));
  } catch (error) {
    throw new Error(`${file} is no CSV: ${error instanceof Error ? error.message : "unknown reason"}`);
  }
}
