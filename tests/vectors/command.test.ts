import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "packs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const root = path.resolve(import.meta.dirname, "../..");
const vectors = (...args: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/vectors.ts", ...args], { cwd: root, encoding: "utf8" });
  return { status, lines: stdout.trimEnd().split("\n") };
};
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};

describe("npm run vectors", () => {
  test("ends with the count, and well when nothing was missed", () => {
    const { status, lines } = vectors("tests/packs/vectors.json");
    expect(lines.at(-1)).toBe("234 passed, 0 failed");
    expect(status).toBe(0);
  });

  test("ends with the count, and badly when something was", () => {
    const { status, lines } = vectors(
      file("miss.json", '\uFEFF{"meta":{},"masking":[{"kind":"name","value":"王","masked":"王"}]}'),
    );
    expect(lines).toEqual(['masking 1: masked: expected "王", found "*"', "0 passed, 1 failed"]);
    expect(status).toBe(1);
  });

  test.each([
    { what: "is not there", given: () => path.join(folder, "nowhere.json"), says: "cannot be read: ENOENT" },
    { what: "is a folder", given: () => folder, says: "cannot be read: EISDIR" },
    { what: "is empty", given: () => file("empty.json", " \n"), says: "is empty" },
    { what: "is no JSON", given: () => file("half.json", '{"meta":'), says: "is not JSON" },
    { what: "is no text", given: () => file("binary.json", new Uint8Array([0xff, 0xfe, 0x00])), says: "is not UTF-8 text" },
    { what: "is a list", given: () => file("list.json", "[]"), says: "is no pack" },
    { what: "is null", given: () => file("null.json", "null"), says: "is no pack" },
  ])("says in one line that a file $what, and counts it as failed", ({ given, says }) => {
    const { status, lines } = vectors(given());
    expect(lines).toEqual([expect.stringContaining(says), "0 passed, 1 failed"]);
    expect(status).toBe(1);
  });
});
