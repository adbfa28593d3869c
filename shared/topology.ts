// Everything the service is made of, said once. infra/aws.ts raises it in the cloud, infra/local/ on a laptop.
// It names only what works: a function, table, queue or bucket comes with the slice that needs it.
type Key = { partition: string; sort: string };
type Table = Key & {
  /** What the stream carries, for the functions that read it. */
  stream?: "new-image";
  /** Attribute with the second after which an item may be swept away. */
  expires?: string;
  indexes: Record<string, Key & { project: "keys" | "all" }>;
};
type Queue = {
  ordered: boolean;
  /** Deliveries before a message is set aside in the dead-letter queue. */
  attempts: number;
  timeoutSeconds: number;
  batchSize: number;
  /** How many batches may be worked on at once. */
  concurrency: number;
  /** Whom it hurts: the text of the alarm on its dead-letter queue. */
  whenItFails: string;
};
type Bucket = {
  purpose: string;
  /** After so many days everything goes, whatever else is said of it. */
  expireDays?: number;
  /** What is deleted is gone at once: no earlier version is kept to be fetched back. */
  forgets?: true;
  /** What was put is neither replaced nor removed for so many years, by nobody. */
  lockedYears?: number;
};
export type Trigger<TableName extends string, QueueName extends string, BucketName extends string> =
  | { on: "http"; path: string }
  /** `untilDone`: there is no second way to what the stream lets fall, so it waits for as long as it holds it, a day. */
  | { on: "insert"; tables: readonly TableName[]; partitionPrefix: string; untilDone?: true }
  | { on: "message"; queues: readonly QueueName[] }
  | { on: "object"; bucket: BucketName; prefix: string }
  | { on: "schedule"; everySeconds: number };

/** Append: put rows and query them; no update, no delete. Find: read one item or one partition. */
export type Access = "read" | "append" | "write";
/** Put: without reading what is there. Delete: without reading or putting. Write is put and read. */
export type BucketAccess = "read" | "write" | "put" | "delete";
type Fn<TableName extends string, QueueName extends string, BucketName extends string> = {
  entry: string;
  memoryMb: number;
  timeoutSeconds: number;
  trigger: Trigger<TableName, QueueName, BucketName>;
  tables: { [table in TableName]?: Access };
  queues: readonly QueueName[]; // that it sends to
  buckets: { [bucket in BucketName]?: BucketAccess };
  /** Named secrets that it reads. */
  secrets: readonly ("alias" | "gateway" | "issuer")[];
  /** What the operator sets for it, as variables of this name. */
  settings: readonly string[];
};

/** A function that mentions an unknown table, queue or bucket does not compile. */
const defineTopology = <
  const Tables extends Record<string, Table>,
  const Queues extends Record<string, Queue>,
  const Buckets extends Record<string, Bucket>,
  const Functions extends Record<string, Fn<keyof Tables & string, keyof Queues & string, keyof Buckets & string>>,
>(topology: {
  tables: Tables;
  queues: Queues;
  buckets: Buckets;
  functions: Functions;
}) => topology;

const byKey = { partition: "pk", sort: "sk", indexes: {} };
const patient = { attempts: 5, timeoutSeconds: 30 };
const inOrder = { ...patient, attempts: 6 }; // half of them behind another one (functions/in-order.ts)

