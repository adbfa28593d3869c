// What `npm test` says at its end, of a report as vitest writes it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { beginning, outcomeIn } from "../../scripts/test-report.ts";

const folder = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fine = { name: "a.test.ts", status: "passed", message: "", assertionResults: [{ fullName: "one", status: "passed" }] };
const counted = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, success: true };
function reported(changes: object) {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify({ ...counted, testResults: [fine], ...changes }));
  return outcomeIn(file);
}

test("a counterexample of thousands of letters takes one line, and a long complaint no more than a screen", () => {
  const failureMessages = [`Property failed\nCounterexample: ["${"x".repeat(65_000)}"]${"\n    at somewhere".repeat(90)}`];
  const wrong = { ...fine, status: "failed", assertionResults: [{ fullName: "no bytes", status: "failed", failureMessages }] };
  const outcome = reported({ numFailedTests: 1, success: false, testResults: [fine, wrong] });

  expect(outcome).toMatchObject({ passed: 1, failed: 1 });
  const lines = outcome?.complaints.join("\n").split("\n") ?? [];
  expect(lines.slice(0, 2)).toEqual(["a.test.ts: no bytes", "    Property failed"]);
  expect(lines[2]).toMatch(/^ {4}Counterexample: \["x+ … \(65020 characters\)$/);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(340);
  expect(lines.length).toBeLessThan(30);
  expect(beginning("two\nlines")).toBe("    two\n    lines");
});

test.each([
  ["when a test was left out", { numPendingTests: 1 }, 1],
  ["when a file did not load", { success: false, testResults: [{ ...fine, status: "failed", message: "no such module" }] }, 1],
  ["when nothing ran", { numPassedTests: 0, testResults: [] }, 1],
  ["when all is well", {}, 0],
])("%s, it counts", (_, changes, failed) => {
  expect(reported(changes)?.failed).toBe(failed);
});

test("no report is no outcome", () => {
  expect(outcomeIn(join(folder, "none.json"))).toBeUndefined();
});
