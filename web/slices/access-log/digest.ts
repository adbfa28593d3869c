import type { Digest } from "../../../shared/access-log/verify.ts";

/** By the browser's own code, and none of ours. It is there on pages that came over https, and on this very machine. */
export const digestInBrowser: Digest = async (text) => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
};
