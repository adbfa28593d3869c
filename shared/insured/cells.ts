import * as v from "valibot";
import type { PlainDate } from "../kernel/calendar.ts";
import { DivisionCode } from "../kernel/fields.ts";
import { isPrintable } from "../kernel/names.ts";
import { readDate } from "../kernel/plain-date.ts";
import type { Column } from "./columns.ts";
import type { RejectionCode } from "./rejection.ts";

export type Cells = Readonly<Partial<Record<Column, string>>>;
export type CellReader = ReturnType<typeof openCells<Column>>;
export type Reject = CellReader["reject"];

const LONGEST_CELL = 4000; // sixty years of single months fit

/** The cells of one row. What cannot be read is undefined, as what is not there; the reason is in `rejections`. */
export function openCells<Name extends string>(cells: Readonly<Partial<Record<Name, string>>>, receivedOn: PlainDate) {
  const rejections: { column: Name; code: RejectionCode }[] = [];
  const reject = (column: Name, code: RejectionCode): undefined => void rejections.push({ column, code });
  for (const column of Object.keys(cells) as Name[])
    if ((cells[column] ?? "").length > LONGEST_CELL) reject(column, "cell-too-long");

  /** Half width, without blanks at the ends and without the marks by which spreadsheets say "this is text". */
  const text = (column: Name): string => {
    const typed = (cells[column] ?? "").normalize("NFKC").trim();
    return typed.startsWith("=") || typed.startsWith("'") ? typed.replace(/^(?:="?|')(.*?)"?$/, "$1") : typed;
  };

  return {
    rejections,
    reject,
    text,

    /** As it stands in the file, for what must not be changed: a name. */
    raw: (column: Name): string => (cells[column] ?? "").trim(),

    date(column: Name, limits: { future?: boolean; earliest?: PlainDate } = {}): PlainDate | undefined {
      const typed = text(column).replace(/[ T]00?:00(?::00)?(?:\.0+)?$/, ""); // databases print the midnight with it
      if (typed === "") return undefined;
      const read = readDate(typed, { asOf: receivedOn, ...limits });
      if (read.ok) return read.value;
      return reject(column, read.refusal === "date.in-future" ? "date-in-future" : "date-unreadable");
    },

    coded<Meaning>(column: Name, meanings: Readonly<Record<string, Meaning>>, unless: RejectionCode): Meaning | undefined {
      const typed = text(column).replace(/\s/g, "").toUpperCase();
      if (typed === "") return undefined;
      return Object.hasOwn(meanings, typed) ? meanings[typed] : reject(column, unless);
    },

    division(column: Name): DivisionCode | undefined {
      const typed = text(column).replace(/^(\d{6})\d{6}$/, "$1"); // twelve digits go down to the village
      if (typed === "") return undefined;
      const read = v.safeParse(DivisionCode, typed);
      return read.success ? read.output : reject(column, "division-unreadable");
    },

    line(column: Name, length: number): string | undefined {
      const typed = text(column).replace(/\s+/g, " ");
      if (typed === "") return undefined;
      return !isPrintable(typed) || typed.length > length ? reject(column, "text-unreadable") : typed;
    },
  };
}
