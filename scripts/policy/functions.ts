// Writes functions/data/policy.json, the numbers that functions read, and cards.json, the versions of the cards. `npm run policy -- load` and `-- undo` do it; who edits a CSV
// by hand runs this file. A test says so.
import { writeFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { stampCards } from "../../shared/policy/cards/cards.ts";
import { deploy, keysOfFunctions } from "../../shared/policy/deployed.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";
import { site } from "../../web/site.config.ts";
import { loadedPolicy } from "./files.ts";
import { versionOf } from "./publish.ts";

export const FUNCTIONS_FILE = path.resolve(import.meta.dirname, "../../functions/data/policy.json");

export function deployedText(parameters: readonly Parameter[]): string {
  const read = parameters.filter(({ key }) => keysOfFunctions.includes(key));
  return `${JSON.stringify(deploy(read, versionOf(read)), null, 1)}\n`;
}

/** `<card>: <version>`, of the cards as the site shows them: by it a ticket remembers which words and numbers it quoted. */
export const cardsText = (parameters: readonly Parameter[]): string => {
  const stamps = stampCards({ parameters, asOf: v.parse(PlainDate, site.checkedOn) });
  return `${JSON.stringify(Object.fromEntries(stamps.map(({ id, version }) => [id, version])), null, 1)}\n`;
};
export const cardsFileBeside = (file: string): string => path.join(path.dirname(file), "cards.json");

export function writeDeployed(parameters: readonly Parameter[], file: string): void {
  writeFileSync(file, deployedText(parameters));
  writeFileSync(cardsFileBeside(file), cardsText(parameters));
}

if (import.meta.main) {
  writeDeployed(loadedPolicy(), FUNCTIONS_FILE);
  console.log("functions/data/policy.json and cards.json written");
}
