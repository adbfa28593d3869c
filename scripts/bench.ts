// npm run bench [-- NAME… --all]: the figures that the product is held to, to the terminal and .data/bench.json.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Figure } from "../bench/goals.ts";
import type { Bench, Measure } from "../bench/measure.ts";
import { measures } from "../bench/measures.ts";
import { type Portal, startPortal } from "../bench/portal.ts";
import { tableOf } from "../bench/table.ts";
import { openWorld, type World } from "../bench/world.ts";
import { complain } from "../infra/local/complaint.ts";

const USAGE = "npm run bench [-- NAME… --all]   NAME: the beginning of a figure's name, as in page. or units.check";
const RESULTS = ".data/bench.json";
const LEFT_OUT =
  "Not measured: api.peer and cold.peer need Express 5, lib-dynamodb and zod, which this project does not depend on.";

const { wanted, all } = optionsOf(process.argv.slice(2));
const chosen = measures.filter(
  ({ names }) => wanted.length === 0 || names.some((name) => wanted.some((part) => name.startsWith(part))),
);
if (chosen.length === 0) complain(`There is no figure of that name.\n${measures.flatMap(({ names }) => names).join("  ")}`);

const folder = mkdtempSync(join(tmpdir(), "canbaotong-bench-"));
let portal: Promise<Portal> | undefined;
let world: Promise<World> | undefined;
const bench: Bench = {
  folder,
  all,
  say: (text) => process.stderr.isTTY && process.stderr.write(`\r\u001b[K  ${text}`),
  portal: () => (portal ??= startPortal({ folder: join(folder, "portal") })),
  world: () => (world ??= openWorld()),
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void leave(1));

const figures: Figure[] = [];
let failed = false;
for (const measure of chosen) figures.push(...(await measured(measure)));

console.log(
  `\n${tableOf(figures)}\n\n${figures.filter(({ met }) => met).length} met, ${figures.filter(({ met }) => !met).length} missed`,
);
console.log(LEFT_OUT);
mkdirSync(".data", { recursive: true, mode: 0o700 });
writeFileSync(RESULTS, `${JSON.stringify(figures, null, 2)}\n`);
await leave(failed ? 1 : 0);

/** A measure that breaks is told and does not take the others with it. */
async function measured(measure: Measure): Promise<Figure[]> {
  const began = performance.now();
  process.stdout.write(`${measure.names.join(", ")} … `);
  try {
    const result = await measure.run(bench);
    bench.say("");
    console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);
    return result;
  } catch (error) {
    failed = true;
    console.log(`could not be measured: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}

async function leave(code: number): Promise<never> {
  await Promise.allSettled([portal?.then(({ stop }) => stop()), world?.then(({ stop }) => stop())]);
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

function optionsOf(args: string[]): { wanted: string[]; all: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { all: { type: "boolean", default: false } },
    });
    return { wanted: positionals, all: values.all };
  } catch {
    return complain(USAGE);
  }
}
