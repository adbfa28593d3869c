import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { type Appointing, clashing, whyNotAppointed } from "../../shared/staff/grants.ts";
import { covers, within } from "../../shared/staff/regions.ts";
import { isInForce, StaffRole } from "../../shared/staff/staff.ts";
import { day, noon } from "../support/build.ts";

const code = (text: string) => v.parse(DivisionCode, text);
const appointing = (differences: Partial<Appointing> = {}): Appointing => ({
  staffId: "somebody",
  role: "handler",
  regions: [code("340422")],
  until: day("2026-12-31"),
  today: day("2026-11-22"),
  roles: [],
  replaces: [],
  by: { staffId: "administrator", regions: [code("340400")] },
  isPlace: () => true,
  numberTaken: false,
  ...differences,
});
const findings = (differences: Partial<Appointing>) => whyNotAppointed(appointing(differences)).map(({ code: found }) => found);

describe("somebody is appointed", () => {
  test.each([
    { when: "by a security administrator, for a place of theirs", differences: {} },
    { when: "until today", differences: { until: day("2026-11-22") } },
    { when: "for a year and a day", differences: { until: day("2027-11-23") } },
    { when: "besides another role of the desk", differences: { role: "checker" as const, roles: ["handler" as const] } },
    { when: "anew, to what they are", differences: { role: "auditor" as const, roles: ["auditor" as const] } },
    { when: "anywhere, by the operator", differences: { by: "operator" as const, regions: [code("100000")] } },
  ])("$when", ({ differences }) => {
    expect(findings(differences)).toEqual([]);
  });
});

describe("nobody is appointed", () => {
  test.each([
    { when: "by themselves", differences: { by: { staffId: "somebody", regions: [code("340400")] } }, found: "grant.self" },
    { when: "for a place of others", differences: { regions: [code("340422"), code("320102")] }, found: "grant.outside" },
    { when: "for more than the whole of theirs", differences: { regions: [code("340000")] }, found: "grant.outside" },
    {
      when: "anew, where they are it beyond the places of who appoints",
      differences: { replaces: [code("340000")] },
      found: "grant.outside",
    },
    { when: "for a place that is not there", differences: { isPlace: () => false }, found: "grant.no-such-place" },
    { when: "until yesterday", differences: { until: day("2026-11-21") }, found: "grant.already-over" },
    { when: "for longer than a year", differences: { until: day("2027-11-24") }, found: "grant.too-long" },
    { when: "under somebody else's work number", differences: { numberTaken: true }, found: "grant.number-taken" },
  ])("$when", ({ differences, found }) => {
    expect(findings(differences)).toEqual([found]);
  });

  test("to two of parameters, auditor and security administrator, nor to anything beside the last: who gives out roles reads nobody", () => {
    const apart = ["parameters", "auditor", "security-administrator"];
    for (const held of StaffRole.options)
      for (const role of StaffRole.options) {
        const givesRoles = [held, role].includes("security-administrator");
        const clash = held !== role && (givesRoles || (apart.includes(held) && apart.includes(role)));
        expect([held, role, clashing(held, role)]).toEqual([held, role, clash]);
        expect(findings({ role, roles: [held] })).toEqual(clash ? ["grant.clash"] : []);
      }
  });
});

test.each([
  { place: "340422", whole: "340400", lies: true },
  { place: "340422", whole: "340000", lies: true },
  { place: "340400", whole: "340400", lies: true },
  { place: "340400", whole: "340422", lies: false },
  { place: "340000", whole: "340400", lies: false },
  { place: "100000", whole: "340000", lies: false },
  { place: "340422", whole: "100000", lies: true },
  { place: "100000", whole: "100000", lies: true },
  { place: "320102", whole: "340000", lies: false },
])("$place lies in $whole: $lies", ({ place, whole, lies }) => {
  expect(within(code(place), code(whole))).toBe(lies);
  if (lies) expect(covers(code(whole), code(place))).toBe(true);
});

test.each([
  { from: "2026-11-22", until: "2026-11-22", inForce: true },
  { from: "2026-11-23", until: "2026-12-31", inForce: false },
  { from: "2026-01-01", until: "2026-11-21", inForce: false },
])("a role from $from until $until is in force on 22 November: $inForce", ({ from, until, inForce }) => {
  const grant = { from: day(from), until: day(until) };
  expect(isInForce(grant, day("2026-11-22"))).toBe(inForce);
  expect(isInForce({ ...grant, ended: { by: "operator", at: noon("2026-11-22") } }, day("2026-11-22"))).toBe(false);
});
