// From when the resident medical insurance counts, said both ways where nobody knows the central payment period. Handbook 7.4.
import { expect, test } from "vitest";
import { coverByWindow } from "../../shared/enrolment/medical-terms.ts";
import { lawLacking, lawOf, today } from "../support/policy.ts";
import { someone } from "./someone.ts";

const covered = (coverYear: number, medicalYears: number[]) =>
  coverByWindow(coverYear, { known: someone({ medicalYears }), today }, lawOf("340422"));

test.each([
  { when: "next year, without a break", year: 2027, paid: [2025, 2026], cover: { inTime: "2027-01", late: "2027-02", waits: 3 } },
  { when: "this year, in November", year: 2026, paid: [2025], cover: { inTime: "2026-11", late: "2027-02", waits: 3 } },
  { when: "next year, after a year without", year: 2027, paid: [2025], cover: { inTime: "2027-03", late: "2027-03", waits: 4 } },
])("$when", ({ year, paid, cover }) => {
  expect(covered(year, paid)).toEqual(cover);
});

test("nothing is said where the waiting months are not loaded", () => {
  const asked = { known: someone({ medicalYears: [2025] }), today };
  expect(coverByWindow(2027, asked, lawLacking("resident-medical.fixed-waiting"))).toBeUndefined();
});
