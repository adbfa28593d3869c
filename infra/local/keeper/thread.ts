import { parentPort, workerData } from "node:worker_threads";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Expiring, openEngineFile, sweep } from "./keeper.ts";

type Given = { file: string; expiring: Expiring[]; sweepEveryMs: number };
const TRIM_EVERY_MS = 500;

// In a thread of its own: looking through a million items takes seconds, and pages must not wait for it.
const { file, expiring, sweepEveryMs } = workerData as Given;
const engine = openEngineFile(file);
const client = new DynamoDBClient({});
const checkpoints = new Map<string, bigint>();
const stopping = new AbortController();
let sweeping = Promise.resolve();

const trimming = setInterval(trim, TRIM_EVERY_MS);
const sweeps = setInterval(() => {
  sweeping = sweeping.then(sweepAll).catch(() => {}); // the next one finds what this one left
}, sweepEveryMs);

parentPort!.on("message", async (said: "stop" | { table: string; sequence: string }) => {
  if (said !== "stop") return void checkpoints.set(said.table, BigInt(said.sequence));
  stopping.abort();
  clearInterval(trimming);
  clearInterval(sweeps);
  trim();
  await sweeping;
  client.destroy();
  engine.close();
  parentPort!.close();
});

function trim() {
  for (const [table, sequence] of checkpoints) {
    try {
      engine.trimBefore(table, sequence);
      checkpoints.delete(table);
    } catch {
      // the engine was writing for too long: next time
    }
  }
}

async function sweepAll() {
  for (const table of expiring) await sweep(engine, client, table, Math.floor(Date.now() / 1000), stopping.signal);
}
