import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Name, nameKey, sameName } from "../../shared/kernel/names.ts";

describe("a name", () => {
  test.each([
    { when: "it has one character", name: "王" },
    { when: "its character is of extension A", name: "王䶮" },
    { when: "its character is of extension B", name: "𠮷田" },
    { when: "its character is of extension G", name: "王𰻞" },
    { when: "its character is too new for this machine's tables", name: "\u{323b0}" },
    { when: "an old system kept its character in a private place", name: "王\ue863" },
    { when: "it is drawn in a certain way", name: "辻\u{e0100}" },
    { when: "a dot stands in it", name: "阿卜杜热合曼·艾力" },
    { when: "it is Latin", name: "O'Connor-Smith, Jr. María" },
    { when: "it has fifty characters of two halves each", name: "𠮷".repeat(50) },
  ])("is kept as typed when $when", ({ name }) => {
    expect(v.parse(Name, name)).toBe(name);
  });

  test("loses the blanks at its ends and nothing else", () => {
    expect(v.parse(Name, "　 Ａnna　 李 ")).toBe("Ａnna　 李");
    expect(v.parse(Name, "\uf900")).toBe("\uf900"); // Unicode would make another character of it
  });

  test.each([
    { what: "nothing", name: "  " },
    { what: "fifty-one characters", name: "王".repeat(51) },
    { what: "a control character", name: "王\u0000某" },
    { what: "a line break", name: "王\n某" },
    { what: "a mark that reverses the writing", name: "王\u202e某" },
    { what: "an invisible blank", name: "王\u200b某" },
    { what: "half a character", name: "王\ud842" },
    { what: "digits and punctuation alone", name: "110·-" },
  ])("is not $what", ({ name }) => {
    expect(v.safeParse(Name, name).success).toBe(false);
  });
});

describe("two spellings of a name", () => {
  const dotted = [
    "买买提·吐尔逊",
    "买买提•吐尔逊",
    "买买提・吐尔逊",
    "买买提．吐尔逊",
    "买买提.吐尔逊",
    "买买提‧吐尔逊",
    "买买提･吐尔逊",
    "买买提 · 吐尔逊",
    "买买提∙吐尔逊",
  ];
  test.each(dotted)("are one with any dot: %s", (spelling) => {
    expect(sameName(spelling, "买买提·吐尔逊")).toBe(true);
  });

  test.each([
    ["JOHN  SMITH", "John Smith"],
    ["Ｊohn Smith", "John Smith"],
    ["O’Connor", "O'Connor"],
    ["欧阳 测试", "欧阳测试"],
    ["辻\u{e0100}", "辻"],
  ])("%s and %s are one", (one, other) => {
    expect(sameName(one, other)).toBe(true);
  });

  test.each([
    ["王某", "王谋"],
    ["王䶮", "王龑"],
    ["买买提·吐尔逊", "买买提吐尔逊"],
  ])("%s and %s are two", (one, other) => {
    expect(sameName(one, other)).toBe(false);
  });

  test("have one key, for looking up", () => {
    expect(nameKey(" John　Ｓmith ")).toBe("johnsmith");
  });
});
