import fc from "fast-check";
import { describe, expect, test } from "vitest";
import current from "../../shared/divisions/data/current.json" with { type: "json" };
import { openAddresses } from "../../shared/insured/addresses.ts";
import type { Cells } from "../../shared/insured/cells.ts";
import { allColumns } from "../../shared/insured/columns.ts";
import { readInsuredRow } from "../../shared/insured/row.ts";
import { numbered } from "../support/numbers.ts";
import { aRow, context, rejectionsOf, someCells } from "./build.ts";

const locate = openAddresses({ current });

describe("a row is taken", () => {
  test("with everything it says", () => {
    const cells: Cells = {
      AAE005: "199 0000 1234",
      AAE005_CONFIRMED: "2026年8月1日",
      AAE006: "安徽省淮南市田家庵区国庆街道幸福路1号",
      AAC010: "朝阳街道和平路2号",
      AAZ500: "A12345678",
      AAB001: "91340469B2LBR4DQ3F",
      AAB004: "淮南晨光机械有限公司",
      AAC066: "职工",
      AAC031: "1",
      AAE003: "201907-202012;202101",
      AAC040: "5000;6000.50",
      AAE003_OWED: "202610",
    };
    expect(aRow(cells, { locate })).toEqual({
      docType: "RIC",
      number: someCells.AAC002,
      name: "林晓禾",
      sex: "M",
      birth: "1903-02-07",
      division: "340403",
      asOf: "2026-10-31",
      phone: { phone: "19900001234", confirmedOn: "2026-08-01" },
      hukou: { division: "340403", lines: "国庆街道幸福路1号" },
      residence: { division: "340403", lines: "朝阳街道和平路2号" },
      cardNumber: "A12345678",
      enrolment: {
        scheme: "110",
        from: "2019-07",
        status: "active",
        insuredAs: "employee",
        employer: { name: "淮南晨光机械有限公司", code: "91340469B2LBR4DQ3F" },
        spans: [
          { first: "2019-07", last: "2020-12", state: "paid", base: 500_000, personal: 0, unit: 0, subsidy: 0 },
          { first: "2021-01", last: "2021-01", state: "paid", base: 600_050, personal: 0, unit: 0, subsidy: 0 },
          { first: "2026-10", last: "2026-10", state: "owed", base: 600_050, personal: 0, unit: 0, subsidy: 0 },
        ],
      },
    });
  });

  test("with number, name and an empty AAE140 only: registered, without insurance", () => {
    const { AAC002, AAC003 } = someCells;
    const read = readInsuredRow({ AAC002, AAC003, AAE140: "" }, context);
    expect(read.ok && read.value).toMatchObject({ division: "340400" });
    expect(read.ok && read.value.enrolment).toBeUndefined();
  });

  test.each([
    { written: "380", means: "390" },
    { written: "391", means: "390" },
    { written: "150", means: "170" },
    { written: "410", means: "410" },
    { written: "城镇居民基本医疗保险", means: "390" },
    { written: " １１０ ", means: "110" },
  ])("with the scheme $means when the file says $written", ({ written, means }) => {
    expect(aRow({ AAE140: written }).enrolment?.scheme).toBe(means);
  });

  test.each([
    { when: "it is the fifteen digits of before 1999", typed: "340469650101123", number: numbered("34046919650101123") },
    { when: "a blank and a full-width digit slipped in", typed: " 3404221903 0207013４ ", number: "340422190302070134" },
    { when: "a spreadsheet marked it as text", typed: '="340422190302070134"', number: "340422190302070134" },
    { when: "the county was abolished long ago", typed: numbered("34242219030207013"), number: numbered("34242219030207013") },
  ])("under one number when $when", ({ typed, number }) => {
    expect(aRow({ AAC002: typed }).number).toBe(number);
  });

  test.each([
    {
      when: "a permit of Hong Kong residents comes under code 05",
      AAC058: "05",
      AAC002: numbered("81000019030207013"),
      docType: "HK_MO_RP",
    },
    { when: "it comes under the code of citizens", AAC058: "01", AAC002: numbered("81000019030207013"), docType: "HK_MO_RP" },
    { when: "a passport comes under its code", AAC058: "08", AAC002: "BVT0G0123456", docType: "PASSPORT" },
    { when: "a newborn has only a certificate", AAC058: "", AAC002: "Q340000001", docType: "BIRTH_CERT" },
    { when: "a permanent resident has the new card", AAC058: "07", AAC002: numbered("93407419030207013"), docType: "FPR_ID" },
  ])("as $docType when $when", ({ when: _, docType, ...cells }) => {
    expect(aRow(cells).docType).toBe(docType);
  });

  test.each([
    { written: "安徽省淮南市寿县寿春镇和平路1号", stated: "", found: { division: "340422", lines: "寿春镇和平路1号" } },
    { written: "江苏省昆山市玉山镇1号", stated: "", found: { division: "320583", lines: "玉山镇1号" } },
    { written: "北京市东城区东华门街道1号", stated: "", found: { division: "110101", lines: "东华门街道1号" } },
    { written: "淮南市洞山中路", stated: "", found: { division: "340400", lines: "洞山中路" } },
    { written: "安徽省淮南市寿县寿春镇和平路1号", stated: "340422", found: { division: "340422", lines: "寿春镇和平路1号" } },
    { written: "和平路1号", stated: "320102", found: { division: "320102", lines: "和平路1号" } },
    { written: "和平路1号", stated: "", found: { division: "340403", lines: "和平路1号" } },
  ])("with the address $written $stated in $found.division", ({ written, stated, found }) => {
    expect(aRow({ AAC010: written, AAC010_DIVISION: stated }, { locate }).residence).toEqual(found);
  });

  test.each([
    { when: "the name has a dot", AAC003: "阿迪力·买买提" },
    { when: "the name is one character long", AAC003: "丽" },
    { when: "the name has a rare character", AAC003: "张𬱖䶮" },
    { when: "the phone is a landline", AAE005: "0554-6661234" },
    { when: "the agency has numbers of its own for employers", AAB001: "3404010023" },
    { when: "residents have paid ahead", AAE140: "390", AAE003: "202701-202712" },
    { when: "months are written as words", AAE003: "2019年7月~2020年6月、2021-01" },
    { when: "dates come out of a database", AAC030: "2019-07-01 00:00:00.0" },
  ])("when $when", ({ when: _, ...cells }) => {
    expect(rejectionsOf(cells)).toEqual([]);
  });
});

