// Writes functions/data/policy.json, the numbers that functions read. `npm run policy -- load` and `-- undo` do it; who edits a CSV
// by hand runs this file. A test says so.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { deploy, keysOfFunctions } from "../../shared/policy/deployed.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";
import { loadedPolicy } from "./files.ts";
import { versionOf } from "./publish.ts";

export const FUNCTIONS_FILE = path.resolve(import.meta.dirname, "../../functions/data/policy.json");

export function deployedText(parameters: readonly Parameter[]): string {
  const read = parameters.filter(({ key }) => keysOfFunctions.includes(key));
  return `${JSON.stringify(deploy(read, versionOf(read)), null, 1)}\n`;
}

export const writeDeployed = (parameters: readonly Parameter[], file: string): void =>
  writeFileSync(file, deployedText(parameters));

if (import.meta.main) {
  writeDeployed(loadedPolicy(), FUNCTIONS_FILE);
  console.log("functions/data/policy.json written");
}
