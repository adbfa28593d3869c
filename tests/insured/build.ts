import type { Cells } from "../../shared/insured/cells.ts";
import { type InsuredRow, type RowContext, readInsuredRow } from "../../shared/insured/row.ts";
import { day, someNumber } from "../support/build.ts";

export const today = day("2026-11-22");
export const context: RowContext = { receivedOn: today, locate: () => undefined };

/** A row as an agency writes it: somebody at work in Huainan since 2019. */
export const someCells: Cells = {
  AAC002: someNumber,
  AAC003: "林晓禾",
  AAE140: "110",
  AAB301: "340403",
  AAC030: "2019-07-01",
  AAE003: "201907-202610",
  AAC040: "6000.00",
  AAE036: "2026-10-31",
};

export const aRow = (differences: Cells = {}, about: Partial<RowContext> = {}): InsuredRow => {
  const read = readInsuredRow({ ...someCells, ...differences }, { ...context, ...about });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
};

export const rejectionsOf = (differences: Cells, about: Partial<RowContext> = {}): string[] => {
  const read = readInsuredRow({ ...someCells, ...differences }, { ...context, ...about });
  return read.ok ? [] : read.refusal.map(({ column, code }) => `${column} ${code}`);
};
