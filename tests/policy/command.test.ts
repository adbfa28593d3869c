import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as v from "valibot";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { DATA_FOLDER, loadedPolicy } from "../../scripts/policy/files.ts";
import { runPolicy } from "../../scripts/policy.ts";
import { DeployedPolicy } from "../../shared/policy/deployed.ts";
import { columns } from "../../shared/policy/examine.ts";
import { today } from "../support/policy.ts";

const place = mkdtempSync(path.join(tmpdir(), "policy-"));
afterAll(() => rmSync(place, { recursive: true }));
const folder = path.join(place, "data");
const packs = path.join(place, "packs");
const functions = path.join(place, "functions.json");

beforeEach(() => {
  for (const one of [folder, packs]) rmSync(one, { recursive: true, force: true });
  cpSync(DATA_FOLDER, folder, { recursive: true });
  mkdirSync(packs);
  const fee = { coverage_year: 2026, individual_min: "400", gov_min: "700" };
  writeFileSync(path.join(packs, "fees.json"), JSON.stringify({ meta: { as_of_default: today }, resident_medical_fees: [fee] }));
});

const given = (...rows: string[]) => {
  const file = path.join(place, "given.csv");
  writeFileSync(file, [columns.join(","), ...rows].join("\n"));
  return file;
};
const headed = (header: string, ...rows: string[]) => {
  const file = path.join(place, "headed.csv");
  writeFileSync(file, [header, ...rows].join("\r\n"));
  return file;
};
async function run(args: string[], answer = true) {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const asked: string[] = [];
  const ask = async (question: string) => asked.push(question) > 0 && answer;
  const refusal = await runPolicy(args, { today, folder, functions, packs, say, ask }).then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { lines, asked, refusal };
}
const held = (key: string) => loadedPolicy(folder).filter((entry) => entry.key === key);
const files = () =>
  readdirSync(folder).map((name) => [name, name.endsWith(".csv") && readFileSync(path.join(folder, name), "utf8")]);

const FEE_2027 = "resident-medical.individual-minimum,national,2027-01-01,2027-12-31,420,yuan,医保发〔2026〕1号,,2026-11-22,high";
const BASIC_2027 = "resident-pension.national-basic,national,2027-01-01,,183,yuan,某通知,,2026-11-22,high";
const LIMIT_ANHUI = "limit.registration,340000,2027-01-01,,5,working-days,某省通知,,2026-11-22,medium";
const FLEXIBLE = "flexible-medical.rate,340400,2027-01-01,,0.08,rate,淮南市通知,,2026-11-22,medium";
const HUAINAN = "resident-pension.basic,340400,2026-01-01,,190,yuan,淮南市通知,https://example.gov.cn/1,2026-11-22,medium";

describe("load", () => {
  test("lays new entries over the old, closes what they follow, and says each change", async () => {
    const { lines, refusal } = await run(["load", given(FEE_2027, BASIC_2027, HUAINAN)]);
    expect(refusal).toBeUndefined();
    expect(lines.filter((line) => /^[+-] /.test(line))).toHaveLength(5);
    expect(held("resident-pension.national-basic").slice(-2)).toMatchObject([
      { from: "2026-01-01", to: "2026-12-31", value: "163" },
      { from: "2027-01-01", to: null, value: "183" },
    ]);
    expect(held("resident-pension.basic")).toMatchObject([{ region: "340400", value: "190" }]);
  });

  test("and undo bring what the functions read up to date", async () => {
    const limited = () => {
      const deployed = v.parse(DeployedPolicy, JSON.parse(readFileSync(functions, "utf8")));
      return Object.keys(deployed).filter((region) => JSON.stringify(deployed[region]).includes("limit.registration"));
    };
    await run(["load", given(LIMIT_ANHUI)]);
    expect(limited()).toEqual(["340000", "national"]);
    await run(["undo"]);
    expect(limited()).toEqual(["national"]);
  });

  test("of what is loaded changes nothing and keeps nothing", async () => {
    await run(["load", given(FEE_2027)]);
    const before = files();
    expect((await run(["load", given(FEE_2027)])).lines).toEqual(["Nothing changes: these entries are loaded already."]);
    expect(files()).toEqual(before);
  });

  test("shows what the packs would miss before it asks", async () => {
    const wrong = "resident-medical.individual-minimum,national,2026-01-01,2026-12-31,401,yuan,某通知,,2026-11-22,high";
    const before = files();
    const { lines, asked, refusal } = await run(["load", given(wrong)], false);
    expect(lines).toContain('fees.json: resident_medical_fees 1: individual_min: expected "400", found "401.00"');
    expect(lines.at(-1)).toBe("Packs with these numbers: 0 passed, 1 failed");
    expect(asked).toHaveLength(1);
    expect(refusal).toBe("Nothing was loaded.");
    expect(files()).toEqual(before);
  });

  test("does not ask who says --yes", async () => {
    expect(await run(["load", given(FEE_2027), "--yes"])).toMatchObject({ asked: [], refusal: undefined });
    expect(held("resident-medical.individual-minimum").at(-1)?.value).toBe("420");
  });

  test.each([
    {
      when: "a key is unknown",
      row: FEE_2027.replace("individual", "some"),
      says: "line 3, resident-medical.some-minimum: no rule knows this key",
    },
    {
      when: "a region is no place",
      row: FEE_2027.replace("national", "340499"),
      says: "line 3, resident-medical.individual-minimum: the region is neither national nor",
    },
    {
      when: "a rate is a percentage",
      row: FLEXIBLE.replace("0.08", "8"),
      says: "line 3, flexible-medical.rate: the value cannot",
    },
    { when: "a unit is wrong", row: FEE_2027.replace("yuan", "fen"), says: "the unit is not the one of this key" },
    { when: "a source is missing", row: FEE_2027.replace("医保发〔2026〕1号", ""), says: "source_doc is empty" },
    { when: "a day does not exist", row: FEE_2027.replace("2027-12-31", "2027-02-30"), says: "effective_to is no date" },
    { when: "a value is no number", row: FEE_2027.replace("420", "四百二"), says: "the value cannot be read in the unit" },
    {
      when: "it lies within a loaded one",
      row: FEE_2027.replaceAll("2027", "2026").replace("2026-01-01", "2026-03-01"),
      says: "line 3, resident-medical.individual-minimum: another entry",
    },
    { when: "it says the same day twice", row: BASIC_2027.replace("183", "184"), says: "another entry of the same key" },
  ])("takes nothing at all of a file in which $when", async ({ row, says }) => {
    const before = files();
    const { refusal, asked } = await run(["load", given(BASIC_2027, row)]);
    expect(refusal).toContain(says);
    expect(refusal?.split("\n").at(-1)).toBe("Nothing was loaded.");
    expect(asked).toEqual([]);
    expect(files()).toEqual(before);
  });

  test.each([
    { when: "is not there", file: () => path.join(place, "nowhere.csv"), says: "cannot be read: ENOENT" },
    {
      when: "lacks columns",
      file: () => {
        writeFileSync(path.join(place, "x.csv"), "key,value\na,1\n");
        return path.join(place, "x.csv");
      },
      says: "lacks the column region",
    },
    {
      when: "has a column twice",
      file: () => headed(`${columns.join(",")},value`, `${HUAINAN},200`),
      says: "has the column value twice",
    },
    {
      when: "has a column of somebody's own",
      file: () => headed(`${columns.join(",")},remark`, `${HUAINAN},mine`),
      says: "has a column that nothing is known of, remark",
    },
    {
      when: "has semicolons between",
      file: () => headed(columns.join(";"), HUAINAN.replaceAll(",", ";")),
      says: "with commas between",
    },
    { when: "holds nothing", file: () => given(), says: "holds no entries" },
    { when: "has a row that is too short", file: () => given("resident-pension.basic,340400"), says: "is no CSV" },
  ])("says in one line that a file $when", async ({ file, says }) => {
    expect((await run(["load", file()])).refusal).toContain(says);
  });
});

