// The processes of a test run, each with its own below it: however the run ends, none of them outlives it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

const onWindows = process.platform === "win32";
const underway = new Map<ChildProcess, () => string>();

export type Child = { stdout: Readable; stderr: Readable; code: Promise<number | null> };

/** `at` says what it is doing, when it is asked. The code is null where it was killed, or where there is no such command. */
export function start([command = "", ...args]: string[], env: NodeJS.ProcessEnv, at: () => string): Child {
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"], shell: onWindows, detached: !onWindows });
  underway.set(child, at);
  const code = once(child, "close").then(
    ([code]) => code,
    () => null,
  );
  code.then(() => underway.delete(child));
  return { stdout: child.stdout, stderr: child.stderr, code };
}

/** Ends them all at once, with everything they started. Answers what each was doing. */
export function endAll(): string[] {
  const places = [...underway.values()].map((at) => at());
  for (const child of underway.keys()) kill(child);
  return places;
}

function kill(child: ChildProcess): void {
  try {
    if (child.pid && !onWindows)
      process.kill(-child.pid, "SIGKILL"); // it leads a group of its own
    else child.kill();
  } catch {
    // it has ended by itself
  }
}
