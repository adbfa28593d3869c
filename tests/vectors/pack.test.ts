import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { matches } from "../../scripts/vectors/compare.ts";
import { runPack } from "../../scripts/vectors/pack.ts";
import { runner, type Section } from "../../scripts/vectors/section.ts";
import { sections } from "../../scripts/vectors/sections.ts";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { numbered } from "../support/numbers.ts";

const today = v.parse(PlainDate, "2026-11-22");
const meta = { as_of_default: "2026-11-22" };
const run = (pack: Record<string, unknown>, known: ReadonlyMap<string, Section> = sections) =>
  runPack({ meta, ...pack }, known, today);
const masked = { kind: "name", value: "王某", masked: "王*" };
const valid = { number: "340422190302070134", doc_type: "RIC", expect: "VALID" };

test("the handbook's pack holds for every section that the rules cover", () => {
  const pack: unknown = JSON.parse(readFileSync(new URL("../packs/vectors.json", import.meta.url), "utf8"));
  const report = runPack(v.parse(v.record(v.string(), v.unknown()), pack), sections, today);
  expect(report).toMatchObject({ passed: 234, failed: 0 });
  expect(report.lines).toEqual([expect.stringMatching(/^Not covered yet: report_jiangsu_annex3, .*, comparison_outcomes$/)]);
});

describe("a case", () => {
  test.each([
    {
      when: "what it expects is something else",
      given: { ...masked, masked: "王某" },
      line: 'masked: expected "王某", found "王*"',
    },
    {
      when: "it expects what the rule does not say",
      given: { ...masked, colour: "red" },
      line: 'colour: expected "red", found no such output',
    },
    {
      when: "it expects a word of the machine's",
      given: { ...masked, constructor: 1 },
      line: "constructor: expected 1, found no such output",
    },
    { when: "an input is missing", given: { kind: "name", masked: "王*" }, line: "value is missing" },
    { when: "an input is null", given: { ...masked, value: null }, line: "value cannot be null" },
    { when: "an input is a number", given: { ...masked, value: 12 }, line: "value cannot be 12" },
    {
      when: "an input code is unknown",
      given: { ...masked, kind: "shoe" },
      line: 'kind "shoe" is not known (id | passport | phone | landline | bankcard | name | address)',
    },
    { when: "it is no object", given: "王某", line: 'a case must be an object, not "王某"' },
    { when: "it is a list", given: ["王某"], line: 'a case must be an object, not ["王某"]' },
  ])("fails with one line when $when", ({ given, line }) => {
    expect(run({ masking: [masked, given] })).toEqual({ passed: 1, failed: 1, lines: [`masking 2: ${line}`] });
  });

  test.each([
    { section: "identity_numbers", given: { ...valid, doc_type: "SHOE" } },
    { section: "identity_numbers", given: { number: valid.number, expect: "VALID" } },
    { section: "identity_numbers", given: { ...valid, as_of: "2026-02-30" } },
    { section: "foreigner_social_security_number", given: { country: "QQQ", doc: "PASSPORT", doc_number: "1", number: "QQQ01" } },
    { section: "foreigner_social_security_number", given: { country: "DEU", doc: "SHOE", doc_number: "1" } },
    { section: "working_days", given: { received: "2026-02-30", working_days: 1 } },
    { section: "working_days", given: { received: "2026-02-03", working_days: 1.5 } },
    { section: "working_days", given: { received: "2026-02-03", working_days: "5" } },
    { section: "identity_legacy15", given: { legacy: 340421030207013 } },
    { section: "birth_certificate_number", given: { ok: false } },
  ])("of $section fails with one line for $given", ({ section, given }) => {
    const report = run({ [section]: [given] });
    expect(report).toMatchObject({ passed: 0, failed: 1 });
    expect(report.lines).toHaveLength(1);
  });

  test("counts once, however many of its outputs differ, and each is shown", () => {
    const report = run({ identity_numbers: [{ ...valid, expect: "INVALID", error: "BAD_LENGTH", sex: null }] });
    expect(report).toMatchObject({ passed: 0, failed: 1 });
    expect(report.lines).toEqual([
      'identity_numbers 1: expect: expected "INVALID", found "VALID"',
      'identity_numbers 1: error: expected "BAD_LENGTH", found null',
      'identity_numbers 1: sex: expected null, found "M"',
    ]);
  });

  test("is not held to what only describes it, to outputs it does not list, or to the order of warnings", () => {
    const described = { ...masked, name: "x", id: 1, why: "x", note: "x", basis: "x", conf: "x", text: "x", rule: "first" };
    expect(run({ masking: [described, { kind: "name", value: "王某" }] })).toMatchObject({ passed: 2, failed: 0 });
    expect(run({ birth_certificate_number: [{ value: "T320000001", ok: true, rule: "x" }] })).toMatchObject({ failed: 1 });
  });

  test("takes its own day before the pack's, and the pack's before today", () => {
    const born = { number: numbered("11016920261122002"), doc_type: "RIC" };
    const unborn = { ...born, as_of: "2026-11-21", error: "BIRTH_IN_FUTURE" };
    expect(run({ identity_numbers: [{ ...born, error: null }, unborn] })).toMatchObject({ passed: 2, failed: 0 });
    const pack = { meta: { as_of_default: "2026-11-21" }, identity_numbers: [{ ...born, error: "BIRTH_IN_FUTURE" }] };
    expect(runPack(pack, sections, today)).toMatchObject({ passed: 1, failed: 0 });
    expect(runPack({ meta: {}, identity_numbers: [{ ...born, error: null }] }, sections, today)).toMatchObject({
      passed: 1,
      failed: 0,
    });
  });

  test("fails when its rule breaks, and the others go on", () => {
    const breaking = runner(v.object({ a: v.number() }), () => {
      throw new Error("beyond the calendar");
    });
    const report = run({ odd: [{ a: 1 }], masking: [masked] }, new Map([...sections, ["odd", { cases: breaking }]]));
    expect(report).toEqual({ passed: 1, failed: 1, lines: ["odd 1: the rule broke: beyond the calendar"] });
  });
});

