import { readFileSync } from "node:fs";
import type { Portal } from "../../infra/local/platform.ts";

const PATIENCE_MS = 5_000; // a large file may be in hand for minutes: it goes on at the next start
const LOOK_EVERY_MS = 500;

/**
 * Stops the portal cleanly when we are told to, or when the npm that started us is gone; a second signal ends us at once.
 * Answers whether we are on our way out: then whatever else fails is no news.
 */
export function leaveWith(portal: Portal): () => boolean {
  let leaving = false;
  async function leave() {
    if (leaving) process.exit(1);
    leaving = true;
    setTimeout(() => process.exit(0), PATIENCE_MS).unref();
    await portal.stop();
    process.exit(0);
  }
  // Not SIGHUP: who starts us with nohup wants us to outlive the terminal.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, leave);

  const isLeaving = () => leaving;
  if (!process.env["npm_lifecycle_event"]) return isLeaving;
  const elders = eldersOf(process.ppid);
  setInterval(() => {
    const orphaned = process.ppid !== elders[0] || (elders[1] !== undefined && parentOf(elders[0]!) !== elders[1]);
    if (orphaned && !leaving) void leave();
  }, LOOK_EVERY_MS).unref();
  return isLeaving;
}

/** A killed npm leaves its child. Between it and us there may be a shell, which lives on. */
function eldersOf(parent: number): number[] {
  const isShell = /^(?:sh|dash|bash|busybox|ash)$/.test(statusOf(parent, "Name") ?? "");
  const grandparent = isShell ? parentOf(parent) : undefined;
  return grandparent === undefined ? [parent] : [parent, grandparent];
}

const parentOf = (pid: number) => {
  const parent = statusOf(pid, "PPid");
  return parent === undefined ? undefined : Number(parent);
};

/** What Linux tells of a process; elsewhere only our own parent is watched. */
function statusOf(pid: number, field: string): string | undefined {
  try {
    return new RegExp(`^${field}:\\s*(.+)$`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
