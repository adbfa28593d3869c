// What the eighteen characters of a citizen's number are made of (GB 11643-1999): 6 address, 8 birth, 3 sequence, 1 check.
import * as v from "valibot";
import { PlainDate } from "./calendar.ts";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = "10X98765432";

/** The eighteenth character that belongs to the seventeen digits before it (ISO 7064, MOD 11-2). */
export function checkDigit(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/** Half-width, without blanks at the ends, with a capital X: nothing more is forgiven silently. */
export const normaliseNumber = (typed: string): string => typed.normalize("NFKC").trim().replace(/x/g, "X");

/** The day in eight digits, if there was such a day; there was no year 0. */
export function dateFrom(digits: string): PlainDate | undefined {
  const date = v.safeParse(PlainDate, `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
  return date.success && !date.output.startsWith("0000") ? date.output : undefined;
}

export const sexOf = (number: string): "M" | "F" => (Number(number.charAt(16)) % 2 === 1 ? "M" : "F");
