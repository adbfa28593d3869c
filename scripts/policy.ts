// The numbers of policy: `npm run policy -- check` lists what needs a look, `-- load FILE.csv [--yes]` lays new entries over the
// loaded ones after trying the conformance packs, `-- undo` takes the last load back.
import { createInterface } from "node:readline/promises";
import { loadDivisions } from "../shared/divisions/divisions.ts";
import { dateOf, instantAt, type PlainDate } from "../shared/kernel/calendar.ts";
import { examineRows } from "../shared/policy/examine.ts";
import type { Parameter } from "../shared/policy/parameter.ts";
import { givenFile } from "./given-file.ts";
import { worries } from "./policy/check.ts";
import { DATA_FOLDER, loadedPolicy, readRows, said } from "./policy/files.ts";
import { FUNCTIONS_FILE, writeDeployed } from "./policy/functions.ts";
import { differences, layOver } from "./policy/lay-over.ts";
import { PACKS_FOLDER, packMisses } from "./policy/packs.ts";
import { undoLast, writePolicy } from "./policy/store.ts";

const USAGE = "Usage: npm run policy -- check | load FILE.csv [--yes] | undo";

/** `ask` answers whether to go on; `say` prints a line. `functions`: the file of what the functions read. */
type Desk = {
  today: PlainDate;
  folder: string;
  functions: string;
  packs: string;
  say: (line: string) => void;
  ask: (question: string) => Promise<boolean>;
};

/** Throws an Error, whose lines say why, where it cannot be done; then nothing has changed. */
export async function runPolicy([command, ...given]: string[], desk: Desk): Promise<void> {
  const [file, ...options] = given;
  if (command === "check" && given.length === 0) return check(desk);
  if (command === "undo" && given.length === 0) return undo(desk);
  const yes = options.length === 1 && options[0] === "--yes";
  if (command === "load" && file !== undefined && (yes || options.length === 0))
    return load(givenFile(file), yes ? { ...desk, ask: async () => true } : desk);
  throw new Error(USAGE);
}

function check({ today, folder, say }: Desk): void {
  const loaded = loadedPolicy(folder);
  const lines = worries(loaded, today);
  for (const line of lines) say(line);
  say(`${lines.filter((line) => line.startsWith("  ")).length} to look at, of ${loaded.length} entries.`);
}

async function load(file: string, { today, folder, functions, packs, say, ask }: Desk): Promise<void> {
  const before = loadedPolicy(folder);
  const { divisionName } = await loadDivisions();
  const after = laidOver(before, file, { today, isDivision: (code) => divisionName(code) !== undefined });
  const changes = differences(before, after);
  if (changes.length === 0) return say("Nothing changes: these entries are loaded already.");
  for (const line of [...changes, ...packMisses(after, today, packs)]) say(line);
  if (!(await ask("Load them? [y/N] "))) throw new Error("Nothing was loaded.");
  const version = writePolicy(after, folder);
  writeDeployed(loadedPolicy(folder), functions);
  say(`Loaded. This is load ${version}; npm run policy -- undo takes it back.`);
}

type Known = { today: PlainDate; isDivision: (code: string) => boolean };

function laidOver(before: readonly Parameter[], file: string, { today, isDivision }: Known): Parameter[] {
  const rows = readRows(file);
  if (rows.length === 0) throw new Error(`${file} holds no entries. Nothing was loaded.`);
  const refusal = (complaints: readonly Parameters<typeof said>[0][]) =>
    new Error([...complaints.map((complaint) => `${file}, ${said(complaint)}`), "Nothing was loaded."].join("\n"));
  const added = examineRows(rows, today, isDivision);
  if (!added.ok) throw refusal(added.refusal);
  const after = layOver(before, added.value);
  if (after.ok) return after.value;
  const clashing = after.refusal.map((index) => rows[index]!);
  throw refusal(clashing.map(({ line, cells }) => ({ line, key: cells.key, code: "policy.validity-overlaps" })));
}

function undo({ folder, functions, say }: Desk): void {
  const before = loadedPolicy(folder);
  const version = undoLast(folder);
  if (version === undefined) throw new Error("There is no earlier version to go back to.");
  writeDeployed(loadedPolicy(folder), functions);
  for (const line of differences(before, loadedPolicy(folder))) say(line);
  say(`The version from before load ${version} is back.`);
}

async function askHere(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error("Nothing was loaded: nobody is here to be asked. Say --yes to load without.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}

if (import.meta.main) {
  const here = { today: dateOf(instantAt(Date.now())), folder: DATA_FOLDER, functions: FUNCTIONS_FILE, packs: PACKS_FOLDER };
  try {
    await runPolicy(process.argv.slice(2), { ...here, say: (line) => console.log(line), ask: askHere });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
