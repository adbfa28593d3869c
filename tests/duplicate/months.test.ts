// Which months are double, and what of them goes back: month by month, against a count that anybody can follow.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backOf, employeesPart, isFunded, personalPart, premiumYears, residentPart } from "../../shared/duplicates/amounts.ts";
import { duplicatesIn, newlyDouble } from "../../shared/duplicates/find.ts";
import {
  inBoth,
  type Months,
  monthIn,
  nthsIn,
  runsOf,
  saysNothing,
  whatCounts,
  yearsPaid,
} from "../../shared/duplicates/paid.ts";
import type { PlainMonth } from "../../shared/kernel/calendar.ts";
import { noPayment, type PaidMonth, packMonths, statesOf } from "../../shared/paid-months.ts";
import type { Enrolment, PaidYear, Summary } from "../../shared/registration.ts";
import { anEnrolment, day } from "../support/build.ts";
import { lawLacking, lawOf } from "../support/policy.ts";
import { paidFor } from "./someone.ts";

const asOf = day("2026-11-20");
const whole = "pppppppppppp";
const span = (from: string, to: string): Months => ({ from: from as PlainMonth, to: to as PlainMonth });
const worker = (more: object = {}) =>
  anEnrolment({ scheme: "110", region: "320102", from: "2025-01", insuredAs: "employee", ...more });
const farmer = (more: object = {}) =>
  anEnrolment({ scheme: "170", region: "340422", from: "2025-01", insuredAs: "resident", ...more });
const medical = (scheme: "310" | "390", region: string, more: object = {}) =>
  anEnrolment({ scheme, region, from: "2025-01", insuredAs: scheme === "310" ? "employee" : "resident", ...more });
type Side = [Enrolment, Record<number, string>, object?];
const found = (sides: Side[], { on }: { on: typeof asOf | undefined } = { on: asOf }) =>
  duplicatesIn(
    sides.map(([enrolment]) => enrolment),
    sides.flatMap((side) => paidFor(...side)),
    on,
  );
const open = (...sides: Side[]) => found(sides).filter(({ operational }) => operational);
const cleared = (...spans: Months[]) => ({
  ...{ receipt: "C7K2-94MD-61QX", on: "2026-05-01", by: "340422", says: "KEEP_EMPLOYEE_MONTHS", spans },
  kept: { scheme: "110", region: "320102", from: "2025-01" },
});
/** A year whose months are each what is given, by their place in it. */
const yearOf = (year: number, months: Record<number, Partial<PaidMonth>>, of = farmer()) => {
  const all = Array.from(
    { length: 12 },
    (_, nth): PaidMonth => ({ ...noPayment, ...(months[nth] && { state: "paid", ...months[nth] }) }),
  );
  const { scheme, region, from } = of;
  return { scheme, region, from, year, months: packMonths(all) } satisfies PaidYear;
};
const paidOf = (...years: PaidYear[]) => yearsPaid(farmer(), years);

describe("the months of both", () => {
  const spans = fc
    .array(fc.tuple(fc.nat(40), fc.nat(8)), { maxLength: 4 })
    .map((drawn) => drawn.map(([first, length]) => [first, first + length] as const));
  const at = (month: number) => monthIn(2022 + Math.floor(month / 12), month % 12);
  test("are those that lie in both, in the order of time, and a year's are found by their place in it", () => {
    fc.assert(
      fc.property(spans, spans, (one, two) => {
        const [a, b] = [one, two].map((all) => all.map(([from, to]) => span(at(from), at(to))));
        const common = inBoth(a!, b!);
        for (let month = 0; month < 50; month++) {
          const has = (all: readonly (readonly [number, number])[]) => all.some(([from, to]) => from <= month && month <= to);
          expect(nthsIn(2022 + Math.floor(month / 12), common).includes(month % 12)).toBe(has(one) && has(two));
        }
        expect(common.every(({ from, to }) => from <= to)).toBe(true);
        const order = common.map(({ from }) => from);
        expect(order).toEqual([...order].sort());
      }),
      { numRuns: 50 },
    );
  });

  test("run on over the turn of a year, whatever the order of the files, and stop at a month that was cleared", () => {
    const years = [yearOf(2026, { 0: {}, 1: {} }), yearOf(2025, { 10: {}, 11: {} }), yearOf(2025, { 0: {} }, worker())];
    expect(runsOf(paidOf(...years))).toEqual([span("2025-11", "2026-02")]);
    const gone = yearsPaid(farmer({ cleared: [cleared(span("2025-12", "2026-01"))] }), years);
    expect(runsOf(gone)).toEqual([span("2025-11", "2025-11"), span("2026-02", "2026-02")]);
    expect(gone.map(({ states, gone: count }) => `${states} ${count}`)).toEqual(["----------p- 1", "-p---------- 1"]);
    expect(paidOf(...years).map(({ gone: count }) => count)).toEqual([0, 0]);
  });

  test("that were cleared count no more, with their amounts; all others do, and what is owed stays owed", () => {
    const owed = packMonths([
      { ...noPayment, state: "owed", base: 5 },
      ...Array<PaidMonth>(11).fill({ ...noPayment, state: "paid", base: 7 }),
    ]);
    const year: PaidYear = { ...yearOf(2025, {}), months: owed };
    const other = yearOf(2025, { 0: { base: 3 } }, worker());
    const counts = whatCounts([farmer({ cleared: [cleared(), cleared(span("2025-01", "2025-03"))] }), worker()], [year, other]);
    expect(counts.map(({ months }) => statesOf(months))).toEqual(["o--ppppppppp", "p-----------"]);
    expect(counts[1]).toBe(other);
    expect(whatCounts([farmer({ cleared: [cleared()] })], [year])).toEqual([year]);
    expect(whatCounts([farmer()], [year])).toEqual([year]);
  });
});

