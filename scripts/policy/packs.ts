// The conformance packs over parameters that are not loaded yet: what the new numbers would break.
import { globSync } from "node:fs";
import path from "node:path";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import type { Parameter } from "../../shared/policy/parameter.ts";
import { readPack, runPack } from "../vectors/pack.ts";
import { sectionsOver } from "../vectors/sections.ts";

export const PACKS_FOLDER = path.resolve(import.meta.dirname, "../../tests/packs");

/** Every miss with its pack, then the count. What no rule covers is not the parameters' doing. */
export function packMisses(parameters: readonly Parameter[], today: PlainDate, folder = PACKS_FOLDER): string[] {
  const sections = sectionsOver(parameters);
  const reports = globSync("*.json", { cwd: folder })
    .sort()
    .map((name) => {
      const read = readPack(path.join(folder, name));
      const report = "pack" in read ? runPack(read.pack, sections, today) : { lines: [read.refusal], passed: 0, failed: 1 };
      return {
        ...report,
        lines: report.lines.filter((line) => !line.startsWith("Not covered")).map((line) => `${name}: ${line}`),
      };
    });
  const sum = (of: "passed" | "failed") => reports.reduce((total, report) => total + report[of], 0);
  return [...reports.flatMap(({ lines }) => lines), `Packs with these numbers: ${sum("passed")} passed, ${sum("failed")} failed`];
}
