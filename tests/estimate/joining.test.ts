import { expect, test } from "vitest";
import { joiningOf, type Way, ways } from "../../shared/estimate/joining.ts";
import { saidBy } from "../support/chance.ts";
import { lawOf } from "../support/policy.ts";

const joining = (way: Way, age = 28, asOf?: string) => saidBy(joiningOf({ way, age }, lawOf("320100", asOf)));

test.each<{ when: string; way: Way; is: string; injury: string | null }>([
  { when: "works alone", way: "own", is: "free", injury: null },
  { when: "delivers for a platform", way: "delivery", is: "free", injury: "platform" },
  { when: "drives people for a platform", way: "ride", is: "free", injury: "platform" },
  { when: "moves goods for a platform", way: "freight", is: "free", injury: "platform" },
  { when: "takes other orders from a platform", way: "platform", is: "free", injury: null },
  { when: "works part-time", way: "part-time", is: "free", injury: "employer" },
  { when: "has a labour contract", way: "employed", is: "employer", injury: "employer" },
  { when: "draws a pension", way: "drawing", is: "drawing", injury: null },
])("who $when is $is, insured against injury by $injury", ({ way, is, injury }) => {
  expect(joining(way)).toEqual({ is, injury });
});

test("nobody under sixteen joins a pension, whatever they do", () => {
  expect(ways.filter((way) => way !== "drawing").map((way) => joining(way, 15).is)).toEqual(
    ways.slice(0, -1).map(() => "too-young"),
  );
  expect(joining("own", 16).is).toBe("free");
});

test("platforms pay for injuries from the day that the parameter says", () => {
  expect(joining("delivery", 28, "2025-12-31").injury).toBe(null);
  expect(joining("delivery", 28, "2026-01-01").injury).toBe("platform");
});
