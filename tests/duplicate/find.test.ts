// What is found among somebody's enrolments: each boundary in a pair. Handbook 5.1, 5.2, 5.3.
import { describe, expect, test } from "vitest";
import { countsInStatistics } from "../../shared/duplicates/decide.ts";
import { duplicatesIn } from "../../shared/duplicates/find.ts";
import { countsInAnnex3 } from "../../shared/duplicates/pension.ts";
import type { Enrolment } from "../../shared/registration.ts";
import { summarise } from "../../shared/summary.ts";
import { anEnrolment, day } from "../support/build.ts";
import { saidBy } from "../support/chance.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";
import { paidFor } from "./someone.ts";

const asOf = day("2026-11-20");
const whole = "pppppppppppp";
const worker = anEnrolment({ scheme: "110", region: "320102", from: "2025-07", insuredAs: "employee" });
const farmer = anEnrolment({ scheme: "170", region: "340422", from: "2015-01", insuredAs: "resident" });
const official = anEnrolment({ scheme: "120", region: "340400", from: "2020-01", insuredAs: "employee" });
const tier = { base: 60_000, personal: 5_000, unit: 1_000, subsidy: 500 };
type Years = Record<number, string>;
const found = (...sides: [Enrolment, Years, object?][]) =>
  duplicatesIn(
    sides.map(([enrolment]) => enrolment),
    sides.flatMap(([enrolment, years, amounts]) => paidFor(enrolment, years, amounts)),
    asOf,
  );

