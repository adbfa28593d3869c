// A pack: `meta` and any number of sections, each a list of cases or an object that holds such lists.
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { runCase } from "./case.ts";
import { isObject } from "./compare.ts";
import type { Runner, Section } from "./section.ts";

const Meta = v.object({ as_of_default: v.nullish(PlainDate) });

export type Report = { lines: string[]; passed: number; failed: number };

/** Reads the file; a refusal is one line that says what is wrong with it. */
export function readPack(file: string): { pack: Record<string, unknown> } | { refusal: string } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
    if (text.trim() === "") return { refusal: `${file} is empty.` };
    const pack: unknown = JSON.parse(text);
    return isObject(pack) ? { pack } : { refusal: `${file} is no pack: it holds no object with sections.` };
  } catch (error) {
    if (error instanceof SyntaxError) return { refusal: `${file} is not JSON: ${error.message}` };
    if (error instanceof TypeError) return { refusal: `${file} is not UTF-8 text.` };
    return { refusal: `${file} cannot be read: ${error instanceof Error && "code" in error ? error.code : "unknown reason"}.` };
  }
}

/** Runs what the sections cover. `today` stands in where neither the case nor `meta` says a day. */
export function runPack(pack: Record<string, unknown>, sections: ReadonlyMap<string, Section>, today: PlainDate): Report {
  const { meta, ...rest } = pack;
  const covered = Object.entries(rest).filter(([name]) => sections.has(name));
  if (meta === undefined && covered.length === 0)
    return refusal("This is no pack: it has neither meta nor a section that is known.");
  const said = v.safeParse(Meta, meta ?? {});
  if (!said.success) return refusal("This is no pack: meta must be an object, and its as_of_default a date like 2026-11-22.");

  const uncovered = Object.keys(rest).filter((name) => !sections.has(name));
  const report: Report = { lines: uncovered.length ? [`Not covered yet: ${uncovered.join(", ")}`] : [], passed: 0, failed: 0 };
  for (const [name, content] of covered) {
    const section = sections.get(name);
    if (section) runSection(name, content, section, said.output.as_of_default ?? today, report);
  }
  return report;
}

const refusal = (line: string): Report => ({ lines: [line], passed: 0, failed: 1 });

function runSection(name: string, content: unknown, section: Section, today: PlainDate, report: Report): void {
  const lists = isObject(content) ? content : { cases: content };
  for (const [list, run] of Object.entries(section)) {
    const cases = lists[list] ?? (isObject(content) ? run.casesOf?.(content) : undefined);
    const where = list === "cases" ? name : `${name}.${list}`;
    if (Array.isArray(cases)) runCases(where, cases, run, today, report);
    else if (list === "cases" || cases !== undefined) {
      report.lines.push(`${where}: must be a list of cases, or an object with one`);
      report.failed += 1;
    }
  }
}

function runCases(where: string, cases: readonly unknown[], run: Runner, today: PlainDate, report: Report): void {
  for (const [index, given] of cases.entries()) {
    const misses = runCase(given, run, today);
    report.lines.push(...misses.map((miss) => `${where} ${index + 1}: ${miss}`));
    report[misses.length > 0 ? "failed" : "passed"] += 1;
  }
}
