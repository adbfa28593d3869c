// Numbers of fifteen digits, issued until 1999: address, two digits of the year, month, day, sequence (handbook 1.3).

import { checkDigit, dateFrom, normaliseNumber } from "./number-parts.ts";
import { accepted, type Result, refused } from "./result.ts";

export type Legacy15Error = "BAD_LENGTH" | "BAD_CHARACTER" | "BAD_BIRTH_DATE";
export type Upgraded = { upgraded: string; century: "19" | "18" };

/** Sequences 996-999 were kept for those who were over a hundred (GB 11643-1989). */
const isCentenarian = (sequence: string) => sequence >= "996";

export function upgradeLegacy15(legacy: string): Result<Upgraded, Legacy15Error> {
  const number = normaliseNumber(legacy);
  if (!/^.{15}$/su.test(number)) return refused("BAD_LENGTH");
  if (!/^\d{15}$/.test(number)) return refused("BAD_CHARACTER");
  const century = isCentenarian(number.slice(12)) ? "18" : "19";
  const digits = number.slice(0, 6) + century + number.slice(6);
  if (!dateFrom(digits.slice(6, 14))) return refused("BAD_BIRTH_DATE");
  return accepted({ upgraded: digits + checkDigit(digits), century });
}

/** The fifteen digits by which old files may still name a citizen, if there ever were any. */
export function legacy15Of(number: string): string | undefined {
  const legacy = number.slice(0, 6) + number.slice(8, 17);
  const upgrade = upgradeLegacy15(legacy);
  return upgrade.ok && upgrade.value.upgraded === number ? legacy : undefined;
}
