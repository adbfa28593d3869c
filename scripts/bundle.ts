// Each function of the topology as one folder of a few files, ready for Lambda: what it starts with, in one file, and what it loads on
// demand.
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { relative } from "node:path";
import { type OutputChunk, rolldown } from "rolldown";
import { topology } from "../shared/topology.ts";
import { isLeftOut, notOnLambda } from "./not-on-lambda.ts";

/**
 * Bytes, minified. `files`: that a start reads. `data` are tables of divisions and the like, which are no code and loaded when asked for. `sources`: what is inside,
 * by path; `read`: what was looked at besides, and shaken off again.
 */
export type Bundle = { name: string; files: number; start: number; onDemand: number; data: number; packages: string[] } & Sources;
type Sources = { sources: { atStart: string[]; onDemand: string[] }; read: string[] };

/** Bundles every function into `<outdir>/<name>/index.mjs`. */
export async function bundleFunctions(outdir = "dist/functions"): Promise<Bundle[]> {
  const functions = Object.entries(topology.functions);
  const missing = functions.filter(([, { entry }]) => !existsSync(entry)).map(([name, { entry }]) => `${name} (${entry})`);
  if (missing.length > 0) throw new Error(`the topology names functions that are not there: ${missing.join(", ")}`);

  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  return Promise.all(functions.map(([name, { entry }]) => bundle(name, entry, `${outdir}/${name}`)));
}

export async function bundle(name: string, entry: string, outdir: string): Promise<Bundle> {
  const read: string[] = [];
  const noting = { name: "noting", moduleParsed: ({ id }: { id: string }) => void read.push(pathOf(id)) };
  const build = await rolldown({
    input: { index: entry },
    platform: "node",
    resolve: { mainFields: ["module", "main"] }, // the SDK's module build shakes off what we do not call, its main build nothing
    transform: { target: "node24" },
    tsconfig: false, // an import that only what is left out has wanted goes too
    plugins: [notOnLambda, noting],
  });
  const { output } = await build.write({
    dir: outdir,
    format: "esm",
    minify: true,
    comments: false,
    entryFileNames: "[name].mjs",
    chunkFileNames: "[name]-[hash].mjs",
    // Each file that a start reads costs as much as some thousand bytes of it: all that is wanted then is one.
    codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] },
  });
  await build.close();
  const chunks = output.filter((file) => file.type === "chunk");
  const isStart = startOf(chunks);
  const [started, later] = [chunks.filter(isStart), chunks.filter((chunk) => !isStart(chunk))];
  return {
    name,
    files: started.length,
    start: bytesOf(started),
    onDemand: bytesOf(later.filter((chunk) => !isData(chunk))),
    data: bytesOf(later.filter(isData)),
    packages: packagesOf(chunks),
    sources: { atStart: started.flatMap(sourcesOf), onDemand: later.flatMap(sourcesOf) },
    read,
  };
}

/** The entry and all that it imports outright. */
function startOf(chunks: readonly OutputChunk[]): (chunk: OutputChunk) => boolean {
  const found = new Set<string>();
  const visit = ({ fileName, imports }: OutputChunk) => {
    if (found.has(fileName)) return;
    found.add(fileName);
    chunks.filter(({ fileName: next }) => imports.includes(next)).forEach(visit);
  };
  chunks.filter(({ isEntry }) => isEntry).forEach(visit);
  return ({ fileName }) => found.has(fileName);
}

const bytesOf = (chunks: readonly OutputChunk[]) => chunks.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0);
const pathOf = (id: string) => relative(process.cwd(), id).replaceAll("\\", "/");
const sourcesOf = ({ modules }: OutputChunk) =>
  Object.entries(modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [pathOf(id)] : []));
const isData = (chunk: OutputChunk) => sourcesOf(chunk).every((path) => /\.(?:json|csv|txt)$|(?:^|\/)data\//.test(path));

/** What of node_modules really is inside, by name. */
function packagesOf(chunks: readonly OutputChunk[]): string[] {
  const inside = chunks.flatMap(sourcesOf).filter((path) => !isLeftOut(path));
  return [...new Set(inside.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))].sort();
}

/** One line a function: kilobytes at start, on demand and of data, and its runtime dependencies. */
export function describeBundles(bundles: Bundle[]): string {
  const kb = (bytes: number) => (bytes / 1000).toFixed(0).padStart(5);
  const rows = bundles.map(
    ({ name, start, onDemand, data, packages }) =>
      `${name.padEnd(10)}${kb(start)}${kb(onDemand).padStart(11)}${kb(data).padStart(6)}  ${packages.join(" ")}`,
  );
  return ["kB        start  on demand  data  packages", ...rows].join("\n");
}

if (import.meta.main) {
  try {
    console.log(describeBundles(await bundleFunctions()));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
