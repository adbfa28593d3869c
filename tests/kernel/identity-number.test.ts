import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { type AreaStatusOf, type IdentityQuestion, readIdentityNumber } from "../../shared/kernel/identity-number.ts";
import { citizenNumber, foreignersCardNumber, numbered } from "../support/numbers.ts";
import { times } from "../support/times.ts";

const day = (text: string) => v.parse(PlainDate, text);
const asOf = day("2026-11-22");
const areaStatus: AreaStatusOf = (code) => (code === "342422" ? "abolished" : code === "340499" ? "unknown" : "current");
const read = (number: string, more: Partial<IdentityQuestion> = {}) =>
  readIdentityNumber({ number, docType: "RIC", asOf, areaStatus, ...more });

const specimen = "11010519491231002X";

describe("a right number", () => {
  test("tells sex, birth and area", () => {
    expect(read(specimen)).toMatchObject({
      outcome: "VALID",
      error: null,
      warnings: [],
      sex: "F",
      birth: "1949-12-31",
      areaStatus: "current",
    });
  });

  test.each([
    { when: "it is typed in full width", typed: "１１０１０５１９４９１２３１００２ｘ" },
    { when: "its x is small", typed: specimen.toLowerCase() },
    { when: "blanks stand around it", typed: ` 　${specimen}\n` },
  ])("is the same when $when", ({ typed }) => {
    expect(read(typed)).toMatchObject({ outcome: "VALID", normalised: specimen });
  });

  test("is never rejected, whoever it belongs to", () => {
    fc.assert(
      fc.property(citizenNumber, (number) => read(number).outcome !== "INVALID"),
      { numRuns: times(5_000, 1_000_000) },
    );
    fc.assert(
      fc.property(foreignersCardNumber, (number) => read(number, { docType: "FPR_ID" }).outcome === "VALID"),
      { numRuns: times(2_000, 200_000) },
    );
  });

  test("is no longer right with one character changed, or two neighbours swapped", () => {
    fc.assert(
      fc.property(citizenNumber, (number) => spoilt(number).every((wrong) => read(wrong).outcome === "INVALID")),
      { numRuns: times(300, 10_000) },
    );
  });

  test.each([
    { when: "its county was abolished", number: "342422190302070136", warnings: ["AREA_ABOLISHED"] },
    { when: "nobody knows its county", number: numbered("34049919030207013"), warnings: ["AREA_UNKNOWN"] },
    { when: "its holder would be 176", number: numbered("11010518500101001"), warnings: [] },
    { when: "the file says another sex", number: specimen, stated: { sex: "M" as const }, warnings: ["SEX_MISMATCH"] },
    { when: "the file does not know the sex", number: specimen, stated: { sex: "U" as const }, warnings: [] },
    {
      when: "the file says another birthday",
      number: specimen,
      stated: { birth: day("1949-12-30") },
      warnings: ["BIRTH_MISMATCH"],
    },
    {
      when: "several things are odd",
      number: "342422190302070136",
      stated: { sex: "F" as const, birth: day("1903-02-08") },
      warnings: ["AREA_ABOLISHED", "SEX_MISMATCH", "BIRTH_MISMATCH"],
    },
  ])("is valid, with $warnings, when $when", ({ number, stated, warnings }) => {
    expect(read(number, stated && { stated })).toMatchObject({
      outcome: warnings.length ? "VALID_WITH_WARNING" : "VALID",
      warnings,
    });
  });
});

