// npm test: types, lint, the conformance pack, pages, and every test, in two lanes. Its last line says how many passed and failed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { endAll, start } from "./test-children.ts";
import { beginning, outcomeIn, short } from "./test-report.ts";

const steps: Record<string, string[]> = {
  types: ["tsc", "--noEmit", "--checkers", "1"], // each of more would work out again what another has: twice the work for two processors
  lint: ["biome", "ci", "--colors=off", "."],
  vectors: ["node", "scripts/vectors.ts", "tests/packs/vectors.json"],
  pages: ["node", "scripts/build.ts"],
};

// Neither somebody's portal nor somebody's account is what is tested. What one process has compiled the next one need not compile.
const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:AWS_|DATA_DIR$|PORT$|ORIGIN$|DEMO_|CONTRACT$|PROVE$)/.test(name)),
  ),
  NODE_COMPILE_CACHE: join(import.meta.dirname, "../node_modules/.cache/node"),
};

/** Whole portals and logs of a whole journey: most of the time they wait. */
const waiting = ["tests/local", "tests/leak"];

let passed = 0;
let failed = 0;
/** What failed, with its first words: said once more at the end, where whoever sees only the last lines of a run finds it. */
const complaints: string[] = [];
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => end(endAll()));
setTimeout(() => end(endAll()), secondsLeft() * 1000).unref();
await lanes();
end();

/** Whoever waits for this run no longer than so says when that ends (TESTS_END_AT, in Unix seconds); nobody waits for more than an hour. */
function secondsLeft(): number {
  const endAt = Number(process.env["TESTS_END_AT"]) || Number.POSITIVE_INFINITY;
  return Math.max(1, Math.min(3600, endAt - Date.now() / 1000));
}

/** `unfinished`: what each process was doing when it was ended. */
function end(unfinished: readonly string[] = []): never {
  failed += unfinished.length;
  for (const complaint of complaints) console.log(`FAILED ${complaint}\n`);
  for (const place of unfinished) console.log(`FAILED It was not done in time: ${place}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

/** Silent when all is well; what it said, indented, when not. */
async function step(name: string, command: string[]): Promise<void> {
  const startedAt = performance.now();
  const child = start(command, env, () => name);
  const [out, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), child.code]);
  if (code === 0) passed++;
  else failed++;
  if (code !== 0) complaints.push(`${name}\n${beginning(`${out}${complaint}`.trim())}`);
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  if (code !== 0) console.log(`${out}${complaint}`.trimEnd().split("\n").map(short).join("\n").replace(/^/gm, "    "));
}

/**
 * Two lanes, one for each processor: whoever is free takes the next lot, so that both end at about one time. One begins with the steps,
 * the last of which builds the pages that the browser, the longest lot, wants next; beside it go the tests that mostly wait.
 */
async function lanes(): Promise<void> {
  const others = waiting.map((folder) => `--exclude=${folder}/**`);
  const engine = Array.from({ length: 6 }, (_, part) => ["engine", ...others, `--shard=${part + 1}/6`]);
  const lots = engine.toSpliced(3, 0, ["unit"]); // not at the end, where nothing would run beside it
  const lane = async () => {
    for (let lot = lots.shift(); lot; lot = lots.shift()) await vitest(lot);
  };
  const pagesFirst = async () => {
    for (const [name, command] of Object.entries(steps)) await step(name, command);
    await Promise.all([vitest(["browser"]).then(lane), vitest(["engine", ...waiting])]);
  };
  await Promise.all([pagesFirst(), lane()]);
}

/** Its own reporter on the way, its count at the end. */
async function vitest([project = "", ...shard]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "vitest-"));
  const file = join(folder, "report.json");
  const underway = join(folder, "underway");
  writeFileSync(underway, "before its first file");
  const reporters = ["default", "json", "./scripts/test-underway.ts"].map((name) => `--reporter=${name}`);
  const child = start(
    ["vitest", "run", "--maxWorkers=1", `--project=${project}`, ...shard, ...reporters, `--outputFile.json=${file}`],
    { ...env, UNDERWAY: underway },
    () => `${project}: ${readFileSync(underway, "utf8")}`,
  );
  await Promise.all([child.code, sayShortly(child.stdout), sayShortly(child.stderr)]);

  const outcome = outcomeIn(file);
  rmSync(folder, { recursive: true });
  if (!outcome) {
    failed++;
    complaints.push(`${project} ${shard.join(" ")}: there is no report`);
    return;
  }
  if (outcome.leftOut > 0) complaints.push(`${outcome.leftOut} tests were left out: none may be`);
  passed += outcome.passed;
  failed += outcome.failed;
  complaints.push(...outcome.complaints);
}

/** Line by line as it comes. */
async function sayShortly(stream: Readable): Promise<void> {
  for await (const line of createInterface(stream)) console.log(short(line));
}
