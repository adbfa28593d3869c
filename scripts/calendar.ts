// The State Council's arrangement of holidays: `npm run calendar` shows what is loaded, `-- load FILE` loads a notice, `-- undo` takes
// the last one back. `-- seed` makes the first version from the package chinese-days.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { CalendarData } from "../shared/kernel/working-days.ts";
import { addNotice, differences } from "./calendar/add.ts";
import { readNotice } from "./calendar/notice.ts";
import { seedCalendar } from "./calendar/seed.ts";
import { givenFile } from "./given-file.ts";

export const CALENDAR_FILE = path.resolve(import.meta.dirname, "../shared/kernel/data/working-days.json");
const RECOUNTED =
  "Deploy it, or start the portal again: in its first minutes the clock counts every provisional day again (tasks, work, visits, " +
  "tickets, call-backs), and all days of transfers that run, and tells whoever has a transfer whose day moved, once.";
const USAGE = "Usage: npm run calendar [-- load FILE | -- undo]";

/** Lines to print; throws an Error with one line where it cannot be done. `file` is the calendar it works on. */
export function runCalendar([command, given, ...more]: string[], file = CALENDAR_FILE): string[] {
  if (more.length > 0) throw new Error(USAGE);
  if (command === undefined) return [loadedYears(read(file))];
  if (command === "load" && given !== undefined) return load(given, file);
  if (command === "undo" && given === undefined) return undo(file);
  if (command === "seed" && given === undefined) return seed(file);
  throw new Error(USAGE);
}

function load(given: string, file: string): string[] {
  const before = read(file);
  const after = addNotice(before, readNotice(givenFile(given)));
  const changes = differences(before, after);
  if (changes.length === 0) return ["Nothing changes: this notice is loaded already."];
  writeFileSync(keptAs(file, before.version), readFileSync(file));
  write(file, after);
  return [
    ...changes,
    `Version ${before.version} is kept as ${path.basename(keptAs(file, before.version))}. ${loadedYears(after)}`,
    RECOUNTED,
  ];
}

function seed(file: string): string[] {
  if (existsSync(file) && read(file).version > 1)
    throw new Error("Notices were loaded since; undo them before the calendar is seeded again.");
  write(file, seedCalendar());
  return [loadedYears(read(file))];
}

function undo(file: string): string[] {
  const after = read(file);
  const kept = keptAs(file, after.version - 1);
  if (!existsSync(kept)) throw new Error(`There is no earlier version beside ${path.basename(file)} to go back to.`);
  const before = read(kept);
  renameSync(kept, file);
  return [...differences(after, before), `Version ${before.version} again. ${loadedYears(before)}`];
}

const keptAs = (file: string, version: number) => file.replace(/\.json$/, `.${version}.json`);
const read = (file: string): CalendarData => v.parse(CalendarData, JSON.parse(readFileSync(file, "utf8")));

/** One year a line, written beside the old file first: a full disk leaves the old one whole. */
function write(file: string, { version, source, years }: CalendarData): void {
  const lines = Object.entries(years)
    .sort()
    .map(([year, arrangement]) => `    "${year}": ${JSON.stringify(arrangement)}`);
  const text = `{\n  "version": ${version},\n  "source": ${JSON.stringify(source)},\n  "years": {\n${lines.join(",\n")}\n  }\n}\n`;
  const draft = `${file}.draft`;
  writeFileSync(draft, text);
  try {
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function loadedYears({ version, years }: CalendarData): string {
  const loaded = Object.keys(years).sort();
  return `Working days are loaded from ${loaded[0]} to ${loaded.at(-1)} (version ${version}).`;
}

if (import.meta.main) {
  try {
    for (const line of runCalendar(process.argv.slice(2))) console.log(line);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