test("a month says nothing only where no amount of it is named", () => {
  const amount = fc.integer({ min: -2, max: 2 }).map((fen) => Math.abs(fen));
  const month = fc.record({ base: amount, personal: amount, unit: amount, subsidy: amount });
  fc.assert(
    fc.property(month, (amounts) => {
      const isNamed = Object.values(amounts).some((fen) => fen > 0);
      expect(saysNothing({ state: "paid", ...amounts })).toBe(!isNamed);
    }),
    { numRuns: 200 },
  );
});

describe("what goes back", () => {
  const common = [span("2025-01", "2025-06")];
  test("of residents is their part and the collective's of the months in both, and nothing of what is only owed", () => {
    const year = { base: 60_000, personal: 1_000, unit: 200, subsidy: 500 };
    expect(residentPart(paidOf(yearOf(2025, { 0: year, 5: year, 6: year })), common)).toBe(2_400);
    const owing = yearOf(2025, { 0: year, 1: { ...year, state: "owed", personal: 9_999 }, 7: year });
    expect(residentPart(paidOf(owing), common)).toBe(1_200);
    expect(residentPart(paidOf(yearOf(2025, { 7: {} }), yearOf(2024, { 0: {} })), common)).toBe(0); // nothing of them is double
    expect(residentPart([], common)).toBe(0);
  });

  test("is not known where one month of the year has no amount, though others have", () => {
    const years = paidOf(yearOf(2025, { 0: { personal: 1_000 }, 1: {} }));
    expect(residentPart(years, common)).toBeUndefined();
    expect(personalPart(years, common)).toBeUndefined();
    expect(employeesPart(years, common)).toEqual({});
    expect(personalPart(paidOf(yearOf(2025, { 0: { personal: 1_000 }, 5: { personal: 20 }, 6: {} })), common)).toBe(1_020);
    expect(personalPart(paidOf(yearOf(2025, { 0: { subsidy: 500 } })), common)).toBe(0); // paid by somebody else: that is told
  });

  test("of employees is their own part beside an employer's; of months paid alone no more than the account's share", () => {
    const part = (months: Record<number, Partial<PaidMonth>>) => employeesPart(paidOf(yearOf(2025, months)), common);
    const [byEmployer, alone] = [
      { base: 5_000, personal: 400, unit: 800 },
      { base: 5_000, personal: 1_000 },
    ];
    expect(part({ 0: byEmployer, 1: byEmployer })).toEqual({ refund: 800 });
    expect(part({ 0: byEmployer, 1: alone, 2: alone, 8: alone })).toEqual({ refund: 400, alone: { paid: 2_000, base: 10_000 } });
    expect(part({ 0: { ...alone, subsidy: 100 } })).toEqual({ refund: 1_000 });
    expect(part({ 0: { base: 5_000, personal: 400, unit: 100, subsidy: 100 } })).toEqual({ refund: 400 });
    expect(part({ 0: { personal: 1_000 } })).toEqual({}); // its base is not known
    expect(part({})).toEqual({ refund: 0 });
    expect(backOf({ refund: 400, alone: { paid: 2_000, base: 10_000 } }, lawOf())).toBe(400 + 800);
    expect(backOf({ refund: 400, alone: { paid: 700, base: 10_000 } }, lawOf())).toBe(400 + 700);
    expect(backOf({ refund: 400 }, lawLacking("flexible-pension.account-rate"))).toBe(400);
    expect(backOf({ alone: { paid: 700, base: 10_000 } }, lawOf())).toBeUndefined();
  });

  test("of a premium are the years that began after the other one was joined, and were paid there month by month so far", () => {
    const years = paidOf(...paidFor(farmer(), { 2024: whole, 2025: whole, 2026: whole }));
    const back = (from: string, ...paid: Months[]) =>
      premiumYears(years, { from: from as PlainMonth }, paid).map(({ year }) => year);
    expect(back("2024-12", span("2024-12", "2026-03"))).toEqual([2025, 2026]);
    expect(back("2025-01", span("2025-01", "2026-03"))).toEqual([2026]);
    expect(back("2024-12", span("2024-12", "2025-12"))).toEqual([2025, 2026]); // no file has told of 2026 yet
    expect(back("2024-12", span("2025-02", "2026-03"))).toEqual([2026]);
    expect(back("2024-12", span("2024-12", "2025-05"), span("2025-06", "2026-03"))).toEqual([2025, 2026]);
    expect(back("2024-12", span("2024-12", "2025-05"), span("2025-07", "2026-03"))).toEqual([2026]);
    expect(back("2024-12")).toEqual([2025, 2026]);
    expect(premiumYears(paidOf(yearOf(2025, {})), { from: "2024-12" as PlainMonth }, [])).toEqual([]);
  });

  test.each<{ when: string; months: Record<number, Partial<PaidMonth>>; funded: boolean }>([
    { when: "the government alone paid each month", months: { 0: { subsidy: 1 }, 1: { subsidy: 1 } }, funded: true },
    { when: "they paid one of them too", months: { 0: { subsidy: 1 }, 1: { subsidy: 1, personal: 1 } }, funded: false },
    { when: "the collective paid", months: { 0: { subsidy: 1, unit: 1 } }, funded: false },
    { when: "nobody is told to have paid", months: { 0: {} }, funded: false },
    {
      when: "they owe one that it does not pay",
      months: { 0: { subsidy: 1 }, 1: { state: "owed", personal: 1 } },
      funded: true,
    },
    { when: "nothing was paid", months: {}, funded: false },
  ])("and the government pays all where $when: $funded", ({ months, funded }) => {
    const years = paidOf(yearOf(2025, { 0: { personal: 1 } }), yearOf(2026, months));
    expect(isFunded(Object.keys(months).length > 0 ? years : [])).toBe(funded);
    expect(isFunded([...years, ...paidOf(yearOf(2027, {}))])).toBe(funded); // the newest in which something was paid
  });
});

