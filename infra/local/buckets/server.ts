import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Asked, BucketRefusal, xml } from "./asked.ts";
import { unwrapChunks } from "./aws-chunked.ts";
import { list } from "./list.ts";
import type { BucketStore, Description, StoredObject } from "./store.ts";

/** Serves the buckets on a free loopback port, in the words of S3: what this service uses of it, and nothing else. */
export async function serveBuckets(store: BucketStore): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://buckets");
    const [, bucket = "", ...rest] = decodeURIComponent(url.pathname).split("/");
    answer(store, { request, response, bucket, key: rest.join("/"), query: url.searchParams }).catch((error) => {
      if (response.headersSent) return void response.destroy();
      const { status, code } = error instanceof BucketRefusal ? error : { status: 500, code: "InternalError" };
      xml(response, status, `<Error><Code>${code}</Code></Error>`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();

  return {
    endpoint: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function answer(store: BucketStore, asked: Asked): Promise<void> {
  const { request, response, bucket, key, query } = asked;
  const { method, headers } = request;
  // Refused rather than ignored: what works here works the same on AWS.
  if (headers["x-amz-copy-source"] || headers["x-amz-tagging"] || headers["if-match"])
    throw new BucketRefusal(501, "NotImplemented");
  if (!key && method === "PUT") return void response.writeHead(200).end(store.keepBucket(bucket));
  if (!store.hasBucket(bucket)) throw new BucketRefusal(404, "NoSuchBucket");
  if (!key && method === "HEAD") return void response.writeHead(200).end();
  if (!key && method === "GET" && query.get("list-type") === "2") return list(store, asked);
  if (!key) throw new BucketRefusal(501, "NotImplemented");

  const upload = query.get("uploadId");
  if (upload !== null && !store.hasUpload(upload)) throw new BucketRefusal(404, "NoSuchUpload");

  if (method === "GET" || method === "HEAD") return send(store, asked);
  if (method === "PUT") return receive(store, asked, upload);
  if (method === "POST" && query.has("uploads")) {
    const id = store.begin(descriptionIn(request));
    return xml(response, 200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
  }
  if (method === "POST" && upload) {
    const etag = store.complete(upload, bucket, key);
    return xml(response, 200, `<CompleteMultipartUploadResult><ETag>"${etag}"</ETag></CompleteMultipartUploadResult>`);
  }
  if (method === "DELETE") {
    if (!upload && store.isLocked(bucket)) throw new BucketRefusal(403, "AccessDenied");
    if (upload) store.abort(upload);
    else store.remove(bucket, key);
    return void response.writeHead(204).end();
  }
  throw new BucketRefusal(501, "NotImplemented");
}

async function receive(store: BucketStore, { request, response, bucket, key, query }: Asked, upload: string | null) {
  const inChunks = /aws-chunked/.test(request.headers["content-encoding"] ?? "");
  const chunk = await store.receive(inChunks ? unwrapped(request) : request);
  if (request.headers["if-none-match"] === "*" && store.find(bucket, key)) {
    store.discard([chunk]);
    throw new BucketRefusal(412, "PreconditionFailed");
  }
  if (store.isLocked(bucket) && store.find(bucket, key)) {
    store.discard([chunk]);
    throw new BucketRefusal(403, "AccessDenied"); // S3 would keep both versions; ours keeps the first one
  }
  if (upload) store.putPart(upload, Number(query.get("partNumber")), chunk);
  else store.put(bucket, key, chunk, descriptionIn(request));
  response.writeHead(200, { etag: `"${chunk.etag}"` }).end();
}

function unwrapped(request: IncomingMessage) {
  const body = unwrapChunks();
  pipeline(request, body).catch(() => {}); // whoever reads the body meets the failure
  return body;
}

async function send(store: BucketStore, { request, response, bucket, key }: Asked) {
  const object = store.find(bucket, key);
  if (!object) throw new BucketRefusal(404, "NoSuchKey");

  const { headers } = request;
  const range = headers.range === undefined ? undefined : rangeIn(headers.range, object);
  const [first, last] = range ?? [0, object.size - 1];
  response.writeHead(range ? 206 : 200, {
    "content-type": object.type,
    "content-length": last - first + 1,
    "accept-ranges": "bytes",
    etag: `"${object.etag}"`,
    "last-modified": new Date(object.at).toUTCString(),
    ...(range && { "content-range": `bytes ${first}-${last}/${object.size}` }),
    ...Object.fromEntries(Object.entries(object.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value])),
  });
  if (request.method === "HEAD") return void response.end();
  await pipeline(Readable.from(store.bytes(object, first, last)), response);
}

function rangeIn(header: string, { size }: StoredObject): [number, number] {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  const first = from ? Number(from) : Math.max(0, size - Number(to));
  const last = from && to ? Math.min(Number(to), size - 1) : size - 1;
  if ((!from && !to) || first > last) throw new BucketRefusal(416, "InvalidRange");
  return [first, last];
}

function descriptionIn({ headers }: IncomingMessage): Description {
  const named = Object.entries(headers).filter(([name]) => name.startsWith("x-amz-meta-"));
  const metadata = Object.fromEntries(named.map(([name, value]) => [name.slice("x-amz-meta-".length), String(value)]));
  return { type: headers["content-type"] ?? "application/octet-stream", metadata };
}
