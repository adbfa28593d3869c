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
  const header = headerOf(file, text);
  const twice = header.find((name, index) => header.indexOf(name) < index);
  const missing = columns.filter((column) => !header.includes(column));
  const strange = header.filter((name) => !columns.some((column) => column === name));
  const needed = `it needs ${columns.join(", ")}, with commas between.`;
  if (twice !== undefined) throw new Error(`${file} has the column ${twice} twice; ${needed}`);
  if (missing.length > 0) throw new Error(`${file} lacks the column ${missing.join(", ")}; ${needed}`);
  if (strange.length > 0) throw new Error(`${file} has a column that nothing is known of, ${strange.join(", ")}; ${needed}`);
  return parsed(file, () => v.parse(Records, parse(text, { ...plain, columns: header, from: 2, info: true })));
}

const headerOf = (file: string, text: string): string[] =>
  parsed(file, () => v.parse(v.array(v.array(v.string())), parse(text, { ...plain, to: 1 })).flat()).map((name) => name.trim());

const plain = { bom: true, skip_empty_lines: true } as const;

function parsed<Read>(file: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    throw new Error(`${file} is no CSV: ${error instanceof Error ? error.message : "unknown reason"}`);
  }
}
