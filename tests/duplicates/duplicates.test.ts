import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { decideMedicalTwice } from "../../shared/duplicates/medical.ts";
import { commonMonths, shareYear } from "../../shared/duplicates/months.ts";
import { countsInAnnex3, decideDrawnTwice, decidePaidTwice, type PensionRecord } from "../../shared/duplicates/pension.ts";
import { premiumRefundable, residentClosed, residentRefund } from "../../shared/duplicates/refund.ts";
import { PlainDate, PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import { fen, saidBy } from "../support/chance.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";

const month = (text: string) => v.parse(PlainMonth, text);
const now = month("2026-11");
const span = (from: string, to: string | null) => ({ from: month(from), to: to === null ? null : month(to) });
const record = (scheme: PensionRecord["scheme"], province: string, from: string, to: string | null): PensionRecord => ({
  scheme,
  province,
  ...span(from, to),
});

describe("months in common", () => {
  test.each([
    { when: "they meet in one month", one: [span("2025-01", "2025-06")], other: [span("2025-06", "2025-12")], months: 1 },
    { when: "one follows the other", one: [span("2025-01", "2025-05")], other: [span("2025-06", "2025-12")], months: 0 },
    { when: "one runs on", one: [span("2025-01", null)], other: [span("2025-06", "2026-12")], months: 19 },
    { when: "both run on", one: [span("2026-01", null)], other: [span("2026-10", null)], months: 2 },
    { when: "both begin later", one: [span("2027-01", null)], other: [span("2027-02", null)], months: 0 },
    {
      when: "two of one side lie over each other",
      one: [span("2025-01", "2025-06"), span("2025-04", "2025-08"), span("2025-05", "2025-05")],
      other: [span("2025-01", "2025-12")],
      months: 8,
    },
  ])("are $months when $when", ({ one, other, months }) => {
    expect(commonMonths(one, other, now)).toBe(months);
    expect(commonMonths(other, one, now)).toBe(months);
  });

  test("are those that a count month by month finds", () => {
    const aSpan = fc
      .tuple(fc.nat(60), fc.nat(30))
      .map(([start, length]) => ({ from: plusMonths(now, start - 60), to: plusMonths(now, start - 60 + length) }));
    const spans = fc.array(aSpan, { maxLength: 4 });
    const holds = (list: readonly { from: string; to: string }[], at: string) =>
      list.some(({ from, to }) => from <= at && at <= to);
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        const counted = Array.from({ length: 100 }, (_, step) => plusMonths(now, step - 60)).filter(
          (at) => holds(one, at) && holds(other, at),
        ).length;
        return commonMonths(one, other, now) === counted;
      }),
    );
  });
});

test.each([
  {
    when: "one ends in the year in which the other begins",
    one: span("2024-06", "2025-03"),
    other: span("2025-05", null),
    is: true,
  },
  { when: "both lie in it, apart", one: span("2025-01", "2025-01"), other: span("2025-12", "2025-12"), is: true },
  { when: "one runs on", one: span("2024-06", null), other: span("2031-01", "2031-02"), is: true },
  { when: "the other begins in the next January", one: span("2024-06", "2024-12"), other: span("2025-01", null), is: false },
])("two spans share a year where $when: $is", ({ one, other, is }) => {
  expect([shareYear(one, other), shareYear(other, one)]).toEqual([is, is]);
});

describe("two pensions that are paid into", () => {
  const employee = record("110", "32", "2025-01", "2025-12");
  const resident = record("170", "34", "2025-01", "2025-12");
  test.each([
    { when: "employee and resident months meet", records: [employee, resident], is: "KEEP_EMPLOYEE_MONTHS", months: 12 },
    { when: "they do not", records: [employee, record("170", "34", "2026-01", null)], is: "NO_OVERLAP", months: 0 },
    {
      when: "the other employee time is elsewhere",
      records: [employee, record("110", "44", "2026-01", null)],
      is: "OFFER_TRANSFER_MERGE",
      months: 0,
    },
    {
      when: "it runs at the same time",
      records: [employee, record("110", "44", "2025-12", null)],
      is: "TRANSFER_THEN_CLEAR",
      months: 1,
    },
    {
      when: "one is an organ's",
      records: [record("120", "34", "2025-06", null), resident],
      is: "KEEP_ORGAN_SCHEME_REFUND_RESIDENT",
      months: 7,
    },
    {
      when: "both are residents'",
      records: [resident, record("170", "32", "2025-11", null)],
      is: "KEEP_HUKOU_PLACE_REFUND_OTHER",
      months: 2,
    },
    {
      when: "one is for lost land",
      records: [record("LANDLOST", "34", "2020-01", null), resident],
      is: "NOT_DUPLICATE_LOCAL_RULE",
      months: 0,
    },
    { when: "there is but one", records: [employee], is: null, months: 0 },
    { when: "it is a resident's", records: [resident], is: null, months: 0 },
    { when: "it is an organ's", records: [record("120", "34", "2025-06", null)], is: null, months: 0 },
    { when: "it is for lost land", records: [record("LANDLOST", "34", "2020-01", null)], is: null, months: 0 },
    {
      when: "three places have employee time, and two of them at once",
      records: [employee, record("110", "44", "2026-01", "2026-06"), record("110", "31", "2026-05", null)],
      is: "TRANSFER_THEN_CLEAR",
      months: 2,
    },
    { when: "both are of one scheme and place", records: [employee, employee], is: null, months: 0 },
  ])("come to $is when $when", ({ records, is, months }) => {
    expect(decidePaidTwice(records, now)).toEqual({ decision: is, commonMonths: months });
    expect(decidePaidTwice([...records].reverse(), now)).toEqual({ decision: is, commonMonths: months });
  });

  test("give back the person's part of the months, and never more than was paid", () => {
    fc.assert(
      fc.property(fen(1_000_000), fen(1_000_000), fc.nat(12), (personal, collective, months) => {
        const [back, rest] = [
          residentRefund({ personal, collective }, months),
          residentRefund({ personal, collective }, 12 - months),
        ];
        return back <= personal + collective && Math.abs(back + rest - personal - collective) <= 1;
      }),
    );
    expect(residentRefund({ personal: 30_000, collective: 6_000 }, 6)).toBe(18_000);
  });
});

