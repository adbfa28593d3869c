import type { BucketSpec, FunctionName, FunctionSpec, QueueSpec, TableSpec } from "../../shared/topology.ts";
import { raise } from "../raise.ts";

/** Which function is called, and for what. */
export type Mapping = { fn: FunctionName; spec: FunctionSpec } & (
  | { on: "http"; path: string }
  | { on: "insert"; table: string; partitionPrefix: string; untilDone?: boolean }
  | { on: "message"; queue: string; queueSpec: QueueSpec }
  | { on: "object"; bucket: string; prefix: string }
  | { on: "schedule"; everySeconds: number }
);
export type Plan = {
  tables: Map<string, TableSpec>;
  queues: Map<string, QueueSpec>;
  buckets: Map<string, BucketSpec>;
  mappings: Mapping[];
};

/** The topology as lists, because building it on one machine takes time and the walk does not wait. */
export function planTopology(): Plan {
  const plan: Plan = { tables: new Map(), queues: new Map(), buckets: new Map(), mappings: [] };
  type Fn = Pick<Mapping, "fn" | "spec">;

  raise<string, string, string, Fn>({
    table: (name, spec) => noted(plan.tables, name, spec),
    queue: (name, spec) => noted(plan.queues, name, spec),
    bucket: (name, spec) => noted(plan.buckets, name, spec),
    fn: (fn, spec) => ({ fn, spec }),
    // All functions share this process, hence its environment and what it may reach: only IAM on AWS keeps them apart.
    mayUse: () => {},
    maySend: () => {},
    mayBucket: () => {},
    maySecret: () => {},
    onHttp: (fn, { path }) => plan.mappings.push({ ...fn, on: "http", path }),
    onInsert: (fn, table, { partitionPrefix, untilDone = false }) =>
      plan.mappings.push({ ...fn, on: "insert", table, partitionPrefix, untilDone }),
    onMessage: (fn, queue, queueSpec) => plan.mappings.push({ ...fn, on: "message", queue, queueSpec }),
    onObject: (fn, bucket, { prefix }) => plan.mappings.push({ ...fn, on: "object", bucket, prefix }),
    onSchedule: (fn, { everySeconds }) => plan.mappings.push({ ...fn, on: "schedule", everySeconds }),
  });
  return plan;
}

function noted<Spec>(list: Map<string, Spec>, name: string, spec: Spec): string {
  list.set(name, spec);
  return name;
}
