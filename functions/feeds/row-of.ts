import type { LocateAddress } from "../../shared/insured/addresses.ts";
import type { Column } from "../../shared/insured/columns.ts";
import type { Rejection } from "../../shared/insured/rejection.ts";
import { type InsuredRow, readInsuredRow } from "../../shared/insured/row.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { type Result, refused } from "../../shared/kernel/result.ts";
import type { Chunk, Row } from "./chunk.ts";

type Options = { locate: LocateAddress; excelDamaged?: boolean };

/** A row of a chunk by the names of its columns. One with more or fewer cells than the header has slipped: no cell of it can be trusted. */
export function rowsOf({ columns, receivedAt, agency }: Chunk, { locate, excelDamaged = false }: Options) {
  const context = { receivedOn: dateOf(receivedAt), agency, excelDamaged, locate };
  const last = columns.findLast((column) => column !== null) ?? "AAC002";

  return ({ cells }: Row): Result<InsuredRow, Rejection[]> => {
    if (cells.length < columns.length) return refused([{ column: columns[cells.length] ?? last, code: "cells-missing" }]);
    if (cells.slice(columns.length).some((cell) => cell.trim() !== ""))
      return refused([{ column: last, code: "cells-too-many" }]);
    const named: Partial<Record<Column, string>> = {};
    for (const [index, column] of columns.entries()) if (column) named[column] = cells[index] ?? "";
    return readInsuredRow(named, context);
  };
}
