// What a wish comes to: how much, until when, from when. Handbook 7.
import { describe, expect, test } from "vitest";
import type { Known } from "../../shared/enrolment/contract.ts";
import { coverByWindow } from "../../shared/enrolment/medical-terms.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { day, noon } from "../support/build.ts";
import { anEntry, loaded } from "../support/policy.ts";
import { complaints, consent, decide, held, joined, policy as policyOfAll, someone, wishes } from "./someone.ts";

const termsOf = (known: Known, wish: Record<string, unknown>, more: Parameters<typeof decide>[2] = {}) => {
  const decided = decide(known, wish, more);
  if (!decided.ok) throw new Error(decided.refusal.map(({ code }) => code).join());
  return decided.value.terms;
};

describe("a flexible worker pays", () => {
  const wish = wishes.employeePension;

  test("a fifth of the base each month, by the last day of it", () => {
    expect(termsOf(someone(), wish)).toEqual({
      region: "110101",
      insuredAs: "flexible",
      base: 800_000,
      frequency: "month",
      from: "2026-11",
      months: 1,
      cost: 160_000,
      regular: 160_000,
      payBy: "2026-11-30",
      missing: [],
    });
  });

  test.each([
    { frequency: "quarter", from: "2026-11", months: 2, payBy: "2026-12-31" },
    { frequency: "quarter", from: "2027-01", months: 3, payBy: "2027-03-31" },
    { frequency: "half-year", from: "2027-02", months: 5, payBy: "2027-06-30" },
    { frequency: "year", from: "2026-12", months: 1, payBy: "2026-12-31" },
    { frequency: "month", from: "2027-02", months: 1, payBy: "2027-02-28" },
  ])("$months months for the rest of a $frequency that begins in $from, by $payBy", ({ frequency, from, months, payBy }) => {
    const whole = { month: 1, quarter: 3, "half-year": 6, year: 12 }[frequency]!;
    const terms = termsOf(someone(), { ...wish, frequency, from });
    expect(terms).toMatchObject({ months, payBy, cost: 160_000 * months, regular: 160_000 * whole });
  });

  // Beijing from July 2026: 7,270 to 36,348 yuan.
  test.each([
    { base: 727_000, says: [] },
    { base: 726_999, says: ["enrolment.base-below-floor wish.base"] },
    { base: 3_634_800, says: [] },
    { base: 3_634_801, says: ["enrolment.base-above-cap wish.base"] },
  ])("on a base within the limits, which is never moved to them: $base fen", ({ base, says }) => {
    expect(complaints(someone(), { ...wish, base })).toEqual(says);
  });

  test("the lowest base there is, if none is named; and what nobody has loaded is named instead of guessed", () => {
    const { base: _, ...lowest } = wish;
    expect(termsOf(someone(), lowest)).toMatchObject({ base: 727_000, cost: 145_400, missing: [] });
    const inHuainan = termsOf(someone(), { ...lowest, region: "340403" });
    expect(inHuainan).toMatchObject({ payBy: "2026-11-30", missing: ["contribution-base.floor"] });
    expect(inHuainan).not.toHaveProperty("cost");
    expect(termsOf(someone(), { ...wish, region: "340403" })).toMatchObject({
      cost: 160_000,
      missing: ["contribution-base.floor"],
    });
  });

  test("for medical care at the rate of the place", () => {
    const inTianjin = { ...wishes.employeeMedical, region: "120101", base: 518_000 };
    expect(termsOf(someone(), inTianjin)).toMatchObject({ cost: 44_030, missing: ["flexible-medical.frequencies"] });
  });

  test("no month that is over, and none further than a year ahead", () => {
    const on = { now: noon("2026-12-31") };
    expect(complaints(someone(), { ...wish, from: "2026-12" }, on)).toEqual([]);
    expect(complaints(someone(), { ...wish, from: "2026-11" }, on)).toEqual(["enrolment.month-past wish.from"]);
    expect(complaints(someone(), { ...wish, from: "2027-12" }, on)).toEqual([]);
    expect(complaints(someone(), { ...wish, from: "2028-01" }, on)).toEqual(["enrolment.month-far wish.from"]);
  });

  test("as often as the place takes it", () => {
    const policy = openPolicy([...loaded, anEntry({ key: "flexible-pension.frequencies", region: "110000", value: "MONTH" })]);
    expect(complaints(someone(), { ...wish, frequency: "quarter" }, { policy })).toEqual([
      "enrolment.frequency-not-offered wish.frequency",
    ]);
  });

  test("what the page named, or is asked again", () => {
    expect(complaints(someone(), { ...wish, told: 160_000 })).toEqual([]);
    expect(complaints(someone(), { ...wish, told: 159_999 })).toEqual(["enrolment.price-changed wish.told"]);
  });
});

