// Writing parameters, and going back: every load keeps what was there before under kept/<number>/.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import { type Cells, columns } from "../../shared/policy/examine.ts";
import { unitOf } from "../../shared/policy/keys.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";
import { dataFiles, fileOf } from "./files.ts";

const cellsOf = (entry: Parameter): Cells => ({
  key: entry.key,
  region: entry.region,
  effective_from: entry.from,
  effective_to: entry.to ?? "",
  value: entry.value,
  unit: unitOf(entry.key),
  source_doc: entry.document,
  source_url: entry.url,
  verified_on: entry.verifiedOn,
  confidence: entry.confidence,
});

/** Keeps the old version, then writes the new one: all drafts first, so that a full disk leaves the old files whole. */
export function writePolicy(parameters: readonly Parameter[], folder: string): number {
  const names = [...new Set([...dataFiles(folder), ...parameters.map(fileOf)])];
  const drafts = names.map((name) => {
    const rows = parameters.filter((entry) => fileOf(entry) === name).map(cellsOf);
    return { name, text: stringify(rows, { header: true, columns: [...columns] }) };
  });
  const version = (versions(folder).at(-1) ?? 0) + 1;
  try {
    for (const { name, text } of drafts) writeFileSync(path.join(folder, `${name}.draft`), text);
    keep(folder, version);
    for (const { name } of drafts) renameSync(path.join(folder, `${name}.draft`), path.join(folder, name));
  } finally {
    for (const { name } of drafts) rmSync(path.join(folder, `${name}.draft`), { force: true });
  }
  return version;
}

const keptFolder = (folder: string) => path.join(folder, "kept");

function keep(folder: string, version: number): void {
  const kept = path.join(keptFolder(folder), String(version));
  mkdirSync(kept, { recursive: true });
  for (const name of dataFiles(folder)) cpSync(path.join(folder, name), path.join(kept, name));
}

/** Numbers of the versions that were kept, oldest first. */
function versions(folder: string): number[] {
  if (!existsSync(keptFolder(folder))) return [];
  return readdirSync(keptFolder(folder))
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((one, other) => one - other);
}

/** The version before the last load again; undefined when there is none to go back to. */
export function undoLast(folder: string): number | undefined {
  const version = versions(folder).at(-1);
  if (version === undefined) return undefined;
  const kept = path.join(keptFolder(folder), String(version));
  for (const name of dataFiles(kept)) renameSync(path.join(kept, name), path.join(folder, `${name}.draft`));
  for (const name of dataFiles(folder)) if (!existsSync(path.join(folder, `${name}.draft`))) rmSync(path.join(folder, name));
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".csv.draft")))
    renameSync(path.join(folder, name), path.join(folder, name.replace(/\.draft$/, "")));
  rmSync(kept, { recursive: true });
  return version;
}
