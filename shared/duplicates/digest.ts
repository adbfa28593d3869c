import * as v from "valibot";
import { DuplicateId } from "./duplicate.ts";

const PRIME = 0x01000193;
const BASES = [0x811c9dc5, 0x050c5d1f]; // FNV-1a's own, and another one: two numbers of 32 bits, as browsers have no wider ones that are quick

/** Short and the same each time. It keeps nothing secret; it only tells the few pairs of one person apart. */
export function digestOf(text: string): DuplicateId {
  const hex = BASES.map((base) => {
    let hash = base;
    for (let nth = 0; nth < text.length; nth++) hash = Math.imul(hash ^ text.charCodeAt(nth), PRIME);
    return (hash >>> 0).toString(16).padStart(8, "0");
  });
  return v.parse(DuplicateId, hex.join(""));
}