describe("who pays already may", () => {
  const pays = someone({ held: [held({ region: "110101", base: 800_000, lastPaid: "2026-10" })] });

  test("take another base, or pay as often as they like, where they are insured", () => {
    const base = { action: "change-base", scheme: "110", base: 1_000_000, from: "2026-12" };
    expect(termsOf(pays, base)).toMatchObject({ region: "110101", cost: 200_000, months: 1, payBy: "2026-12-31" });
    const often = { action: "change-frequency", scheme: "110", frequency: "half-year", from: "2027-01" };
    expect(termsOf(pays, often)).toMatchObject({ base: 800_000, cost: 960_000, payBy: "2027-06-30" });
  });

  test("change what they joined here before the first payment", () => {
    const known = someone({ joinings: [joined({ region: "110101", base: 800_000, frequency: "quarter", months: 2 })] });
    const base = { action: "change-base", scheme: "110", base: 1_000_000, from: "2026-11" };
    expect(termsOf(known, base)).toMatchObject({ frequency: "quarter", months: 2, cost: 400_000 });
  });

  test("not change what an employer pays, nor what nobody pays", () => {
    const employed = someone({ held: [held({ insuredAs: "employee" })] });
    const wish = { action: "change-base", scheme: "110", base: 1_000_000, from: "2026-12" };
    expect(complaints(employed, wish)).toEqual(["enrolment.employer-decides wish.scheme"]);
    expect(complaints(someone(), wish)).toEqual(["enrolment.not-enrolled wish.scheme"]);
    const stop = { action: "stop", scheme: "110", from: "2026-12", reason: "moved" };
    expect(complaints(employed, stop)).toEqual(["enrolment.employer-decides wish.scheme"]);
    expect(complaints(someone(), stop)).toEqual(["enrolment.not-enrolled wish.scheme"]);
    expect(complaints(pays, stop)).toEqual([]);
    expect(complaints(pays, { ...stop, from: "2026-10" })).toEqual(["enrolment.month-past wish.from"]);
  });
});

describe("a tier of the resident pension", () => {
  const wish = wishes.residentPension;

  test("is paid within the year; what the centre demands stands in openly for what Weishan has not told", () => {
    expect(termsOf(someone(), wish)).toEqual({
      region: "370826",
      insuredAs: "resident",
      tier: 30_000,
      subsidy: 3_000,
      frequency: "year",
      from: "2026-11",
      months: 12,
      cost: 30_000,
      regular: 30_000,
      payBy: "2026-12-31",
      missing: ["resident-pension.tiers"],
    });
  });

  test("has to be on offer: one of the place's own, where they are loaded", () => {
    const own = [
      anEntry({ key: "resident-pension.tiers", region: "370000", value: "300 500" }),
      anEntry({ key: "resident-pension.subsidy", region: "370000", value: "300:30 500:60" }),
    ];
    const policy = openPolicy([...loaded, ...own]);
    expect(termsOf(someone(), wish, { policy })).toMatchObject({ subsidy: 3_000, missing: [] });
    expect(complaints(someone(), { ...wish, tier: 40_000 }, { policy })).toEqual(["enrolment.tier-not-offered wish.tier"]);
    expect(complaints(someone(), { ...wish, tier: 30_001 })).toEqual(["enrolment.tier-not-offered wish.tier"]);
  });

  test("that is kept for people who are hard up is theirs, and taken over", () => {
    const policy = openPolicy([...loaded, anEntry({ key: "resident-pension.lowest-tier", region: "370000", value: "300" })]);
    const lowest = { ...wish, tier: 10_000 };
    expect(complaints(someone(), lowest, { policy })).toEqual(["enrolment.tier-not-offered wish.tier"]);
    expect(termsOf(someone(), { ...lowest, hardship: "disabled" }, { policy })).toMatchObject({ tier: 10_000, takenOver: true });
    expect(termsOf(someone(), { ...wish, hardship: "disabled" }, { policy })).not.toHaveProperty("takenOver");
  });

  test("is changed where the pension is, and not beside an employer's", () => {
    const known = someone({ held: [held({ scheme: "170", region: "370826", insuredAs: "resident" })] });
    const change = { action: "change-tier", scheme: "170", tier: 50_000 };
    expect(termsOf(known, change)).toMatchObject({ region: "370826", tier: 50_000, subsidy: 6_000 });
    expect(complaints({ ...known, ...someone({ works: "EMPLOYED", held: known.held }) }, change)).toEqual([
      "enrolment.employer wish.scheme",
    ]);
    expect(complaints(someone(), change)).toEqual(["enrolment.not-enrolled wish.scheme"]);
  });
});

