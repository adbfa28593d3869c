// How the list and the forms lie on the tablet: sealed under a key that the office gives to one visitor (web/drafts/seal.ts),
// which is in the page's memory only; and how that key survives a tablet that was switched off where there is no network.
import * as v from "valibot";

/** OWASP's figure of 2023 for PBKDF2 with SHA-256: about a second on a cheap tablet. */
const ROUNDS = 600_000;
/** After so many wrong codes the wrapped key goes: the next network brings it again, and nothing is lost. */
export const TRIES = 5;
export const LEAST_CODE = 6;

/** `until`: the day on which the assignment ends; the key is not opened after it. */
export type Wrapped = {
  salt: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  wrapped: ArrayBuffer;
  until: string;
  tries: number;
  /** A digest of the key in use: when the office changes it, a new code is asked for. */
  of: string;
};

/** What a code on the road opens: who it is, and the keys as the office gave them. */
export const Held = v.object({ staffId: v.string(), name: v.string(), keys: v.array(v.string()) });
export type Held = v.InferOutput<typeof Held>;

const utf8 = (text: string) => new TextEncoder().encode(text);

async function keyOf(code: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", utf8(code), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const digestOf = async ({ keys: [inUse = ""] }: Held) =>
  btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(`road|${inUse}`)))));

/** Whether the code of the road opens what this key seals. */
export const isFor = async (road: Pick<Wrapped, "of">, held: Held): Promise<boolean> => road.of === (await digestOf(held));

export async function wrap(code: string, held: Held, until: string): Promise<Wrapped> {
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const key = await keyOf(code, salt);
  const wrapped = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, utf8(JSON.stringify(held)));
  return { salt, iv, wrapped, until, tries: 0, of: await digestOf(held) };
}

/** Undefined: another code. */
export async function unwrap(code: string, { salt, iv, wrapped }: Wrapped): Promise<Held | undefined> {
  const key = await keyOf(code, salt);
  const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, wrapped).catch(() => undefined);
  return opened && v.parse(Held, JSON.parse(new TextDecoder().decode(opened)));
}
