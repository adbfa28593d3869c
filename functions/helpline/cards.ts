// With which version of a policy card an answer was given: what the card said then can be found by it.
import * as v from "valibot";
import data from "../data/cards.json" with { type: "json" };

const Versions = v.record(v.string(), v.string());
let known: v.InferOutput<typeof Versions> | undefined;

/** Undefined: there is no such card. */
export function versionOf(card: string): string | undefined {
  known ??= v.parse(Versions, data);
  return Object.hasOwn(known, card) ? known[card] : undefined;
}
