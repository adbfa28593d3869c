// A run of tests that hangs says where it was, and leaves nothing behind.
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { endAll, start } from "../../scripts/test-children.ts";
import { isAlive } from "../support/processes.ts";

test("what hangs is ended with what it started, and its place is told; what has ended is not", async () => {
  const grandchild = "setInterval(() => {}, 1000); console.log(process.pid)";
  const parent = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "inherit" }); for (;;);`;
  const done = start(["node", "-e", ""], process.env, () => "done");
  const hanging = start(["node", "-e", parent], process.env, () => "at the third test");
  const [said] = await once(hanging.stdout, "data");
  expect(await done.code).toBe(0);

  expect(endAll()).toEqual(["at the third test"]);
  expect(await hanging.code).toBe(null);
  await expect.poll(() => isAlive(Number(said))).toBe(false);
  expect(endAll()).toEqual([]);
});

test("vitest says what it is at, while it is at it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "underway-"));
  const underway = join(folder, "underway");
  writeFileSync(underway, "");
  process.env["UNDERWAY"] = underway;
  const { default: Underway } = await import("../../scripts/test-underway.ts");
  const reporter = new Underway();
  const module = { relativeModuleId: "tests/a.test.ts" };
  reporter.onTestModuleStart(module);
  expect(readFileSync(underway, "utf8")).toBe("before the first test of tests/a.test.ts");
  reporter.onTestCaseReady({ module, fullName: "one" });
  expect(readFileSync(underway, "utf8")).toBe("tests/a.test.ts: one");
  rmSync(folder, { recursive: true });
});
