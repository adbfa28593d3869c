// What the eighteen characters of a citizen's number are made of (GB 11643-1999): 6 address, 8 birth, 3 sequence, 1 check.
// Files bring millions of them: no schema is run here.
import type { PlainDate } from "./calendar.ts";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = "10X98765432";
const ZERO = "0".charCodeAt(0);

/** The eighteenth character that belongs to the seventeen digits before it (ISO 7064, MOD 11-2). */
export function checkDigit(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * (digits.charCodeAt(place) - ZERO), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/** Half-width, without blanks at the ends, with a capital X: nothing more is forgiven silently. */
export const normaliseNumber = (typed: string): string => typed.normalize("NFKC").trim().replace(/x/g, "X");

/** The day in eight digits, if there was such a day; there was no year 0. */
export function dateFrom(digits: string): PlainDate | undefined {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return isDay(date) ? date : undefined;
}

function isDay(date: string): date is PlainDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  return year > 0 && month > 0 && month <= 12 && day > 0 && day <= daysIn(month, year);
}

function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export const sexOf = (number: string): "M" | "F" => (Number(number.charAt(16)) % 2 === 1 ? "M" : "F");
