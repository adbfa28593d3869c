import type { Reason } from "../../../functions/evidence/look-at.ts";
import { aPdf, stream } from "../../support/files.ts";

/** `is`: the reason it is refused for. `without`: it is taken, and holds none of these any more. */
export type Hostile = { when: string; bytes: Buffer } & ({ is: Reason } | { without: readonly (string | Buffer)[] });

export const refusedAs =
  (is: Reason) =>
  ([when, bytes]: readonly [string, Buffer | string]): Hostile => ({ when, bytes: Buffer.from(bytes), is });
export const latin = (text: string) => Buffer.from(text, "latin1");
export const big = (length: number) => Buffer.alloc(length);

export const html = "<!doctype html><script>fetch('/api/check')</script>";
export const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
export const zip = Buffer.concat([latin("PK\x03\x04\x14\0\0\0\0\0"), big(40), latin("PK\x05\x06"), big(18)]);
export const riff = (kind: string) => Buffer.concat([latin("RIFF\x24\0\0\0"), latin(kind), big(40)]);
export const secret = "32 North 116 East";
export const js = "/S /JavaScript /JS (app.alert(1))";

export function withImage(dictionary: string, content: Buffer | string): Buffer {
  return aPdf({
    page: "/Resources << /XObject << /I 5 0 R >> >>",
    more: [stream(`/Type /XObject /Subtype /Image ${dictionary}`, content)],
  });
}
