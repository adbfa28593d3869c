import type { FunctionName } from "../../../shared/topology.ts";
import type { Ledger } from "../ledger.ts";
import { deliverInOrder } from "./in-order.ts";
import { type Invoke, report, type Source, sleeper } from "./invoke.ts";
import type { StreamRecord, Streams } from "./streams-api.ts";

const BATCH = 100;
const IDLE_MS = 300; // between two looks at a quiet stream; whoever writes through the portal wakes us at once
const NEW_SHARDS_MS = 60_000;

export type StreamSource = {
  streams: Streams;
  ledger: Ledger;
  table: string;
  /** Of a partition key: which inserted items the function is for. */
  partitionPrefix: string;
  fn: FunctionName;
  invoke: Invoke;
  untilDone?: boolean;
  /** All up to this record has been dealt with. */
  onCheckpoint?: (table: string, sequence: string) => void;
  retryMs?: (tries: number) => number;
  idleMs?: number;
};

/** Brings inserted items to a function, in order, from where it was before the last stop. */
export function followStream(source: StreamSource): Source {
  const { streams, ledger, table, fn, idleMs = IDLE_MS } = source;
  const iterators = new Map<string, string>();
  const { sleep, wake } = sleeper();
  let stopped = false;
  let shardsKnownAt = 0;

  async function openShards(): Promise<[stream: string, shard: string][]> {
    const stream = await streams.streamOf(table);
    if (!stream) return [];
    const shards = await streams.shardsOf(stream);
    for (const shard of shards) {
      const reader = readerOf(fn, stream, shard);
      if (!iterators.has(reader)) iterators.set(reader, await streams.iteratorAt(stream, shard, ledger.checkpoint(reader)));
    }
    shardsKnownAt = Date.now();
    return shards.map((shard) => [stream, shard]);
  }

  async function readOn(reader: string): Promise<number> {
    const iterator = iterators.get(reader);
    if (!iterator) return 0; // closed, and read to its end
    const { Records, NextShardIterator } = await streams.read(iterator, BATCH);
    const keep = ({ dynamodb: { SequenceNumber } }: StreamRecord) => {
      ledger.keepCheckpoint(reader, SequenceNumber);
      source.onCheckpoint?.(table, SequenceNumber);
    };
    await deliverInOrder(source, Records.filter(isFor(source)), keep, () => stopped);
    if (stopped) return 0;
    if (Records.length > 0) keep(Records.at(-1)!);
    iterators.set(reader, NextShardIterator ?? "");
    return Records.length;
  }

  async function run() {
    let shards: [string, string][] = [];
    while (!stopped) {
      try {
        if (Date.now() - shardsKnownAt > NEW_SHARDS_MS) shards = await openShards();
        let found = 0;
        for (const [stream, shard] of shards) found += await readOn(readerOf(fn, stream, shard));
        if (found === 0 && !stopped) await sleep(idleMs);
      } catch (error) {
        if (stopped) return;
        report(error, "platform");
        iterators.clear(); // begin again behind the checkpoints
        shardsKnownAt = 0;
        await sleep(1000);
      }
    }
  }
  const running = run();

  return {
    wake,
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

const readerOf = (fn: string, stream: string, shard: string) => `${fn} ${stream} ${shard}`;

const isFor =
  ({ partitionPrefix }: StreamSource) =>
  ({ eventName, dynamodb: { Keys } }: StreamRecord) =>
    eventName === "INSERT" && Object.values(Keys["pk"] ?? {}).some((key) => String(key).startsWith(partitionPrefix));