describe("rare characters", () => {
  test("are taken in addresses and employers as they are in names", () => {
    const rare = ["\u{33FF0}", "\uE863", "䶮"].join("");
    const row = aRow({ AAC003: rare, AAC010: `${rare}家巷1号`, AAB004: `${rare}记饭店` });
    expect([row.name, row.residence?.lines, row.enrolment?.employer?.name]).toEqual([rare, `${rare}家巷1号`, `${rare}记饭店`]);
  });
});

describe("a row is rejected, and says where and why", () => {
  test.each([
    { when: "there is no number", cells: { AAC002: "" }, says: ["AAC002 number-missing"] },
    { when: "Excel wrote it as a power of ten", cells: { AAC002: "3.40422E+17" }, says: ["AAC002 number-EXCEL_DAMAGED"] },
    { when: "Excel made its end into zeroes", cells: { AAC002: "340422190302070000" }, says: ["AAC002 number-EXCEL_DAMAGED"] },
    { when: "the check digit is wrong", cells: { AAC002: "340422190302070135" }, says: ["AAC002 number-BAD_CHECK_DIGIT"] },
    { when: "a digit is missing", cells: { AAC002: "34042219030207013" }, says: ["AAC002 number-BAD_LENGTH"] },
    { when: "it was born tomorrow", cells: { AAC002: numbered("34046920261123013") }, says: ["AAC002 number-BIRTH_IN_FUTURE"] },
    { when: "nobody can tell what it is", cells: { AAC002: "不详" }, says: ["AAC002 number-unknown-kind"] },
    { when: "the document is of no known kind", cells: { AAC058: "77" }, says: ["AAC058 document-type-unknown"] },
    { when: "there is no name", cells: { AAC003: " " }, says: ["AAC003 name-missing"] },
    { when: "the name is noise", cells: { AAC003: "林\u0000禾" }, says: ["AAC003 name-unreadable"] },
    { when: "the insurance is unknown", cells: { AAE140: "999" }, says: ["AAE140 scheme-unknown"] },
    { when: "a name of Object hides in a coded cell", cells: { AAE140: "constructor" }, says: ["AAE140 scheme-unknown"] },
    { when: "the phone is none", cells: { AAE005: "1.39E+10" }, says: ["AAE005 phone-unreadable"] },
    { when: "a day does not exist", cells: { AAC030: "2019-02-30" }, says: ["AAC030 date-unreadable"] },
    { when: "the file is of tomorrow", cells: { AAE036: "2026-11-23" }, says: ["AAE036 date-in-future"] },
    { when: "it ended before it began", cells: { AAE031: "2019-06-30" }, says: ["AAE031 ends-before-it-begins"] },
    { when: "the place is no code", cells: { AAB301: "淮南" }, says: ["AAB301 division-unreadable"] },
    {
      when: "a foreigner's place is not said",
      cells: { AAC002: "BVT0G0123456", AAC058: "08", AAB301: "" },
      says: ["AAB301 division-missing"],
    },
    { when: "months go backwards", cells: { AAE003: "202012-201907" }, says: ["AAE003 period-backwards"] },
    { when: "a month is the thirteenth", cells: { AAE003: "201913" }, says: ["AAE003 period-unreadable"] },
    { when: "months are too far ahead", cells: { AAE003: "202801" }, says: ["AAE003 period-in-future"] },
    { when: "somebody paid for a hundred years", cells: { AAE003: "195103-202610" }, says: ["AAE003 period-too-long"] },
    { when: "there are amounts for other periods", cells: { AAC040: "1;2;3" }, says: ["AAC040 amounts-for-other-periods"] },
    { when: "an amount is a word", cells: { AAC040: "很多" }, says: ["AAC040 amount-unreadable"] },
    { when: "the status has no meaning", cells: { AAC031: "8" }, says: ["AAC031 status-unknown"] },
    { when: "a cell is endless", cells: { AAE006: "路".repeat(5000) }, says: ["AAE006 cell-too-long"] },
    {
      when: "two things are wrong",
      cells: { AAC003: "", AAE140: "999" },
      says: ["AAC003 name-missing", "AAE140 scheme-unknown"],
    },
  ])("when $when", ({ cells, says }) => {
    expect(rejectionsOf(cells)).toEqual(says);
  });

  test("when its number ends in 000 and Excel has damaged others of its file", () => {
    const days = Array.from({ length: 28 }, (_, i) => `340422190302${String(i + 1).padStart(2, "0")}000`);
    const AAC002 = days.map(numbered).find((number) => number.endsWith("0000"))!; // one in eleven is right by chance
    expect(rejectionsOf({ AAC002 })).toEqual([]);
    expect(rejectionsOf({ AAC002 }, { excelDamaged: true })).toEqual(["AAC002 number-EXCEL_DAMAGED"]);
  });
});

test("whatever stands in the cells, a row is taken or every reason names a column of it", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom(...Object.values(someCells), "2019-07-01", "1", "999999999999", ""),
  );
  const cells = fc.dictionary(fc.constantFrom(...allColumns), cell);
  fc.assert(
    fc.property(cells, (written) => {
      const read = readInsuredRow({ ...someCells, ...written }, { ...context, locate });
      if (read.ok) return;
      expect(read.refusal.length).toBeGreaterThan(0);
      for (const { column, code } of read.refusal) expect([allColumns.includes(column), code.length > 0]).toEqual([true, true]);
    }),
    { numRuns: 2000 },
  );
}, 30_000);