describe("a year of residents' medical insurance", () => {
  const wish = wishes.residentMedical;
  const period = [
    anEntry({ key: "resident-medical.period-from", value: "2026-09-01", from: "2027-01-01", to: "2027-12-31" }),
    anEntry({ key: "resident-medical.period-to", value: "2026-12-31", from: "2027-01-01", to: "2027-12-31" }),
    anEntry({ key: "resident-medical.individual-fee", value: "420", from: "2027-01-01", to: "2027-12-31" }),
  ];
  const policy = openPolicy([...loaded, ...period]);
  const next = { ...wish, coverYear: 2027 };
  const always = someone({ medicalYears: [2024, 2025, 2026] });

  test("costs what the place asks, begins with the year, and is paid within the central period", () => {
    expect(termsOf(always, next, { policy })).toEqual({
      region: "320102",
      insuredAs: "resident",
      frequency: "year",
      from: "2027-01",
      months: 12,
      cost: 42_000,
      regular: 42_000,
      subsidy: 72_400,
      payBy: "2026-12-31",
      coverYear: 2027,
      coverFrom: "2027-01-01",
      missing: [],
    });
  });

  test.each([
    { on: "2026-08-31", says: ["enrolment.period-not-begun wish.coverYear"] },
    { on: "2026-09-01", says: [] },
    { on: "2026-12-31", says: [] },
  ])("may be paid for on $on: $says", ({ on, says }) => {
    expect(complaints(always, next, { policy, now: noon(on) })).toEqual(says);
  });

  test("late makes them wait three months from the month of payment, and one more for each year missed since 2025", () => {
    const late = { policy, now: noon("2027-01-01") };
    expect(termsOf(always, next, { policy, now: noon("2026-12-31") })).toMatchObject({ coverFrom: "2027-01-01" }); // the last day in time
    expect(termsOf(always, next, late)).toMatchObject({ payBy: "2027-01-31", coverFrom: "2027-04-01" });
    const missedTwo = someone({ medicalYears: [2020, 2024] });
    expect(termsOf(missedTwo, next, late)).toMatchObject({ coverFrom: "2027-06-01" });
    expect(termsOf(missedTwo, next, { policy })).toMatchObject({ payBy: "2026-12-31", coverFrom: "2027-04-01" });
  });

  test("whose period and price nobody has loaded names them, and no day", () => {
    const terms = termsOf(always, next);
    expect(terms?.missing).toEqual(["resident-medical.period-from", "resident-medical.individual-minimum"]);
    for (const unknown of ["payBy", "coverFrom", "cost"]) expect(terms).not.toHaveProperty(unknown);
    expect(termsOf(always, wish)).toMatchObject({
      cost: 40_000,
      missing: ["resident-medical.period-from", "resident-medical.individual-fee"],
    });
  });

  test("begins by either reading where the period is not loaded: in time, or three months and a month for each missed year later", () => {
    const cover = (known: Known) => {
      const today = day("2026-11-22");
      return coverByWindow(2027, { known, today }, policyOfAll({ region: "national", asOf: today }));
    };
    expect(cover(always)).toEqual({ inTime: "2027-01", late: "2027-02", waits: 3 });
    expect(cover(someone({ medicalYears: [2024] }))).toEqual({ inTime: "2027-04", late: "2027-04", waits: 5 });
  });

  test("covers a newborn from birth until the ninetieth day, whatever the period", () => {
    const child = someone({ birth: "2026-08-24" });
    expect(termsOf(child, wish, { forChild: true, consent })).toMatchObject({
      from: "2026-08",
      coverFrom: "2026-08-24",
      payBy: "2026-11-22",
    });
    const later = { forChild: true, now: noon("2026-11-23"), consent };
    expect(termsOf(child, wish, later)).not.toHaveProperty("coverFrom");
  });

  test("is of this year or the next", () => {
    expect(complaints(always, { ...wish, coverYear: 2025 })).toEqual(["enrolment.cover-year wish.coverYear"]);
    expect(complaints(always, { ...wish, coverYear: 2028 })).toEqual(["enrolment.cover-year wish.coverYear"]);
  });
});
