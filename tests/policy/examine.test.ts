import { describe, expect, test } from "vitest";
import { exact, isLess, over } from "../../shared/kernel/exact.ts";
import { type Cells, examineRows } from "../../shared/policy/examine.ts";
import { catalogue, isKey } from "../../shared/policy/keys.ts";
import { saidBy } from "../support/chance.ts";
import { anEntry, lawWith, loaded, today } from "../support/policy.ts";

const good: Cells = {
  key: "resident-medical.newborn-days",
  region: "340400",
  effective_from: "2027-01-01",
  effective_to: "2027-12-31",
  value: "90",
  unit: "days",
  source_doc: "某发〔2026〕1号",
  source_url: "https://example.gov.cn/1.html",
  verified_on: "2026-11-22",
  confidence: "high",
};
const examine = (...differences: Partial<Cells>[]) =>
  examineRows(
    differences.map((difference, index) => ({ line: index + 2, cells: { ...good, ...difference } })),
    today,
  );
const table = (key: string, unit: string, value: string) => ({ key, unit, value });

describe("a row", () => {
  test.each([
    { when: "its key is unknown", given: { key: "resident-medical.colour" }, code: "policy.key-unknown" },
    { when: "its key is a word of the machine's", given: { key: "toString" }, code: "policy.key-unknown" },
    { when: "its unit is another", given: { unit: "months" }, code: "policy.unit-wrong" },
    { when: "its value is empty", given: { value: "" }, code: "policy.value-not-in-unit" },
    { when: "its value is negative", given: { value: "-1" }, code: "policy.value-not-in-unit" },
    { when: "its value is a fraction of a day", given: { value: "1.5" }, code: "policy.value-not-in-unit" },
    { when: "its region is too short", given: { region: "3404" }, code: "policy.region-unknown" },
    { when: "its region is empty", given: { region: "" }, code: "policy.region-unknown" },
    { when: "it begins on no day", given: { effective_from: "2027-02-30" }, code: "policy.from-no-date" },
    { when: "it begins on a slash", given: { effective_from: "2027/01/01" }, code: "policy.from-no-date" },
    { when: "it never begins", given: { effective_from: "" }, code: "policy.from-no-date" },
    { when: "it ends on no day", given: { effective_to: "2027-13-01" }, code: "policy.to-no-date" },
    { when: "it ends before it begins", given: { effective_to: "2026-12-31" }, code: "policy.ends-before-it-begins" },
    { when: "it has no source", given: { source_doc: " " }, code: "policy.source-missing" },
    { when: "its source is at no address", given: { source_url: "gov.cn" }, code: "policy.source-no-address" },
    {
      when: "its address stands in a sentence",
      given: { source_url: "see https://example.gov.cn/1" },
      code: "policy.source-no-address",
    },
    {
      when: "its address is followed by words",
      given: { source_url: "https://example.gov.cn/1 or elsewhere" },
      code: "policy.source-no-address",
    },
    { when: "it was verified tomorrow", given: { verified_on: "2026-11-23" }, code: "policy.verified-in-future" },
    { when: "it was never verified", given: { verified_on: "" }, code: "policy.verified-no-date" },
    { when: "it was verified some day", given: { verified_on: "soon" }, code: "policy.verified-no-date" },
    { when: "nobody knows how sure it is", given: { confidence: "perhaps" }, code: "policy.confidence-unknown" },
  ])("is refused with its line and key when $when", ({ given, code }) => {
    const key = "key" in given ? given.key : good.key;
    expect(examine({ effective_to: "", region: "340000" }, given)).toEqual({ ok: false, refusal: [{ line: 3, key, code }] });
  });

  test("has all of its faults told at once", () => {
    const found = examine({ unit: "months", source_doc: "" });
    expect(found.ok ? [] : found.refusal.map(({ code }) => code)).toEqual(["policy.unit-wrong", "policy.source-missing"]);
  });

  test.each([
    table("retirement.m60.delay-step", "months", "0"),
    table("resident-pension.payout-months", "months", "0"),
    table("employee-pension.payout-months", "months-by-age", "60:139 61:0"),
    table("contribution-base.floor-share", "rate", "0.0"),
    table("contribution-base.cap-share", "rate", "0"),
  ])("is refused where something would be divided by nothing: $key", (given) => {
    expect(examine(given)).toMatchObject({ ok: false, refusal: [{ code: "policy.value-not-in-unit" }] });
  });

  test.each([
    table("late-fee.daily-rate", "rate", "0.05%"),
    table("flexible-subsidy.share-at-most", "rate", "2/0"),
    table("employer-fine.person-lowest", "yuan", "500.001"),
    table("retirement.m60.delay-from", "month", "1965-13"),
    table("resident-pension.tiers", "yuan-tiers", "200 100"),
    table("resident-pension.tiers", "yuan-tiers", "100,200"),
    table("resident-pension.tiers", "yuan-tiers", "100 100 200"),
    table("resident-pension.tiers", "yuan-tiers", ""),
    table("estimate.wage-growth", "rates", "0 about0.02"),
    table("estimate.wage-growth", "rates", "0 0.02%"),
    table("resident-pension.subsidy", "yuan-by-tier", "500:60 0:30"),
    table("employee-pension.payout-months", "months-by-age", "40 41"),
    table("pension-switch.minimum-rule", "code", "FIXED_200"),
    table("occupational-injury.sectors", "codes", "RIDE BUS"),
  ])("of $key cannot say $value", (given) => {
    expect(examine(given)).toMatchObject({ ok: false, refusal: [{ code: "policy.value-not-in-unit" }] });
  });

  test.each([
    { when: "a rate is a percentage", key: "flexible-medical.rate", unit: "rate", most: "1", over: "1.000000001" },
    { when: "a rate is a fraction", key: "flexible-subsidy.share-at-most", unit: "rate", most: "3/3", over: "4/3" },
    { when: "growth is a percentage", key: "estimate.wage-growth", unit: "rates", most: "0 1", over: "0 2" },
    { when: "a multiple is very large", key: "employer-fine.share-highest", unit: "rate", most: "10", over: "10.1" },
    { when: "an age is no age", key: "resident-pension.from-age", unit: "years", most: "120", over: "121" },
    { when: "a time is a century", key: "employee-pension.minimum-months", unit: "months", most: "1200", over: "1201" },
    { when: "a limit is over a year", key: "limit.registration", unit: "working-days", most: "366", over: "367" },
    { when: "days are over ten years", key: "limit.employer-registers", unit: "days", most: "3660", over: "3661" },
  ])("is out of all reason when $when: $over, but not $most", ({ key, unit, most, over }) => {
    expect(examine(table(key, unit, most))).toMatchObject({ ok: true });
    expect(examine(table(key, unit, over))).toMatchObject({ ok: false, refusal: [{ code: "policy.value-not-in-unit" }] });
  });

  test("is refused where its region is no place, and taken where it is one or the whole country", () => {
    const isDivision = (code: string) => code === "340400";
    const of = (region: string) => examineRows([{ line: 2, cells: { ...good, region } }], today, isDivision);
    expect(of("340499")).toMatchObject({ ok: false, refusal: [{ line: 2, code: "policy.region-unknown" }] });
    expect([of("340400").ok, of("national").ok]).toEqual([true, true]);
  });

  test.each([
    { when: "it has two lines", source_doc: "某发〔2026〕\n1号" },
    { when: "it hides something", source_doc: "某发〔2026〕\u202e1号" },
    { when: "it is a whole text", source_doc: "某".repeat(121) },
  ])("is refused for its source when $when", ({ source_doc }) => {
    expect(examine({ source_doc })).toMatchObject({ ok: false, refusal: [{ code: "policy.source-unreadable" }] });
    expect(examine({ source_doc: "某".repeat(120) })).toMatchObject({ ok: true });
  });
});

