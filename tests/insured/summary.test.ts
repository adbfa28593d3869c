import { describe, expect, test } from "vitest";
import { itemOf } from "../../functions/register/table.ts";
import { type PaidMonth, packMonths } from "../../shared/paid-months.ts";
import type { Enrolment, PaidYear, Scheme } from "../../shared/registration.ts";
import { summarise } from "../../shared/summary.ts";
import { anEnrolment, aPersonId, day } from "../support/build.ts";

const month = (state: PaidMonth["state"]): PaidMonth => ({ state, base: 600_000, personal: 48_000, unit: 96_000, subsidy: 0 });
const states = { p: "paid", o: "owed", "-": "none" } as const;
const paid = ({ scheme, region, from }: Enrolment, year: number, months: string): PaidYear => ({
  scheme,
  region,
  from,
  year,
  months: packMonths([...months].map((letter) => month(states[letter as "p"]))),
});

describe("of several enrolments in one insurance, the one that leads", () => {
  const old = anEnrolment({ from: "2010-01", status: "active" });
  test.each([
    {
      when: "one is active and another one ended later",
      others: [{ from: "2020-01", status: "ended" } as const],
      leads: "2010-01",
      running: 0,
    },
    {
      when: "one is active and another one paused",
      others: [{ from: "2020-01", status: "paused" } as const],
      leads: "2010-01",
      running: 1,
    },
    { when: "both are active", others: [{ from: "2020-01", region: "320102" } as const], leads: "2020-01", running: 1 },
  ])("is that of $leads when $when, and $running other runs", ({ others, leads, running }) => {
    const enrolments = [old, ...others.map((other) => anEnrolment(other))];
    for (const given of [enrolments, enrolments.toReversed()])
      expect(summarise(given, []).insurances.pension).toMatchObject({ from: leads, otherEnrolments: running });
  });
});

describe("maternity insurance", () => {
  const medical = anEnrolment({ scheme: "310", insuredAs: "employee" });
  test.each([
    { when: "an employee has medical insurance", enrolments: [medical], scheme: "310" },
    { when: "a flexible worker has it", enrolments: [anEnrolment({ scheme: "310", insuredAs: "flexible" })], scheme: undefined },
    {
      when: "residents' medical insurance is all there is",
      enrolments: [anEnrolment({ scheme: "390", insuredAs: "resident" })],
      scheme: undefined,
    },
    {
      when: "there is one of its own beside it",
      enrolments: [medical, anEnrolment({ scheme: "510", insuredAs: "employee" })],
      scheme: "510",
    },
  ])("is $scheme when $when", ({ enrolments, scheme }) => {
    expect(summarise(enrolments, []).insurances.maternity?.scheme).toBe(scheme);
  });
});

