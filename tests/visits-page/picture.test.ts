// A village at a glance: what counts as a gap, and that a state is another shape.
import { expect, test } from "vitest";
import type { CoveredHousehold } from "../../web/visits/coverage-routes.ts";
import { classes, countsOf, gapsOf, hasGap, pathsOf, shapeAt, sizeOf } from "../../web/visits/picture.ts";

const none = { unemployment: "none", injury: "none", maternity: "none" };
const home = (...members: [pension: string, medical: string, confirmed?: boolean][]): CoveredHousehold => ({
  ...{ household: "h", short: "000017", wanted: true },
  members: members.map(([pension, medical, confirmed = false]) => ({
    relation: "02",
    cells: { ...none, pension, medical },
    confirmed,
  })),
});

test("who must have an insurance and has not, or has stopped paying, is a gap; who only may have it is none", () => {
  expect(
    [home(["missing", "insured"]), home(["insured", "stopped"]), home(["open", "insured"]), home(["none", "unknown"])].map(
      hasGap,
    ),
  ).toEqual([true, true, false, false]);
});

test("the sentence counts households, people, and people with a gap once", () => {
  const village = [home(["missing", "stopped"], ["insured", "insured", true]), home(["insured", "insured", true])];

  expect(countsOf(village)).toEqual({ households: 2, people: 3, missing: 1, gaps: 1, full: 1, confirmed: 2 });
  expect(countsOf([])).toEqual({ households: 0, people: 0, missing: 0, gaps: 0, full: 0, confirmed: 0 });
});

test("a household is read out by what its people lack", () => {
  expect(gapsOf(home(["missing", "stopped"], ["missing", "insured"]))).toEqual([
    { insurance: "pension", cell: "missing", n: 2 },
    { insurance: "medical", cell: "stopped", n: 1 },
  ]);
});

test("every state has a shape of its own, at the place of its person and insurance", () => {
  const shapes = Object.keys(classes).map((cell) => shapeAt(cell, 0, 0));

  expect(new Set(shapes).size).toBe(shapes.length);
  expect(
    pathsOf(home(["insured", "insured"], ["missing", "none"])).map(({ cell, d }) => [cell, d.match(/M[\d.]+ [\d.]+/g)]),
  ).toEqual([
    ["insured", ["M1 1", "M15 1"]],
    ["none", ["M33 5", "M47 5", "M61 5", "M19 19", "M33 19", "M47 19", "M61 19"]],
    ["missing", ["M6 14"]],
  ]);
  expect(sizeOf(2)).toEqual({ width: 68, height: 26 });
});
