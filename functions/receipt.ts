import * as v from "valibot";
import { Receipt } from "../shared/kernel/fields.ts";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // no I, L, O, U: it is read out over the telephone
const LETTERS = 12;

/** The first twelve bytes of a digest as a receipt, five bits of each. */
export function receiptFrom(digest: Uint8Array): Receipt {
  const letters = Array.from(digest.subarray(0, LETTERS), (byte) => CROCKFORD.charAt(byte % 32)).join("");
  return v.parse(Receipt, letters.replace(/(.{4})(?=.)/g, "$1-"));
}
