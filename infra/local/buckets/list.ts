import { type Asked, BucketRefusal, xml } from "./asked.ts";
import type { BucketStore } from "./store.ts";

/** Names below a prefix in order, page by page. */
export function list(store: BucketStore, { response, bucket, query }: Asked) {
  if (query.has("delimiter")) throw new BucketRefusal(501, "NotImplemented");
  const prefix = query.get("prefix") ?? "";
  const limit = Math.min(Number(query.get("max-keys") ?? 1000), 1000);
  const token = query.get("continuation-token");
  const after = token ? Buffer.from(token, "base64url").toString() : (query.get("start-after") ?? "");

  const found = store.list(bucket, prefix, after, limit + 1);
  const page = found.slice(0, limit);
  const next = found.length > limit && Buffer.from(page.at(-1)!.key).toString("base64url");
  const contents = page.map(
    ({ key, size, etag, at }) =>
      `<Contents><Key>${escaped(key)}</Key><Size>${size}</Size><ETag>&quot;${etag}&quot;</ETag>` +
      `<LastModified>${new Date(at).toISOString()}</LastModified></Contents>`,
  );
  const more = next ? `<NextContinuationToken>${next}</NextContinuationToken>` : "";
  const body = `<KeyCount>${page.length}</KeyCount><IsTruncated>${Boolean(next)}</IsTruncated>${more}${contents.join("")}`;
  xml(response, 200, `<ListBucketResult>${body}</ListBucketResult>`);
}

const escaped = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
