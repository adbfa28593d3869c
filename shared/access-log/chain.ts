// The texts whose hashes make the access log provable. Lines of plain text, so that anybody can do it again with any tool that
// knows the algorithm (docs/decisions/2026-11-22-the-log-that-the-person-can-check.md).
import * as v from "valibot";
import { PlainDate } from "../kernel/calendar.ts";

/** What is used today. Every link and every root names its own: another one may follow, and what is there stays as it is. */
export const ALGORITHM = "SHA-256";

/** A digest in hexadecimal. */
export const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export type Hash = v.InferOutput<typeof Hash>;

/** What comes before the first: of a person's chain, and of all roots. */
export const NOTHING_BEFORE = "0".repeat(64);

/** Where something lies among a person's looks: `row` is the hash of its text, `day` that on which it was put there. */
export type Place = { algorithm: string; chain: Hash; number: number; day: PlainDate; row: Hash; before: Hash };

/** One root a day over all chains that grew, and over the root of the day before. `heads`: how many grew. */
export const Root = v.object({
  algorithm: v.string(),
  day: PlainDate,
  heads: v.number(),
  tree: Hash,
  before: Hash,
  root: Hash,
});
export type Root = v.InferOutput<typeof Root>;

export const linkText = ({ algorithm, chain, number, day, row, before }: Place): string =>
  ["link", algorithm, chain, number, day, row, before].join("\n");

export const leafText = ({ chain, number, link }: { chain: Hash; number: number; link: Hash }): string =>
  ["leaf", chain, number, link].join("\n");

/** Begins differently from a leaf: nobody can pass one off as the other. */
export const nodeText = (left: Hash, right: Hash): string => ["node", left, right].join("\n");

export const rootText = ({ algorithm, day, heads, tree, before }: Omit<Root, "root">): string =>
  ["root", algorithm, day, heads, tree, before].join("\n");

/** Of a leaf to the top of the tree: at each step on which side the other one stands, `L` or `R`, and its hash. */
export const Step = v.pipe(v.string(), v.regex(/^[LR][0-9a-f]{64}$/));
export const Proof = v.object({ day: PlainDate, number: v.number(), path: v.array(Step) });
export type Proof = v.InferOutput<typeof Proof>;

/** The same thing always has the same text: names in order, nothing between. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(",")}}`;
}
