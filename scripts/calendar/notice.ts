// A notice as a file: CSV with the columns date, is_workday, name, doc_no, or JSON with a list of the same fields.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import * as v from "valibot";
import { PlainDate } from "../../shared/kernel/calendar.ts";

const yes = ["1", "true", "yes", "是", "班", "上班"];
const no = ["0", "false", "no", "否", "休", "放假"];
const YesOrNo = v.pipe(
  v.union([v.boolean(), v.number(), v.string()]),
  v.transform((typed) => String(typed).trim().toLowerCase()),
  v.picklist([...yes, ...no]),
  v.transform((typed) => yes.includes(typed)),
);

export const NoticeRow = v.object({
  date: v.pipe(v.string(), v.trim(), PlainDate),
  is_workday: YesOrNo,
  name: v.optional(v.string(), ""),
  doc_no: v.pipe(v.string(), v.trim(), v.minLength(1)),
});
export type NoticeRow = v.InferOutput<typeof NoticeRow>;

const wanted: Record<string, string> = {
  date: "a date that exists, like 2027-01-01",
  is_workday: "1 for a working day or 0 for a day off",
  name: "text",
  doc_no: "the number of the document",
};

/** Rows of the file; throws one line about the file or about its first bad row. */
export function readNotice(file: string): NoticeRow[] {
  const rows = rowsOf(file, contentOf(file));
  if (rows.length === 0) throw new Error(`${file} holds no days.`);
  return rows.map((row, index) => {
    const read = v.safeParse(NoticeRow, row);
    if (read.success) return read.output;
    const column = String(read.issues[0].path?.[0]?.key ?? "");
    const found = JSON.stringify(read.issues[0].input) ?? "nothing";
    throw new Error(`${file}, day ${index + 1}: ${column ? `${column} must be ${wanted[column]}, not ${found}` : "not a day"}.`);
  });
}

function contentOf(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof TypeError ? "it is not UTF-8 text" : codeOf(error)}.`);
  }
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "unknown reason");

function rowsOf(file: string, text: string): unknown[] {
  if (path.extname(file).toLowerCase() === ".json") {
    const days = v.safeParse(v.union([v.array(v.unknown()), v.object({ days: v.array(v.unknown()) })]), jsonOf(file, text));
    if (!days.success) throw new Error(`${file} holds no list of days.`);
    return Array.isArray(days.output) ? days.output : days.output.days;
  }
  const header = text.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0] ?? "";
  const missing = ["date", "is_workday", "doc_no"].filter((column) => !header.split(",").some((name) => name.trim() === column));
  if (missing.length > 0)
    throw new Error(`${file} lacks the column ${missing.join(", ")}; it needs date, is_workday, name, doc_no.`);
  try {
    return parse(text, { bom: true, columns: (names: string[]) => names.map((name) => name.trim()), skip_empty_lines: true });
  } catch (error) {
    throw new Error(`${file} is no CSV: ${error instanceof Error ? error.message : "unknown reason"}`);
  }
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Error(`${file} is not JSON.`);
  }
}
