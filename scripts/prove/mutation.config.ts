// The tests that hold the rules, and nothing that starts a process; chance draws the same each time, so that the figure stays.
import { defineConfig } from "vitest/config";

const slices = [
  ...["retirement", "pension", "contributions", "resident-medical", "unemployment", "eligibility", "reasons", "estimate"],
  ...["enrolment", "registration", "transfer", "transfer-page", "duplicate", "duplicates", "delegation", "reminder"],
];

export default defineConfig({
  test: {
    environment: "node",
    restoreMocks: true,
    testTimeout: 60_000, // before anything is changed: a busy machine is no failure
    include: ["tests/clock/superior.test.ts", `tests/{${slices.join(",")},policy,vectors,kernel}/**/*.test.ts`],
    exclude: ["tests/**/*.engine.test.ts", "tests/{policy,vectors}/command.test.ts"],
    setupFiles: ["scripts/prove/same-chance.ts"],
  },
});
