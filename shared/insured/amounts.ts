import { readYuan } from "../kernel/money.ts";
import type { PaidMonth } from "../paid-months.ts";
import type { CellReader } from "./cells.ts";
import type { Column } from "./columns.ts";

export type Amounts = Omit<PaidMonth, "state">;

const PLAIN = /^(\d{1,9})(?:\.(\d{1,2}))?$/; // as systems write it; everything else goes the long way
const MOST_FEN = 1e11;

/** Yuan a month: one amount for all `periods`, or as many as there are. */
export function readAmounts(cells: CellReader, periods: number): Amounts[] {
  const base = readList("AAC040");
  const personal = readList("AAC040_PERSONAL");
  const unit = readList("AAC040_UNIT");
  const subsidy = readList("AAC040_SUBSIDY");
  const at = (list: number[], period: number) => (list.length === 1 ? list[0] : list[period]) ?? 0;
  return Array.from({ length: periods }, (_, period) => ({
    base: at(base, period),
    personal: at(personal, period),
    unit: at(unit, period),
    subsidy: at(subsidy, period),
  }));

  function readList(column: Column): number[] {
    const text = cells.text(column);
    if (text === "") return [];
    const fen = text.split(/[;、]/).map(fenOf);
    const readable = fen.filter((amount) => amount !== undefined);
    if (readable.length < fen.length) cells.reject(column, "amount-unreadable");
    else if (fen.length > 1 && fen.length !== periods) cells.reject(column, "amounts-for-other-periods");
    return readable;
  }
}

function fenOf(text: string): number | undefined {
  const [quick, yuan = "", fen = ""] = PLAIN.exec(text.trim()) ?? [];
  if (quick) return Number(yuan + fen.padEnd(2, "0"));
  const read = readYuan(text);
  return read.ok && read.value < MOST_FEN ? read.value : undefined;
}
