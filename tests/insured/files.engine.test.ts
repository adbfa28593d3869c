import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { RejectedRow } from "../../functions/feeds/chunk.ts";
import { writeRejected } from "../../scripts/feed/rejected-file.ts";
import { wordsFor } from "../../scripts/feed/words.ts";
import { encodeGb18030 } from "../../scripts/people/gb18030.ts";
import { numbered } from "../support/numbers.ts";
import { times } from "../support/times.ts";
import { withMill } from "./mill.ts";

const mill = withMill();

const HEADER = "AAC002,AAC003,AAE140";
const someone = (nth: number) => numbered(`34046919030303${String(nth).padStart(3, "0")}`);
const row = (nth = 1) => `${someone(nth)},林晓禾,110`;

describe("a file is refused as a whole, with one message and nothing sent,", () => {
  test.each<{ when: string; bytes: Uint8Array | string; code: string; partner?: string }>([
    { when: "it is empty", bytes: "", code: "empty" },
    { when: "there is nothing but blanks in it", bytes: "\uFEFF \r\n \n", code: "empty" },
    { when: "there is no row below the header", bytes: `${HEADER}\r\n`, code: "no-rows" },
    { when: "rows are blank", bytes: `${HEADER}\n,,\n , ,\n`, code: "no-rows" },
    { when: "a column is missing", bytes: "AAC002,AAE140\n1,2\n", code: "column-missing" },
    { when: "a column comes twice", bytes: `${HEADER},身份证号\n${row()},1\n`, code: "column-twice" },
    { when: "it is a workbook", bytes: Buffer.from("PK\u0003\u0004xl/workbook.xml"), code: "xlsx" },
    { when: "it is an old workbook", bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 1]), code: "xls" },
    { when: "it is UTF-16", bytes: Buffer.from(`\uFEFF${HEADER}\n${row()}\n`, "utf16le"), code: "utf-16" },
    { when: "it is a picture", bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0]), code: "binary" },
    {
      when: "it is UTF-8 that breaks off in a character",
      bytes: Buffer.from(`\uFEFF${HEADER}\n${row()}林`).subarray(0, -1),
      code: "wrong-encoding",
    },
    {
      when: "it is put together from two encodings",
      bytes: Buffer.concat([Buffer.from(`${HEADER}\n${row()}\n`), Buffer.from([0xff, 0x0a])]),
      code: "wrong-encoding",
    },
    {
      when: "a quotation mark stays open",
      bytes: `${HEADER}\n${row(1)}\n${someone(2)},"林,110\n${row(3)}\n`,
      code: "quote-open",
    },
    { when: "a row has no end", bytes: `${HEADER}\n${row()}${"x".repeat(1_100_000)}\n`, code: "row-too-long" },
    { when: "nobody knows its sender", bytes: `${HEADER}\n${row()}\n`, code: "unknown-partner", partner: "insured-abc" },
  ])("when $when", async ({ bytes, code, partner }) => {
    const receipt = await mill.look(bytes, partner);
    expect(receipt).toMatchObject({ state: "refused", problem: { code } });
    expect(receipt?.state === "refused" && wordsFor(receipt.problem)).toMatch(/^[^\n]{10,200}$/);
    expect([mill.waiting.comparisons, mill.waiting.deltas]).toEqual([[], []]);
  });

  test("and says in which line a mark was left open", async () => {
    const receipt = await mill.look(`${HEADER}\n${row(1)}\n${row(2)}\n${someone(3)},"林,110\n${row(4)}\n`);
    expect(receipt).toMatchObject({ problem: { code: "quote-open", line: 4 } });
  });
});

describe("a file is taken", () => {
  test.each<{ when: string; bytes: Uint8Array | string }>([
    { when: "it is UTF-8", bytes: `${HEADER}\n${row()}\n` },
    { when: "it is UTF-8 with a mark in front", bytes: `\uFEFF${HEADER}\r\n${row()}\r\n` },
    { when: "it is GB18030, with characters of four bytes", bytes: encodeGb18030(`${HEADER}\r\n${someone(1)},林䶮𬱖,110\r\n`) },
    { when: "it is GB18030 with a mark in front", bytes: encodeGb18030(`\uFEFF${HEADER}\r\n${row()}\r\n`) },
    { when: "its cells are parted by semicolons", bytes: `${HEADER};${row()}`.replaceAll(",", ";").replace(";3", "\n3") },
    { when: "its cells are parted by tabs", bytes: `${HEADER}\n${row()}`.replaceAll(",", "\t") },
    { when: "its last line has no end", bytes: `${HEADER}\n${row()}` },
    { when: "Excel left empty rows and cells behind", bytes: `${HEADER},,\n${row()},,\n,,,,\n,,,,\n` },
  ])("when $when", async ({ bytes }) => {
    expect(await mill.feed(bytes)).toMatchObject({ rows: 1, accepted: 1, rejected: [] });
  });
});

describe("Excel's damage", () => {
  const right = Array.from({ length: 28 }, (_, i) => numbered(`340469190304${String(i + 1).padStart(2, "0")}000`)).find(
    (number) => number.endsWith("0000"),
  )!;
  const others = Array.from({ length: 99 }, (_, i) => row(i + 100)).join("\n");

  test("is not seen in one right number among a hundred that happens to end in zeroes", async () => {
    expect((await mill.feed(`${HEADER}\n${others}\n${right},林晓禾,110`)).rejected).toEqual([]);
  });

  test("is seen in it where others are damaged beyond doubt", async () => {
    const damaged = Array.from({ length: 5 }, () => "340469190304010000,林晓禾,110\n3.40469E+17,林晓禾,110").join("\n");
    const { rejected } = await mill.feed(`${HEADER}\n${damaged}\n${right},林晓禾,110\n${others}`);
    expect(rejected.map(({ reasons }) => reasons[0]?.code)).toEqual(Array(11).fill("number-EXCEL_DAMAGED"));
  });
});

