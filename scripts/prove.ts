// npm run prove [-- NAME…]: the tests that `npm test` runs small, in their large versions: every single call failed, a million
// numbers and requests, many more files. It takes hours; NAME picks suites, as in fuzz or kernel.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { complain } from "../infra/local/complaint.ts";

const LONGEST_TEST_MS = 24 * 3_600_000;

/** Those that know how large they may be. */
const scaled = globSync("tests/**/*.test.ts").filter((file) => /support\/times\.ts"|"PROVE"/.test(readFileSync(file, "utf8")));
const wanted = process.argv.slice(2);
const suites = scaled.filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(`tests/${name}`))).sort();
if (suites.length === 0) complain(`There is no such suite. These have large versions:\n${scaled.sort().join("\n")}`);

console.log(`${suites.length} suites: ${suites.join(" ")}`);
const { status } = spawnSync("vitest", ["run", `--testTimeout=${LONGEST_TEST_MS}`, ...suites], {
  stdio: "inherit",
  env: { ...process.env, PROVE: "1" },
  shell: process.platform === "win32",
});
process.exit(status ?? 1);
