import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { covers, grantFor, regionsOf } from "../../shared/staff/regions.ts";
import type { Grant } from "../../shared/staff/staff.ts";
import { aFact, aRecord, day, noon } from "../support/build.ts";

const at = (code: string) => v.parse(DivisionCode, code);
const aGrant = (role: Grant["role"], ...regions: string[]): Grant => ({
  role,
  regions: regions.map(at),
  from: day("2026-01-01"),
  until: day("2026-12-31"),
  by: "operator",
  at: noon("2026-01-01"),
});

describe("a grant reaches", () => {
  test.each([
    ["340422", "340422", true],
    ["340422", "340421", false],
    ["340400", "340422", true],
    ["340400", "340500", false],
    ["340000", "340422", true],
    ["340000", "320102", false],
    ["100000", "650100", true],
    ["340422", "340400", false],
  ])("%s over %s: %s", (granted, place, reached) => expect(covers(at(granted), at(place))).toBe(reached));

  test("no further than what stands above a place", () => {
    const code = fc
      .integer({ min: 11, max: 65 })
      .chain((province) => fc.integer({ min: 101, max: 9999 }).map((rest) => at(`${province}${String(rest).padStart(4, "0")}`)));
    fc.assert(
      fc.property(code, code, (granted, place) => {
        const above = [place, `${place.slice(0, 4)}00`, `${place.slice(0, 2)}0000`, "100000"];
        expect(covers(granted, place)).toBe(above.includes(granted));
      }),
    );
  });
});

test("one role's places are not another role's", () => {
  const grants = [aGrant("agent", "340000"), aGrant("handler", "340422")];
  expect(grantFor({ grants }, ["agent"], [at("340102")])?.role).toBe("agent");
  expect(grantFor({ grants }, ["handler"], [at("340102")])).toBeUndefined();
  expect(grantFor({ grants }, ["handler", "agent"], [at("340422")])?.role).toBe("agent");
});

test("somebody belongs to their hukou, to where they live and to where an insurance runs, not to where one has ended", () => {
  const address = (name: "hukou" | "residence", division: string) => aFact({ name, division: at(division), lines: "某村" });
  const record = aRecord({ facts: [address("hukou", "340422"), address("residence", "320102")] });
  const pension = { ...record.summary.insurances.pension! };
  const summary = {
    insurances: {
      pension: { ...pension, region: at("340402") },
      medical: { ...pension, region: at("340403"), status: "ended" as const },
    },
  };
  expect(regionsOf({ ...record, summary }).sort()).toEqual(["320102", "340402", "340422"]);
});
