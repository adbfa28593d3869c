import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const sources = (pattern: string) => globSync(pattern).filter((file) => !file.includes("node_modules"));
const importsOf = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from |import ?\(?)"([^"]+)"/g)].map(([, from]) => from!);
const importing = (pattern: string, module: RegExp) =>
  sources(pattern)
    .filter((file) => importsOf(file).some((from) => module.test(from)))
    .sort();
const mentioning = (pattern: string, words: RegExp) =>
  sources(pattern)
    .filter((file) => words.test(readFileSync(file, "utf8")))
    .sort();

test("shared is pure: valibot, itself and nothing else", () => {
  expect(sources("shared/**/*.ts").length).toBeGreaterThan(30);
  expect(importing("shared/**/*.ts", /^(?!valibot$|\.\.?\/(?!.*(functions|infra|web)\/))/)).toEqual([]);
});

test("shared has no clock and no chance of its own", () => {
  expect(
    mentioning("shared/**/*.ts", /\bDate\.now\(|new Date\(\)|Math\.random|crypto\.(randomUUID|getRandomValues)|process\./),
  ).toEqual([]);
});

test("no rule keeps an age, a rate, a fee or a legal limit to itself: they are parameters", () => {
  const kept = /\bconst (?:\w+_)?(?:AGES?|WORKING_DAYS|RATES?|FEES?|TIERS?|SUBSIDY)\b[^=\n]*= *[[\d"]/;
  expect(mentioning("{shared,functions}/**/*.ts", kept)).toEqual([]);
  expect("const REVIEW_WORKING_DAYS = 10").toMatch(kept);
});

test("the web knows shared, but neither functions nor infra", () => {
  expect(importing("web/**/*.{ts,astro}", /\/(functions|infra)\//)).toEqual([]);
});

test("infra knows functions by their path only", () => {
  expect(importing("infra/*.ts", /\/functions\//)).toEqual([]);
});

test("in the API nothing but openRecord and what finds a person or their children reads the register", () => {
  const mayRead = /^functions\/(api|record|find-person|find-children)\.ts$/;
  const reached = new Set<string>();
  const walk = (file: string) => {
    if (reached.has(file) || mayRead.test(file)) return;
    reached.add(file);
    for (const from of importsOf(file)) if (from.startsWith(".")) walk(join(file, from));
  };
  for (const route of sources("functions/{app.ts,routes/*.ts,http/*.ts,sessions/*.ts}")) walk(route);
  expect([...reached].filter((file) => /register\/register\.ts$/.test(file))).toEqual([]);
  expect(reached.size).toBeGreaterThan(30);
});

test("functions take the one small router: with the usual one the API starts with seven kilobytes more", () => {
  const usual = /import \{[^}]*\bHono\b[^}]*\} from "hono";/;
  expect(mentioning("functions/**/*.ts", usual)).toEqual([]);
  expect('import { type Context, Hono } from "hono";').toMatch(usual);
});

test("only the logger prints", () => {
  expect(mentioning("functions/**/*.ts", /\bconsole\./)).toEqual(["functions/log.ts"]);
});

test("only problem.ts knows status codes of refusals", () => {
  expect(mentioning("functions/{routes,http,sessions}/**/*.ts", /\b(?:40[0-9]|41[0-9]|42[0-9]|50[0-9])\b/)).toEqual([
    "functions/http/problem.ts",
  ]);
});

test("nobody scans behind a request or a queue", () => {
  expect(mentioning("functions/**/*.ts", /\bScanCommand|paginateScan/)).toEqual(["functions/desk/desk.ts"]); // the operator's command
  expect(mentioning("functions/**/*.ts", /\.open(?:Tasks|Work)\(/)).toEqual([]); // what scans there
});

test("the residents' API knows nothing of the desk", () => {
  expect(importing("functions/{routes,http,sessions}/*.ts", /\/desk\//)).toEqual([]);
});

function join(file: string, from: string) {
  const parts = file.split("/").slice(0, -1);
  for (const part of from.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
