import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { line } from "../../shared/kernel/fields.ts";

const read = (typed: string, length = 20) => v.safeParse(line(length), typed);

describe("a line of text", () => {
  test.each([
    { when: "its character is newer than any table we have", typed: "\u{33FF0}家巷1号" },
    { when: "its character has a place of the printer's own", typed: "\uE863家巷1号" },
    { when: "its character is rare", typed: "䶮家巷1号" },
    { when: "blanks are around it", typed: "  学院路8号 " },
  ])("is taken when $when", ({ typed }) => {
    expect(read(typed)).toMatchObject({ success: true, output: typed.trim() });
  });

  test.each([
    { when: "there is nothing in it", typed: "  " },
    { when: "it goes on in a second line", typed: "学院路\n8号" },
    { when: "something in it cannot be seen", typed: "学院\u200b路8号" },
    { when: "it turns what follows around", typed: "学院路\u202e8号" },
    { when: "it holds half a character", typed: "学院路\ud840" },
    { when: "it is too long", typed: "路".repeat(21) },
  ])("is refused when $when", ({ typed }) => expect(read(typed).success).toBe(false));
});
