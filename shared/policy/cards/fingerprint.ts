// FNV-1a over UTF-16 units, in eight hexadecimal digits: tells one wording from the next, protects nothing.
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

export function fingerprint(text: string): string {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