describe("between two pensions", () => {
  const there = (more: object = {}) => worker({ region: "440106", from: "2020-01", status: "ended", ...more });
  const carries = (one: Enrolment) => ({ carries: [{ scheme: one.scheme, region: one.region, from: one.from }] });

  test("no amount is named where no month is in both", () => {
    for (const { sides } of found([
      [worker(), { 2025: whole }],
      [farmer(), { 2024: whole }, { personal: 100 }],
    ]))
      for (const side of sides) expect(side).not.toHaveProperty("refund");
  });

  test("months are those of the scheme, also where both began in one place on one day", () => {
    const here = worker({ region: "340422" });
    const [pair] = open([here, { 2025: "ppp---------" }], [farmer(), { 2025: "--pppp------" }]);
    expect(pair).toMatchObject({
      common: 1,
      sides: [
        { scheme: "110", paid: 3 },
        { scheme: "170", paid: 4 },
      ],
    });
  });

  test("what a transfer brought is told again only where every year of it is, and where it had months at all", () => {
    const here = worker(carries(there()));
    const told = (years: Record<number, string>) => open([here, years], [there(), { 2024: whole, 2025: whole }]).length;
    expect([told({ 2024: whole, 2025: whole }), told({ 2025: whole })]).toEqual([0, 1]);
    const rests = there({ status: "paused", to: "2020-02" });
    expect(
      found([
        [worker(carries(rests)), { 2025: whole }],
        [rests, {}],
      ]),
    ).toMatchObject([{ statistical: "two-places" }]);
  });

  test("what was carried to a third province has not come here", () => {
    const third = worker({ region: "110101", from: "2026-01", ...carries(there()) });
    const pairs = open([worker(), { 2025: whole }], [there(), { 2025: whole }], [third, {}]);
    const [pair] = pairs.filter(({ sides }) => sides.some(({ region }) => region === "320102"));
    for (const side of pair?.sides ?? []) expect(side).not.toHaveProperty("carries");
    const twoOfThem = worker({ carries: [{ scheme: "110", region: "510100", from: "2001-01" }, ...carries(there()).carries] });
    expect(open([twoOfThem, { 2025: whole }], [there(), { 2025: "p-----------" }, { base: 1 }])[0]?.sides[0]).toMatchObject({
      carries: true,
    });
  });
});

