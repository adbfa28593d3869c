// Each function of the topology as one folder of small files, ready for Lambda: what it starts with, and what it loads on demand.
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build, type Metafile } from "esbuild";
import { topology } from "../shared/topology.ts";
import { isLeftOut, notOnLambda } from "./not-on-lambda.ts";

/** Bytes, minified. `data` are tables of divisions and the like, which are no code and loaded when asked for. */
export type Bundle = { name: string; start: number; onDemand: number; data: number; packages: string[]; metafile: Metafile };

/** Bundles every function into `<outdir>/<name>/index.mjs` and describes them in `<outdir>/metafile.json`. */
export async function bundleFunctions(outdir = "dist/functions"): Promise<Bundle[]> {
  const functions = Object.entries(topology.functions);
  const missing = functions.filter(([, { entry }]) => !existsSync(entry)).map(([name, { entry }]) => `${name} (${entry})`);
  if (missing.length > 0) throw new Error(`the topology names functions that are not there: ${missing.join(", ")}`);

  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const bundles = await Promise.all(functions.map(([name, { entry }]) => bundle(name, entry, `${outdir}/${name}`)));
  await writeFile(`${outdir}/metafile.json`, JSON.stringify(bundles));
  return bundles;
}

export async function bundle(name: string, entry: string, outdir: string): Promise<Bundle> {
  const { metafile } = await build({
    entryPoints: { index: entry },
    outdir,
    outExtension: { ".js": ".mjs" },
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"], // the SDK's module build shakes off what we do not call, its main build nothing
    banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
    plugins: [notOnLambda],
    tsconfigRaw: { compilerOptions: {} }, // an import that only what is left out has wanted goes too
    metafile: true,
    legalComments: "none",
    charset: "utf8",
    logLevel: "error",
  });
  const atStart = startFiles(metafile);
  const outputs = Object.entries(metafile.outputs);
  const bytes = (wanted: (path: string) => boolean) =>
    outputs.filter(([path]) => wanted(path)).reduce((sum, [, output]) => sum + output.bytes, 0);
  return {
    name,
    start: bytes((path) => atStart.has(path)),
    onDemand: bytes((path) => !atStart.has(path) && !isData(metafile, path)),
    data: bytes((path) => !atStart.has(path) && isData(metafile, path)),
    packages: packagesOf(metafile),
    metafile,
  };
}

/** The entry and all that it imports outright. */
function startFiles({ outputs }: Metafile): Set<string> {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (kind === "import-statement" && !external) visit(next);
  };
  for (const path of Object.keys(outputs)) if (basename(path) === "index.mjs") visit(path);
  return found;
}

const isData = ({ outputs }: Metafile, path: string) =>
  Object.keys(outputs[path]?.inputs ?? {}).every((input) => /\.(?:json|csv|txt)$|(?:^|\/)data\//.test(input));

/** What of node_modules really is inside, by name. */
function packagesOf({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const inside = inputs.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && !isLeftOut(path)).map(([path]) => path);
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
