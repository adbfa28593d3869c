// One case: which of its keys are inputs, which are expected, and what came of it.
import * as v from "valibot";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { isObject, matches } from "./compare.ts";
import type { Runner } from "./section.ts";

const NEVER_COMPARED = ["name", "id", "why", "note", "basis", "conf", "text", "as_of", "input"];

/** What is wrong with it, a line each; nothing when it passes. */
export function runCase(given: unknown, run: Runner, defaultToday: PlainDate): string[] {
  if (!isObject(given)) return [`a case must be an object, not ${show(given)}`];
  const inputs = isObject(given["input"]) ? { ...given, ...given["input"] } : given;

  const day = v.safeParse(v.optional(PlainDate, defaultToday), inputs["as_of"]);
  if (!day.success) return [`as_of must be a date like 2026-11-22, not ${show(inputs["as_of"])}`];
  const read = v.safeParse(run.inputs, inputs);
  if (!read.success) return [complaint(read.issues[0])];

  const found = answerOf(run, inputs, day.output);
  if (typeof found === "string") return [found];
  return expectedOf(given, run)
    .filter(([key, expected]) => !Object.hasOwn(found, key) || !matches(key, expected, found[key], run.decimals))
    .map(
      ([key, expected]) =>
        `${key}: expected ${show(expected)}, found ${Object.hasOwn(found, key) ? show(found[key]) : "no such output"}`,
    );
}

/** A rule that throws fails its case, not the pack. */
function answerOf(run: Runner, inputs: unknown, today: PlainDate) {
  try {
    return run.answer(inputs, today);
  } catch (error) {
    return `the rule broke: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** `expect` may hold all outputs, or be one itself. */
function expectedOf(given: Record<string, unknown>, run: Runner): [string, unknown][] {
  const aside = new Set([...NEVER_COMPARED, ...Object.keys(run.inputs.entries), ...(run.described ?? [])]);
  return Object.entries(given)
    .filter(([key]) => !aside.has(key))
    .flatMap(([key, value]): [string, unknown][] =>
      key === "expect" && isObject(value)
        ? Object.entries(value).filter(([name]) => !NEVER_COMPARED.includes(name))
        : [[key, value]],
    );
}

function complaint(issue: v.BaseIssue<unknown>): string {
  const name = issue.path?.map(({ key }) => String(key)).join(".") ?? "case";
  if (issue.input === undefined) return `${name} is missing`;
  if (issue.type === "picklist") return `${name} ${show(issue.input)} is not known (${issue.expected?.replace(/[()"]/g, "")})`;
  return issue.type === "check" && issue.message.startsWith("is ")
    ? `${name} ${show(issue.input)} ${issue.message}`
    : `${name} cannot be ${show(issue.input)}`;
}

const show = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));
