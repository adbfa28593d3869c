// Sealed with a key that only this person is given, and only while signed in: whoever picks up the phone finds noise, under names
// that say nothing. The key itself is never kept.
import * as v from "valibot";
import { Kept } from "./record.ts";

/** As it lies on the phone. `at`: when it was last typed in, so that old ones can go without being read. */
export type Row = { name: string; at: number; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };
export type Key = {
  nameOf(form: string): Promise<string>;
  seal(kept: Kept, at: number): Promise<Row>;
  open(row: Row): Promise<Kept>;
};

const utf8 = (text: string) => new TextEncoder().encode(text);

/** `text`: 32 bytes in base64url, as the API hands them out. */
export async function keyFrom(text: string): Promise<Key> {
  const { subtle } = crypto; // undefined where the page did not come safely: then nothing is kept
  const bytes = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
  const key = await subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  const nameOf = async (form: string) =>
    btoa(String.fromCharCode(...new Uint8Array(await subtle.digest("SHA-256", utf8(`${text}|${form}`)))));
  return {
    nameOf,
    async seal(kept, at) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await subtle.encrypt({ name: "AES-GCM", iv }, key, utf8(JSON.stringify(kept)));
      return { name: await nameOf(kept.form), at, iv, sealed };
    },
    async open({ iv, sealed }) {
      const text = new TextDecoder().decode(await subtle.decrypt({ name: "AES-GCM", iv }, key, sealed));
      return v.parse(Kept, JSON.parse(text));
    },
  };
}
