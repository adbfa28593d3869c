// An employer as people write it.
import type { Typed } from "../../drafts.ts";

export const LONGEST_NAME = 100;

/** As people copy it: full-width, with blanks, in small letters. */
const creditCodeIn = (typed: Typed): string =>
  (typed["employer.number"] ?? "").normalize("NFKC").replace(/\s/g, "").toUpperCase();

export function employerIn(typed: Typed): { name: string; code?: string } {
  const code = creditCodeIn(typed);
  return { name: (typed["employer.name"] ?? "").normalize("NFC").trim(), ...(code && { code }) };
}
