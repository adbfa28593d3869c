import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { loadDivisions } from "../../shared/divisions/divisions.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { citiesAmong, elsewhereFrom, levelsOf, sameCity } from "../../shared/registration/places.ts";

const code = (text: string) => v.parse(DivisionCode, text);
const { divisionName } = await loadDivisions();
const placeName = (of: string) => divisionName(of)?.join("") ?? of;

describe("the blanks for a place", () => {
  test.each([
    ["340422", "安徽省", "淮南市", "寿县"],
    ["110101", "北京市", "", "东城区"],
    ["441900", "广东省", "东莞市", ""],
    ["429004", "湖北省", "", "仙桃市"],
    ["320100", "江苏省", "南京市", ""],
    ["320000", "江苏省", "", ""],
  ])("of %s: %s, %s, %s", (division, province, city, county) => {
    expect(levelsOf(code(division), placeName)).toEqual({ division, province, city, county });
  });
});

describe("one city or two", () => {
  test.each([
    { when: "both are in one city", a: "340403", b: "340422", same: true },
    { when: "both are in one municipality", a: "110101", b: "110229", same: true },
    { when: "one is the municipality's other half", a: "500101", b: "500229", same: true },
    { when: "both are in one province", a: "340403", b: "340102", same: false },
    { when: "both counties lie right below the province", a: "429004", b: "429005", same: false },
    { when: "it is one of these", a: "429004", b: "429004", same: true },
    { when: "the provinces differ", a: "340403", b: "320403", same: false },
  ])("when $when", ({ a, b, same }) => {
    expect([sameCity(a, b), sameCity(b, a)]).toEqual([same, same]);
  });

  test("of several places there is one for each city", () => {
    expect(citiesAmong(["340403", "320102", "340422", "320100"].map(code))).toEqual(["340403", "320102"]);
  });
});

test.each([
  { home: "340403", place: "340102", named: "340100" },
  { home: "340403", place: "320102", named: "320000" },
  { home: "340403", place: "320000", named: "320000" },
  { home: "429004", place: "429005", named: "429005" },
  { home: "320102", place: "429005", named: "420000" },
])("from $home, $place is named as $named", ({ home, place, named }) => {
  expect(elsewhereFrom(home, place)).toBe(named);
});
