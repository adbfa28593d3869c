// Money is an integer of fen. Rates are decimal text, "0.08": no binary fraction ever touches an amount.
import { accepted, type Result, refused } from "./result.ts";

export type MoneyError = "money.missing" | "money.unreadable" | "money.too-precise" | "money.too-large";

const GROUPED = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/** Reads 1,234.5 and ¥1234.50元. Three decimals are refused, not rounded; so is a comma in the wrong place. */
export function readYuan(typed: string): Result<number, MoneyError> {
  const text = typed
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^[¥￥]/, "")
    .replace(/元$/, "");
  if (text === "") return refused("money.missing");
  const [matched, yuan = "", decimals = ""] = GROUPED.exec(text) ?? [];
  if (!matched) return refused("money.unreadable");
  if (decimals.length > 2) return refused("money.too-precise");
  const fen = Number(yuan.replace(/,/g, "") + decimals.padEnd(2, "0"));
  return Number.isSafeInteger(fen) ? accepted(fen) : refused("money.too-large");
}

/** 123450 → 1,234.50 */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${fen < 0 ? "-" : ""}${yuan}.${digits.slice(-2)}`;
}

/** The nearest integer to a fraction; a half goes away from zero (handbook 16, 7.1). */
export function halfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const [above, below] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const rounded = (2n * above + below) / (2n * below);
  return negative ? -rounded : rounded;
}

/** Decimal text as a fraction of integers, exactly. */
export function fraction(decimal: string): { numerator: bigint; denominator: bigint } {
  const [matched, sign, whole = "", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (!matched) throw new Error("money.not-a-decimal");
  return { numerator: BigInt(sign + whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

/** That share of an amount, rounded half-up to the fen: percentOf(100050, "0.08") is 8004. */
export function percentOf(fen: number, rate: string): number {
  const { numerator, denominator } = fraction(rate);
  return Number(halfUp(BigInt(fen) * numerator, denominator));
}