export const topology = defineTopology({
  tables: {
    register: {
      ...byKey,
      expires: "expiresAt",
      indexes: { villages: { partition: "villageKey", sort: "householdKey", project: "all" } },
    },
    casework: {
      ...byKey,
      stream: "new-image",
      indexes: {
        receipts: { partition: "foundBy", sort: "pk", project: "keys" },
        due: { partition: "dueShard", sort: "dueAt", project: "keys" },
        recount: { partition: "recountShard", sort: "dueAt", project: "keys" },
      },
    },
    desk: {
      ...byKey,
      stream: "new-image",
      expires: "expiresAt",
      indexes: {
        due: { partition: "dueRegion", sort: "dueAt", project: "all" },
        recount: { partition: "recountShard", sort: "dueAt", project: "all" },
      },
    },
    sessions: { ...byKey, expires: "expiresAt" },
    looks: { ...byKey, stream: "new-image" },
    uploads: {
      ...byKey,
      expires: "expiresAt",
      indexes: {
        drafts: { partition: "draftOf", sort: "putAt", project: "all" },
        due: { partition: "dueShard", sort: "dueAt", project: "all" },
      },
    },
  },
  queues: {
    effects: {
      ...inOrder,
      ordered: true,
      batchSize: 10,
      concurrency: 20,
      whenItFails: "Somebody's accepted submission is not in the register",
    },
    deltas: {
      ...inOrder,
      ordered: true,
      batchSize: 10,
      concurrency: 10,
      whenItFails: "Rows of an agency's file are not in the register",
    },
    comparison: {
      ...patient,
      ordered: false,
      batchSize: 1,
      concurrency: 4,
      whenItFails: "A part of an agency's file was not looked at",
    },
    notices: {
      ...patient,
      ordered: false,
      batchSize: 10,
      concurrency: 5,
      whenItFails: "People are not told what became of their submission",
    },
    codes: {
      ...patient,
      ordered: false,
      batchSize: 1,
      concurrency: 20,
      whenItFails: "People do not get their code and cannot sign in",
    },
  },
  buckets: {
    feeds: { purpose: "files from agencies, their rejected rows and receipts", expireDays: 180 },
    evidence: { purpose: "pictures and PDFs of people, until their purpose ends", expireDays: 1190, forgets: true },
    audit: { purpose: "one root a day over all access logs, for everybody to read", lockedYears: 30 },
  },
  functions: {
    api: {
      entry: "functions/api.ts",
      memoryMb: 1024,
      timeoutSeconds: 10,
      trigger: { on: "http", path: "/api" },
      tables: { register: "read", casework: "write", sessions: "write", looks: "append", uploads: "write" },
      queues: ["codes", "notices"],
      buckets: {},
      secrets: ["alias"],
      settings: ["ORIGIN", "CODES_PER_MINUTE", "DEMO_COUNTIES"],
    },
    "staff-api": {
      entry: "functions/staff-api.ts",
      memoryMb: 1024,
      timeoutSeconds: 10,
      trigger: { on: "http", path: "/api/staff" },
      tables: { register: "read", casework: "read", desk: "write", looks: "append", uploads: "read" },
      queues: ["codes"],
      buckets: { evidence: "read" },
      secrets: ["alias", "issuer"],
      settings: ["ORIGIN", "DEMO_COUNTIES", "STAFF_ISSUER", "STAFF_CLIENT_ID", "STAFF_ACR"],
    },
    evidence: {
      entry: "functions/evidence.ts",
      memoryMb: 1024,
      timeoutSeconds: 20,
      trigger: { on: "http", path: "/api/evidence" },
      tables: { sessions: "read", uploads: "write" },
      queues: [],
      buckets: { evidence: "put" },
      secrets: [],
      settings: ["ORIGIN"],
    },
    purge: {
      entry: "functions/purge.ts",
      memoryMb: 512,
      timeoutSeconds: 120,
      trigger: { on: "schedule", everySeconds: 300 },
      tables: { uploads: "write" },
      queues: [],
      buckets: { evidence: "delete" },
      secrets: [],
      settings: [],
    },
    relay: {
      entry: "functions/relay.ts",
      memoryMb: 512,
      timeoutSeconds: 30,
      trigger: { on: "insert", tables: ["casework", "desk"], partitionPrefix: "OUTBOX#" },
      tables: { casework: "write" },
      queues: ["effects"],
      buckets: {},
      secrets: [],
      settings: [],
    },
    worker: {
      entry: "functions/worker.ts",
      memoryMb: 1024,
      timeoutSeconds: 30,
      trigger: { on: "message", queues: ["effects", "deltas"] },
      tables: { register: "write", casework: "write", desk: "write", uploads: "write" },
      queues: ["notices"],
      buckets: { feeds: "read" },
      secrets: ["alias"],
      settings: [],
    },
    roots: {
      entry: "functions/roots.ts",
      memoryMb: 512,
      timeoutSeconds: 10,
      trigger: { on: "http", path: "/api/access-log/roots" },
      tables: {},
      queues: [],
      buckets: { audit: "read" },
      secrets: [],
      settings: ["ORIGIN"],
    },
    audit: {
      entry: "functions/audit.ts",
      memoryMb: 512,
      timeoutSeconds: 60,
      trigger: { on: "insert", tables: ["looks"], partitionPrefix: "PERSON#", untilDone: true },
      tables: { looks: "append" },
      queues: [],
      buckets: {},
      secrets: [],
      settings: [],
    },
    seal: {
      entry: "functions/seal.ts",
      memoryMb: 2048,
      timeoutSeconds: 900,
      trigger: { on: "schedule", everySeconds: 3600 },
      tables: { looks: "append" },
      queues: [],
      buckets: { audit: "put" },
      secrets: [],
      settings: [],
    },
    feed: {
      entry: "functions/feed.ts",
      memoryMb: 1024,
      timeoutSeconds: 900,
      trigger: { on: "object", bucket: "feeds", prefix: "inbox/" },
      tables: {},
      queues: ["comparison"],
      buckets: { feeds: "write" },
      secrets: [],
      settings: [],
    },
    compare: {
      entry: "functions/compare.ts",
      memoryMb: 1024,
      timeoutSeconds: 30,
      trigger: { on: "message", queues: ["comparison"] },
      tables: { register: "read", casework: "read" },
      queues: ["deltas"],
      buckets: { feeds: "write" },
      secrets: ["alias"],
      settings: ["DEMO_COUNTIES"],
    },
    notify: {
      entry: "functions/notify.ts",
      memoryMb: 512,
      timeoutSeconds: 30,
      trigger: { on: "message", queues: ["codes", "notices"] },
      tables: { register: "read", casework: "read", sessions: "write", desk: "read" },
      queues: [],
      buckets: {},
      secrets: ["gateway"],
      settings: ["GATEWAY_URL"],
    },
    clock: {
      entry: "functions/clock.ts",
      memoryMb: 512,
      timeoutSeconds: 60,
      trigger: { on: "schedule", everySeconds: 60 },
      tables: { casework: "write", desk: "write" },
      queues: ["effects", "notices"],
      buckets: {},
      secrets: [],
      settings: [],
    },
  },
});

export type TableName = keyof typeof topology.tables;
export type QueueName = keyof typeof topology.queues;
export type BucketName = keyof typeof topology.buckets;
export type FunctionName = keyof typeof topology.functions;
export type TableSpec = Table;
export type QueueSpec = Queue;
export type BucketSpec = Bucket;
export type FunctionSpec = Fn<string, string, string>;
export type ResourceName = TableName | QueueName | BucketName;
