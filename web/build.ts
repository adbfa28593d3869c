// Builds the site into dist/site, once for what web/ and shared/ hold now.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { writePolicyFiles } from "../scripts/policy/publish.ts";

const root = path.resolve(import.meta.dirname, "..");
export const siteFolder = path.join(root, "dist/site");
const stamp = path.join(root, "dist/site.stamp");
const lock = path.join(root, "dist/site.lock");
const LOCK_MS = 5_000; // within this time a lock says who holds it

/** Does nothing when nothing changed. Several processes may ask at once: one builds, the others wait for it. */
export async function buildSite(): Promise<string> {
  await mkdir(path.dirname(lock), { recursive: true });
  while (!(await taken())) await new Promise((done) => setTimeout(done, 200));
  try {
    writePolicyFiles(path.join(root, "web/public/policy"));
    const sources = await fingerprint();
    const built = await stat(path.join(siteFolder, "index.html"))
      .then(() => readFile(stamp, "utf8"))
      .catch(() => "");
    if (built === sources) return siteFolder;
    await rm(stamp, { force: true });
    const astro = path.join(path.dirname(createRequire(import.meta.url).resolve("astro/package.json")), "bin/astro.mjs");
    await promisify(execFile)(process.execPath, [astro, "build", "--root", "web", "--silent"], {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    });
    await writeFile(stamp, sources);
    return siteFolder;
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** A lock names who holds it: one that a killed build left behind holds nobody up. */
async function taken(): Promise<boolean> {
  try {
    await mkdir(lock);
    await writeFile(path.join(lock, "pid"), String(process.pid));
    return true;
  } catch {
    const holder = await readFile(path.join(lock, "pid"), "utf8").catch(() => "");
    const age = await stat(lock)
      .then(({ mtimeMs }) => Date.now() - mtimeMs)
      .catch(() => 0);
    if (holder ? !isAlive(Number(holder)) : age > LOCK_MS) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"; // it is somebody else's
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256").update(await readFile(path.join(root, "package-lock.json")));
  for (const folder of ["shared", "web"]) {
    const names = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.filter((name) => !name.includes(".astro/")).sort()) hash.update(file).update(await readFile(file));
  }
  return hash.digest("hex");
}
