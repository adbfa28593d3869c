import type { LocateAddress } from "../../shared/insured/addresses.ts";
import type { Column } from "../../shared/insured/columns.ts";
import type { Rejection, RejectionCode } from "../../shared/insured/rejection.ts";
import { type InsuredRow, readInsuredRow } from "../../shared/insured/row.ts";
import { dateOf } from "../../shared/kernel/calendar.ts";
import { accepted, type Result, refused } from "../../shared/kernel/result.ts";
import { readTransferRow, type TransferRejection, type TransferRow } from "../../shared/transfer/feed-row.ts";
import type { Chunk, Row, TransferChunk } from "./chunk.ts";

type Options = { locate: LocateAddress; excelDamaged?: boolean };
type Slipped<Name> = { column: Name; code: RejectionCode }[];

/** A row of a chunk by the names of its columns. One with more or fewer cells than the header has slipped: no cell of it can be trusted. */
export function rowsOf({ columns, receivedAt, agency }: Chunk, { locate, excelDamaged = false }: Options) {
  const context = { receivedOn: dateOf(receivedAt), agency, excelDamaged, locate };
  const cellsOf = named<Column>(columns, "AAC002");
  return (row: Row): Result<InsuredRow, Rejection[]> => {
    const cells = cellsOf(row);
    return cells.ok ? readInsuredRow(cells.value, context) : cells;
  };
}

/** The same for a file of states. */
export function transferRowsOf({ columns, receivedAt }: Pick<TransferChunk, "columns" | "receivedAt">) {
  const cellsOf = named(columns, "RECEIPT");
  return (row: Row): Result<TransferRow, TransferRejection[]> => {
    const cells = cellsOf(row);
    return cells.ok ? readTransferRow(cells.value, dateOf(receivedAt)) : cells;
  };
}

function named<Name extends string>(columns: readonly (Name | null)[], otherwise: Name) {
  const last = columns.findLast((column) => column !== null) ?? otherwise;
  return ({ cells }: Row): Result<Partial<Record<Name, string>>, Slipped<Name>> => {
    if (cells.length < columns.length) return refused([{ column: columns[cells.length] ?? last, code: "cells-missing" }]);
    if (cells.slice(columns.length).some((cell) => cell.trim() !== ""))
      return refused([{ column: last, code: "cells-too-many" }]);
    const byName: Partial<Record<Name, string>> = {};
    for (const [index, column] of columns.entries()) if (column) byName[column] = cells[index] ?? "";
    return accepted(byName);
  };
}
