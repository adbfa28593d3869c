import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { Complaint } from "./complaint.ts";

export type Dynamo = {
  endpoint: string;
  /** Rejects when the engine ends although nobody stopped it. */
  ended: Promise<never>;
  stop(): Promise<void>;
};

const ATTEMPTS = 5; // the port found free may be taken before the engine has it
const STOP_MS = 2_000;

// The engine ends with us, even when we are killed: then the pipe closes, and the reader behind it ends the engine.
const UNDER_OUR_EYES = '(read -r _ <&3; kill -9 $$ 2>/dev/null) >/dev/null 2>&1 & exec 3<&- </dev/null; exec "$@"';

/** Starts the embedded DynamoDB engine on a free loopback port: on that file, or in memory. */
export async function startDynamo(file?: string): Promise<Dynamo> {
  const binary = engineBinary();

  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const args = ["serve", "--host", "127.0.0.1", "--port", String(port), ...(file ? ["--db-path", file] : [])];
    const child = spawn("/bin/sh", ["-c", UNDER_OUR_EYES, "sh", binary, ...args], {
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      detached: true, // a Ctrl-C on the terminal is for us: we still need the engine while we finish
    });
    const failure = await whenListening(child);
    if (!failure) return { endpoint: `http://127.0.0.1:${port}`, ...lifeOf(child) };
    if (attempt === ATTEMPTS || !/in use/i.test(failure)) throw new Complaint(`The database engine does not start: ${failure}`);
  }
}

function engineBinary(): string {
  const place = `${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${place}/dynoxide`);
  } catch {
    throw new Complaint(
      `No database engine for ${place} is installed: run "npm ci --include=optional" on linux-x64, ` +
        "or start a DynamoDB-compatible server and set AWS_ENDPOINT_URL_DYNAMODB to its address.",
    );
  }
}

/** What went wrong, or nothing once it listens. */
async function whenListening(child: ChildProcess): Promise<string | undefined> {
  let complaints = "";
  const listen = (line: string) => (/listening/i.test(line) ? "listening" : "");
  return new Promise((resolve) => {
    child.once("error", ({ message }) => resolve(message));
    child.once("exit", (code, signal) => resolve(complaints.trim() || `it ended with ${signal ?? code}`));
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface({ input: stream }).on("line", (line) => {
        if (listen(line)) resolve(undefined);
        else complaints += `${line} `;
      });
    }
  });
}

function lifeOf(child: ChildProcess): Pick<Dynamo, "ended" | "stop"> {
  let stopping = false;
  const exit = once(child, "exit");
  const ended = exit.then(([code, signal]) => {
    if (stopping) return new Promise<never>(() => {});
    throw new Complaint(`The database engine ended with ${signal ?? code}`);
  });
  ended.catch(() => {}); // whoever cares awaits it

  return {
    ended,
    stop: async () => {
      stopping = true;
      child.kill("SIGTERM");
      const patience = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      await exit;
      clearTimeout(patience);
      for (const stream of child.stdio) stream?.destroy();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("A TCP server has a port");
  return address.port;
}
