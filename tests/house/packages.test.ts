// What `npm start` and the operator's commands install (scripts/setup.mjs --run) leaves out what only tests and deploys: whatever they
// load, at once or later, has to be among the rest.
import { existsSync, globSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const names = v.record(v.string(), v.string());
const { scripts, dependencies, optionalDependencies } = v.parse(
  v.object({ scripts: names, dependencies: names, optionalDependencies: names }),
  JSON.parse(readFileSync(join(root, "package.json"), "utf8")),
);
const installed = new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies)]);

const commands = Object.entries(scripts)
  .filter(([, command]) => command.endsWith("setup.mjs --run"))
  .flatMap(([name]) => scripts[name.replace(/^pre/, "")]?.match(/scripts\/\S+\.ts/) ?? []);
/** By paths of these the start bundles what runs, and builds the pages. */
const bundled = globSync(["functions/*.ts", "web/**/*.ts"], { cwd: root });

const LOADED = /(?:^(?:import|export) (?!type )[^;"=(]*?\bfrom |^import |\bimport\()"([^"]+)"/gm;
const packageIn = (name: string) => name.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? name;

/** Each package by the file that loads it. */
function packagesFrom(files: readonly string[]): Map<string, string> {
  const seen = new Set<string>();
  const found = new Map<string, string>();
  const waiting = files.map((file) => join(root, file));
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(LOADED)) {
      if (/^\..*\.(?:ts|mjs)$/.test(name)) waiting.push(join(dirname(file), name));
      else if (/^[@\w]/.test(name) && !name.startsWith("node:") && !builtinModules.includes(name))
        found.set(packageIn(name), relative(root, file));
    }
  }
  return found;
}

test("whoever starts the portal in an empty clone has every package that it loads, also when staff first sign in", () => {
  const found = packagesFrom([...commands, ...bundled]);

  expect([commands.includes("scripts/start.ts"), found.has("hono"), found.get("oidc-provider")]).toEqual([
    true,
    true,
    "infra/local/issuer/provider.ts",
  ]);
  expect([...found].filter(([name]) => !installed.has(name))).toEqual([]);
});