test.each([
  { when: "a spreadsheet puts every cell into quotes", mark: "", quote: '"' },
  { when: "a spreadsheet marks the file as UTF-8", mark: "\uFEFF", quote: "" },
])("a file is read as it is meant when $when", async ({ mark, quote }) => {
  const quoted = (line: string) =>
    line
      .split(",")
      .map((cell) => quote + cell + quote)
      .join(",");
  const file = headed(mark + quoted(columns.join(",")), quoted(FLEXIBLE), "");
  expect((await run(["load", file])).refusal).toBeUndefined();
  expect(held("flexible-medical.rate").find(({ region }) => region === "340400")).toMatchObject({ value: "0.08" });
});

describe("undo", () => {
  test("brings back what was there, one load after the other", async () => {
    const before = files();
    await run(["load", given(FEE_2027)]);
    const between = held("resident-medical.individual-minimum");
    await run(["load", given(HUAINAN)]);
    await run(["undo"]);
    expect(held("resident-pension.basic")).toEqual([]);
    expect(held("resident-medical.individual-minimum")).toEqual(between);
    expect((await run(["undo"])).lines.at(-1)).toBe("The version from before load 1 is back.");
    rmSync(path.join(folder, "kept"), { recursive: true });
    expect(files()).toEqual(before);
  });

  test("has nothing to go back to before anything was loaded", async () => {
    expect((await run(["undo"])).refusal).toBe("There is no earlier version to go back to.");
  });
});

describe("check", () => {
  test("lists what has ended, what ends soon, what is old and what is unsure", async () => {
    await run(["load", given(HUAINAN.replace("2026-11-22", "2025-11-21"))]);
    const { lines } = await run(["check"]);
    expect(lines).toContain("  unemployment.employer-rate, national, 0.005: ended on 2025-12-31");
    expect(lines).toContain("  resident-medical.individual-minimum, national, 400: ends on 2026-12-31, in 39 days");
    expect(lines).toContain("  resident-pension.basic, 340400, 190: verified on 2025-11-21");
    expect(lines).toContain("  resident-pension.highest-tier, 340000, 6000: source: 安徽通行说法，未见文件");
    expect(lines.join("\n")).not.toContain("resident-medical.government-minimum, national, 700");
    expect(lines).toContain("  flexible-medical.rate, 440100, 0.08: ends on 2026-12-31, in 39 days");
    expect(lines.filter((line) => line.startsWith("  ")).length).toBe(Number.parseInt(lines.at(-1)!, 10));
    expect(lines.at(-1)).toMatch(/^16 to look at, of \d+ entries\.$/);
  });

  test("no longer lists a number once its successor is loaded", async () => {
    await run(["load", given(FEE_2027)]);
    expect((await run(["check"])).lines.join("\n")).not.toContain("resident-medical.individual-minimum");
  });
});

test.each([[[]], [["load"]], [["load", "a.csv", "--no"]], [["check", "x"]], [["undo", "2"]]])(
  "%j is answered with how it is used",
  async (args) => {
    expect((await run(args)).refusal).toMatch(/^Usage: /);
  },
);
