import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { TableSpec } from "../../../shared/topology.ts";
import type { Expiring } from "./keeper.ts";

const SWEEP_EVERY_MS = 10 * 60_000;

export type Keeper = { trim(table: string, sequence: string): void; stop(): Promise<void> };

/** Keeps the engine's file small: stream records that were read, items that expired. */
export function startKeeper(file: string, tables: ReadonlyMap<string, TableSpec>, sweepEveryMs = SWEEP_EVERY_MS): Keeper {
  const expiring: Expiring[] = [...tables].flatMap(([table, { partition, sort, expires }]) =>
    expires ? { table, partition, sort, expires } : [],
  );
  const thread = new Worker(new URL("./thread.ts", import.meta.url), { workerData: { file, expiring, sweepEveryMs } });
  return {
    trim: (table, sequence) => thread.postMessage({ table, sequence }),
    stop: async () => {
      const exit = once(thread, "exit");
      thread.postMessage("stop");
      await exit;
    },
  };
}
