// The first row of an agency's file: columns are named by code or by Chinese name, in any order, and what we do not know is left out.
import { accepted, type Result, refused } from "../kernel/result.ts";

export type HeaderProblem<Column extends string = string> = { code: "column-missing" | "column-twice"; columns: Column[] };

const asWritten = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s\uFEFF*"'“”]/g, "")
    .toUpperCase();

/** Reads the headers of one kind of file. `required`: without these a row says nothing. */
export function headerOf<Column extends string>(
  columnNames: Readonly<Record<Column, readonly string[]>>,
  required: readonly Column[],
) {
  const all = Object.keys(columnNames) as Column[];
  const byName = new Map<string, Column>(
    all.flatMap((column) => [column, ...columnNames[column]].map((name) => [asWritten(name), column] as const)),
  );

  /** `AAC002`, `社会保障号码`, `社会保障号码(AAC002)`, `AAC002 姓名…`: by the code where there is one. */
  function columnOf(cell: string): Column | undefined {
    const written = asWritten(cell);
    const code = written.match(/[A-Z]{3}\d{3}(?:_[A-Z]+)?/)?.[0] ?? "";
    return byName.get(written) ?? byName.get(code) ?? byName.get(written.replace(/\(.*\)$/, ""));
  }

  /** What each column holds, in the order of the file; null: nothing that we know. */
  return function readHeader(cells: readonly string[]): Result<(Column | null)[], HeaderProblem<Column>> {
    const columns = cells.map((cell) => columnOf(cell) ?? null);
    const missing = required.filter((column) => !columns.includes(column));
    if (missing.length > 0) return refused({ code: "column-missing", columns: missing });
    const twice = columns.filter((column, index) => column !== null && columns.indexOf(column) !== index);
    if (twice.length > 0)
      return refused({ code: "column-twice", columns: [...new Set(twice)].filter((column) => column !== null) });
    return accepted(columns);
  };
}
