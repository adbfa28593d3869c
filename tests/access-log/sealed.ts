// A log of a thousand rows as audit and seal make it, without a table.
import { pathOf, topOf, treeOver } from "../../functions/audit/merkle.ts";
import { sha256 } from "../../functions/audit/told.ts";
import {
  ALGORITHM,
  canonical,
  type Hash,
  leafText,
  linkText,
  NOTHING_BEFORE,
  type Root,
  rootText,
} from "../../shared/access-log/chain.ts";
import type { Logged } from "../../shared/access-log/contract.ts";
import type { Given } from "../../shared/access-log/verify.ts";
import { plusDays } from "../../shared/kernel/calendar.ts";
import { day, noon } from "../support/build.ts";

export const ROWS = 1000;
export const PER_DAY = 7;
const FIRST_DAY = day("2026-01-01");
export const chain = sha256("some chain");

/** As audit and seal make it, without a table: a thousand rows, sealed up to the last day, among others' chains. */
export function sealedLog(count = ROWS): Given {
  const rows: Logged[] = [];
  const roots: Root[] = [];
  const proofs: Given["proofs"][number][] = [];
  let before: Hash = NOTHING_BEFORE;
  let rootBefore: Hash = NOTHING_BEFORE;
  for (let number = 1; number <= count; number++) {
    const on = plusDays(FIRST_DAY, Math.floor((number - 1) / PER_DAY));
    const text = canonical({ kind: "staff", at: noon(on), reason: `第${number}次`, workNumber: String(number) });
    const row = sha256(text);
    const hash = sha256(linkText({ algorithm: ALGORITHM, chain, number, day: on, row, before }));
    rows.push({ at: noon(on), text, link: { number, day: on, algorithm: ALGORITHM, hash } });
    before = hash;
    if (number % PER_DAY > 0 && number < count) continue;
    const others = Array.from({ length: number % 9 }, (_, nth) => sha256(`other ${on} ${nth}`));
    const leaf = sha256(leafText({ chain, number, link: hash }));
    const leaves = [...others, leaf].sort();
    const levels = treeOver(leaves);
    proofs.push({ day: on, number, path: pathOf(levels, leaves.indexOf(leaf)) });
    const body = { algorithm: ALGORITHM, day: on, heads: leaves.length, tree: topOf(levels), before: rootBefore };
    rootBefore = sha256(rootText(body));
    roots.push({ ...body, root: rootBefore });
  }
  return { chain, rows, proofs, roots, asOf: noon(plusDays(FIRST_DAY, Math.ceil(count / PER_DAY) + 5)) };
}
