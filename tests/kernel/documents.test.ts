import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { guessDocument, isBirthCertificate, readDocument } from "../../shared/kernel/documents.ts";
import { foreignerNumber } from "../../shared/kernel/foreigner.ts";
import { legacy15Of, upgradeLegacy15 } from "../../shared/kernel/legacy15.ts";
import type { DocType } from "../../shared/registration.ts";
import { citizenNumber, numbered } from "../support/numbers.ts";

const asOf = v.parse(PlainDate, "2026-11-22");
const read = (typed: string, docType: DocType = "RIC") => readDocument({ docType, typed, asOf, areaStatus: () => "current" });
const number = (typed: string, docType?: DocType) => {
  const document = read(typed, docType);
  return document.ok ? document.value.number : document.refusal;
};

describe("what people type into the box for their number", () => {
  test.each([
    { when: "blanks and hyphens group it", typed: "340422-19030207 0134", kept: "340422190302070134" },
    { when: "it was copied with invisible marks", typed: "\u200e340422190302070134\ufeff", kept: "340422190302070134" },
    { when: "a spreadsheet marked it as text", typed: "'340422190302070134", kept: "340422190302070134" },
    { when: "a CSV file forced it to be text", typed: '="340422190302070134"', kept: "340422190302070134" },
    { when: "it is the old one of fifteen digits", typed: "340421030207013", kept: "340421190302070138" },
    { when: "a number of fifteen has a letter", typed: "34042103020701A", kept: "BAD_CHARACTER" },
    { when: "a digit is missing", typed: "34042219030207013", kept: "BAD_LENGTH" },
    { when: "there is nothing", typed: "  ", kept: "BAD_LENGTH" },
  ])("is read as $kept when $when", ({ typed, kept }) => {
    expect(number(typed)).toBe(kept);
  });

  test.each(["3.40422E+17", "3.40422190302070E+17", "3.4e17", "340422190302070000", "340422190302070000.00"])(
    "is called damaged when a spreadsheet made %s of it",
    (typed) => {
      expect(number(typed)).toBe("EXCEL_DAMAGED");
    },
  );

  test("is not called damaged when its zeroes are right, but doubted", () => {
    const zeroes = Array.from({ length: 10 }, (_, hundred) => `3404221903020${hundred}700`).find((digits) =>
      numbered(digits).endsWith("000"),
    );
    expect(read(numbered(zeroes ?? ""))).toMatchObject({ ok: true, value: { warnings: ["MAYBE_EXCEL_DAMAGED"] } });
  });

  test.each([
    { docType: "HK_MO_RP" as const, typed: "820000190506150157", kept: "820000190506150157" },
    { docType: "TW_RP" as const, typed: "820000190506150157", kept: "DOC_TYPE_MISMATCH" },
    { docType: "FPR_ID" as const, typed: "911124198108030024", kept: "911124198108030024" },
    { docType: "FPR_ID_LEGACY" as const, typed: "can 1100 1981 0803", kept: "CAN110019810803" },
    { docType: "FPR_ID_LEGACY" as const, typed: "CAN0110019810803", kept: "CAN110019810803" },
    { docType: "PASSPORT" as const, typed: "deu0g01234-56", kept: "DEU0G0123456" },
    { docType: "PASSPORT" as const, typed: "QQQ0G0123456", kept: "BAD_FORMAT" },
    { docType: "PASSPORT" as const, typed: "DEU123", kept: "BAD_FORMAT" },
    { docType: "BIRTH_CERT" as const, typed: "t320000001", kept: "T320000001" },
    { docType: "BIRTH_CERT" as const, typed: "?", kept: "BAD_FORMAT" },
    { docType: "OTHER" as const, typed: "军字第 0012345 号", kept: "军字第0012345号" },
    { docType: "OTHER" as const, typed: "", kept: "BAD_FORMAT" },
  ])("as $docType, $typed is read as $kept", ({ docType, typed, kept }) => {
    expect(number(typed, docType)).toBe(kept);
  });

  test("tells what the number says of the person, and nothing where it says nothing", () => {
    expect(read("340422190302070134")).toEqual({
      ok: true,
      value: { docType: "RIC", number: "340422190302070134", sex: "M", birth: "1903-02-07", warnings: [] },
    });
    expect(read("CAN110019810803", "FPR_ID_LEGACY")).toEqual({
      ok: true,
      value: { docType: "FPR_ID_LEGACY", number: "CAN110019810803", warnings: ["LEGACY_DOCUMENT"] },
    });
    expect(read("T32000000", "BIRTH_CERT")).toMatchObject({ ok: true, value: { warnings: ["UNUSUAL_FORMAT"] } });
  });
});

