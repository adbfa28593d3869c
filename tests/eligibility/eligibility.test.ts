import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eligibilityOf } from "../../shared/eligibility/eligibility.ts";
import type { Profile } from "../../shared/eligibility/profile.ts";
import { saidBy } from "../support/chance.ts";
import { anEntry, lawOf, lawWith } from "../support/policy.ts";

const aProfile = (differences: Partial<Profile> = {}): Profile => ({
  status: "UNEMPLOYED",
  age: 30,
  unit: "ENTERPRISE",
  docType: "RIC",
  partTime: false,
  employers: 0,
  platform: false,
  sector: null,
  ...differences,
});
const schemes = (differences: Partial<Profile>, asOf?: string) =>
  saidBy(eligibilityOf(aProfile(differences), lawOf("national", asOf)));
const profiles: fc.Arbitrary<Profile> = fc.record({
  status: fc.constantFrom(
    "EMPLOYEE",
    "FLEXIBLE",
    "UNEMPLOYED",
    "STUDENT",
    "PRESCHOOL",
    "SOLDIER",
    "PRISON",
    "RETIRED",
    "UI_RECIPIENT",
  ),
  age: fc.nat(100),
  unit: fc.constantFrom("ENTERPRISE", "INSTITUTION", "ORGAN"),
  docType: fc.constantFrom("RIC", "PASSPORT", "TW_RP"),
  partTime: fc.boolean(),
  employers: fc.nat(3),
  platform: fc.boolean(),
  sector: fc.constantFrom("RIDE", "DELIVERY", "FREIGHT", null),
});

describe("what a person must and may join", () => {
  test("is never closed to them, nor said twice", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { must, may, closed } = saidBy(eligibilityOf(profile, lawOf()));
        const all = [...must, ...may, ...closed];
        return new Set(all).size === all.length;
      }),
    );
  });

  test("closes the residents' schemes with the employees', and both pensions below sixteen", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { must, may, closed } = saidBy(eligibilityOf(profile, lawOf()));
        const pensions = [...must, ...may].filter((scheme) => scheme === "110" || scheme === "170");
        return (
          (!(must.includes("110") || must.includes("120")) || closed.includes("170")) &&
          (!must.includes("310") || closed.includes("390")) &&
          (profile.age >= 16 || pensions.length === 0)
        );
      }),
    );
  });

  test("counts soldiers out of who should be insured, and pensioners in as insured, and nobody else", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { excludedFromShouldInsure, countsAsInsured } = saidBy(eligibilityOf(profile, lawOf()));
        return excludedFromShouldInsure === (profile.status === "SOLDIER") && countsAsInsured === (profile.status === "RETIRED");
      }),
    );
  });

  test.each(["EMPLOYEE", "FLEXIBLE", "UNEMPLOYED", "STUDENT", "PRESCHOOL", "UI_RECIPIENT"] as const)(
    "at fifteen closes both pensions, each named once, to a child that is %s",
    (status) => {
      const { closed } = schemes({ status, age: 15 });
      expect(closed.filter((scheme) => scheme === "110" || scheme === "170").toSorted()).toEqual(["110", "170"]);
    },
  );

  test("has conditions only for what stands in a list", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { must, may, conditions } = saidBy(eligibilityOf(profile, lawOf()));
        return Object.keys(conditions).every((scheme) => [...must, ...may].some((one) => one === scheme));
      }),
    );
  });

  test.each([
    { age: 15, may: ["390"], closed: ["110", "170"] },
    { age: 16, may: ["170", "390"], closed: [] },
  ])("at $age without work is $may", ({ age, may, closed }) => {
    expect(schemes({ age })).toMatchObject({ must: [], may, closed });
  });

  test.each([
    { asOf: "2025-12-31", sector: "RIDE", must: [] },
    { asOf: "2026-01-01", sector: "RIDE", must: ["OCC_INJURY"] },
    { asOf: "2026-01-01", sector: "HOUSEKEEPING", must: [] },
    { asOf: "2026-01-01", sector: null, must: [] },
  ])("of a courier ($sector) on $asOf is $must", ({ asOf, sector, must }) => {
    expect(schemes({ status: "FLEXIBLE", platform: true, sector }, asOf).must).toEqual(must);
  });

  test("of who works for a platform of no trade asks for no list of trades", () => {
    const law = lawWith([anEntry({ key: "occupational-injury.sectors", value: "RIDE", from: "2027-01-01" })]);
    const found = eligibilityOf(aProfile({ status: "FLEXIBLE", platform: true, sector: null }), law);
    expect(found).toMatchObject({ ok: true, value: { must: [], may: ["110", "170", "310", "390"] } });
  });

  test.each([
    { unit: "ENTERPRISE" as const, must: ["110", "310", "210", "410"], may: [], closed: ["170", "390"] },
    { unit: "INSTITUTION" as const, must: ["120", "310", "210", "410"], may: [], closed: ["170", "390"] },
    { unit: "ORGAN" as const, must: ["120", "310"], may: ["410"], closed: ["170", "390", "210"] },
  ])("at work for an $unit is $must", ({ unit, ...lists }) => {
    expect(schemes({ status: "EMPLOYEE", unit })).toMatchObject({ ...lists, maternity: "INSIDE_310" });
  });

  test("of a child in its first year is cover within ninety days, later without that condition", () => {
    expect(schemes({ status: "PRESCHOOL", age: 0 }).conditions).toEqual({ "390": "WITHIN_90_DAYS" });
    expect(schemes({ status: "PRESCHOOL", age: 1 }).conditions).toEqual({});
  });

  test("without a platform is free choice, whatever the trade", () => {
    expect(schemes({ status: "FLEXIBLE", sector: "RIDE" })).toMatchObject({
      must: [],
      may: ["110", "170", "310", "390"],
      closed: ["410"],
    });
  });

  test.each([
    { docType: "PASSPORT" as const, exemption: "TREATY_CERTIFICATE" },
    { docType: "FPR_ID" as const, exemption: "TREATY_CERTIFICATE" },
    { docType: "FPR_ID_LEGACY" as const, exemption: "TREATY_CERTIFICATE" },
    { docType: "TW_RP" as const, exemption: null },
  ])("at work with $docType is exempt by $exemption", ({ docType, exemption }) => {
    expect(schemes({ status: "EMPLOYEE", docType }).exemption).toBe(exemption);
  });

  test.each([
    { employers: 1, conditions: {} },
    { employers: 2, conditions: { "410": "EACH_EMPLOYER" } },
  ])("part time with $employers employers has the conditions $conditions", ({ employers, conditions }) => {
    expect(schemes({ status: "EMPLOYEE", partTime: true, employers })).toMatchObject({ must: ["410"], conditions });
  });
});
