import { expect, test } from "vitest";
import { regionOf } from "../../functions/task-for.ts";
import { aFact, anInsurance, aRecord, aRegistration } from "../support/build.ts";

const identity = { docType: "OTHER", number: "X123", name: "某", sex: "U" } as const;
const nowhere = { registration: aRegistration({ identity }), facts: [], reasons: [], joinings: [], summary: { insurances: {} } };
const hukou = { item: "hukou", address: { division: "320102", lines: "长江路1号" }, movedOn: "2026-03-01" };

test.each([
  { where: "where the hukou moves to", record: {}, content: { slice: "change", change: hukou }, region: "320102" },
  { where: "where the person lives", record: {}, region: "340403" },
  {
    where: "where the person is insured",
    record: { facts: [], reasons: [], joinings: [], summary: { insurances: { pension: anInsurance() } } },
    region: "340400",
  },
  {
    where: "whose agency knows the person",
    record: { ...nowhere, facts: [aFact({ name: "card", hasCard: true })] },
    region: "340400",
  },
  { where: "where the number was given", record: { ...nowhere, registration: aRegistration() }, region: "340422" },
  { where: "for the whole country, when no place is known", record: nowhere, region: "100000" },
])("a matter goes to the desk $where", ({ record, content, region }) => {
  expect(regionOf(aRecord(record), content as Parameters<typeof regionOf>[1])).toBe(region);
});
