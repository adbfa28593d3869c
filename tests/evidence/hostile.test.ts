import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookAt } from "../../functions/evidence/look-at.ts";
import { times } from "../support/times.ts";
import { hostileFiles } from "./hostile/files.ts";

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

/** Bytes changed, cut out, doubled or put in from somewhere else. */
const damage = fc.array(
  fc.record({ at: fc.nat(1000), length: fc.nat(12), bytes: fc.uint8Array({ maxLength: 12 }), twice: fc.boolean() }),
  { minLength: 1, maxLength: 4 },
);

test("whatever else is done to a file, there is an answer, and what is taken stays as it is", {
  timeout: times(60_000, 3_600_000),
}, async () => {
  const files = hostileFiles.filter(({ bytes }) => bytes.length > 0 && bytes.length < 5000);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), damage, async ({ bytes }, damages) => {
      const damaged = damages.reduce((whole, { at, length, bytes: other, twice }) => {
        const from = Math.floor((whole.length * at) / 1000);
        return Buffer.concat([whole.subarray(0, from), other, whole.subarray(twice ? from - (from % 40) : from + length)]);
      }, bytes);
      const looked = await lookAt(damaged);
      if (looked.ok) expect(await lookAt(looked.value.bytes)).toEqual(looked);
      else expect(looked.refusal).toMatch(/^evidence\./);
    }),
    { numRuns: times(1500, 500_000) },
  );
});