describe("of two pensions", () => {
  test("months paid into both are found, with what goes back of the residents' ones (P1)", () => {
    expect(found([worker, { 2025: "------pppppp" }], [farmer, { 2025: whole }, tier])).toMatchObject([
      {
        insurance: "pension",
        operational: true,
        statistical: "same-year",
        says: "KEEP_EMPLOYEE_MONTHS",
        common: 6,
        sides: [{ scheme: "110" }, { scheme: "170", refund: 36_000, paid: 12 }],
      },
    ]);
  });

  test.each([
    { when: "the last month of one is the first of the other", worker: "-----ppppppp", farmer: "pppppp------", common: 1 },
    { when: "one follows the other", worker: "------pppppp", farmer: "pppppp------", common: undefined },
  ])("something has to be done when $when: $common", ({ worker: one, farmer: other, common }) => {
    const [pair] = found([worker, { 2025: one }], [farmer, { 2025: other }, tier]);
    expect(pair).toMatchObject(
      common ? { operational: true, common } : { common: 0, says: "NO_OVERLAP", statistical: "same-year" },
    );
    expect(pair?.operational ?? false).toBe(common !== undefined);
  });

  test("a relation that lies idle counts, and nothing is to be done about it", () => {
    const idle = anEnrolment({ scheme: "110", region: "440106", from: "2012-01", status: "paused" });
    const [pair] = found([worker, { 2025: "------pppppp" }], [idle, { 2012: whole }]);
    expect(pair).toMatchObject({ statistical: "two-places", says: "OFFER_TRANSFER_MERGE", common: 0 });
    expect(pair).not.toHaveProperty("operational");
    expect(found([worker, { 2025: "------pppppp" }], [{ ...idle, status: "ended", to: worker.from }, { 2012: whole }])).toEqual(
      [],
    );
  });

  test("months in two provinces are transferred first and then cleared, and what a transfer has carried says so (P4, P5)", () => {
    const there = anEnrolment({ scheme: "110", region: "440106", from: "2020-01", status: "paused" });
    const [pair] = found([worker, { 2025: whole }], [there, { 2025: "ppp---------" }]);
    expect(pair).toMatchObject({
      operational: true,
      says: "TRANSFER_THEN_CLEAR",
      common: 3,
      sides: [{ alone: { paid: 120_000 } }, { alone: { paid: 120_000 } }],
    });
    const carried = { ...worker, carries: [{ scheme: "110", region: there.region, from: there.from }] } as Enrolment;
    const paidThere = { base: 400_000, personal: 40_000 }; // on another base: it was paid for twice
    const [after] = found([carried, { 2025: whole }], [{ ...there, status: "ended" }, { 2025: "ppp---------" }, paidThere]);
    expect(after?.sides[0]).toMatchObject({ region: "320102", carries: true });
    expect(found([carried, { 2025: whole }], [{ ...there, status: "ended" }, { 2024: whole }])).toEqual([]);
  });

  test.each([
    { when: "each on its base, are told twice and paid once", letters: "ppp---------", base: 500_000, open: 0 },
    { when: "one of them missing, may be others", letters: "pp----------", base: 500_000, open: 1 },
    { when: "on another base, were paid again", letters: "ppp---------", base: 600_000, open: 1 },
  ])("months that a transfer brought and the new agency's file names, $when", ({ letters, base, open }) => {
    const there = anEnrolment({ scheme: "110", region: "440106", from: "2020-01", status: "ended" });
    const carried = { ...worker, carries: [{ scheme: "110", region: there.region, from: there.from }] } as Enrolment;
    const pairs = found([carried, { 2025: letters }, { base, personal: 40_000 }], [there, { 2025: "ppp---------" }]);
    expect(pairs.filter(({ operational }) => operational)).toHaveLength(open);
  });

  test("what another enrolment of the same province has carried need not be transferred once more", () => {
    const there = anEnrolment({ scheme: "110", region: "440106", from: "2020-01", status: "ended" });
    const receiving = anEnrolment({
      region: "320500",
      from: "2026-10",
      carries: [{ scheme: "110", region: there.region, from: there.from }],
    });
    const paidThere = { base: 400_000, personal: 40_000 };
    const pairs = found([worker, { 2025: whole }], [there, { 2025: "ppp---------" }, paidThere], [receiving, {}]);
    expect(pairs.find(({ operational }) => operational)?.sides).toMatchObject([
      { region: "320102", carries: true },
      { region: "440106" },
    ]);
  });

  test.each([
    { when: "at an organ and as a resident", other: official, says: "KEEP_ORGAN_SCHEME_REFUND_RESIDENT" },
    { when: "in two counties", other: { ...farmer, region: "340421" }, says: "KEEP_HUKOU_PLACE_REFUND_OTHER" },
  ])("both in force $when: one has to go, also without a month in common: $says (P8, P9)", ({ other, says }) => {
    const sides: [Enrolment, Years, object?][] = [
      [other as Enrolment, { 2024: whole }, tier],
      [farmer, { 2023: whole }, tier],
    ];
    expect(found(...sides)).toMatchObject([{ operational: true, says, common: 0 }]);
    const idle = found([{ ...other, status: "paused" } as Enrolment, { 2024: whole }, tier], [farmer, { 2023: whole }, tier]);
    expect(idle.filter(({ operational }) => operational)).toEqual([]);
  });

  const elsewhere = (one: Enrolment): Enrolment => ({ ...one, region: "440106" }) as Enrolment;
  test.each([
    { when: "employees' and residents' (P6)", sides: [worker, farmer], says: "TERMINATE_RESIDENT_RECOVER_BASIC" },
    {
      when: "employees' in two provinces (P7)",
      sides: [worker, elsewhere(worker)],
      says: "PERSON_CHOOSES_ONE_CLEAR_OTHER_REFUND_ACCOUNT_REST",
    },
    { when: "an organ's and residents' (P8)", sides: [official, farmer], says: "KEEP_ORGAN_SCHEME_REFUND_RESIDENT" },
    { when: "residents' in two counties (P9)", sides: [farmer, elsewhere(farmer)], says: "KEEP_HUKOU_PLACE_REFUND_OTHER" },
    { when: "an organ's and employees': no rule says which", sides: [official, worker], says: undefined },
    { when: "organs' in two provinces: no rule says which", sides: [official, elsewhere(official)], says: undefined },
  ])("two that are drawn at once are found, months or none: $when", ({ sides, says }) => {
    const drawn = sides.map((one): Enrolment => ({ ...one, insuredAs: "retired" }));
    for (const [one, two] of [drawn, drawn.toReversed()]) {
      expect(found([one!, {}], [two!, {}])).toMatchObject([{ operational: true, common: 0 }]);
      expect(found([one!, {}], [two!, {}])[0]?.says).toBe(says);
    }
    const [first, ended] = drawn;
    expect(found([first!, {}], [{ ...ended!, status: "ended" }, {}]).filter(({ operational }) => operational)).toEqual([]);
  });

  test("months that flexible workers paid all by themselves go back only as far as their account goes (P5)", () => {
    const alone = anEnrolment({ scheme: "110", region: "440106", from: "2020-01", insuredAs: "flexible" });
    const refundOf = (amounts: object) =>
      found([worker, { 2025: whole }], [alone, { 2025: "ppp---------" }, amounts])[0]?.sides[1];
    expect(refundOf({ base: 500_000, personal: 100_000 })).toMatchObject({
      refund: 0,
      alone: { paid: 300_000, base: 1_500_000 },
    });
    expect(refundOf({ base: 500_000, personal: 40_000, unit: 60_000 })).toMatchObject({ refund: 120_000 });
    expect(refundOf({ base: 0, personal: 100_000 })).not.toHaveProperty("refund");
  });

  test("amounts that no file names are missing, not nothing", () => {
    const [pair] = found([worker, { 2025: whole }], [farmer, { 2025: whole }, { base: 0 }]);
    expect(pair).toMatchObject({ common: 12 });
    expect(pair?.sides[1]).not.toHaveProperty("refund");
  });
});

