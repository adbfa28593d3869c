// npm run feed, as an officer runs it, beside a running portal.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { numbered } from "../support/numbers.ts";
import { aPlace, root, run } from "../support/processes.ts";

const place = aPlace();
let portal: ChildProcess | undefined;
afterAll(async () => {
  if (portal && portal.exitCode === null) {
    const exit = once(portal, "exit");
    portal.kill("SIGTERM");
    await exit;
  }
  place.clear();
});
const env = { DATA_DIR: place.data, PORT: "0", DEMO_PEOPLE: "0", FEEDS: "" };

const feed = (...args: string[]) => run(["scripts/feed.ts", ...args], env);
const file = (name: string, text: string) => {
  const path = join(place.folder, name);
  writeFileSync(path, text);
  return path;
};
const someone = (nth: number) => numbered(`34046919060606${String(nth).padStart(3, "0")}`);
const rows = Array.from({ length: 30 }, (_, i) => `${someone(i + 1)},林晓禾,110,340403,201907-202610`);
const extract = ["AAC002,AAC003,AAE140,AAB301,AAE003", ...rows, "3.40469E+17,王小明,110,340403,", ",,,,"].join("\r\n");

test("without a running portal one line says how to start it", async () => {
  const { code, out, complaint } = await feed("insured", file("extract.csv", extract));
  expect([code, out, complaint]).toEqual([
    1,
    "",
    expect.stringMatching(/^No portal runs on the data folder .* "npm start"\.\n$/),
  ]);
});

test.each([
  { when: "nothing is named", args: [], says: /^npm run feed -- PARTNER FILE\.csv\n/ },
  { when: "the partner is unknown", args: ["police", "x.csv"], says: /^npm run feed -- PARTNER FILE\.csv\n/ },
  {
    when: "there is no such file",
    args: ["insured", "nowhere.csv"],
    says: /^nowhere\.csv: there is no such file, or it may not be read\.\n$/,
  },
])("when $when, it says so", async ({ args, says }) => {
  expect(await feed(...args)).toMatchObject({ code: 1, out: "", complaint: expect.stringMatching(says) });
});

test("beside a running portal a file comes in: progress, counts that add up, the rejected rows; the second time nothing changes", {
  timeout: 300_000,
}, async () => {
  portal = spawn(process.execPath, ["scripts/start.ts"], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  portal.stdout!.on("data", (data) => {
    said += data;
  });
  await expect.poll(() => said, { timeout: 120_000 }).toContain("Stop with Ctrl-C");

  const bad = await feed("insured", file("bad.csv", "AAC002,AAC003\n1,2\n"));
  expect(bad).toMatchObject({
    code: 1,
    out: "",
    complaint: expect.stringMatching(/^[^\n]*bad\.csv: .*AAE140 险种类型.* Nothing of it was taken\.\n$/),
  });

  const path = file("extract.csv", extract);
  const first = await feed("insured", path);
  expect([first.code, first.complaint]).toEqual([0, ""]);
  expect(first.out).toMatch(
    /100 % {2}31 of 31 rows, \d+ a second\nrows 31 {2}accepted 30 {2}rejected 1\ncreated 30 {2}changed 0 {2}unchanged 0\n/,
  );
  const where = /reason: (.*)\n/.exec(first.out)?.[1] ?? "";
  expect(readFileSync(where, "utf8")).toMatch(/^\uFEFF.*\r\n"32","社会保障号码 AAC002","号码已被 Excel 损坏/);

  const second = await feed("insured", path);
  expect(second.out).toMatch(/^The same file was handed in on \d{4}-\d\d-\d\d; it is read again\.\n/);
  expect(second.out).toMatch(/rows 31 {2}accepted 30 {2}rejected 1\ncreated 0 {2}changed 0 {2}unchanged 30\n/);
});
