import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { dateIn, pathIn } from "../../web/lang.ts";
import { fill, wordsFor } from "../../web/words.ts";

const folder = path.resolve(import.meta.dirname, "../../web/messages");
const CHINESE = /[\u3400-\u9fff]/;

/** Every text of a catalogue with the way to it: `start.cards.0.title`. */
function textsIn(said: unknown, at: string): [string, string][] {
  if (typeof said === "string") return [[at, said]];
  return Object.entries(said ?? {}).flatMap(([name, inner]) => textsIn(inner, `${at}.${name}`));
}

const catalogues = (await readdir(folder)).filter((name) => name !== "both.ts");
const texts = (
  await Promise.all(
    catalogues.map(async (file) => {
      const exported: Record<string, unknown> = await import(path.join(folder, file));
      // Words that come in a file for each language are exported apart: `flexibleZh`, `flexibleEn`.
      for (const [name, zh] of Object.entries(exported))
        if (name.endsWith("Zh")) exported[name.slice(0, -2)] ??= { zh, en: exported[name.replace(/Zh$/, "En")] };
      return Object.entries(exported).flatMap(([name, said]) =>
        said && typeof said === "object" && "zh" in said && "en" in said
          ? [{ name: `${file} ${name}`, zh: said.zh, en: said.en }]
          : [],
      );
    }),
  )
).flat();

describe("the words of the pages", () => {
  test.each(texts)("$name says the same things in both languages, with the same gaps to fill", ({ zh, en }) => {
    const english = new Map(textsIn(en, ""));
    const gaps = (text: string) => [...new Set([...text.matchAll(/\{\w+\}/g)].map(String))].sort();

    expect([...english.keys()]).toEqual(textsIn(zh, "").map(([at]) => at));
    for (const [at, text] of textsIn(zh, "")) expect([at, gaps(english.get(at) ?? "")]).toEqual([at, gaps(text)]);
  });

  // A seal is a Chinese character in every language; the name of the other language is in that language.
  const notWords = /^\.sample\.rows\.\d\.0$|\.seal$|^\.otherLanguage$|\.href$/;
  const target = /\[[\w#/?=-]+ /g; // of a link within a sentence: web/slices/check/draw.ts
  test.each(texts)("$name speaks one language at a time", ({ zh, en }) => {
    expect(textsIn(en, "").filter(([at, text]) => CHINESE.test(text) && !notWords.test(at))).toEqual([]);
    expect(
      textsIn(zh, "").filter(
        ([at, text]) =>
          /[a-z]{3}/.test(text.replace(target, "").replace(/\{\w+\}|JavaScript|Chromium|axe|Cookie/g, "")) &&
          !notWords.test(at) &&
          at !== ".otherTag",
      ),
    ).toEqual([]);
  });
});

describe("a text with gaps", () => {
  test.each([
    { when: "there is one thing", values: { n: 1 }, says: "1 thing to fix" },
    { when: "there are several", values: { n: 2 }, says: "2 things to fix" },
  ])("counts as English does when $when", ({ values, says }) => {
    expect(fill("{n} thing to fix|{n} things to fix", values)).toBe(says);
  });

  test("keeps a gap that nobody fills, so that it is seen", () => {
    expect(fill("第{at}步，共{of}步", { at: 1 })).toBe("第1步，共{of}步");
  });
});

test("a finding without words gets the general ones", () => {
  const words = { "change.phone-unchanged": "新号码和原来的一样", "problem.refused": "现在不能这样办" };

  expect(wordsFor("change.phone-unchanged", words)).toBe("新号码和原来的一样");
  expect(wordsFor("change.thought-of-tomorrow", words)).toBe("现在不能这样办");
});

test.each([
  { lang: "zh" as const, path: "/", is: "/" },
  { lang: "zh" as const, path: "/contact", is: "/contact" },
  { lang: "en" as const, path: "/", is: "/en/" },
  { lang: "en" as const, path: "/contact", is: "/en/contact" },
])("$path is $is in $lang", ({ lang, path: at, is }) => {
  expect(pathIn(lang, at)).toBe(is);
});

test.each([
  { lang: "zh" as const, date: "2026-11-02", is: "2026年11月2日" },
  { lang: "zh" as const, date: "2019-07", is: "2019年7月" },
  { lang: "en" as const, date: "2026-11-02", is: "2 November 2026" },
  { lang: "en" as const, date: "2019-07", is: "July 2019" },
])("$date reads $is in $lang", ({ lang, date, is }) => {
  expect(dateIn(lang, date)).toBe(is);
});
