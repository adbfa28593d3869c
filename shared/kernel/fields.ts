import * as v from "valibot";
import { isPrintable } from "./names.ts";

/** 128 random bits, base64url. It names a person everywhere inside; an identity number only ever leads to it. */
export const PersonId = v.pipe(v.string(), v.regex(/^[\w-]{21}[AQgw]$/), v.brand("PersonId"));
export type PersonId = v.InferOutput<typeof PersonId>;

export const EventId = v.pipe(v.string(), v.uuid(), v.brand("EventId"));
export type EventId = v.InferOutput<typeof EventId>;

/** Made by the page when its form is opened, and kept over every retry. */
export const AttemptKey = v.pipe(v.string(), v.uuid(), v.toLowerCase(), v.brand("AttemptKey"));
export type AttemptKey = v.InferOutput<typeof AttemptKey>;

/**
 * Made by us when something is accepted, and given to the person: 60 bits in Crockford's alphabet, `C7K2-94MD-61QX`,
 * short enough to be read out to 12333. It is unique within the person.
 */
export const Receipt = v.pipe(
  v.string(),
  v.toUpperCase(),
  v.regex(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/),
  v.brand("Receipt"),
);
export type Receipt = v.InferOutput<typeof Receipt>;

/** Mainland mobile number, eleven digits; spaces and hyphens as people type them are dropped, a +86 in front too. */
export const Phone = v.pipe(
  v.string(),
  v.transform((typed) =>
    typed
      .normalize("NFKC")
      .replace(/[\s-]/g, "")
      .replace(/^(?:\+|00)86(?=1)/, ""),
  ),
  v.regex(/^1[3-9]\d{9}$/),
  v.brand("Phone"),
);
export type Phone = v.InferOutput<typeof Phone>;

/** Area code and number, `0554-2810000`; an extension after a second hyphen. Written as people do, it is put into that form. */
export const Landline = v.pipe(
  v.string(),
  v.transform((typed) =>
    typed
      .normalize("NFKC")
      .replace(/[\s()]/g, "")
      .replace(/^(0(?:10|2\d|[3-9]\d{2}))(?=\d)/, "$1-"),
  ),
  v.regex(/^0\d{2,3}-\d{7,8}(?:-\d{1,6})?$/),
  v.brand("Landline"),
);
export type Landline = v.InferOutput<typeof Landline>;

/** Six digits of the administrative division, county level (GB/T 2260). */
export const DivisionCode = v.pipe(v.string(), v.regex(/^[1-9]\d{5}$/), v.brand("DivisionCode"));
export type DivisionCode = v.InferOutput<typeof DivisionCode>;

/** One line of text a person wrote: trimmed, nothing invisible in it, at most `length` characters. */
export const line = (length: number) =>
  v.pipe(
    v.string(),
    v.transform((typed) => typed.normalize("NFC").trim()),
    v.minLength(1),
    v.maxLength(length),
    v.check(isPrintable),
  );
