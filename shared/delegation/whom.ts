// For whom a page or a form is, where it is not for who is signed in: a child, or an adult who has allowed it.
import * as v from "valibot";
import { ChildRef } from "../children/contract.ts";

/** Names one delegation, to its two people alone. Begun by code it follows from who asked and the attempt; it opens nothing else. */
export const DelegationRef = v.pipe(
  v.string(),
  v.toUpperCase(),
  v.regex(/^D-(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/),
  v.brand("DelegationRef"),
);
export type DelegationRef = v.InferOutput<typeof DelegationRef>;

export const Whom = v.union([ChildRef, DelegationRef]);
export type Whom = v.InferOutput<typeof Whom>;
export const isDelegation = (whom: Whom): whom is DelegationRef => whom.startsWith("D-");
