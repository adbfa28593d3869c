import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { runPack } from "../../scripts/vectors/pack.ts";
import { sections } from "../../scripts/vectors/sections.ts";
import { PlainDate } from "../../shared/kernel/calendar.ts";

const today = v.parse(PlainDate, "2026-11-22");
const run = (section: string, given: unknown) => runPack({ meta: { as_of_default: today }, [section]: given }, sections, today);

/** What is said in one way in the handbook's pack, and may be said in another in the next. */
const cases: readonly [section: string, given: Record<string, unknown>][] = [
  [
    "retirement_age",
    { category: "M60", birth: "1965-01", delay_months: 1, retire_month: "2025-02", earliest_flexible_month: "2025-01" },
  ],
  [
    "retirement_age",
    { category: "M60", birth: "1976-09", delay_months: 36, age_years: 63, age_months: 0, retire_month: "2039-09" },
  ],
  ["retirement_age", { category: "F55", birth: "1981-09", delay_months: 36, retire_month: "2039-09" }],
  [
    "retirement_age",
    { category: "F50", birth: "1984-11", delay_months: 60, retire_month: "2039-11", earliest_flexible_age: [52, 0] },
  ],
  [
    "retirement_age",
    {
      category: "F50",
      birth: "1974-12",
      delay_months: 0,
      retire_month: "2024-12",
      latest_flexible_month: null,
      min_contribution_months_if_earliest: null,
    },
  ],
  ["retirement_age", { category: "M60", birth: "1935-06", retire_month: "1995-06", min_contribution_months: 180 }],
  ["retirement_age", { category: "F50", birth: "1975-03", as_of: "2030-01-01", delay_months: 2, retire_month: "2025-05" }],
  ["min_contribution_years", { retire_year: 1998, months: 180 }],
  ["min_contribution_years", { retire_year: 2099, months: 240 }],
  ["payout_months", { age: [63, 0], months: "117" }],
  ["payout_months", { age: [62, 11], months: "117.7" }],
  ["payout_months", { age: [70, 0], months: 56 }],
  ["payout_months", { age: [70, 1], months: null }],
  ["payout_months", { age: [39, 11], months: null }],
  [
    "employee_pension",
    {
      input: { base: 8000, idx: 0.6, years: "15.004", acct: "0", age: [60, 0], trans: ["2.5", "0.013"] },
      expect: { years: "15", basic: "960", transitional: "156", account: "0.00", total: "1116.00" },
    },
  ],
  [
    "employee_pension",
    {
      input: { base: "8000", idx: "1", months: 181, age: [60, 0], trans: null },
      expect: { years: "15.08", account: "0", transitional: "0", note: "never compared" },
    },
  ],
  [
    "employee_pension",
    {
      input: { base: "8000", idx: "1", months: 180, acct: "1", age: [71, 0] },
      expect: { basic: "1200", account: null, total: null },
    },
  ],
  ["resident_pension", { basic: "163", local_extra: "37.5", account: "13900", expect: { account: "100", monthly: "300.50" } }],
  ["resident_pension", { input: { basic: "163", account: "0.69" }, expect: { account: "0.00", monthly: "163" } }],
  ["resident_pension", { input: { basic: "163", account: "0.70" }, expect: { account: "0.01" } }],
  ["flexible_contribution", { avg: "7375.51", chosen: "4425.31", period_months: 1, expect: { clamped: null, base: "4425.31" } }],
  [
    "flexible_contribution",
    {
      avg: "7375.51",
      chosen: "4425.30",
      period_months: 6,
      expect: {
        clamped: "floor",
        base: "4425.31",
        to_account: "354.02",
        to_pool: "531.04",
        month: "885.06",
        period_total: "5310.36",
      },
    },
  ],
  ["flexible_contribution", { avg: "8000", chosen: "24000.01", period_months: 1, expect: { clamped: "cap", base: "24000" } }],
  ["employee_contribution", { wage: "24000", floor: "4800", cap: "24000", base: "24000", employer_pension: "3840" }],
  ["employee_contribution", { wage: "50000", floor: "4800", cap: "24000", base: "24000", employee_pension: "1920" }],
  ["resident_pension_subsidy_national_minimum", { tier: 499, min_government_subsidy: 30 }],
  ["resident_pension_subsidy_national_minimum", { tier: 2000, min_government_subsidy: 60 }],
  ["late_fee", { owed: "10000", days: 0, fee: "0" }],
  ["late_fee", { owed: "10", days: 1, fee: "0.01" }],
  ["late_fee", { last_month: "1234.55", deemed_due: "1358.01" }],
  ["resident_medical_waiting", { input: {}, waiting_months: 3 }],
  ["resident_medical_waiting", { in_window: false, gap: 3, waiting_months: 6 }],
  ["resident_medical_waiting", { input: { in_window: true, gap: 1, repair: 9 }, waiting_months: 3 }],
  ["resident_medical_waiting", { input: { in_window: true, gap: 5, repair: 5 }, waiting_months: 6 }],
  ["resident_medical_waiting", { input: { newborn: true, in_window: false, gap: 2 }, waiting_months: 0 }],
  ["resident_medical_incentive", { consecutive: 0, original_cap: "250000.00", bonus: "0" }],
  ["resident_medical_incentive", { consecutive: 3, zero_claim_years: 2, original_cap: 300000, bonus: 2000 }],
  ["resident_medical_incentive", { consecutive: 4, zero_claim_years: 2, bonus_used: true, original_cap: 300000, bonus: "0.00" }],
  ["resident_medical_fees", { coverage_year: 2022, individual_min: null, gov_min: null }],
  ["resident_medical_fees", { coverage_year: 2028, individual_min: null, gov_min: null }],
  ["newborn_medical", { birth: "2026-01-01", enrolled: "2026-01-01", days: 0, benefit_from: "2026-01-01", needs: null }],
  [
    "pension_benefit_place",
    {
      hukou: "34",
      relation_place: "32",
      months_by_province: { "32": 119, "44": 120 },
      chronological_order: ["44", "32"],
      expect: { place: "44", rule: "R3_LAST_10Y_PLACE" },
    },
  ],
  [
    "pension_benefit_place",
    {
      hukou: "34",
      relation_place: "32",
      months_by_province: { "32": 130 },
      temporary_accounts: ["32"],
      expect: { place: "34", rule: "R4_FALLBACK_HUKOU" },
    },
  ],
  ["pension_benefit_place", { hukou: "34", relation_place: "44", months_by_province: {}, expect: { rule: "R4_FALLBACK_HUKOU" } }],
  ["temporary_account", { sex: "F", age: 39, temporary: false }],
  ["temporary_account", { sex: "M", age: 55, approved_transfer: true, temporary: false }],
  [
    "pension_transfer_fund",
    {
      account_pre1998_individual: "100.5",
      account_from1998: "0",
      bases: [
        { year: 1997, monthly_base: "500", months: 12 },
        { year: 1998, monthly_base: "500", months: 1 },
      ],
      expect: { account: "100.50", pool_12pct: "60", total: "160.5" },
    },
  ],
  ["pension_transfer_fund", { account_from1998: "1", expect: { pool_12pct: "0", total: "1" } }],
  ["urban_rural_switch", { employee_months: 500, decision: "WAIT_UNTIL_RETIREMENT_AGE" }],
  ["urban_rural_switch", { employee_months: 500, already_drawing: true, decision: "REFUSE_ALREADY_DRAWING" }],
  ["medical_transfer_benefit", { gap_months: 4, back_paid: true, expect: "WAIT_UP_TO_6_MONTHS" }],
  ["medical_transfer_benefit", { gap_months: 1, back_paid: false, continuous_2y: true, expect: "LOCAL_RULE" }],
  ["medical_transfer_benefit", { gap_months: 0, expect: "NO_WAIT_RETROACTIVE" }],
  ["unemployment_duration_max", { paid_months: 59, max_months: 12 }],
  ["unemployment_duration_max", { paid_months: 120, max_months: 24 }],
  [
    "unemployment_transfer",
    { paid_months_origin: 12, monthly_benefit: "1500.01", months: 12, already_paid_months: 11, funds: "2250.02" },
  ],
  ["unemployment_transfer", { paid_months_origin: 12, monthly_benefit: "1500", months: 6, already_paid_months: 7, funds: "0" }],
  [
    "duplicates_pension",
    {
      records: [
        ["110", "32", "2020-01", null],
        ["170", "34", "2025-03", "2025-12"],
      ],
      resident_personal_paid: "200",
      collective: "1",
      decision: "KEEP_EMPLOYEE_MONTHS",
      refund_months: 10,
      refund: "167.50",
      jiangsu_annex3_duplicate: true,
    },
  ],
  [
    "duplicates_pension",
    {
      records: [
        ["110", "32", "2025-01", "2025-03"],
        ["110", "32", "2025-10", "2025-12"],
        ["170", "32", "2025-01", "2025-12"],
      ],
      resident_personal_paid: "100",
      decision: "KEEP_EMPLOYEE_MONTHS",
      refund_months: 6,
      refund: "50",
      jiangsu_annex3_duplicate: true,
    },
  ],
  [
    "duplicates_pension",
    {
      records: [
        ["110", "32", "2025-01", "2025-06"],
        ["170", "32", "2025-07", "2025-12"],
      ],
      decision: "NO_OVERLAP",
      jiangsu_annex3_duplicate: true,
    },
  ],
  [
    "duplicates_pension",
    {
      records: [
        ["110", "32", "2024-01", "2024-12"],
        ["170", "32", "2025-01", "2025-12"],
      ],
      decision: "NO_OVERLAP",
      jiangsu_annex3_duplicate: false,
    },
  ],
  [
    "duplicates_pension",
    {
      records: [
        ["110", "32", "2025-01", "2025-06"],
        ["170", "32", "2025-06", "2025-12"],
      ],
      decision: "KEEP_EMPLOYEE_MONTHS",
      refund_months: 1,
    },
  ],
  [
    "duplicates_pension",
    {
      records: [
        ["110", "32", "2020-01", "2024-01"],
        ["110", "44", "2024-01", "2026-06"],
      ],
      decision: "TRANSFER_THEN_CLEAR",
      overlap_months: 1,
    },
  ],
  [
    "duplicates_pension",
    {
      records: [
        ["110", "32", "2026-01", null],
        ["110", "44", "2026-10", null],
      ],
      decision: "TRANSFER_THEN_CLEAR",
      overlap_months: 2,
    },
  ],
  [
    "duplicates_pension",
    {
      records: [
        ["120", "34", "2025-01", "2025-12"],
        ["170", "34", "2025-05", "2025-12"],
      ],
      resident_personal_paid: "300",
      decision: "KEEP_ORGAN_SCHEME_REFUND_RESIDENT",
      overlap_months: 8,
      refund: "200",
    },
  ],
  ["duplicates_pension", { records: [["110", "32", "2025-01", "2025-12"]], decision: null, jiangsu_annex3_duplicate: false }],
  [
    "duplicates_pension",
    {
      benefits: ["110@32", "170@34"],
      resident_account: "100",
      gov_part: "100",
      decision: "TERMINATE_RESIDENT_RECOVER_BASIC",
      refund_to_person: "0",
      recover: "0",
      offset_if_not_repaid: true,
    },
  ],
  ["duplicates_medical", { active_records: [], decision: "NONE" }],
  [
    "duplicates_medical",
    {
      active_records: [
        ["310", "32"],
        ["390", "34"],
      ],
      facts: { cont_emp: 40, flex: true },
      decision: "PERSON_CHOOSES_ONE",
    },
  ],
  [
    "duplicates_medical",
    {
      active_records: [
        ["390", "32"],
        ["390", "34"],
      ],
      facts: { student: true },
      decision: "KEEP_SCHOOL_PLACE",
    },
  ],
  [
    "duplicates_medical",
    {
      active_records: [
        ["310", "32"],
        ["390", "34"],
      ],
      facts: { cont_emp: 99, funded: 2 },
      decision: "WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE",
    },
  ],
  [
    "eligibility",
    {
      profile: { age: 30, status: "EMPLOYEE", unit: "ORGAN" },
      must: ["310", "120"],
      may: ["410"],
      not_: ["210", "390", "170"],
      conditions: { "410": "PROVINCIAL_RULE" },
    },
  ],
  [
    "eligibility",
    {
      profile: { age: 30, status: "EMPLOYEE", part_time: true, employers: 2 },
      must: ["410"],
      may: ["110", "170", "310", "390"],
      not_: [],
      conditions: { "410": "EACH_EMPLOYER" },
    },
  ],
  ["eligibility", { profile: { age: 30, status: "EMPLOYEE", part_time: true, employers: 1 }, must: ["410"], conditions: {} }],
  [
    "eligibility",
    {
      profile: { age: 28, status: "FLEXIBLE", platform: true, sector: "DELIVERY" },
      must: ["OCC_INJURY"],
      may: ["110", "170", "310", "390"],
      not_: ["410"],
      conditions: { OCC_INJURY: "PLATFORM_PAYS_PER_ORDER" },
    },
  ],
  [
    "eligibility",
    {
      profile: { age: 28, status: "FLEXIBLE", platform: true, sector: "RIDE", as_of: "2025-12-31" },
      must: [],
      not_: ["410"],
      conditions: {},
    },
  ],
  [
    "eligibility",
    { as_of: "2026-01-01", profile: { age: 28, status: "FLEXIBLE", platform: true, sector: "FREIGHT" }, must: ["OCC_INJURY"] },
  ],
  [
    "eligibility",
    {
      profile: { age: 20, status: "STUDENT", part_time: true },
      must: [],
      may: ["410", "390"],
      not_: ["170"],
      conditions: { "390": "SCHOOL_PLACE", "410": "LOCAL_INTERN_RULE" },
    },
  ],
  [
    "eligibility",
    {
      profile: { birth: "2010-11-23", as_of: "2026-11-22", status: "UNEMPLOYED" },
      must: [],
      may: ["390"],
      not_: ["110", "170"],
      conditions: {},
    },
  ],
  ["eligibility", { profile: { birth: "2010-11-22", status: "STUDENT" }, may: ["390"], not_: ["170"] }],
  [
    "eligibility",
    {
      profile: { age: 45, status: "UI_RECIPIENT" },
      must: ["310"],
      may: ["110", "170"],
      not_: ["390"],
      conditions: { "310": "FUND_PAYS" },
    },
  ],
  [
    "eligibility",
    {
      profile: { age: 35, status: "EMPLOYEE", doc: "HK_MO_RP" },
      must: ["110", "310", "210", "410"],
      exemption: null,
      maternity: "INSIDE_310",
      counts_as_insured: false,
    },
  ],
  ["uninsured_reasons", { code: "O05", jiangsu_class: null, follow_up: ["MEDICAL_CHECK", "RECHECK_ON_GRADUATION"] }],
  ["uninsured_reasons", { code: "O02", jiangsu_class: 3, follow_up: ["RECHECK_YEARLY", "REMOTE_CHANNEL"] }],
  ["statutory_limits_working_days", { item: "pension award", limit: 20, limit_calendar: null }],
];

