// The portal as anybody starts it, in a process of its own, on a folder and a port of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as v from "valibot";

const READY_MS = 300_000;
const LOOK_EVERY_MS = 20;
const LETS_GO_MS = 1_000;

const Endpoints = v.object({ address: v.string(), environment: v.record(v.string(), v.string()) });
const DemoPerson = v.object({ number: v.string(), name: v.string(), phone: v.nullable(v.string()), about: v.string() });
export type DemoPerson = v.InferOutput<typeof DemoPerson>;

export type Portal = {
  address: string;
  /** By which its tables, queues and buckets are found. */
  environment: Record<string, string>;
  folder: string;
  pid: number;
  /** Milliseconds from the start of the process until it says that it is ready. */
  readyMs: number;
  people(): DemoPerson[];
  stop(): Promise<void>;
};

type Options = {
  folder: string;
  /** The project that is started. */
  root?: string;
  demoPeople?: number;
  /** Else Node is started directly. */
  command?: [string, ...string[]];
};

/** Ready is when it has said so: then the register is filled, and the address answers. */
export async function startPortal({
  folder,
  root = ".",
  demoPeople,
  command = [process.execPath, "scripts/start.ts"],
}: Options): Promise<Portal> {
  const began = performance.now();
  const [program, ...args] = command;
  const env = {
    ...process.env,
    DATA_DIR: folder,
    PORT: "0",
    ...(demoPeople !== undefined && { DEMO_PEOPLE: String(demoPeople) }),
  };
  const child = spawn(program, args, { cwd: resolve(root), env, stdio: ["ignore", "pipe", "pipe"] });
  const endWithUs = () => child.kill("SIGTERM");
  process.once("exit", endWithUs);
  child.once("exit", () => process.off("exit", endWithUs));
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      said += data;
    });

  while (!/Stop with Ctrl-C/.test(said)) {
    const waited = performance.now() - began;
    if (child.exitCode !== null || waited > READY_MS) {
      child.kill("SIGKILL");
      throw new Error(
        `the portal did not start (${child.exitCode ?? child.signalCode ?? "too slow"}): ${said.trim().split("\n").slice(-5).join(" / ")}`,
      );
    }
    await pause(LOOK_EVERY_MS);
  }
  const readyMs = performance.now() - began;
  const endpoints = v.parse(Endpoints, JSON.parse(readFileSync(join(folder, "endpoints.json"), "utf8")));

  return {
    ...endpoints,
    folder,
    readyMs,
    pid: child.pid ?? 0,
    people() {
      const list = join(folder, "demo.json");
      return existsSync(list) ? v.parse(v.array(DemoPerson), JSON.parse(readFileSync(list, "utf8"))) : [];
    },
    stop: async () => {
      await ended(child);
      await silent(endpoints.address);
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await exit;
  clearTimeout(patience);
}

/** Behind npm the portal itself may live a little longer, and then still holds its folder. */
async function silent(address: string): Promise<void> {
  const answers = () =>
    fetch(address).then(
      () => true,
      () => false,
    );
  while (await answers()) await pause(LOOK_EVERY_MS);
  await pause(LETS_GO_MS);
}
