// Who is a child in a household: GB/T 4761, by code. Sons 20-27 and 29, daughters 30-37 and 39; 28 and 38 have married into it.
import { expect, test } from "vitest";
import { mayBeParents } from "../../shared/children/rules.ts";

const codes = Array.from({ length: 100 }, (_, nth) => String(nth).padStart(2, "0"));

test("a head's children are sons and daughters, and nobody who has married one", () => {
  const children = codes.filter((code) => mayBeParents("02", code));
  const sons = ["20", "21", "22", "23", "24", "25", "26", "27", "29"];
  expect(children).toEqual([...sons, ...sons.map((code) => `3${code[1]}`)]);
});

test("and nobody's but the head's or the spouse's", () => {
  expect(codes.filter((code) => mayBeParents(code, "20"))).toEqual(["01", "02", "10", "11", "12"]);
});