describe("the months of an insurance", () => {
  const before = anEnrolment({ scheme: "110", region: "340403", from: "2018-01", to: "2024-06", status: "ended" });
  const now = anEnrolment({ scheme: "110", region: "320102", from: "2024-07" });

  test("are those of every place, each month once", () => {
    const paidYears = [paid(before, 2024, "pppppppo----"), paid(now, 2024, "------opp---")];
    expect(summarise([before, now], paidYears).insurances.pension).toMatchObject({
      paidMonths: 9,
      years: { 2024: "ppppppppp---" },
    });
  });

  test("do not add up where one was at work and the other as a resident", () => {
    const resident = anEnrolment({ scheme: "170", region: "340403", from: "2020-01", insuredAs: "resident", status: "ended" });
    const paidYears = [paid(resident, 2023, "pppppppppppp"), paid(now, 2024, "------ppp---")];
    expect(summarise([resident, now], paidYears).insurances.pension).toMatchObject({
      scheme: "110",
      paidMonths: 3,
      years: { 2023: "pppppppppppp", 2024: "------ppp---" },
    });
  });

  test("of an organ and of an enterprise do", () => {
    const organ = anEnrolment({ scheme: "120", region: "340403", from: "2020-01", insuredAs: "employee", status: "ended" });
    const paidYears = [paid(organ, 2023, "pppppppppppp"), paid(now, 2024, "------ppp---")];
    expect(summarise([organ, now], paidYears).insurances.pension?.paidMonths).toBe(15);
  });

  test("are shown for the last eight years and counted for all", () => {
    const paidYears = Array.from({ length: 20 }, (_, i) => paid(now, 2007 + i, "pppppppppppp"));
    const { paidMonths, years } = summarise([now], paidYears).insurances.pension!;
    expect(paidMonths).toBe(240);
    expect(Object.keys(years)).toEqual(["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]);
  });

  test("of an enrolment that nobody knows are nobody's", () => {
    expect(summarise([now], [paid(before, 2024, "pppppp------")]).insurances.pension?.paidMonths).toBe(0);
  });
});

test("no insurance is a summary too, as of its day", () => {
  expect(summarise([], [], day("2026-10-31"))).toEqual({ asOf: "2026-10-31", insurances: {} });
});

test("thirty years in five schemes are an item of at most two thousand bytes: the check page stays one read", () => {
  const employer = { name: "淮南市田家庵区晨光机械制造有限公司", code: "91340469B2LBR4DQ3F" };
  const schemes: Scheme[] = ["110", "310", "210", "410", "510"];
  const enrolments = schemes.map((scheme) =>
    anEnrolment({ scheme, from: "1997-01", insuredAs: "employee", employer, region: "340403", source: "insured-340403" }),
  );
  const paidYears = enrolments.flatMap((one) => Array.from({ length: 30 }, (_, i) => paid(one, 1997 + i, "ppppppppppp-")));
  const item = itemOf.summary(aPersonId(), summarise(enrolments, paidYears, day("2026-10-31")));
  expect(sizeOf({ M: item })).toBeLessThanOrEqual(2000);
});

/** As DynamoDB counts: names and values, and a little for each nested one. */
function sizeOf(value: object): number {
  const [[type, content]] = Object.entries(value) as [[string, unknown]];
  if (type === "S") return Buffer.byteLength(String(content));
  if (type === "N") return Math.ceil(String(content).length / 2) + 1;
  if (type === "M")
    return Object.entries(content as object).reduce((sum, [name, field]) => sum + name.length + sizeOf(field) + 1, 3);
  return 1;
}

describe("what is held", () => {
  const flexible = anEnrolment({ from: "2024-01", region: "320102" });
  const resident = anEnrolment({ scheme: "170", from: "2015-01", region: "370826", insuredAs: "resident" });
  const ended = anEnrolment({ scheme: "390", from: "2016-01", status: "ended" });

  test("is every pension and medical enrolment that runs, with its own last paid month and base, and months count by scheme", () => {
    const years = [
      paid(flexible, 2024, "pppppppppppp"),
      paid(flexible, 2025, "ppp--o------"),
      paid(resident, 2023, "pppppppppppp"),
      paid(ended, 2016, "pppppppppppp"),
    ];
    const { held, paid: months } = summarise([resident, ended, flexible], years);
    expect(held).toMatchObject([
      { scheme: "110", region: "320102", status: "active", lastPaid: "2025-03", base: 600_000 },
      { scheme: "170", region: "370826", insuredAs: "resident", lastPaid: "2023-12" },
    ]);
    expect(months).toEqual({ "110": 15, "170": 12, "390": 12 });
  });

  test("names no month and no base that no file has told", () => {
    const owed = summarise([flexible], [paid(flexible, 2025, "oo----------")]).held;
    expect(owed).toEqual([{ scheme: "110", region: "320102", from: "2024-01", status: "active", insuredAs: "flexible" }]);
    const nameless = { ...paid(flexible, 2025, "pp----------"), months: "+2-a" };
    expect(summarise([flexible], [nameless]).held).toMatchObject([{ lastPaid: "2025-02" }]);
    expect(summarise([flexible], [nameless]).held?.[0]).not.toHaveProperty("base");
    expect(summarise([], [])).toEqual({ insurances: {} });
  });
});

describe("what a transfer brought", () => {
  const there = anEnrolment({ region: "320104", from: "2020-01", status: "ended", to: "2020-03" });
  const key = { scheme: there.scheme, region: there.region, from: there.from };
  const years = [paid(there, 2020, "ppp---------")];
  const atWork = anEnrolment({ from: "2026-11", carries: [key] });
  test("is said of the enrolment that carries it: how many months, since when, from where", () => {
    expect(summarise([there, atWork], years).insurances.pension).toMatchObject({
      paidMonths: 3,
      carried: [{ ...key, months: 3 }],
    });
  });
  test("is not said where it counts nothing: a resident's years in an employees' pension", () => {
    const resident = { ...there, scheme: "170" as Scheme, insuredAs: "resident" as const };
    const carrying = { ...atWork, carries: [{ ...key, scheme: "170" as Scheme }] };
    const held = summarise([resident, carrying], [paid(resident, 2020, "ppp---------")]).insurances.pension;
    expect(held).toMatchObject({ scheme: "110", paidMonths: 0 });
    expect(held?.carried).toBeUndefined();
  });
});
