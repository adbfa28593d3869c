import { describe, expect, test } from "vitest";
import { allColumns, columnNames, readHeader } from "../../shared/insured/columns.ts";

const header = (line: string) => {
  const read = readHeader(line.split("|"));
  return read.ok ? read.value : read.refusal;
};

describe("the first line of an extract", () => {
  test.each([
    { when: "codes are used", line: "AAC002|AAC003|AAE140" },
    { when: "Chinese names are used", line: "社会保障号码|姓名|险种类型" },
    { when: "other names for the same are used", line: "公民身份号码|姓名|险种" },
    { when: "both are used", line: "社会保障号码(AAC002)|AAC003 姓名|险种类型【AAE140】" },
    { when: "letters are full width or small", line: "ＡＡＣ００２|aac003|AAE140" },
    { when: "there is a mark of byte order, blanks, quotes and stars in it", line: '\uFEFF"AAC002"| 姓 名 |*险种类型　' },
  ])("is understood when $when", ({ line }) => {
    expect(header(line)).toEqual(["AAC002", "AAC003", "AAE140"]);
  });

  test("may have its columns in any order, and others that nobody knows", () => {
    expect(header("备注|AAE140|AAB301|姓名||AAC002")).toEqual([null, "AAE140", "AAB301", "AAC003", null, "AAC002"]);
  });

  test.each([
    { when: "the insurance is not named", line: "AAC002|AAC003", problem: { code: "column-missing", columns: ["AAE140"] } },
    {
      when: "there is no header at all",
      line: "340469200201230022|冯佳怡|110",
      problem: { code: "column-missing", columns: ["AAC002", "AAC003", "AAE140"] },
    },
    {
      when: "a column comes twice under two names",
      line: "AAC002|身份证号|AAC003|AAE140",
      problem: { code: "column-twice", columns: ["AAC002"] },
    },
  ])("is refused when $when", ({ line, problem }) => {
    expect(header(line)).toEqual(problem);
  });

  test("never means two columns by one name", () => {
    const names = allColumns.flatMap((column) => [column, ...columnNames[column]]);
    expect(names).toHaveLength(new Set(names).size);
  });
});