describe("where no file names months", () => {
  const nothing = {};
  test.each([
    { when: "runs: up to the day of the file", more: {}, common: 11 },
    { when: "begins in the month of the file", more: { from: "2026-11" }, common: 1 },
    { when: "begins in the next one", more: { from: "2026-12" }, common: 0 },
    { when: "has an end", more: { to: "2026-03" }, common: 3 },
    { when: "has an end and rests", more: { to: "2026-03", status: "paused" }, common: 3 },
    { when: "rests since nobody knows when", more: { status: "paused" }, common: 0 },
    { when: "was decided about", more: { cleared: [cleared()] }, common: 0 },
    { when: "is drawn", more: { insuredAs: "retired" }, common: 0 },
  ])("what $when has $common months with a year that was paid", ({ more, common }) => {
    const pairs = found([
      [worker(), { 2026: whole }],
      [farmer({ from: "2026-01", ...more }), nothing],
    ]);
    expect(pairs.find(({ settled }) => !settled)?.common ?? 0).toBe(common);
  });

  test("and no summary names a day, it is the day of its own file", () => {
    const [pair] = found(
      [
        [worker(), { 2026: whole }],
        [farmer({ from: "2026-01", asOf: "2026-05-31" }), nothing],
      ],
      { on: undefined },
    );
    expect(pair?.common).toBe(5);
  });

  test("the month in which a relation began is none of both: nothing overlaps, and what lies elsewhere is offered a transfer", () => {
    const idle = { from: "2026-03", status: "paused" } as const;
    const kinds = (one: Side, two: Side) => found([one, two]).map(({ says, common, operational }) => [says, common, operational]);
    expect(kinds([worker(), { 2026: whole }], [farmer(idle), nothing])).toEqual([["NO_OVERLAP", 0, undefined]]);
    const there = worker({ region: "440106", ...idle });
    expect(kinds([worker(), { 2026: whole }], [there, nothing])).toEqual([["OFFER_TRANSFER_MERGE", 0, undefined]]);
  });
});

describe("in the statistics", () => {
  const kind = (one: Enrolment, two: Enrolment) =>
    found([
      [one, {}],
      [two, {}],
    ])[0]?.statistical;
  test.each([
    { when: "two schemes of one province met this year", to: "2026-01", is: "same-year" },
    { when: "they met last, the other one having ended in the year before the file's", to: "2025-12", is: undefined },
  ])("$is where $when", ({ to, is }) => {
    expect(kind(worker({ region: "340400", from: "2025-12" }), farmer({ status: "ended", to }))).toBe(is);
  });

  test("what has ended is held no more; what rests is, in another province and in no other county", () => {
    const rests = (more: object) => farmer({ status: "paused", from: "2012-01", to: "2012-06", ...more });
    expect(kind(farmer({ from: "2026-01" }), rests({ region: "440106" }))).toBe("two-places");
    expect(kind(farmer({ from: "2026-01" }), rests({ region: "340421" }))).toBeUndefined();
    expect(kind(worker({ from: "2026-01" }), rests({}))).toBe("any-scheme");
    expect(kind(worker({ from: "2026-01" }), rests({ status: "ended" }))).toBeUndefined();
    expect(kind(rests({ status: "ended" }), worker({ from: "2026-01" }))).toBeUndefined();
    expect(kind(worker({ status: "ended", to: "2026-02" }), farmer({ status: "ended", to: "2026-03" }))).toBe("same-year");
  });
});

