import { describe, expect, test } from "vitest";
import { demoPeople } from "../../scripts/people/demo.ts";
import { makePeople } from "../../scripts/people/make.ts";
import type { SyntheticEnrolment, SyntheticPerson } from "../../scripts/people/person.ts";
import { demoCounties } from "../../shared/divisions/demo.ts";
import { ageOn, type PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import { guessDocument, readDocument } from "../../shared/kernel/documents.ts";
import { day } from "../support/build.ts";

const today = day("2026-11-22");
const people = [...makePeople({ count: 4000, today })];
const citizens = people.filter(({ document }) => document === "RIC");
const share = (is: (person: SyntheticPerson) => boolean) => people.filter(is).length / people.length;

function monthsOf({ paid, owed }: SyntheticEnrolment): PlainMonth[] {
  const months: PlainMonth[] = [];
  for (const { first, last } of [...paid, ...owed]) for (let at = first; at <= last; at = plusMonths(at, 1)) months.push(at);
  return months;
}
const monthsIn = ({ enrolments }: SyntheticPerson, ...schemes: string[]) =>
  enrolments.filter(({ scheme }) => schemes.includes(scheme)).flatMap(monthsOf);

describe("the synthetic population", () => {
  test("is the same for the same seed and day, and begins alike however many are wanted", () => {
    expect([...makePeople({ count: 50, today })]).toEqual(people.slice(0, 50));
    expect([...makePeople({ count: 50, today, seed: 2 })]).not.toEqual(people.slice(0, 50));
  });

  test("has numbers that are right, each once, from counties that never were", () => {
    for (const { number, birth, sex } of citizens) {
      const read = readDocument({ docType: "RIC", typed: number, asOf: today, areaStatus: () => "current" });
      expect(read).toMatchObject({ ok: true, value: { birth, sex } });
      expect(demoCounties).toContain(number.slice(0, 6));
    }
    expect(new Set(people.map(({ number }) => number)).size).toBe(people.length);
  });

  test("of another seed are other people, who may live in the same register", () => {
    const numbers = new Set(people.map(({ number }) => number));
    expect([...makePeople({ count: 4000, today, seed: 2 })].filter(({ number }) => numbers.has(number))).toEqual([]);
  });

  test("has a few guests, whose numbers are nobody's either", () => {
    const guests = people.filter(({ document }) => document !== "RIC");
    expect(new Set(guests.map(({ document }) => document))).toEqual(new Set(["HK_MO_RP", "TW_RP", "FPR_ID", "PASSPORT"]));
    for (const { number, document, birth } of guests) {
      expect(guessDocument(number)).toContain(document);
      if (document === "HK_MO_RP" || document === "TW_RP") expect(birth < "1910").toBe(true);
      if (document === "FPR_ID") expect(number.slice(3, 6)).toBe("074"); // Bouvet Island
      if (document === "PASSPORT") expect(number).toMatch(/^BVT/);
    }
  });

  test("has phones of no operator, fresh, stale, never confirmed, shared and none", () => {
    for (const { phone } of people) expect(phone ?? "154").toMatch(/^154/);
    for (const state of ["fresh", "stale", "unconfirmed", "none"])
      expect(share(({ phoneState }) => phoneState === state)).toBeGreaterThan(0.05);
    expect(share(({ phoneShared }) => phoneShared)).toBeGreaterThan(0.1);
  });

  test("lives in Huainan, Nanjing and Weishan, and moves between them", () => {
    const cities = new Set(people.map(({ hukou }) => hukou.division.slice(0, 4)));
    expect(cities).toEqual(new Set(["3404", "3201", "3708"]));
    expect(share(({ hukou, residence }) => hukou.division.slice(0, 2) !== residence.division.slice(0, 2))).toBeGreaterThan(0.03);
  });

  test("has every kind of life and of name", () => {
    for (const life of ["child", "student", "employee", "official", "flexible", "resident", "retired", "uninsured"])
      expect(share((person) => person.life === life)).toBeGreaterThan(0.02);
    for (const kind of ["minority", "rare", "one-character"])
      expect(share(({ nameKind }) => nameKind === kind)).toBeGreaterThan(0.001);
    expect(share(({ gap }) => gap)).toBeGreaterThan(0.03);
    expect(share(({ duplicate }) => duplicate)).toBeGreaterThan(0.005);
    expect(share(({ legacy }) => legacy !== undefined)).toBeGreaterThan(0);
  });
});

describe("what they pay obeys the law:", () => {
  test("nobody has a pension insurance before the month of the sixteenth birthday", () => {
    for (const person of people) {
      const [first] = monthsIn(person, "110", "120", "170", "150").sort();
      if (first) expect(ageOn(person.birth, day(`${plusMonths(first, 1)}-01`))).toBeGreaterThanOrEqual(16);
    }
  });

  test("students have none either", () => {
    for (const person of people.filter(({ life }) => life === "student"))
      expect(monthsIn(person, "110", "120", "170")).toEqual([]);
  });

  test("who is in an insurance of employees is in none of residents, but for those whom the plan is to find", () => {
    for (const person of people.filter(({ duplicate }) => !duplicate)) {
      for (const [work, home] of [
        [
          ["110", "120"],
          ["170", "150"],
        ],
        [["310"], ["390", "380", "391"]],
      ] as const) {
        const atWork = new Set(monthsIn(person, ...work));
        expect(monthsIn(person, ...home).filter((month) => atWork.has(month))).toEqual([]);
      }
    }
  });

  test("nobody pays twice for a month in one insurance, nor for a month at work that is still to come", () => {
    for (const person of people) {
      for (const scheme of ["110", "310"]) {
        const months = monthsIn(person, scheme);
        expect(months).toHaveLength(new Set(months).size);
        expect(months.filter((month) => month >= "2026-11")).toEqual([]);
      }
    }
  });

  test("employees pay for all their insurances from the month they began", () => {
    const current = people.filter(
      ({ life, enrolments }) => life === "employee" && enrolments.some(({ status }) => status === "active"),
    );
    for (const { enrolments } of current)
      expect(new Set(enrolments.map(({ scheme }) => scheme))).toEqual(
        expect.objectContaining(new Set(["110", "310", "210", "410"])),
      );
    for (const { enrolments } of people)
      for (const enrolment of enrolments)
        expect(monthsOf(enrolment).every((month) => month >= enrolment.from && month <= (enrolment.to ?? "9999"))).toBe(true);
  });

  test("who retired from work has paid for fifteen years, or retired before there was anything to pay", () => {
    for (const person of people.filter(({ life }) => life === "retired")) {
      const pension = person.enrolments.find(({ scheme }) => scheme === "110");
      if (pension && pension.from > "1996-01") expect(monthsOf(pension).length).toBeGreaterThanOrEqual(180);
      expect(person.enrolments.filter(({ scheme }) => scheme === "210").every(({ status }) => status === "ended")).toBe(true);
    }
  });

  test("employers have credit codes that are right and no authority's", () => {
    const codes = new Set(people.flatMap(({ enrolments }) => enrolments.flatMap(({ employer }) => employer?.code ?? [])));
    expect(codes.size).toBeGreaterThan(100);
    const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    for (const code of codes) {
      const sum = [...code].reduce((total, letter, i) => total + alphabet.indexOf(letter) * (i < 17 ? 3 ** i % 31 : 1), 0);
      expect([code.length, sum % 31, demoCounties.includes(code.slice(2, 8))]).toEqual([18, 0, true]);
    }
  });
});

test("some of two thousand people can sign in, one for each thing worth seeing, the first with a fresh phone", () => {
  const demo = demoPeople(makePeople({ count: 2000, today }));
  expect(demo).toHaveLength(16);
  expect(demo[0]).toMatchObject({ phone: expect.stringMatching(/^154/), about: expect.stringContaining("confirmed lately") });
  for (const word of [
    "flexible worker, fresh",
    "stopped paying",
    "not insured",
    "missing",
    "rare",
    "dot",
    "twice",
    "two places",
    "shares",
    "more than a year",
    "never confirmed",
    "child under 18",
    "no phone",
  ])
    expect(demo.filter(({ about }) => about.includes(word))).toHaveLength(1);
  expect(demo.filter(({ phone }) => phone === null)).toHaveLength(1);
});
