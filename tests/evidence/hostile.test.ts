import { describe, expect, test } from "vitest";
import { lookAt } from "../../functions/evidence/look-at.ts";
import { hostileFiles } from "./hostile.ts";

const SLOW_MS = 20_000; // on a loaded machine; alone the slowest takes less than a second

describe("a hostile file", () => {
  test("is one of two hundred, and no two are the same", () => {
    expect(hostileFiles.length).toBeGreaterThanOrEqual(200);
    expect(new Set(hostileFiles.map(({ when }) => when)).size).toBe(hostileFiles.length);
  });

  test.each(hostileFiles)("that is $when is refused with a word for it, or cleaned", { timeout: SLOW_MS }, async (hostile) => {
    const looked = await lookAt(hostile.bytes);

    if ("is" in hostile) return expect(looked).toEqual({ ok: false, refusal: hostile.is });
    if (!looked.ok) throw new Error(`refused: ${looked.refusal}`);
    const left = hostile.without.filter((secret) => looked.value.bytes.includes(secret));
    expect(left.map(String)).toEqual([]);
    expect(hostile.without.filter((secret) => !hostile.bytes.includes(secret))).toEqual([]);
    // What is clean stays as it is.
    expect(await lookAt(looked.value.bytes)).toEqual(looked);
  });
});
