// Randomness and digests of this slice.
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { AliasSecret } from "../alias.ts";

/** A digest that only we can make: of a number, a phone or a code it shows nothing, not even to who tries them all. */
export type Seal = (
  label: "number" | "phone" | "code" | "proof" | "challenge" | "replacement" | "newcomer" | "delegation",
  text: string,
) => string;

/**
 * Under the oldest version of the secret: while a rotation runs, codes on their way and counters stay the same. When that version
 * is dropped, months later, counters begin anew and devices are strangers again.
 */
export function sealUnder({ versions }: AliasSecret): Seal {
  const oldest = Object.keys(versions)
    .map(Number)
    .sort((a, b) => a - b)[0];
  const secret = Buffer.from(versions[String(oldest)] ?? "", "base64");
  return (label, text) => createHmac("sha256", secret).update(`sessions|${label}|${text}`).digest("base64url");
}

/** 256 random bits. What we keep of it is its digest. */
export const newToken = (): string => randomBytes(32).toString("base64url");
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
export const newId = (): string => randomBytes(16).toString("base64url");

/** Always the same one for the same text. */
export const uuidOf = (text: string): string =>
  createHash("sha256")
    .update(text)
    .digest("hex")
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, "0");

/** As long for a near miss as for any other. */
export const sameSeal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
