// The months of both, year by year: what both have is seen at a glance, and no more than can be read.
import { expect, test } from "vitest";
import { yearsBeside } from "../../shared/duplicates/beside.ts";
import type { DuplicateSide } from "../../shared/duplicates/duplicate.ts";
import type { Enrolment } from "../../shared/registration.ts";
import { anEnrolment, day } from "../support/build.ts";
import { paidFor } from "./someone.ts";

const [whole, nothing, half] = ["pppppppppppp", "------------", "------pppppp"];
type Years = Record<number, string>;
const worker = (more: object = {}) =>
  anEnrolment({ scheme: "110", region: "320102", from: "2015-01", insuredAs: "employee", ...more });
const farmer = (more: object = {}) =>
  anEnrolment({ scheme: "170", region: "340422", from: "2015-01", insuredAs: "resident", ...more });
const sideOf = ({ scheme, region, from, status, insuredAs }: Enrolment): DuplicateSide => ({
  ...{ scheme, region, from, status, insuredAs },
  paid: 0,
});
const told = (from: number, to: number, letters: string): Years =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, nth) => [from + nth, letters]));

/** `2025 one two` a line, on 20 November 2026. */
function beside(one: [Enrolment, Years], two: [Enrolment, Years], insurance: "pension" | "medical" = "pension") {
  const known = {
    enrolments: [two[0], one[0]],
    paidYears: [...paidFor(...two), ...paidFor(...one)],
  };
  const years = yearsBeside({ insurance, sides: [sideOf(one[0]), sideOf(two[0])] }, known, day("2026-11-20"));
  return years.map(({ year, one: first, two: second }) => `${year} ${first} ${second}`);
}

test.each<{ when: string; one: Years; two: Years; shown: string[] }>([
  {
    when: "those with months in both, one year before them and one after",
    one: told(2020, 2026, half!),
    two: { ...told(2016, 2021, nothing!), 2022: whole!, 2023: whole!, 2024: "ppp---------", 2025: whole! },
    shown: [
      `2021 ${half} ${nothing}`,
      `2022 ${half} ${whole}`,
      `2023 ${half} ${whole}`,
      `2024 ${half} ppp---------`,
      `2025 ${half} ${whole}`,
      `2026 ${half} ${nothing}`,
    ],
  },
  {
    when: "from the first one on where that is in both, and up to the last",
    one: { 2024: whole! },
    two: { 2024: half! },
    shown: [`2024 ${whole} ${half}`],
  },
  {
    when: "the newest four where no month is in both, with those that neither has",
    one: { 2015: whole! },
    two: { 2019: "pppppp------", 2020: whole! },
    shown: [
      `2017 ${nothing} ${nothing}`,
      `2018 ${nothing} ${nothing}`,
      `2019 ${nothing} pppppp------`,
      `2020 ${nothing} ${whole}`,
    ],
  },
])("shown are $when", ({ one, two, shown }) => {
  expect(beside([worker(), one], [farmer(), two])).toEqual(shown);
});

test("of many the newest eight are shown", () => {
  const years = beside([worker(), told(2012, 2025, whole!)], [farmer(), told(2012, 2025, half!)]);
  expect(years.map((line) => line.slice(0, 4))).toEqual(Object.keys(told(2018, 2025, "")));
});

test("what was cleared is shown as cleared, also where nothing of its year is left, and what was never paid as nothing", () => {
  const cleared = (from: string, to: string) => ({
    ...{ receipt: "C7K2-94MD-61QX", on: "2026-05-01", by: "340422", says: "KEEP_EMPLOYEE_MONTHS", spans: [{ from, to }] },
    kept: { scheme: "110", region: "320102", from: "2015-01" },
  });
  const resident = farmer({ cleared: [cleared("2024-10", "2025-06")] });
  expect(beside([worker(), { 2025: half! }], [resident, { 2024: "---------ppp", 2025: "pppppp----pp" }])).toEqual([
    `2024 ${nothing} ---------ccc`,
    `2025 ${half} cccccc----pp`,
  ]);
});

test.each<{ when: string; more: object; shown: string[] }>([
  {
    when: "from its first month up to now while it runs",
    more: { from: "2025-11" },
    shown: ["2025 ----------ss", "2026 sssssssssss-"],
  },
  { when: "up to its end", more: { from: "2025-11", to: "2026-01" }, shown: ["2025 ----------ss", "2026 s-----------"] },
  {
    when: "for its first month alone where it rests since nobody knows when",
    more: { from: "2025-11", status: "paused" },
    shown: ["2025 ----------s-"],
  },
  { when: "not at all while it has not begun", more: { from: "2027-02" }, shown: [] },
])("whose payments no file names is shown as in force $when", ({ more, shown }) => {
  const years = (paid: Years) => beside([worker(more), paid], [farmer({ from: "2027-03" }), {}]);
  expect(years({})).toEqual(shown.map((line) => `${line} ${nothing}`));
  expect(years({ 2025: nothing! })).toEqual(years({})); // a file that names no month that was paid
});

test("of two that are drawn nothing is shown, since when no file says; of a retired one's medical insurance it is", () => {
  const retired = { insuredAs: "retired" };
  expect(beside([worker(retired), { 2024: whole! }], [farmer(retired), { 2024: whole! }])).toEqual([]);
  expect(beside([worker(retired), { 2024: whole! }], [farmer(), { 2024: whole! }])).toEqual([`2024 ${whole} ${whole}`]);
  const [one, two] = [worker({ scheme: "310", ...retired }), farmer({ scheme: "390" })];
  expect(beside([one, { 2024: whole! }], [two, { 2024: whole! }], "medical")).toEqual([`2024 ${whole} ${whole}`]);
});
