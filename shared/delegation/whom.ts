// For whom a page or a form is, where it is not for who is signed in: a child, or an adult who has allowed it.
import * as v from "valibot";
import { ChildRef } from "../children/contract.ts";

/**
 * Names one delegation, to its two people alone. Begun by code it follows from who asked and the attempt; it opens nothing else. `D-…`: an
 * adult's. `W-…`: a guardian's for a ward, who is a child in every form.
 */
export const DelegationRef = v.pipe(
  v.string(),
  v.toUpperCase(),
  v.regex(/^[DW]-(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/),
  v.brand("DelegationRef"),
);
export type DelegationRef = v.InferOutput<typeof DelegationRef>;

export const Whom = v.union([ChildRef, DelegationRef]);
export type Whom = v.InferOutput<typeof Whom>;
export const isDelegation = (whom: string): whom is DelegationRef => /^[DW]-/.test(whom);
export const isWard = (whom: Whom): boolean => whom.startsWith("W-");
