import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bundleFunctions, describeBundles } from "../../scripts/bundle.ts";
import { unusedLines } from "../../scripts/not-on-lambda.ts";
import { topology } from "../../shared/topology.ts";
import { variableFor } from "../../shared/variable-for.ts";

const outdir = mkdtempSync(join(tmpdir(), "bundles-"));
afterAll(() => rmSync(outdir, { recursive: true }));
const bundles = await bundleFunctions(outdir);
const filesOf = (name: string) => readdirSync(join(outdir, name)).map((file) => join(outdir, name, file));

describe("the bundles", () => {
  test.each(bundles)("$name starts on a bare Node, finds its handler and needs nothing besides", ({ name }) => {
    const names = [...Object.keys(topology.tables), ...Object.keys(topology.queues), ...Object.keys(topology.buckets)];
    const env = Object.fromEntries(names.map((resource) => [variableFor(resource), `https://${resource}.example`]));
    const script = `import(${JSON.stringify(join(outdir, name, "index.mjs"))}).then((m) => console.log(typeof m.handler))`;
    const settings = {
      AWS_REGION: "cn-north-1",
      ORIGIN: "https://a.example",
      GATEWAY_URL: "https://b.example",
      CODES_PER_MINUTE: "600",
      STAFF_ISSUER: "https://c.example",
      STAFF_CLIENT_ID: "canbaotong",
    };
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], {
      cwd: tmpdir(),
      env: { ...env, ...settings },
      encoding: "utf8",
    });
    expect({ stdout: stdout.trim(), stderr: stderr.slice(-400) }).toEqual({ stdout: "function", stderr: "" }); // not the minified line
  });

  test("the API starts with no more than 300 kB, and every function with one file beside its entry", () => {
    expect(bundles.find(({ name }) => name === "api")?.start).toBeLessThanOrEqual(300_000);
    expect(bundles.filter(({ files }) => files > 2)).toEqual([]);
  });

  test("no function starts with a table of divisions", () => {
    expect(bundles.filter(({ name }) => name === "api").every(({ data }) => data > 50_000)).toBe(true);
    const atStart = bundles.flatMap(({ sources }) => sources.atStart);
    expect(atStart.filter((path) => path.includes("divisions/data/"))).toEqual([]);
    expect(bundles.every(({ name, sources }) => sources.atStart.includes(`functions/${name}.ts`))).toBe(true);
  });

  test("what only the local platform has is in none of them", () => {
    const own = bundles.flatMap(({ read }) => read);
    expect(own.filter((input) => /^(?:infra|scripts|web|tests)\//.test(input))).toEqual([]);
    for (const { name } of bundles)
      for (const file of filesOf(name)) expect(readFileSync(file, "utf8").includes("/outbox"), file).toBe(false);
  });

  test("each depends at run time on few packages, and all of them are named", () => {
    const known =
      /^(?:@aws-sdk\/|@smithy\/|@aws\/lambda-invoke-store$|hono$|valibot$|csv-parse$|csv-stringify$|openid-client$|oauth4webapi$|jose$)/;
    expect(bundles.flatMap(({ packages }) => packages).filter((name) => !known.test(name))).toEqual([]);
    expect(describeBundles(bundles).split("\n")).toHaveLength(bundles.length + 1);
  });

  test("every part of the SDK that we leave out is still where we leave it out", () => {
    expect(unusedLines(bundles.flatMap(({ read }) => read))).toEqual([]);
  });
});
