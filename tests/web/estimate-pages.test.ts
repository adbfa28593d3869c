// The built estimates: what their scripts may have to name, the page has brought along.
import { readFile } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue, isKey } from "../../shared/policy/keys.ts";
import { buildSite } from "../../web/build.ts";
import { estimateSays } from "../../web/messages/estimate.ts";
import { fileAt, pagesOf } from "../support/site.ts";

type Page = { at: string; html: string; script: string; words: Record<string, string> };
const Words = v.record(v.string(), v.string());
const BUILD_MS = 60_000;

let folder: string;
let pages: Page[];

beforeAll(async () => {
  folder = await buildSite();
  const all = await Promise.all(
    (await pagesOf(folder)).map(async (at) => ({ at, html: await (await fileAt(folder, at)).text() })),
  );
  pages = await Promise.all(
    all
      .filter(({ at }) => at.includes("/estimate/"))
      .flatMap(({ at, html }) => {
        const file = html.match(/ data-name="[\w-]+" data-then="([^"]+)"/)?.[1];
        const words = v.parse(Words, JSON.parse(html.match(/id="words">([\s\S]*?)<\/script>/)?.[1] ?? "{}"));
        return file ? [readFile(path.join(folder, file), "utf8").then((script) => ({ at, html, script, words }))] : [];
      }),
  );
}, BUILD_MS);

describe("an estimate", () => {
  test("is on every page that the hub leads to", async () => {
    const hub = await (await fileAt(folder, "/estimate")).text();
    const led = [...hub.matchAll(/href="(\/estimate\/[\w-]+)"/g)].map(([, at]) => at);

    expect(led).toHaveLength(6);
    expect(pages.map(({ at }) => at)).toEqual(expect.arrayContaining(led));
  });

  test("has a name for every number that its rules ask for, as a source or as what is missing", () => {
    for (const { at, script, words } of pages) {
      const asked = Object.keys(catalogue).filter((key) => isKey(key) && new RegExp(`["'\`]?${key}["'\`]?:`).test(script));
      expect([at, asked.length]).not.toEqual([at, 0]);
      expect([at, asked.filter((key) => !words[`name.${key}`])]).toEqual([at, []]);
    }
  });

  test("has all words of the kit, or takes nothing from a record", () => {
    for (const { at, html, words } of pages) {
      const spared = html.includes('id="mine"') ? [] : Object.keys(estimateSays.zh).filter((word) => /record/i.test(word));
      expect([at, Object.keys(estimateSays.zh).filter((word) => !(word in words) && !spared.includes(word))]).toEqual([at, []]);
    }
  });

  test("leads to the card that tells its rule, and the card is there", async () => {
    for (const { at, words } of pages) {
      const { pathname, hash } = new URL(words["cardPath"] ?? "", "http://site");
      const card = await fileAt(folder, pathname);
      expect([at, card.status]).toEqual([at, 200]);
      expect([at, await card.text()]).toEqual([at, expect.stringContaining(`id="${hash.slice(1)}"`)]);
    }
  });
});
