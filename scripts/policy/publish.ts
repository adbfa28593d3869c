// The parameters as the site carries them: one file a region, made from the CSVs whenever the site is built.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isForStaff } from "../../shared/policy/keys.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";
import { publish } from "../../shared/policy/published.ts";
import { DATA_FOLDER, dataFiles, fileOf, loadedPolicy } from "./files.ts";

/** Writes `<division>.json` for every region that is loaded, even where nothing is known of it, and nothing else: what pages reckon with. */
export function writePolicyFiles(target: string, folder = DATA_FOLDER): void {
  const parameters = loadedPolicy(folder);
  mkdirSync(target, { recursive: true });
  for (const old of readdirSync(target)) rmSync(path.join(target, old));
  for (const file of dataFiles(folder)) {
    const own = parameters.filter((entry) => fileOf(entry) === file && !isForStaff(entry.key));
    writeFileSync(path.join(target, file.replace(/\.csv$/, ".json")), JSON.stringify(publish(own, versionOf(own))));
  }
}

/** Changes with whatever is in them. */
export const versionOf = (parameters: readonly Parameter[]): string =>
  createHash("sha256").update(JSON.stringify(parameters)).digest("hex").slice(0, 8);
