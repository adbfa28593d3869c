// Which declared reasons a paper may prove. It is never asked for: who has none says so all the same.
import type { Purpose } from "../evidence/purposes.ts";

const proved: Readonly<Record<string, Purpose>> = {
  P06: "insured-elsewhere",
  ...{ U01: "reason", U02: "reason", U03: "reason", U04: "reason", U05: "reason" },
  ...{ O01: "reason", O02: "reason", O03: "reason", O04: "reason", O05: "reason" },
};

/** For which purpose papers may come with these reasons; undefined: there is nothing to prove. */
export function purposeFor(codes: readonly string[]): Purpose | undefined {
  const purposes = codes.flatMap((code) => proved[code] ?? []);
  return purposes.find((purpose) => purpose === "insured-elsewhere") ?? purposes[0];
}

/** Being insured elsewhere closes no case without proof (handbook 4): whoever decides has to ask the other region first. */
export const isUnproved = (codes: readonly string[], papers: number): boolean => codes.includes("P06") && papers === 0;
