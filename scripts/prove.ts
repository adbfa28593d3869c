// The large versions of the tests that `npm test` runs small: every single call failed, a million numbers, many more files and requests.
import { spawnSync } from "node:child_process";

const suites = ["tests/crash", "tests/kernel", "tests/insured", "tests/fuzz"];
const { status } = spawnSync("vitest", ["run", "--testTimeout=3600000", ...suites], {
  stdio: "inherit",
  env: { ...process.env, PROVE: "1" },
  shell: process.platform === "win32",
});
process.exit(status ?? 1);
