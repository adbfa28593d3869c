// A mobile number as people type it, and what is wrong with one.
import * as v from "valibot";
import { Phone } from "../shared/kernel/fields.ts";
import type { Complaint } from "./errors.ts";
import { fill } from "./words.ts";

const DIGITS = 11;
type Words = Record<"phone.missing" | "phone.wrong" | "phone.short" | "phone.long", string>;

/** Full-width, with blanks, hyphens or +86 in front: all of it is dropped. */
export const phoneIn = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[\s-]/g, "")
    .replace(/^(?:\+|00)86(?=1)/, "");

/** By how many digits it is off, where that is what is wrong. `phone`: from `phoneIn`. */
export function aboutPhone(phone: string, words: Words): Complaint[] {
  const now = phone.length;
  const off = now - DIGITS;
  const text = !now
    ? words["phone.missing"]
    : off === 0 || /\D/.test(phone)
      ? words["phone.wrong"]
      : fill(words[off < 0 ? "phone.short" : "phone.long"], { n: Math.abs(off), now });
  return v.is(Phone, phone) ? [] : [{ field: "phone", text }];
}
