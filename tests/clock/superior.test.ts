import * as v from "valibot";
import { expect, test } from "vitest";
import { superiorOf } from "../../shared/divisions/superior.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";

test.each([
  ["a county", "340422", "340400"],
  ["a prefecture", "340400", "340000"],
  ["a province", "340000", "100000"],
  ["a district of a municipality, whose prefecture is only a heading", "110105", "110000"],
  ["a county of Chongqing, under its second heading", "500229", "500000"],
  ["a county that its province leads itself", "429004", "420000"],
])("above %s", (_, division, above) => {
  expect(superiorOf(v.parse(DivisionCode, division))).toBe(above);
});