describe("one relation", () => {
  const retired = { insuredAs: "retired" };
  test("of a scheme in one place is drawn once, though it is written down twice", () => {
    expect(open([worker(retired), {}], [worker({ ...retired, from: "2020-01" }), {}])).toEqual([]);
    expect(open([worker(retired), {}], [farmer({ ...retired, region: "320102" }), {}])).toHaveLength(1);
  });

  test("at work is two enrolments one after the other: their months run on together", () => {
    const before = medical("310", "320102", { to: "2025-08", status: "ended" });
    const since = medical("310", "320102", { from: "2025-08" });
    const months = { 2025: "pppppppp----" };
    const pairs = open([before, months], [since, { 2025: "-------ppppp", 2026: "pp----------" }], [medical("390", "340422"), {}]);
    expect(pairs).toMatchObject([{ employeeMonths: 14 }]);
    const apart = open([before, months], [since, { 2025: "---------ppp", 2026: "pp----------" }], [medical("390", "340422"), {}]);
    expect(apart).toMatchObject([{ employeeMonths: 5 }]);
  });
});

describe("of each side is shown", () => {
  test("what counts of it, its last month and its end; the employer only where it decides", () => {
    const employer = { employer: { name: "甲公司" } };
    const [pair] = open(
      [medical("310", "320102", { ...employer, to: "2026-12" }), { 2025: whole, 2026: "pp--p-------" }],
      [medical("390", "340422", employer), {}],
    );
    expect(pair?.sides).toMatchObject([{ paid: 15, lastPaid: "2026-05", to: "2026-12", employer: "甲公司" }, { paid: 0 }]);
    for (const key of ["lastPaid", "to", "employer", "refund", "carries"])
      expect(pair?.sides[1], key).not.toHaveProperty(key === "refund" ? "alone" : key);
    expect(pair?.sides[0]).not.toHaveProperty("refund");
    const [pensions] = open([worker(employer), { 2025: whole }], [farmer(), { 2025: whole }]);
    expect(pensions?.sides[0]).not.toHaveProperty("employer");
  });

  test("no premium of two in one scheme: none of them was joined before the other's year", () => {
    const [pair] = open([medical("390", "340422"), { 2026: whole }], [medical("390", "320102"), { 2026: whole }]);
    expect(pair?.sides).toMatchObject([{ refund: 0 }, { refund: 0 }]);
    const [atWork] = open([medical("310", "340422"), { 2026: whole }], [medical("310", "320102"), { 2026: whole }]);
    expect(atWork).not.toHaveProperty("employeeMonths");
    for (const side of atWork?.sides ?? []) expect(side).not.toHaveProperty("refund");
  });
});

test("what has to be done comes before what only counts, pensions and medical insurance alike", () => {
  const counts = worker({ region: "440106", from: "2012-01", status: "paused" });
  const pairs = found([
    [worker(), {}],
    [counts, { 2012: whole }],
    [medical("390", "340422"), {}],
    [medical("390", "320102"), {}],
  ]);
  expect(pairs.map(({ insurance, operational }) => [insurance, operational])).toEqual([
    ["medical", true],
    ["pension", undefined],
  ]);
});

test("what is decided once more has another name, and the same under any order of the files its own", () => {
  const sides: Side[] = [
    [worker(), { 2025: whole }],
    [farmer(), { 2025: whole }],
  ];
  const [once] = open(...sides);
  expect(open(...sides.toReversed())[0]?.id).toBe(once?.id);
  const again = (count: number) =>
    open([worker(), { 2025: whole }], [farmer({ cleared: Array(count).fill(cleared()) }), { 2025: whole }])[0]?.id;
  expect(
    new Set([
      once?.id,
      again(1),
      again(2),
      open([worker(), { 2025: whole }], [farmer({ from: "2024-01" }), { 2025: whole }])[0]?.id,
    ]).size,
  ).toBe(4);
});

test("new is what has to be done and was not known, and nothing of somebody whom the register has just got to know", () => {
  const [pair] = open([worker(), { 2025: whole }], [farmer(), { 2025: whole }]);
  const summary = (...duplicates: object[]) => ({ insurances: {}, duplicates }) as unknown as Summary;
  expect(newlyDouble(summary(), summary(pair!))).toEqual([pair?.id]);
  expect(newlyDouble({ insurances: {} }, summary(pair!))).toEqual([pair?.id]);
  expect(newlyDouble(summary(pair!), summary(pair!))).toEqual([]);
  expect(newlyDouble(summary(), summary({ ...pair!, operational: undefined }))).toEqual([]);
  expect(newlyDouble(summary(), { insurances: {} })).toEqual([]);
  expect(newlyDouble(summary(), undefined)).toEqual([]);
  expect(newlyDouble(undefined, summary(pair!))).toEqual([]);
});
