import { describe, expect, test } from "vitest";
import { lasting, solidCells } from "../../web/slices/staff/console/clock.ts";
import { keyOf } from "../../web/slices/staff/console/keys.ts";

type Pressed = Parameters<typeof keyOf>[0];
const pressed = (more: Partial<Pressed>): Pressed => ({
  key: "p",
  code: "KeyP",
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});
const SINGLE = true;
const ALT_ONLY = false;
const elsewhere = false;
const inField = true;

describe("a key on the console", () => {
  test("counts alone where nobody types", () => {
    expect(keyOf(pressed({}), elsewhere, SINGLE)).toBe("p");
    expect(keyOf(pressed({ key: "/", code: "Slash" }), elsewhere, SINGLE)).toBe("/");
  });

  test("is a letter in a field", () => {
    expect(keyOf(pressed({}), inField, SINGLE)).toBeUndefined();
  });

  test("is nothing alone once letters are turned off", () => {
    expect(keyOf(pressed({}), elsewhere, ALT_ONLY)).toBeUndefined();
  });

  test("counts everywhere with Alt, whatever Alt makes of it", () => {
    expect(keyOf(pressed({ altKey: true }), inField, ALT_ONLY)).toBe("p");
    expect(keyOf(pressed({ altKey: true, key: "π" }), inField, ALT_ONLY)).toBe("p");
    expect(keyOf(pressed({ altKey: true, key: "¡", code: "Digit1" }), inField, SINGLE)).toBe("1");
  });

  test.each([
    ["of the browser", { ctrlKey: true }],
    ["of the system", { metaKey: true }],
    ["for a character behind AltGr", { ctrlKey: true, altKey: true }],
    ["for a capital", { shiftKey: true }],
    ["held down", { repeat: true }],
    ["while a Chinese word is spelt", { isComposing: true }],
  ])("is none of ours %s", (_, more) => {
    expect(keyOf(pressed(more), elsewhere, SINGLE)).toBeUndefined();
  });
});

test("a call is counted in minutes and seconds, past the hour too", () => {
  expect([252_000, 999, -5, 3_665_000].map(lasting)).toEqual(["04:12", "00:00", "00:00", "61:05"]);
});

test("what is shown for half a minute loses its last cell with its last second", () => {
  const left = [30, 29, 16, 3, 1, 0, -2].map((seconds) => solidCells(seconds * 1000, 30_000, 10));
  expect(left).toEqual([10, 10, 6, 1, 1, 0, 0]);
});
