// Names that come out the same each time, so that what is delivered again is known again.
import { createHash } from "node:crypto";
import * as v from "valibot";
import { FeedId } from "../../shared/insured/delta.ts";
import { EventId, PersonId, type Receipt } from "../../shared/kernel/fields.ts";
import { nameKey } from "../../shared/kernel/names.ts";
import { type AliasSecret, keyedDigest } from "../alias.ts";
import { receiptFrom } from "../receipt.ts";

const digest = (...parts: (string | number)[]) => createHash("sha256").update(parts.join("\n")).digest();

/** The same file under another name is another feed: it runs again, and changes nothing. */
export const feedIdOf = (sha256: string, inboxKey: string): FeedId =>
  v.parse(FeedId, digest("feed", sha256, inboxKey).toString("hex").slice(0, 32));

/** What the history calls a row of a file, however often and under whatever name that is handed in. */
export const receiptOf = (file: string, row: number): Receipt => receiptFrom(digest("row", file, row));

export const eventIdOf = (feed: FeedId, row: number): EventId => {
  const hex = digest("event", feed, row).toString("hex");
  return v.parse(
    EventId,
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  );
};

/** An id for someone unknown: all rows of one file about one number and name propose the same. Nobody can tell it from chance. */
export const proposedId = (secret: AliasSecret, feed: FeedId, alias: string, name: string): PersonId =>
  v.parse(PersonId, shortened(keyedDigest(secret, "person", `${feed}|${alias}|${nameKey(name)}`)));

/** One task for one number and one name, whichever files say it. */
export const sameNumberReceipt = (secret: AliasSecret, alias: string, name: string): Receipt =>
  receiptFrom(Buffer.from(keyedDigest(secret, "same-number", `${alias}|${nameKey(name)}`), "base64url"));

const shortened = (base64url: string) => Buffer.from(base64url, "base64url").subarray(0, 16).toString("base64url");
