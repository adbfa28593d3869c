// The rules of social insurance, changed in one place at a time: does a test notice? Works in a copy outside of the project; which
// tests are asked is said in mutation.config.ts, every change and what became of it in .data/mutation.json.
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Stryker } from "@stryker-mutator/core";

type Change = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

const LEAST_PERCENT = 90;

const rules = [
  "shared/{retirement,pension,contributions,resident-medical,unemployment,transfer}/**/*.ts",
  "shared/{duplicates,eligibility,reasons,limits,estimate,enrolment,registration,delegation,reminder}/**/*.ts",
  "shared/kernel/exact.ts",
  "shared/policy/{law,examine,published,parameter,units}.ts",
];

/** True when enough was noticed. `places`, as "shared/pension" or one file of it, narrow it down while one works on them. */
export async function proveMutation(places: readonly string[]): Promise<boolean> {
  const copy = path.join(tmpdir(), `mutation-${process.pid}`);
  try {
    return said(await new Stryker(optionsFor(places, copy)).runMutationTest());
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const optionsFor = (places: readonly string[], copy: string) => ({
  mutate: places.length > 0 ? places.map((place) => (place.endsWith(".ts") ? place : `${place}/**/*.ts`)) : rules,
  ignorePatterns: [
    "**",
    "!shared/**",
    "!functions/**",
    "!tests/**",
    "!scripts/**",
    "!web/**/*.ts",
    "!docs/handbook.md",
    "!package.json",
  ],
  testRunner: "vitest",
  vitest: { configFile: "scripts/prove/mutation.config.ts" },
  plugins: ["@stryker-mutator/vitest-runner", path.resolve(import.meta.dirname, "shapes.ts")],
  ignorers: ["shapes"],
  coverageAnalysis: "perTest" as const,
  // While one works on a place only what has changed is asked again. It does not see what changed elsewhere: the whole is asked anew.
  incremental: places.length > 0,
  incrementalFile: path.resolve(".data/mutation-asked.json"),
  concurrency: 2,
  timeoutMS: 60_000, // a busy machine must not pass for an endless loop, which counts as noticed
  disableTypeChecks: false,
  tempDirName: copy,
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, reportScoreTable: false },
  jsonReporter: { fileName: path.resolve(".data/mutation.json") },
  allowConsoleColors: false,
});

const NOTICED: readonly string[] = ["Killed", "Timeout"];
const UNNOTICED: readonly string[] = ["Survived", "NoCoverage"];

function said(results: readonly Change[]): boolean {
  const counted = results.filter(({ status }) => NOTICED.includes(status) || UNNOTICED.includes(status));
  const folders = Map.groupBy(counted, ({ fileName }) => path.relative("shared", path.dirname(fileName)));
  for (const [folder, changes] of [...folders].sort())
    console.log(`${folder.padEnd(18)} ${percent(changes)} of ${changes.length}`);
  console.log(
    `mutation: ${percent(counted)} of ${counted.length} changes to the rules were noticed, ${LEAST_PERCENT} % are asked`,
  );
  return share(counted) >= LEAST_PERCENT;
}

const share = (changes: readonly Change[]): number =>
  changes.length === 0 ? 0 : (100 * changes.filter(({ status }) => NOTICED.includes(status)).length) / changes.length;
const percent = (changes: readonly Change[]): string => `${share(changes).toFixed(1)} %`;
