import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

export const root = join(import.meta.dirname, "../..");
const SMALL_PORTAL = join(import.meta.dirname, "small-portal.ts");

/** A folder for a portal's data with a page to serve, removed by `clear`. */
export function aPlace() {
  const folder = mkdtempSync(join(tmpdir(), "portal-"));
  const site = join(folder, "site");
  mkdirSync(site);
  writeFileSync(join(site, "index.html"), "<h1>参保通</h1>");
  return { folder, data: join(folder, "data"), site, clear: () => rmSync(folder, { recursive: true, force: true }) };
}
export type Place = ReturnType<typeof aPlace>;

export type Running = {
  address: string;
  child: ChildProcess;
  exit: Promise<number | null>;
  environment(): Record<string, string>;
};

/** The small portal in a process of its own, ready to be asked. */
export async function startSmallPortal({ data, site }: Place, env: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, [SMALL_PORTAL, data, site], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit").then(([code]) => code);
  const [said] = await Promise.race([
    once(child.stdout!, "data"),
    exit.then(() => Promise.reject(new Error("it ended at once"))),
  ]);
  const endpoints = () => JSON.parse(readFileSync(join(data, "endpoints.json"), "utf8"));
  return { address: String(said).trim(), child, exit, environment: () => endpoints().environment };
}

/** A command that is expected to end by itself: what it said and how it ended. */
export async function run(args: string[], env: Record<string, string> = {}, cwd = root) {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const [out, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code, out, complaint };
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8")); // a zombie waits only for somebody to take note of it
  } catch {
    return false;
  }
};
