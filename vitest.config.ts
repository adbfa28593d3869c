import { defineConfig } from "vitest/config";

const engine = ["tests/**/*.engine.test.ts", "tests/local/**/*.test.ts"];
const browser = ["tests/browser/**/*.test.ts"];
const shared = { environment: "node" as const, restoreMocks: true, unstubEnvs: true };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: "unit", include: ["tests/**/*.test.ts"], exclude: [...engine, ...browser] } },
      // Whole processes are started, killed and waited for.
      { test: { ...shared, name: "engine", include: engine, testTimeout: 30_000, hookTimeout: 30_000 } },
      // One Chromium at a time: two of them starve each other on two cores.
      {
        test: { ...shared, name: "browser", include: browser, testTimeout: 90_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