describe("two rows of one key", () => {
  test.each([
    { when: "the same day is in both", second: { effective_from: "2027-12-31", effective_to: "2028-01-31" } },
    { when: "one lies within the other", second: { effective_from: "2027-06-01", effective_to: "2027-06-30" } },
    {
      when: "the last day of one is the first of the other",
      second: { effective_from: "2026-01-01", effective_to: "2027-01-01" },
    },
    { when: "one has no end", second: { effective_from: "2026-01-01", effective_to: "" } },
    { when: "they are the same", second: {} },
  ])("overlap when $when, and the second is named", ({ second }) => {
    expect(examine({}, second)).toEqual({
      ok: false,
      refusal: [{ line: 3, key: good.key, code: "policy.validity-overlaps" }],
    });
  });

  test.each([
    { when: "one follows on the next day", second: { effective_from: "2028-01-01", effective_to: "" } },
    { when: "one ended the day before", second: { effective_from: "2026-01-01", effective_to: "2026-12-31" } },
    { when: "they are of two regions", second: { region: "national" } },
  ])("stand side by side when $when", ({ second }) => {
    expect(examine({}, second)).toMatchObject({ ok: true });
  });

  test.each([
    { when: "still holds when the other begins", second: { effective_from: "2028-01-01" }, ok: false },
    { when: "begins after the other has ended", second: { effective_from: "2026-01-01", effective_to: "2026-12-31" }, ok: true },
  ])("of which the first has no end and $when: $ok", ({ second, ok }) => {
    expect(examine({ effective_to: "" }, { effective_to: "", ...second })).toMatchObject({ ok });
  });
});