test.each(cases)("%s holds for %j", (section, given) => {
  expect(run(section, [given])).toEqual({ passed: 1, failed: 0, lines: [] });
});

describe("an interest table", () => {
  test("is as many cases as it has years; one that was not published is null", () => {
    expect(run("account_interest", { 2016: "0.0831", 2025: 0.015, 2026: null, conf: "x", note: "x" })).toMatchObject({
      passed: 3,
      failed: 0,
    });
    expect(run("account_interest", { 2016: "0.0832" }).lines).toEqual([
      'account_interest 1: rate: expected "0.0832", found "0.0831"',
    ]);
  });
});

const bad: readonly [section: string, given: Record<string, unknown>, line: string][] = [
  ["retirement_age", { category: "F60", birth: "1965-01" }, 'category "F60" is not known (M60 | F55 | F50)'],
  ["retirement_age", { category: "M60", birth: "1965-13" }, 'birth cannot be "1965-13"'],
  ["payout_months", { age: [60, 12] }, "age.1 cannot be 12"],
  ["min_contribution_years", {}, "retire_year is missing"],
  ["employee_pension", { input: { base: "8000.001", idx: "1", age: [60, 0] } }, 'base cannot be "8000.001"'],
  ["flexible_contribution", { avg: "-8000", chosen: "1" }, 'avg cannot be "-8000"'],
  ["late_fee", { days: 3 }, "the rule broke: neither owed nor last_month is said"],
  ["resident_medical_waiting", { gap: 1.5 }, "gap cannot be 1.5"],
  ["pension_benefit_place", { hukou: "99", relation_place: "34" }, 'hukou "99" is no province'],
  [
    "duplicates_pension",
    { records: [["999", "34", "2025-01", null]] },
    'records.0.0 "999" is not known (110 | 120 | 170 | LANDLOST)',
  ],
  [
    "eligibility",
    { profile: { status: "STUDENT" } },
    'profile {"status":"STUDENT","unit":"ENTERPRISE","doc":"RIC","part_time":false,"employers":0,"platform":false,"sector":null} is without age or birth',
  ],
  [
    "eligibility",
    { profile: { status: "SAILOR", age: 3 } },
    'profile.status "SAILOR" is not known (EMPLOYEE | FLEXIBLE | UNEMPLOYED | STUDENT | PRESCHOOL | SOLDIER | PRISON | RETIRED | UI_RECIPIENT)',
  ],
  ["statutory_limits_working_days", { item: "a haircut" }, 'item "a haircut" is no limit that is known'],
];

test.each(bad)("%s says what is wrong with %j", (section, given, line) => {
  expect(run(section, [given])).toEqual({ passed: 0, failed: 1, lines: [`${section} 1: ${line}`] });
});
