// A page's script knows the units of the numbers that its rules ask for, and of no others.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue, isKey } from "../../shared/policy/keys.ts";
import { keysNobodyReads, withoutKeys } from "../../web/slice-keys.ts";

const file = path.resolve(import.meta.dirname, "../../shared/policy/keys.ts");
const all = Object.keys(catalogue).filter(isKey);
const kept = (code: string) =>
  all.filter((key) => !keysNobodyReads({ [file]: { code: "" }, "/rule.ts": { code } }).includes(key));

describe("the keys of a page", () => {
  test.each([
    {
      when: "a rule names one",
      code: `law.read({ days: "resident-medical.newborn-days" })`,
      keys: ["resident-medical.newborn-days"],
    },
    {
      when: "a rule makes them up of a group",
      code: "const wanted = (group) => `retirement.$" + "{group}.original-age`;",
      keys: ["retirement.m60.original-age", "retirement.f55.original-age", "retirement.f50.original-age"],
    },
    { when: "a text only looks like one", code: "fetch(`/policy/$" + "{region}.json`, `estimate:region`)", keys: [] },
  ])("are those that are read when $when", ({ code, keys }) => {
    expect(kept(code)).toEqual(keys);
  });

  test("are not looked for in a script without the catalogue", () => {
    expect(keysNobodyReads({ "/other.ts": { code: "" } })).toEqual([]);
  });

  test("can each be cut out, and nothing else goes", async () => {
    const code = await readFile(file, "utf8");
    const { handler } = withoutKeys(all).transform as { handler(code: string): string };

    expect(handler(code)).toBe(code.replace(/^ {2}"[\w.-]+": .*\n/gm, ""));
    expect(all.filter((key) => handler(code).includes(`"${key}"`))).toEqual([]);
  });
});