describe("a document that nobody named", () => {
  test.each([
    { typed: "340422190302070134", guessed: ["RIC"] },
    { typed: "340421030207013", guessed: ["RIC"] },
    { typed: "810421030207013", guessed: ["RIC"] },
    { typed: "3.40422E+17", guessed: ["RIC"] },
    { typed: "３４０４２２", guessed: ["RIC"] },
    { typed: "810000190506150151", guessed: ["HK_MO_RP"] },
    { typed: "820000190506150157", guessed: ["HK_MO_RP"] },
    { typed: "830000190506150159", guessed: ["TW_RP"] },
    { typed: "911124198108030024", guessed: ["FPR_ID"] },
    { typed: "CAN110019810803", guessed: ["FPR_ID_LEGACY", "PASSPORT"] },
    { typed: "FRA0310083010103", guessed: ["FPR_ID_LEGACY", "PASSPORT"] },
    { typed: "DEU0G0123456", guessed: ["PASSPORT"] },
    { typed: "t320000001", guessed: ["BIRTH_CERT"] },
    { typed: "张三", guessed: [] },
    { typed: "", guessed: [] },
  ])("could be $guessed when $typed is typed", ({ typed, guessed }) => {
    expect(guessDocument(typed)).toEqual(guessed);
  });
});

describe("a number of fifteen digits", () => {
  test.each([
    { legacy: "340421030207995", century: "19", birth: "19030207" },
    { legacy: "340421030207996", century: "18", birth: "18030207" },
    { legacy: "340421030207999", century: "18", birth: "18030207" },
  ])("$legacy was issued for the $century. century", ({ legacy, century, birth }) => {
    const upgrade = upgradeLegacy15(legacy);
    expect(upgrade).toMatchObject({ ok: true, value: { century } });
    expect(upgrade.ok && upgrade.value.upgraded.slice(6, 14)).toBe(birth);
  });

  test.each([
    { legacy: "34042103020701", error: "BAD_LENGTH" },
    { legacy: "34042103020701X", error: "BAD_CHARACTER" },
    { legacy: "340421000229013", error: "BAD_BIRTH_DATE" }, // 1900 was no leap year
    { legacy: "340421040230013", error: "BAD_BIRTH_DATE" },
  ])("$legacy is $error", ({ legacy, error }) => {
    expect(upgradeLegacy15(legacy)).toEqual({ ok: false, refusal: error });
  });

  test("leads to its citizen's number and back, and there is none for people born since 2000", () => {
    fc.assert(
      fc.property(citizenNumber, (citizen) => {
        const legacy = legacy15Of(citizen);
        const upgrade = legacy === undefined ? undefined : upgradeLegacy15(legacy);
        return upgrade === undefined ? true : upgrade.ok && upgrade.value.upgraded === citizen;
      }),
    );
    expect(legacy15Of("340421190302070138")).toBe("340421030207013");
    expect(legacy15Of(numbered("34046920030207013"))).toBeUndefined();
    expect(legacy15Of(numbered("34046919030207996"))).toBeUndefined();
  });
});

describe("a foreigner's social security number", () => {
  test.each([
    { country: "DEU", document: "PASSPORT" as const, number: "g01234-56", made: "DEU0G0123456" },
    { country: "FRA", document: "FPR_ID_LEGACY" as const, number: "FRA310083010103", made: "FRA0310083010103" },
    { country: "FRA", document: "FPR_ID_LEGACY" as const, number: "310083010103", made: "FRA0310083010103" },
    { country: "CAN", document: "FPR_ID" as const, number: "911124 19810803 0024", made: "911124198108030024" },
    { country: "FRA", document: "PASSPORT" as const, number: "FRA12345", made: "FRA0FRA12345" },
  ])("of $country with $document $number is $made", ({ made, ...given }) => {
    expect(foreignerNumber(given)).toBe(made);
  });
});

test("a certificate of birth has one capital letter and nine digits", () => {
  expect(["T320000001", "t320000001", "320000001", "T32000000", "T3200000011", "TT20000001"].filter(isBirthCertificate)).toEqual([
    "T320000001",
  ]);
});