const bad = fc.constantFrom(
  "3.40422E+17",
  "340422190302070000",
  "34042219030207013X",
  "abc",
  "",
  "=1+1",
  '"',
  "　",
  "1,2",
  "x\ny",
  "9".repeat(5000),
);
const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 900 }).map(someone) },
  { weight: 1, arbitrary: fc.constant("340469650101123") },
  { weight: 2, arbitrary: bad },
);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("林晓禾", "阿迪力·买买提", "张𬱖䶮", "丽", 'O"Neil', "李,四") },
  { weight: 1, arbitrary: bad },
);
const scheme = fc.oneof({ weight: 4, arbitrary: fc.constantFrom("110", "390", "", " 310 ") }, { weight: 1, arbitrary: bad });
const line = fc.tuple(number, name, scheme, fc.constantFrom("", "备注", "a\r\nb"));
const written = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  ends: fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 1, maxLength: 4 }),
  mark: fc.boolean(),
  encoding: fc.constantFrom("utf8", "gb18030"),
  alwaysQuoted: fc.boolean(),
});
const quoted = (cell: string, always: boolean) => (always || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const adds = async (bytes: Uint8Array) => {
  const receipt = await mill.look(bytes);
  mill.waiting.deltas.length = 0;
  if (receipt?.state !== "taken") return { state: receipt?.state, rows: 0, rejected: [] as RejectedRow[] };
  const { rows, accepted, rejected } = await mill.outcome(receipt.feed, receipt.chunks);
  expect([rows, accepted + rejected.length]).toEqual([receipt.rows, receipt.rows]);
  for (const { line: at, reasons } of rejected) {
    expect(at).toBeGreaterThan(1);
    for (const { column, code } of reasons)
      expect([column, code]).toEqual([expect.stringMatching(/^AA[A-Z]\d{3}/), expect.stringMatching(/.{5,}/)]);
    expect(reasons.length).toBeGreaterThan(0);
  }
  return { state: receipt.state, rows, rejected };
};

describe("of hundreds of files of every kind", () => {
  test(
    "each has all of its rows accepted or rejected, each rejection with line, column and reason",
    async () => {
      await fc.assert(
        fc.asyncProperty(written, async ({ lines, ends, mark, encoding, alwaysQuoted }) => {
          const texts = [["AAC002", "AAC003", "AAE140", "备注"], ...lines].map((cells) =>
            cells.map((cell) => quoted(cell, alwaysQuoted)).join(","),
          );
          const text = (mark ? "\uFEFF" : "") + texts.map((each, i) => each + ends[i % ends.length]).join("");
          const blank = lines.filter((cells) => cells.every((cell) => cell.trim() === "")).length;
          const { state, rows } = await adds(encoding === "utf8" ? Buffer.from(text) : encodeGb18030(text));
          expect([state, rows]).toEqual(lines.length === blank ? ["refused", 0] : ["taken", lines.length - blank]);
        }),
        { numRuns: times(200, 20_000) },
      );
    },
    times(120_000, 24 * 3_600_000),
  );

  test(
    "none is too strange to be refused or to add up",
    async () => {
      const piece = fc.oneof(
        fc.constantFrom(HEADER, row(1), row(2), "\n", "\r\n", '"', ",", "\uFEFF", "林", "\t"),
        fc.string({ unit: "binary", maxLength: 20 }),
      );
      const noise = fc.uint8Array({ maxLength: 30 });
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { maxLength: 12 }), noise, fc.boolean(), async (pieces, bytes, header) => {
          await adds(Buffer.concat([Buffer.from(header ? `${HEADER}\n${row(1)}\n` : ""), Buffer.from(pieces.join("")), bytes]));
        }),
        { numRuns: times(100, 20_000) },
      );
    },
    times(120_000, 24 * 3_600_000),
  );
});

describe("the file of rejected rows", () => {
  const folder = mkdtempSync(join(tmpdir(), "canbaotong-rejected-"));
  const file = join(folder, "rejected.csv");
  afterAll(() => rmSync(folder, { recursive: true }));

  test("opens in Excel, keeps numbers as text and formulas asleep, and can be put right and handed in again", async () => {
    const given = `${HEADER},备注\n${row(700)},\n340469190303031234,王小明,110,=cmd|'/c calc'!A1\n${someone(701)},,999,"a ""b"""\n`;
    const fed = await mill.feed(given);
    expect(fed.rejected.map(({ line: at, reasons }) => [at, ...reasons.map(({ column }) => column)])).toEqual([
      [3, "AAC002"],
      [4, "AAC003", "AAE140"],
    ]);
    const header = fed.receipt?.state === "taken" ? fed.receipt.header : [];
    await writeRejected(
      file,
      header,
      (async function* () {
        yield* fed.rejected;
      })(),
    );
    const text = readFileSync(file, "utf8");
    expect(text.split("\r\n")).toEqual([
      '\uFEFF"行号","有误的栏目","原因","AAC002","AAC003","AAE140","备注"',
      `"3","社会保障号码 AAC002","社会保障号码有误：最后一位校验码不符","\t340469190303031234","王小明","110","'=cmd|'/c calc'!A1"`,
      `"4","姓名 AAC003；险种类型 AAE140","没有填写姓名；没有这个险种代码","\t${someone(701)}","","999","a ""b"""`,
      "",
    ]);

    const corrected = text.replace("\t340469190303031234", `\t${someone(702)}`).replace('"","999"', '"李四","110"');
    expect(await mill.feed(corrected)).toMatchObject({ rows: 2, accepted: 2, counts: { created: 2 } });
  });
});
