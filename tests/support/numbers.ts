// Numbers that nobody living can have: born before 1910, or in a county that never was.
import fc from "fast-check";
import { demoCounties } from "../../shared/divisions/demo.ts";
import { checkDigit } from "../../shared/kernel/number-parts.ts";

/** Puts the right check digit behind seventeen digits. */
export const numbered = (digits: string): string => digits + checkDigit(digits);

const birthIn = (first: string, last: string) =>
  fc
    .date({ min: new Date(`${first}T00:00:00Z`), max: new Date(`${last}T00:00:00Z`), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10).replace(/-/g, ""));
const sequence = fc.integer({ min: 0, max: 999 }).map((count) => String(count).padStart(3, "0"));

export const citizenNumber = fc
  .tuple(
    fc.oneof(
      fc.tuple(
        fc.constantFrom("340422", "342422", "320102", "370826", "110101", "659012", "440524"),
        birthIn("1850-01-01", "1909-12-31"),
      ),
      fc.tuple(fc.constantFrom(...demoCounties), birthIn("1910-01-01", "2026-11-22")),
    ),
    sequence,
  )
  .map(([[area, birth], order]) => numbered(area + birth + order));

export const foreignersCardNumber = fc
  .tuple(
    fc.constantFrom("11", "31", "32", "65"),
    fc.constantFrom("000", "124", "682", "840"),
    birthIn("1850-01-01", "1909-12-31"),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([province, country, birth, order]) => numbered(`9${province}${country}${birth}${String(order).padStart(3, "0")}`));