describe("what the end of a transfer has opened", () => {
  const opened = (old: Enrolment, region: string) =>
    anEnrolment({
      ...{ scheme: old.scheme, region, from: "2026-06", status: "active", insuredAs: old.insuredAs, source: "desk" },
      carries: [{ scheme: old.scheme, region: old.region, from: old.from }],
    });

  test.each([
    { of: "a resident who had paid for the whole year", old: farmer, to: "320102", years: { 2026: whole } },
    { of: "a worker whose last month is that of the transfer's end", old: worker, to: "340400", years: { 2026: "pppppp------" } },
  ])("is paid by nobody until a file says so: no month is double, and none goes back, of $of", ({ old, to, years }) => {
    const ended = { ...old, status: "ended", to: "2026-12" } as Enrolment;
    expect(found([ended, years, tier], [opened(old, to), {}])).toEqual([]);
    const { carries: _, ...given } = opened(old, to);
    const over = { ...given, status: "ended", to: given.from } as Enrolment; // the agency's own file took its place
    expect(found([ended, years, tier], [over, {}])).toEqual([]);
    const paidThere = found([ended, years, tier], [opened(old, to), { 2026: "-----p------" }]);
    expect(paidThere).toMatchObject([{ operational: true, common: 1 }]);
  });
});

describe("in the statistics", () => {
  test.each([
    { scope: "ANY_BASIC_PENSION", counts: true },
    { scope: "SAME_SCHEME", counts: false },
  ])("two schemes in two provinces, in different years, count as double by $scope: $counts", ({ scope, counts }) => {
    const [before, after] = [
      { ...worker, from: "2020-01", to: "2023-12", status: "paused" } as Enrolment,
      { ...farmer, from: "2025-01" } as Enrolment,
    ];
    const law = lawWith([anEntry({ key: "annex3.limb1-scope", value: scope })]);
    const [pair] = found([before, { 2020: whole }], [after, { 2025: whole }, tier]);
    expect(pair?.statistical).toBe("any-scheme");
    expect(saidBy(countsInStatistics(pair!, law))).toBe(counts);
    const records = [before, after].map(({ scheme, region, from, to }) => ({
      scheme: scheme as "110",
      province: region.slice(0, 2),
      from,
      to: to ?? null,
    }));
    expect(saidBy(countsInAnnex3(records, law))).toBe(counts);
  });

  test("medical insurance is not counted", () => {
    const [one, two] = ["340422", "320102"].map((region) =>
      anEnrolment({ scheme: "390", region, from: "2025-01", insuredAs: "resident" }),
    );
    expect(saidBy(countsInStatistics(found([one!, {}], [two!, {}])[0]!, lawOf()))).toBe(false);
  });
});

