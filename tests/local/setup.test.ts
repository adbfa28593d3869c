import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root, run } from "../support/processes.ts";

const folder = mkdtempSync(join(tmpdir(), "setup-"));
const stamp = join(folder, "node_modules", ".portal-setup");
const lockfile = '{"lockfileVersion":3}';
mkdirSync(join(folder, "scripts"));
mkdirSync(join(folder, "node_modules"));
cpSync(join(root, "scripts/setup.mjs"), join(folder, "scripts/setup.mjs"));
writeFileSync(join(folder, "package-lock.json"), lockfile);
afterAll(() => rmSync(folder, { recursive: true }));

const installed = createHash("sha256").update(lockfile).update(`${process.platform}-${process.arch}`).digest("hex");
const nodeOf = (version: string) =>
  `data:text/javascript,Object.defineProperty(process, "versions", { value: { node: "${version}" } })`;
/** An npm that does nothing but say what it was asked. */
const npm = join(folder, "npm.js");
writeFileSync(npm, "console.log('npm', ...process.argv.slice(2)); process.exit(Number(process.env.NPM_FAILS ?? 0))");
const setUp = (version: string, env: Record<string, string> = {}, ...args: string[]) =>
  run(
    ["--import", nodeOf(version), "scripts/setup.mjs", ...args],
    { npm_execpath: npm, npm_node_execpath: process.execPath, ...env },
    folder,
  );

test("what the lockfile says is installed once, development and optional packages with it", async () => {
  rmSync(stamp, { force: true });
  expect(await setUp("24.0.0")).toMatchObject({
    code: 0,
    out: expect.stringContaining("npm ci --include=dev --include=optional"),
  });
  expect(await setUp("24.0.0")).toEqual({ code: 0, out: "", complaint: "" });
  writeFileSync(join(folder, "package-lock.json"), `${lockfile} `);
  expect((await setUp("24.0.0")).out).toContain("npm ci");
  writeFileSync(join(folder, "package-lock.json"), lockfile);
});

test("to run the portal nothing is installed that only tests and deploys it; what is there for both is enough", async () => {
  rmSync(stamp, { force: true });
  expect((await setUp("24.0.0", {}, "--run")).out).toContain("npm ci --omit=dev --include=optional");
  expect((await setUp("24.0.0", {}, "--run")).out).toBe("");
  expect((await setUp("24.0.0")).out).toContain("npm install --no-save --include=dev");
  expect((await setUp("24.0.0", {}, "--run")).out).toBe("");
});

test("a start does not take the tools away from who has them, also when other packages are wanted", async () => {
  rmSync(stamp, { force: true });
  mkdirSync(join(folder, "node_modules", "vitest"));
  expect((await setUp("24.0.0", {}, "--run")).out).toContain("npm ci --include=dev");
  rmSync(join(folder, "node_modules", "vitest"), { recursive: true });
});

test.each(["18.20.0", "20.19.0", "22.18.0", "23.11.0"])(
  "Node %s without a bundled one is refused in one clear line",
  async (version) => {
    writeFileSync(stamp, `${installed} all`);
    const { code, complaint } = await setUp(version);
    expect(complaint.trim()).toBe(
      `[setup] Node ${version} is too old and no bundled Node fits ${process.platform}-${process.arch}: install Node 24.`,
    );
    expect([code, existsSync(stamp)]).toEqual([1, false]);
  },
);

test("an installation that fails says so and is tried again next time", async () => {
  rmSync(stamp, { force: true });
  const { code, complaint } = await setUp("24.0.0", { NPM_FAILS: "1" });
  expect([code, complaint.trim()]).toEqual([1, "[setup] npm ci failed: is the package registry within reach?"]);
  expect((await setUp("24.0.0")).out).toContain("npm ci");
});
