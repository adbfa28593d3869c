// Fractions of whole numbers: shares and powers of amounts without a binary fraction, rounded once, at the end.
import { fraction, halfUp } from "./money.ts";

/** The denominator is always positive. */
export type Exact = { readonly numerator: bigint; readonly denominator: bigint };

/** 12, "0.08", "-1.5" and "2/3" as they stand; throws where it is no number. */
export function exact(value: number | bigint | string): Exact {
  if (typeof value !== "string") return { numerator: BigInt(value), denominator: 1n };
  const [above = "", below = "1"] = value.split("/");
  return over(fraction(above), fraction(below));
}

export const plus = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});
export const times = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});
export function over(a: Exact, b: Exact): Exact {
  if (b.numerator === 0n) throw new RangeError("exact.divided-by-zero");
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: sign * a.numerator * b.denominator, denominator: sign * a.denominator * b.numerator };
}
export const power = (a: Exact, whole: number): Exact => ({
  numerator: a.numerator ** BigInt(whole),
  denominator: a.denominator ** BigInt(whole),
});
export const isLess = (a: Exact, b: Exact): boolean => a.numerator * b.denominator < b.numerator * a.denominator;

/** The nearest whole number, a half away from zero; throws past what a number can hold exactly. */
export function whole(value: Exact): number {
  const rounded = Number(halfUp(value.numerator, value.denominator));
  if (!Number.isSafeInteger(rounded)) throw new RangeError("exact.too-large");
  return rounded;
}

/** Rounded to so many decimals, and still exact: what is used after it is shown. */
export const rounded = (value: Exact, decimals: number): Exact => {
  const scale = 10n ** BigInt(decimals);
  return { numerator: halfUp(value.numerator * scale, value.denominator), denominator: scale };
};

/** As text with so many decimals, "138.4". */
export function decimal(value: Exact, decimals: number): string {
  const scaled = halfUp(value.numerator * 10n ** BigInt(decimals), value.denominator);
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, "0");
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return scaled < 0n ? `-${text}` : text;
}
