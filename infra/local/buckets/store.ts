// Which objects there are. An object is there whole or not at all, whenever we are killed.
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Chunk, openBodies } from "./bodies.ts";

export type Description = { type: string; metadata: Record<string, string> };
export type StoredObject = Description & { key: string; chunks: Chunk[]; size: number; etag: string; at: number };
/** What a function is told of. */
export type Arrival = { bucket: string; key: string; size: number; etag: string; at: number };

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS bucket (name TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS object (
    bucket TEXT, key TEXT, chunks TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL, description TEXT NOT NULL,
    at INTEGER NOT NULL, told INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (bucket, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS upload (id TEXT PRIMARY KEY, description TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS part (upload TEXT, number INTEGER, chunk TEXT NOT NULL, PRIMARY KEY (upload, number)) WITHOUT ROWID;
  DELETE FROM part; DELETE FROM upload;`; // uploads do not outlive us: their senders start again

export type BucketStore = ReturnType<typeof openBucketStore>;

/** `folder` holds the bodies and their index. `onArrival` is called after an object has been stored. */
export function openBucketStore(folder: string, onArrival: (arrival: Arrival) => void = () => {}) {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, "index.db"));
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${SCHEMA}`);
  const bodies = openBodies(join(folder, "bodies"));

  const sql = {
    keepBucket: db.prepare("INSERT OR IGNORE INTO bucket VALUES (?)"),
    bucket: db.prepare("SELECT name FROM bucket WHERE name = ?"),
    all: db.prepare("SELECT * FROM object"),
    get: db.prepare("SELECT * FROM object WHERE bucket = ? AND key = ?"),
    list: db.prepare("SELECT * FROM object WHERE bucket = ? AND key > ? AND substr(key, 1, length(?)) = ? ORDER BY key LIMIT ?"),
    put: db.prepare(
      "INSERT OR REPLACE INTO object (bucket, key, chunks, size, etag, description, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    ),
    remove: db.prepare("DELETE FROM object WHERE bucket = ? AND key = ?"),
    untold: db.prepare("SELECT * FROM object WHERE bucket = ? AND told = 0 AND substr(key, 1, length(?)) = ? ORDER BY at"),
    old: db.prepare("SELECT key FROM object WHERE bucket = ? AND at < ?"),
    tell: db.prepare("UPDATE object SET told = 1 WHERE bucket = ? AND key = ? AND etag = ? AND at = ?"),
    begin: db.prepare("INSERT INTO upload VALUES (?, ?)"),
    upload: db.prepare("SELECT description FROM upload WHERE id = ?"),
    dropUpload: db.prepare("DELETE FROM upload WHERE id = ?"),
    putPart: db.prepare("INSERT OR REPLACE INTO part VALUES (?, ?, ?)"),
    parts: db.prepare("SELECT chunk FROM part WHERE upload = ? ORDER BY number"),
    dropParts: db.prepare("DELETE FROM part WHERE upload = ?"),
  };
  const partsOf = (upload: string): Chunk[] => sql.parts.all(upload).map(({ chunk }) => JSON.parse(String(chunk)));
  const lockedBuckets = new Set<string>();
  const find = (bucket: string, key: string) => sql.get.all(bucket, key).map(objectIn)[0];
  bodies.keepOnly(new Set(sql.all.all().flatMap((row) => objectIn(row).chunks.map(({ file }) => file))));

  function commit(bucket: string, key: string, chunks: Chunk[], description: Description): string {
    const replaced = find(bucket, key);
    const arrival = { bucket, key, size: chunks.reduce((sum, { size }) => sum + size, 0), etag: etagOf(chunks), at: Date.now() };
    sql.put.run(bucket, key, JSON.stringify(chunks), arrival.size, arrival.etag, JSON.stringify(description), arrival.at);
    if (replaced) bodies.discard(replaced.chunks);
    onArrival(arrival);
    return arrival.etag;
  }
  function remove(bucket: string, key: string) {
    const removed = find(bucket, key);
    sql.remove.run(bucket, key);
    bodies.discard(removed?.chunks ?? []);
  }
  function forget(upload: string) {
    sql.dropParts.run(upload);
    sql.dropUpload.run(upload);
  }

  return {
    receive: bodies.receive,
    discard: bodies.discard,
    bytes: ({ chunks }: StoredObject, first: number, last: number) => bodies.bytes(chunks, first, last),

    /** `locked`: what is in it is neither replaced nor removed. */
    keepBucket(name: string, { locked = false } = {}) {
      sql.keepBucket.run(name);
      if (locked) lockedBuckets.add(name);
    },
    isLocked: (name: string) => lockedBuckets.has(name),
    hasBucket: (name: string) => sql.bucket.get(name) !== undefined,
    find,
    put: (bucket: string, key: string, chunk: Chunk, description: Description) => commit(bucket, key, [chunk], description),
    list: (bucket: string, prefix: string, after: string, limit: number) =>
      sql.list.all(bucket, after, prefix, prefix, limit).map(objectIn),
    remove,
    removeBefore(bucket: string, at: number) {
      for (const { key } of sql.old.all(bucket, at)) remove(bucket, String(key));
    },

    begin(description: Description): string {
      const upload = crypto.randomUUID();
      sql.begin.run(upload, JSON.stringify(description));
      return upload;
    },
    hasUpload: (upload: string) => sql.upload.get(upload) !== undefined,
    putPart: (upload: string, number: number, chunk: Chunk) => void sql.putPart.run(upload, number, JSON.stringify(chunk)),
    complete(upload: string, bucket: string, key: string): string {
      const etag = commit(bucket, key, partsOf(upload), JSON.parse(String(sql.upload.get(upload)?.["description"])));
      forget(upload);
      return etag;
    },
    abort(upload: string) {
      bodies.discard(partsOf(upload));
      forget(upload);
    },

    /** What arrived below that prefix and nobody was told of: at a start, what a kill left. */
    untold: (bucket: string, prefix: string): Arrival[] =>
      sql.untold.all(bucket, prefix, prefix).map((row) => ({ bucket, ...objectIn(row) })),
    markTold: ({ bucket, key, etag, at }: Arrival) => void sql.tell.run(bucket, key, etag, at),
    close: () => db.close(),
  };
}

const objectIn = (row: Record<string, unknown>): StoredObject => ({
  ...JSON.parse(String(row["description"])),
  chunks: JSON.parse(String(row["chunks"])),
  key: String(row["key"]),
  size: Number(row["size"]),
  etag: String(row["etag"]),
  at: Number(row["at"]),
});

/** As S3: of one piece the digest, of several the digest of their digests. */
const etagOf = ([only, ...more]: Chunk[]) =>
  more.length === 0 && only ? only.etag : `${md5([only!, ...more].map(({ etag }) => etag).join(""))}-${more.length + 1}`;
const md5 = (text: string) => createHash("md5").update(text).digest("hex");
