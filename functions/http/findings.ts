import type * as v from "valibot";
import { type Finding, finding } from "../../shared/kernel/rule.ts";

const SHOWN = 20;
const NAME_LENGTH = 60; // of a field; an unknown one may have any name

/** What valibot noticed, as findings: the first of each field, never what was typed. */
export function asFindings(issues: readonly v.BaseIssue<unknown>[]): Finding[] {
  const noticed = new Map<string, Finding>();
  for (const issue of issues) {
    const path = (issue.path ?? []).map(({ key }) => String(key).slice(0, NAME_LENGTH));
    const field = path.join("\n");
    if (!noticed.has(field)) noticed.set(field, finding(codeOf(issue), ...path));
    if (noticed.size === SHOWN) break;
  }
  return [...noticed.values()];
}

/** A form that was opened before it changed: nothing in it is wrong, and it has to be opened anew. Its contract says so. */
const OUTDATED = "form.outdated";

function codeOf({ expected, input, type, message, path }: v.BaseIssue<unknown>): string {
  if (expected === "never") return "field.unknown";
  if (input === undefined || input === "") return "field.missing";
  if (message === OUTDATED && path) return OUTDATED;
  return type === "max_length" ? "field.too-long" : "field.malformed";
}
