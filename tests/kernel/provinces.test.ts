import { expect, test } from "vitest";
import { isProvince, provinces } from "../../shared/kernel/provinces.ts";

test("a province is what has a name", () => {
  const codes = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, "0"));

  expect(codes.filter(isProvince)).toEqual(codes.filter((code) => code in provinces));
  expect(["", "1", "111", "3x", "constructor"].filter(isProvince)).toEqual([]);
});