test.each([
  { key: "flexible-subsidy.share-at-most", value: "2/3", is: over(exact(2), exact(3)) },
  { key: "flexible-subsidy.share-at-most", value: "7/12", is: over(exact(7), exact(12)) },
  { key: "employer-fine.share-highest", value: "2.5", is: over(exact(5), exact(2)) },
] as const)("a share may be written as $value", ({ key, value, is }) => {
  expect(examine(table(key, "rate", value))).toMatchObject({ ok: true });
  const { share } = saidBy(lawWith([anEntry({ key, value })]).read({ share: key }));
  expect([isLess(share, is), isLess(is, share)]).toEqual([false, false]);
});

test("an amount may be written to the fen", () => {
  const key = "employer-fine.person-lowest";
  expect(examine(table(key, "yuan", "500.25"))).toMatchObject({ ok: true });
  expect(saidBy(lawWith([anEntry({ key, value: "500.25" })]).read({ fen: key }))).toEqual({ fen: 50_025 });
});

test("an address may be of either kind, and the name of a document loses the blanks around it", () => {
  const rows = [{ source_url: "http://example.gov.cn/1" }, { region: "320000", source_doc: " 某发〔2026〕1号 " }];
  expect(saidBy(examine(...rows))).toMatchObject([{ url: "http://example.gov.cn/1" }, { document: "某发〔2026〕1号" }]);
});

test("nothing was verified too late where nobody says which day it is", () => {
  expect(examineRows([{ line: 2, cells: { ...good, verified_on: "2999-01-01" } }], null)).toMatchObject({ ok: true });
});

test("an entry may hold on a single day", () => {
  expect(examine({ effective_from: "2027-01-01", effective_to: "2027-01-01" })).toMatchObject({ ok: true });
});

test("what is loaded has a source and an age for every number", () => {
  expect(loaded.length).toBeGreaterThan(130);
  expect(loaded.every(({ document, verifiedOn }) => document !== "" && verifiedOn <= today)).toBe(true);
  expect(loaded.every(({ key }) => isKey(key))).toBe(true);
});

test("every key that is not regional is loaded for the whole country", () => {
  const national = new Set<string>(loaded.filter(({ region }) => region === "national").map(({ key }) => key));
  expect(Object.keys(catalogue).filter((key) => !national.has(key))).toEqual([
    "employee-pension.calculation-base",
    "employee-pension.transitional-rate",
    "contribution-base.average-wage",
    "contribution-base.floor",
    "contribution-base.cap",
    "flexible-medical.rate",
    "flexible-medical.frequencies",
    "employee-medical.employer-rate",
    "employee-medical.retirement-years-men",
    "employee-medical.retirement-years-women",
    "resident-pension.basic",
    "resident-pension.tiers",
    "resident-pension.subsidy",
    "resident-pension.lowest-tier",
    "resident-pension.highest-tier",
    "resident-medical.individual-fee",
    "resident-medical.period-from",
    "resident-medical.period-to",
    "unemployment.flexible-from",
    "limit.unemployment-transfer-step",
  ]);
});