describe("a wrong number", () => {
  test.each([
    { error: "BAD_LENGTH", when: "it has 17 characters", number: "1101051949123100X" },
    { error: "BAD_LENGTH", when: "it is empty", number: "" },
    { error: "BAD_LENGTH", when: "a blank stands inside", number: "110105 19491231002X" },
    { error: "BAD_CHARACTER", when: "X stands before the end", number: "1101051949123100XX" },
    { error: "BAD_CHARACTER", when: "it holds Arabic digits", number: "١1010519491231002X" },
    { error: "BAD_CHARACTER", when: "a character of two halves fills the eighteenth place", number: "11010519491231002𠮷" },
    { error: "BAD_PROVINCE", when: "no province has its first two digits", number: numbered("16010519491231002") },
    { error: "BAD_PROVINCE", when: "a foreigner's card comes from no province", number: numbered("91612419030803002") },
    { error: "BAD_BIRTH_DATE", when: "there was no such day", number: numbered("11010519030229002") },
    { error: "BAD_BIRTH_DATE", when: "there was no such year", number: numbered("11010500000101002") },
    { error: "BIRTH_IN_FUTURE", when: "it is born tomorrow", number: numbered("11016920261123002") },
    { error: "BAD_CHECK_DIGIT", when: "its last character is another", number: "110105194912310021" },
    { error: "DOC_TYPE_MISMATCH", when: "it stands on a foreigner's card", number: "911124198108030024" },
  ])("is $error when $when", ({ error, number }) => {
    expect(read(number)).toMatchObject({ outcome: "INVALID", error, warnings: [], sex: null, birth: null, areaStatus: null });
  });

  test("names only what is wrong first", () => {
    expect(read(`9999999999999999${"X"}X`, { docType: "FPR_ID" }).error).toBe("BAD_CHARACTER");
    expect(read("169999999999999999", { docType: "FPR_ID" }).error).toBe("BAD_PREFIX");
    expect(read("169999999999999999").error).toBe("BAD_PROVINCE");
    expect(read("110105209902300021").error).toBe("BAD_BIRTH_DATE");
    expect(read("110105209902280020").error).toBe("BIRTH_IN_FUTURE");
    expect(read("810000190506150150").error).toBe("BAD_CHECK_DIGIT");
  });

  test("comes with the check digit it should have, when that is all", () => {
    expect(read("340422190302070130")).toMatchObject({ error: "BAD_CHECK_DIGIT", expectedCheck: "4" });
    expect(read("110105194912310021")).toMatchObject({ expectedCheck: "X" });
  });

  test.each([
    { prefix: "810000", document: "HK_MO_RP" as const },
    { prefix: "820000", document: "HK_MO_RP" as const },
    { prefix: "830000", document: "TW_RP" as const },
    { prefix: "340422", document: "RIC" as const },
    { prefix: "911124", document: "FPR_ID" as const },
  ])("with $prefix belongs on $document, and says so on any other", ({ prefix, document }) => {
    const number = numbered(`${prefix}19050615015`);
    expect(read(number, { docType: document }).outcome).toBe("VALID");
    for (const docType of (["RIC", "HK_MO_RP", "TW_RP"] as const).filter((other) => other !== document))
      expect(read(number, { docType })).toMatchObject({ error: "DOC_TYPE_MISMATCH", suggest: document });
  });

  test("may be right on the day of birth, not the day before", () => {
    const number = numbered("11016920261122002");
    expect(read(number).outcome).toBe("VALID");
    expect(read(number, { asOf: day("2026-11-21") }).error).toBe("BIRTH_IN_FUTURE");
  });
});

describe("a foreigner's permanent residence card", () => {
  test("tells province and nationality, and has no county to look up", () => {
    const card = read("911124198108030024", { docType: "FPR_ID", areaStatus: () => "unknown" });
    expect(card).toMatchObject({ outcome: "VALID", province: "11", nationality: "124", areaStatus: null, sex: "F" });
  });

  test("with sequence 000 was never issued, which is asked last", () => {
    expect(read(numbered("91112419810803000"), { docType: "FPR_ID" }).error).toBe("BAD_SEQUENCE");
    expect(read(numbered("91112419030803001"), { docType: "FPR_ID" }).outcome).toBe("VALID");
  });

  test.each([
    { card: "CAN110019810803", outcome: "VALID_WITH_WARNING", error: null, warnings: ["LEGACY_DOCUMENT"] },
    { card: "CAN11001981080", outcome: "INVALID", error: "BAD_FORMAT", warnings: [] },
    { card: "can110019810803", outcome: "INVALID", error: "BAD_FORMAT", warnings: [] },
    { card: "911124198108030024", outcome: "INVALID", error: "BAD_FORMAT", warnings: [] },
  ])("of the old kind, $card, is $outcome", ({ card, ...expected }) => {
    expect(read(card, { docType: "FPR_ID_LEGACY" })).toMatchObject(expected);
  });
});

function spoilt(number: string): string[] {
  const places = Array.from(number, (_, place) => place);
  const put = (place: number, text: string) => number.slice(0, place) + text + number.slice(place + text.length);
  const changed = places.flatMap((place) =>
    Array.from(place === 17 ? "0123456789X" : "0123456789", (digit) => put(place, digit)).filter((wrong) => wrong !== number),
  );
  const swapped = places.slice(1).map((place) => put(place - 1, number.charAt(place) + number.charAt(place - 1)));
  return [...changed, ...swapped.filter((wrong) => wrong !== number)];
}
