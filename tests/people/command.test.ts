import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../support/processes.ts";

const folder = mkdtempSync(join(tmpdir(), "canbaotong-people-"));
afterAll(() => rmSync(folder, { recursive: true }));
const people = (...args: string[]) => run(["scripts/people.ts", ...args]);

test("npm run people writes an agency's extract and says that nobody in it lives", async () => {
  const out = join(folder, "extract.csv");
  const made = await people("40", "--out", out, "--today", "2026-11-22");
  expect(made).toMatchObject({
    code: 0,
    complaint: "",
    out: expect.stringMatching(/^40 people, \d+ rows: .*\nNone of them lives: /),
  });
  const [header, ...lines] = readFileSync(out, "utf8").trimEnd().split("\r\n");
  expect(header).toMatch(/^AAC058,AAC002,AAC003,/);
  expect(new Set(lines.map((line) => line.split(",")[1])).size).toBe(40);
});

test.each([
  { when: "no number is given", args: [] },
  { when: "it is no number", args: ["many"] },
  { when: "an option is unknown", args: ["10", "--fast"] },
  { when: "the day does not exist", args: ["10", "--today", "2026-02-30"] },
])("says how it is used when $when, and writes nothing", async ({ args }) => {
  const out = join(folder, "nothing.csv");
  expect(await people(...args, "--out", out)).toMatchObject({
    code: 1,
    out: "",
    complaint: expect.stringMatching(/^npm run people -- N .*\n$/),
  });
  expect(existsSync(out)).toBe(false);
});

test("says in one line that a file cannot be written", async () => {
  const { code, complaint } = await people("10", "--out", join(folder, "nowhere", "extract.csv"));
  expect([code, complaint.split("\n").length]).toEqual([1, 2]);
});
