// npm test: types, lint, the conformance pack, pages, and every test, in two lanes. Its last line says how many passed and failed.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import * as v from "valibot";

const Tried = v.object({ fullName: v.string(), status: v.string(), failureMessages: v.nullish(v.array(v.string()), []) });
const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  success: v.boolean(),
  testResults: v.array(v.object({ name: v.string(), status: v.string(), message: v.string(), assertionResults: v.array(Tried) })),
});

const steps: Record<string, string[]> = {
  types: ["tsc", "--noEmit"],
  lint: ["biome", "ci", "--colors=off", "."],
  vectors: ["node", "scripts/vectors.ts", "tests/packs/vectors.json"],
  pages: ["node", "scripts/build.ts"],
};

// Neither somebody's portal nor somebody's account is what is tested.
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:AWS_|DATA_DIR$|PORT$|ORIGIN$|DEMO_|CONTRACT$|PROVE$)/.test(name)),
);
const onWindows = process.platform === "win32";
const start = ([command = "", ...args]: string[], stdio: "inherit" | "pipe") =>
  spawn(command, args, { env, stdio: ["ignore", stdio, stdio], shell: onWindows });

let passed = 0;
let failed = 0;
/** What failed, with its first words: said once more at the end, where whoever sees only the last lines of a run finds it. */
const complaints: string[] = [];
await lanes();
for (const complaint of complaints) console.log(`FAILED ${complaint}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** Silent when all is well; what it said, indented, when not. */
async function step(name: string, command: string[]): Promise<void> {
  const startedAt = performance.now();
  const child = start(command, "pipe");
  const [out, complaint, code] = await Promise.all([text(child.stdout!), text(child.stderr!), exitOf(child)]);
  if (code === 0) passed++;
  else failed++;
  if (code !== 0) complaints.push(name);
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  if (code !== 0) console.log(`${out}${complaint}`.trimEnd().replace(/^/gm, "    "));
}

/**
 * Two lanes, one for each processor: whoever is free takes the next lot. One begins with the steps, the last of which builds the pages
 * that the browser, the longest lot, wants next.
 */
async function lanes(): Promise<void> {
  const lots = [["engine", "--shard=1/2"], ["engine", "--shard=2/2"], ["unit"]];
  const lane = async () => {
    for (let lot = lots.shift(); lot; lot = lots.shift()) await vitest(lot);
  };
  const pagesFirst = async () => {
    for (const [name, command] of Object.entries(steps)) await step(name, command);
    await vitest(["browser"]);
    await lane();
  };
  await Promise.all([pagesFirst(), lane()]);
}

/** Its own reporter on the way, its count at the end. That nothing ran, or that something was left out, is a failure too. */
async function vitest(lot: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "vitest-"));
  const file = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const [project = "", ...shard] = lot;
  await exitOf(start(["vitest", "run", "--maxWorkers=1", `--project=${project}`, ...shard, ...reporters], "inherit"));

  const report = v.safeParse(Report, reportIn(file));
  rmSync(folder, { recursive: true });
  if (!report.success) return void failed++;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = report.output;
  const leftOut = numPendingTests + numTodoTests;
  if (leftOut > 0) console.log(`${leftOut} tests were left out: none may be`);
  passed += numPassedTests;
  failed += numFailedTests + leftOut;
  for (const { name, status, message, assertionResults } of report.output.testResults) {
    if (status === "failed" && message !== "") complaints.push(`${name}: ${beginning(message)}`);
    for (const { fullName, failureMessages } of assertionResults.filter((each) => each.status === "failed"))
      complaints.push(`${name}: ${fullName}\n${beginning(failureMessages.join("\n"))}`);
  }
  if (numPassedTests === 0 || (!success && numFailedTests === 0)) failed++; // a file that does not load has no tests to fail
}

function beginning(words: string): string {
  return words.slice(0, 1_500).replace(/^/gm, "    ");
}

function reportIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function exitOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
}