describe("a section", () => {
  test.each([
    { when: "it is a list", content: [masked] },
    { when: "it is an object with cases", content: { rule: "stars", table: [1, 2], cases: [masked] } },
  ])("is run when $when", ({ content }) => {
    expect(run({ masking: content })).toEqual({ passed: 1, failed: 0, lines: [] });
  });

  test.each([[[]], [{ cases: [] }]])("may be empty: %j", (content) => {
    expect(run({ masking: content })).toEqual({ passed: 0, failed: 0, lines: [] });
  });

  test.each([[null], ["stars"], [7], [{}], [{ cases: "stars" }]])("with nothing to run, %j, fails with one line", (content) => {
    expect(run({ masking: content })).toEqual({
      passed: 0,
      failed: 1,
      lines: ["masking: must be a list of cases, or an object with one"],
    });
  });

  test("that nothing covers is named and fails nobody, whatever it is called", () => {
    const report = run({ masking: [masked], toString: [{}], comparison_outcomes: { cases: [{}] } });
    expect(report).toEqual({ passed: 1, failed: 0, lines: ["Not covered yet: toString, comparison_outcomes"] });
  });

  test("may have a second list, inputs of their own, decimals and nested outputs", () => {
    const doubled = runner(
      v.object({ amount: v.string() }),
      ({ amount }) => ({ twice: `${Number(amount) * 2}.00`, must: ["b", "a"], span: [1, 2] }),
      { decimals: ["twice"] },
    );
    const known = new Map([["odd", { cases: doubled, more: doubled } as Section]]);
    const cases = [
      { input: { amount: "2", note: 1 }, expect: { twice: "4", must: ["a", "b", "a"] } },
      { amount: "2", twice: "04.0", span: [1, 2] },
      { amount: "2", span: [2, 1] },
      { amount: "2", must: ["a"] },
      { amount: "2", twice: null },
    ];
    expect(run({ odd: { cases } }, known)).toMatchObject({ passed: 2, failed: 3 });
    expect(run({ odd: { cases: [], more: [{ amount: "2", twice: "5" }] } }, known).lines).toEqual([
      'odd.more 1: twice: expected "5", found "4.00"',
    ]);
  });
});

describe("a file that is no pack", () => {
  test.each([
    { what: "neither meta nor a known section", pack: { colour: "red" } },
    { what: "nothing at all", pack: {} },
    { what: "meta that is no object", pack: { meta: "2026", masking: [masked] } },
    { what: "a day that does not exist in meta", pack: { meta: { as_of_default: "2026-02-30" }, masking: [masked] } },
  ])("has $what, and fails with one line", ({ pack }) => {
    const report = runPack(pack, sections, today);
    expect(report).toMatchObject({ passed: 0, failed: 1 });
    expect(report.lines).toHaveLength(1);
  });

  test("is not one that has sections without meta, or meta without sections", () => {
    expect(runPack({ masking: [masked] }, sections, today)).toMatchObject({ passed: 1, failed: 0 });
    expect(runPack({ meta }, sections, today)).toEqual({ passed: 0, failed: 0, lines: [] });
  });
});

describe("two values are the same", () => {
  test.each([
    { key: "fee", expected: "139", found: "139.0", decimals: ["fee"], same: true },
    { key: "fee", expected: 139, found: "139.00", decimals: ["fee"], same: true },
    { key: "fee", expected: "-0.00", found: "0", decimals: ["fee"], same: true },
    { key: "fee", expected: "0.1", found: "0.10000000000000001", decimals: ["fee"], same: false },
    { key: "fee", expected: null, found: "0.00", decimals: ["fee"], same: false },
    { key: "fee", expected: "139", found: "139.0", decimals: [], same: false },
    { key: "months", expected: "6", found: 6, decimals: [], same: false },
    { key: "warnings", expected: ["B", "A"], found: ["A", "B"], decimals: [], same: true },
    { key: "warnings", expected: "A", found: ["A"], decimals: [], same: false },
    { key: "age", expected: [60, 3], found: [3, 60], decimals: [], same: false },
    { key: "conditions", expected: { a: "1", b: "2" }, found: { b: "2", a: "1" }, decimals: [], same: true },
    { key: "conditions", expected: { a: "1" }, found: { a: "1", b: "2" }, decimals: [], same: false },
    { key: "due", expected: null, found: null, decimals: [], same: true },
  ])("$same for $key: $expected and $found, decimals $decimals", ({ key, expected, found, decimals, same }) => {
    expect(matches(key, expected, found, decimals)).toBe(same);
  });
});
