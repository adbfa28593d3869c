// Sealed with a key that only this person is given, and only while signed in: whoever picks up the phone finds noise, under names
// that say nothing. The key itself is never kept.

/** As it lies on the phone. `at`: when it was last written, so that old ones can go without being read. */
export type Row = { name: string; at: number; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };
/** `digest`: what only who has the key can find again. */
export type Key = {
  digest(text: string): Promise<string>;
  seal(name: string, at: number, content: string): Promise<Row>;
  open(row: Row): Promise<string>;
};

const utf8 = (text: string) => new TextEncoder().encode(text);

/** `text`: 32 bytes in base64url, as the API hands them out. */
export async function keyFrom(text: string): Promise<Key> {
  const { subtle } = crypto; // undefined where the page did not come safely: then nothing is kept
  const bytes = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
  const key = await subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return {
    digest: async (what) => btoa(String.fromCharCode(...new Uint8Array(await subtle.digest("SHA-256", utf8(`${text}|${what}`))))),
    async seal(name, at, content) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      return { name, at, iv, sealed: await subtle.encrypt({ name: "AES-GCM", iv }, key, utf8(content)) };
    },
    open: async ({ iv, sealed }) => new TextDecoder().decode(await subtle.decrypt({ name: "AES-GCM", iv }, key, sealed)),
  };
}
