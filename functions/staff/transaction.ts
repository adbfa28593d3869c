// What has to be known again when somebody comes back from the issuer. It travels in their own cookie, sealed: it shows nothing and
// nobody can make one, so nothing is stored for those who only knock.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import * as v from "valibot";

const Transaction = v.object({
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  /** The page to go to afterwards. */
  path: v.string(),
  until: v.number(),
});
export type Transaction = v.InferOutput<typeof Transaction>;

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyFrom = (secret: string) => Buffer.from(hkdfSync("sha256", secret, "", "canbaotong staff sign-in 1", 32));

export function sealTransaction(transaction: Transaction, secret: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyFrom(secret), iv);
  const hidden = Buffer.concat([cipher.update(JSON.stringify(transaction), "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString("base64url");
}

/** Undefined: not one of ours, changed on its way, or its ten minutes are over. */
export function openTransaction(sealed: string | undefined, secret: string, nowSeconds: number): Transaction | undefined {
  const bytes = Buffer.from(sealed ?? "", "base64url");
  if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
  try {
    const opener = createDecipheriv(CIPHER, keyFrom(secret), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    opener.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([opener.update(bytes.subarray(IV_BYTES + TAG_BYTES)), opener.final()]).toString("utf8");
    const transaction = v.parse(Transaction, JSON.parse(text));
    return transaction.until > nowSeconds ? transaction : undefined;
  } catch {
    return undefined;
  }
}
