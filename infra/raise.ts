import {
  type Access,
  type BucketAccess,
  type BucketSpec,
  type FunctionName,
  type FunctionSpec,
  type QueueSpec,
  type TableSpec,
  topology,
} from "../shared/topology.ts";

export type TriggerOf<On> = Extract<FunctionSpec["trigger"], { on: On }>;
export type SecretName = FunctionSpec["secrets"][number];

/** What a place must be able to do before the service can live there. */
export interface Platform<Table, Queue, Bucket, Fn> {
  table(name: string, spec: TableSpec): Table;
  queue(name: string, spec: QueueSpec): Queue;
  bucket(name: string, spec: BucketSpec): Bucket;
  /** The settings an operator gives a function are named in `spec.settings`. */
  fn(name: FunctionName, spec: FunctionSpec): Fn;
  /** A function finds what it uses by name (`variableFor`), and may do no more with it than the topology says. */
  mayUse(fn: Fn, name: string, table: Table, access: Access): void;
  maySend(fn: Fn, name: string, queue: Queue): void;
  mayBucket(fn: Fn, name: string, bucket: Bucket, access: BucketAccess): void;
  maySecret(fn: Fn, name: SecretName): void;
  onHttp(fn: Fn, trigger: TriggerOf<"http">): void;
  /** Called once for each table of the trigger. */
  onInsert(fn: Fn, table: Table, trigger: TriggerOf<"insert">): void;
  /** Called once for each queue of the trigger. */
  onMessage(fn: Fn, queue: Queue, spec: QueueSpec): void;
  onObject(fn: Fn, bucket: Bucket, trigger: TriggerOf<"object">): void;
  onSchedule(fn: Fn, trigger: TriggerOf<"schedule">): void;
}

/** Walks the topology once. The walk is the same everywhere; only the platform differs. */
export function raise<Table, Queue, Bucket, Fn>(platform: Platform<Table, Queue, Bucket, Fn>): void {
  const queueSpecs: Record<string, QueueSpec> = topology.queues;
  const tables = mapEntries<TableSpec, Table>(topology.tables, (name, spec) => platform.table(name, spec));
  const queues = mapEntries(queueSpecs, (name, spec) => platform.queue(name, spec));
  const buckets = mapEntries<BucketSpec, Bucket>(topology.buckets, (name, spec) => platform.bucket(name, spec));

  for (const [name, spec] of entries<FunctionName, FunctionSpec>(topology.functions)) {
    const fn = platform.fn(name, spec);

    for (const [table, access] of entries(spec.tables)) platform.mayUse(fn, table, tables.get(table)!, access!);
    for (const queue of spec.queues) platform.maySend(fn, queue, queues.get(queue)!);
    for (const [bucket, access] of entries(spec.buckets)) platform.mayBucket(fn, bucket, buckets.get(bucket)!, access!);
    for (const secret of spec.secrets) platform.maySecret(fn, secret);

    const { trigger } = spec;
    switch (trigger.on) {
      case "http":
        platform.onHttp(fn, trigger);
        break;
      case "insert":
        for (const table of trigger.tables) platform.onInsert(fn, tables.get(table)!, trigger);
        break;
      case "message":
        for (const queue of trigger.queues) platform.onMessage(fn, queues.get(queue)!, queueSpecs[queue]!);
        break;
      case "object":
        platform.onObject(fn, buckets.get(trigger.bucket)!, trigger);
        break;
      case "schedule":
        platform.onSchedule(fn, trigger);
        break;
    }
  }
}

const entries = <Name extends string, Spec>(specs: Record<Name, Spec>) => Object.entries(specs) as [Name, Spec][];

const mapEntries = <Spec, Built>(specs: Record<string, Spec>, build: (name: string, spec: Spec) => Built) =>
  new Map(Object.entries(specs).map(([name, spec]) => [name, build(name, spec)]));
