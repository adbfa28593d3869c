// npm run prove [-- NAME…]: the tests that `npm test` runs small, in their large versions: every single call failed, a million
// numbers and requests, many more files. It takes hours; NAME picks suites, as in fuzz or kernel. `mutation` changes the rules of
// social insurance one place at a time and asks that a test notices; the folders to change may follow, as in shared/pension.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { complain } from "../infra/local/complaint.ts";

const LONGEST_TEST_MS = 24 * 3_600_000;

/** Those that know how large they may be. */
const scaled = globSync("tests/**/*.test.ts").filter((file) =>
  /support\/times\.ts"|"PROVE"|\/story\.ts"/.test(readFileSync(file, "utf8")),
);
const wanted = process.argv.slice(2);
const folders = wanted.filter((name) => name.startsWith("shared/"));
const names = wanted.filter((name) => name !== "mutation" && !folders.includes(name));
const changesRules = wanted.length === 0 || wanted.includes("mutation");
const suites = scaled.filter((file) => wanted.length === 0 || names.some((name) => file.startsWith(`tests/${name}`))).sort();
if (suites.length === 0 && !changesRules)
  complain(`There is no such suite. These have large versions:\n${scaled.sort().join("\n")}\nand mutation`);

const isProven = [suites.length === 0 || suitesPass(), !changesRules || (await rulesAreHeld())].every(Boolean);
process.exit(isProven ? 0 : 1);

function suitesPass(): boolean {
  console.log(`${suites.length} suites: ${suites.join(" ")}`);
  const { status } = spawnSync("vitest", ["run", `--testTimeout=${LONGEST_TEST_MS}`, ...suites], {
    stdio: "inherit",
    env: { ...process.env, PROVE: "1" },
    shell: process.platform === "win32",
  });
  return status === 0;
}

async function rulesAreHeld(): Promise<boolean> {
  const { proveMutation } = await import("./prove/mutation.ts");
  return proveMutation(folders);
}