describe("of two medical insurances", () => {
  test("what a transfer has opened and the city's own file calls by another code is one insurance (390 and 310)", () => {
    for (const scheme of ["310", "390"] as const) {
      const opened = anEnrolment({
        ...{ scheme, region: "340422", from: "2026-11" },
        carries: [{ scheme, region: "320100", from: "2020-01" }],
      });
      const [told, elsewhere] = ["340400", "340100"].map((region) => anEnrolment({ scheme, region, from: "2026-09" }));
      expect(found([opened, {}], [told!, { 2026: "--------ppp-" }])).toEqual([]);
      expect(found([opened, {}], [elsewhere!, { 2026: "--------ppp-" }])).toMatchObject([{ operational: true }]);
      expect(found([opened, { 2026: "----------p-" }], [told!, { 2026: "--------ppp-" }])).toMatchObject([{ operational: true }]);
    }
  });

  const resident = anEnrolment({ scheme: "390", region: "340422", from: "2024-01", insuredAs: "resident" });
  const employee = anEnrolment({ scheme: "310", region: "320102", from: "2025-06", insuredAs: "employee" });
  const fee = { personal: 3_300, subsidy: 5_500 };

  test.each([
    { when: "both are in force", sides: [employee, resident], is: 1 },
    { when: "one is paused", sides: [{ ...employee, status: "paused" }, resident], is: 0 },
    { when: "they are of one scheme in one place", sides: [resident, { ...resident, from: "2025-01" }], is: 0 },
    { when: "they are of one scheme in two places", sides: [resident, { ...resident, region: "340421" }], is: 1 },
  ])("something is found: $is, when $when", ({ sides, is }) => {
    expect(duplicatesIn(sides as Enrolment[], [], asOf)).toHaveLength(is);
  });

  test("a year's premium goes back when the other one was joined before it began, and was paid from then on", () => {
    const refund = (from: string, months: Years) =>
      found([{ ...employee, from } as Enrolment, months], [resident, { 2025: whole, 2026: whole }, fee])[0]?.sides[1].refund;
    expect(refund("2025-12", { 2025: "-----------p", 2026: "ppppppppppp-" })).toBe(12 * 3_300);
    expect(refund("2026-01", { 2026: "ppppppppppp-" })).toBe(0);
    expect(refund("2025-12", { 2025: "-----------p", 2026: "pppp-pppppp-" })).toBe(0);
  });

  test("of two residents' ones a year that has begun gives nothing back; of one that has not, the agency says how much", () => {
    const elsewhere = { ...resident, region: "340421" } as Enrolment;
    const refunds = (years: Years) =>
      found([elsewhere, years, fee], [resident, years, fee])[0]?.sides.map(({ refund }) => refund ?? "asked");
    expect(refunds({ 2026: whole })).toEqual([0, 0]);
    expect(refunds({ 2026: whole, 2027: whole })).toEqual(["asked", "asked"]);
  });

  test("who is paid for by the government is seen by what was paid, and months run on only without a gap", () => {
    const [pair] = found(
      [employee, { 2025: "-----ppppppp", 2026: "pp-pppppppp-" }],
      [resident, { 2026: whole }, { personal: 0, subsidy: 9_000 }],
    );
    expect(pair).toMatchObject({ funded: 1, employeeMonths: 8 });
    expect(found([employee, { 2026: whole }], [resident, { 2026: whole }, fee])[0]).not.toHaveProperty("funded");
  });
});

test("the summary says that nothing is double where somebody has looked, and stays small with many relations", () => {
  expect(summarise([worker, farmer], paidFor(farmer, { 2015: whole }), asOf).duplicates).toMatchObject([{ says: "NO_OVERLAP" }]);
  expect(summarise([worker, { ...farmer, status: "ended", to: farmer.from }], [], asOf).duplicates).toEqual([]);
  expect(summarise([worker], [], asOf)).not.toHaveProperty("duplicates");
  const provinces = ["110101", "120101", "310101", "330102", "350102", "370102", "410102", "430102", "440106", "500101"];
  const many = provinces.map((region) => anEnrolment({ scheme: "110", region, from: "2010-01", status: "paused" }));
  const { duplicates = [] } = summarise(many, [], asOf);
  expect(duplicates.length).toBe(6);
  expect(Buffer.byteLength(JSON.stringify(duplicates))).toBeLessThan(2_500);
});
