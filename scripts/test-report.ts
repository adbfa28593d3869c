// What vitest says of a lot, in few words: how many tests of which outcome, and what failed.
import { readFileSync } from "node:fs";
import * as v from "valibot";

const LINES = 25;
const LINE = 300; // characters: a counterexample may have thousands

const Tried = v.object({ fullName: v.string(), status: v.string(), failureMessages: v.nullish(v.array(v.string()), []) });
const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  success: v.boolean(),
  testResults: v.array(v.object({ name: v.string(), status: v.string(), message: v.string(), assertionResults: v.array(Tried) })),
});

/** `leftOut` is a failure as well, and so is that nothing ran or that a file did not load. */
export type Outcome = { passed: number; failed: number; leftOut: number; complaints: string[] };

/** Undefined: there is no report. */
export function outcomeIn(file: string): Outcome | undefined {
  const report = v.safeParse(Report, jsonIn(file));
  if (!report.success) return undefined;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success, testResults } = report.output;
  const leftOut = numPendingTests + numTodoTests;
  const nothingRan = numPassedTests === 0 || (!success && numFailedTests === 0); // a file that does not load has no tests to fail
  const complaints = testResults.flatMap(({ name, status, message, assertionResults }) => [
    ...(status === "failed" && message !== "" ? [`${name}:\n${beginning(message)}`] : []),
    ...assertionResults
      .filter((each) => each.status === "failed")
      .map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${beginning(failureMessages.join("\n"))}`),
  ]);
  return { passed: numPassedTests, failed: numFailedTests + leftOut + (nothingRan ? 1 : 0), leftOut, complaints };
}

/** The first lines, none of them longer than a screen has room for. */
export function beginning(words: string): string {
  const lines = words.split("\n").slice(0, LINES);
  return lines.map((line) => `    ${short(line)}`).join("\n");
}

/** One line that fits: its beginning, and how much of it there was. */
export const short = (line: string): string =>
  line.length > LINE ? `${line.slice(0, LINE)} … (${line.length} characters)` : line;

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
