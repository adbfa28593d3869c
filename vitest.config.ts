import { defineConfig } from "vitest/config";

const engine = ["tests/**/*.engine.test.ts", "tests/local/**/*.test.ts"];
const browser = ["tests/browser/**/*.test.ts"];
// Patience for a machine on which much else runs: who waits for something waits as long as it takes, not as long as it should.
const shared = {
  environment: "node" as const,
  restoreMocks: true,
  unstubEnvs: true,
  expect: { poll: { timeout: 15_000 } },
};
/** Files that share a process, and nothing of ours in it. */
const together = { isolate: false, setupFiles: "tests/support/anew.ts" };

// One kind after the other: what starts whole processes or a browser must not wait for processors that others use.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          isolate: false, // they keep nothing between them, and need not load everything again for each
          include: ["tests/**/*.test.ts"],
          exclude: [...engine, ...browser],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          ...together,
          name: "engine",
          include: engine,
          testTimeout: 60_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          ...together,
          name: "browser",
          include: browser,
          testTimeout: 90_000,
          hookTimeout: 180_000,
          maxWorkers: 1, // two Chromiums starve each other on two cores
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