describe("two pensions that are drawn", () => {
  const drawn = (scheme: PensionRecord["scheme"], province: string | null = null) => ({ scheme, province });
  test.each([
    { pensions: [drawn("170"), drawn("110")], decision: "TERMINATE_RESIDENT_RECOVER_BASIC" },
    { pensions: [drawn("110", "32"), drawn("110", "44")], decision: "PERSON_CHOOSES_ONE_CLEAR_OTHER_REFUND_ACCOUNT_REST" },
    { pensions: [drawn("110")], decision: null },
    { pensions: [drawn("120"), drawn("170")], decision: "KEEP_ORGAN_SCHEME_REFUND_RESIDENT" },
    { pensions: [drawn("110"), drawn("120")], decision: null },
    { pensions: [drawn("120")], decision: null },
    { pensions: [drawn("170"), drawn("170")], decision: "KEEP_HUKOU_PLACE_REFUND_OTHER" },
  ])("come to $decision", ({ pensions, decision }) => {
    expect(decideDrawnTwice(pensions)).toBe(decision);
  });

  test("leave the person the account without the government's part", () => {
    expect(residentClosed({ account: 500_000, fromGovernment: 90_000, basicDrawn: 163_000 })).toEqual({
      toPerson: 410_000,
      toRecover: 163_000,
      offsetIfNotRepaid: true,
    });
  });
});

describe("Jiangsu's table", () => {
  const sameScheme = lawWith([anEntry({ key: "annex3.limb1-scope", value: "SAME_SCHEME" })]);
  const apart = [record("110", "32", "2024-01", "2024-12"), record("170", "34", "2025-01", "2025-12")];

  test.each([
    { when: "two provinces, years apart", records: apart, twice: true },
    { when: "one province, years apart", records: apart.map((one) => ({ ...one, province: "32" })), twice: false },
    {
      when: "one province, two schemes in a year",
      records: [record("110", "32", "2025-01", "2025-01"), record("170", "32", "2025-12", null)],
      twice: true,
    },
    {
      when: "one province, one scheme ending in the year in which the other begins",
      records: [record("110", "32", "2024-06", "2025-03"), record("170", "32", "2025-05", null)],
      twice: true,
    },
    {
      when: "one province and scheme, told in two spans of a year",
      records: [record("110", "32", "2025-01", "2025-03"), record("110", "32", "2025-03", null)],
      twice: false,
    },
    {
      when: "one province, the other scheme beginning the year after",
      records: [record("110", "32", "2024-06", "2024-12"), record("170", "32", "2025-01", null)],
      twice: false,
    },
    { when: "one record", records: apart.slice(0, 1), twice: false },
    { when: "none", records: [], twice: false },
  ])("counts a person twice with $when: $twice", ({ records, twice }) => {
    expect(countsInAnnex3(records, lawOf())).toEqual({ ok: true, value: twice });
    expect(countsInAnnex3([...records].reverse(), lawOf())).toEqual({ ok: true, value: twice });
  });

  test("counts different schemes in two places only where the parameter says so, and one scheme in two places always", () => {
    expect(countsInAnnex3(apart, sameScheme)).toEqual({ ok: true, value: false });
    const oneScheme = apart.map((one) => ({ ...one, scheme: "110" as const }));
    expect(countsInAnnex3(oneScheme, sameScheme)).toEqual({ ok: true, value: true });
  });
});

describe("two medical insurances", () => {
  const nothing = { employeeMonths: 0, isFlexible: false, isStudent: false, fundedPlaces: 0 };
  test.each([
    { active: ["310"] as const, facts: { fundedPlaces: 3 }, decision: "NONE" },
    {
      active: ["390", "310"] as const,
      facts: { fundedPlaces: 1, employeeMonths: 50 },
      decision: "WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE",
    },
    { active: ["310", "390", "310"] as const, facts: {}, decision: "KEEP_EMPLOYMENT_PLACE" },
    { active: ["390", "390"] as const, facts: { isStudent: true }, decision: "KEEP_SCHOOL_PLACE" },
    { active: ["390", "390"] as const, facts: {}, decision: "KEEP_HABITUAL_RESIDENCE" },
    { active: ["310", "390"] as const, facts: { employeeMonths: 11 }, decision: "PERSON_CHOOSES_ONE" },
    { active: ["390", "310"] as const, facts: { employeeMonths: 12 }, decision: "KEEP_EMPLOYEE" },
    { active: ["310", "390"] as const, facts: { employeeMonths: 12, isFlexible: true }, decision: "PERSON_CHOOSES_ONE" },
  ])("$active with $facts come to $decision", ({ active, facts, decision }) => {
    expect(saidBy(decideMedicalTwice(active, { ...nothing, ...facts }, lawOf()))).toBe(decision);
  });

  test.each([
    { joined: "2026-12-31", refundable: true },
    { joined: "2027-01-01", refundable: false },
  ])("give the premium back to who became an employee on $joined: $refundable", ({ joined, refundable }) => {
    const benefitFrom = v.parse(PlainDate, "2027-01-01");
    expect(premiumRefundable({ joinedEmployee: v.parse(PlainDate, joined), benefitFrom })).toBe(refundable);
  });
});
