import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { transform } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../web/build.ts";
import { sha256 } from "../../web/content-policy.ts";
import { site } from "../../web/site.config.ts";
import { fileAt, pagesOf } from "../support/site.ts";

const PUBLIC_BYTES = 6_000;
const PUBLIC_SCRIPT_BYTES = 1_000;
const JOURNEY_BYTES = 13_000;
const STAFF_BYTES = 40_000; // at a desk or on a tablet of the agency's
const LATER_BYTES = 13_000; // what an estimate fetches when its first question is touched
const BUILD_MS = 60_000;

type Page = { at: string; html: string; scripts: string[]; later: string[]; journey: boolean };

const weighed = new Map<string, number>();
/** Its bytes as they are sent; many pages share a script. */
function brotli(text: string): number {
  const bytes = weighed.get(text) ?? brotliCompressSync(Buffer.from(text)).length;
  weighed.set(text, bytes);
  return bytes;
}
const HASTY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** Never less than what is sent, in a tenth of the time: what is light enough so need not be weighed. */
const atMost = (text: string) => brotliCompressSync(Buffer.from(text), HASTY).length;
const inlineScripts = (html: string) =>
  [...html.matchAll(/<script(?![^>]*(?:src=|application\/json))[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? "");

let folder: string;
let pages: Page[];

beforeAll(async () => {
  folder = await buildSite();
  pages = await Promise.all(
    (await pagesOf(folder)).map(async (at) => {
      const html = await (await fileAt(folder, at)).text();
      const later = [...html.matchAll(/ data-then="([^"]+)"/g)].map(([, file = ""]) => readFile(path.join(folder, file), "utf8"));
      return { at, html, scripts: await scriptsOf(html), later: await Promise.all(later), journey: html.includes('id="words"') };
    }),
  );
}, BUILD_MS);

/** All that a page loads, also what its modules import. */
async function scriptsOf(html: string): Promise<string[]> {
  const loaded = new Map<string, string>();
  const load = async (url: string) => {
    if (loaded.has(url)) return;
    const code = await readFile(path.join(folder, url), "utf8");
    loaded.set(url, code);
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g))
      await load(path.posix.join(path.posix.dirname(url), imported!));
  };
  for (const [, url] of html.matchAll(/<script[^>]*src="([^"]+)"/g)) await load(url!);
  return [...loaded.values()];
}

describe("the built site", () => {
  test("has each page in both languages", () => {
    const paths = pages.map(({ at }) => at).filter((at) => at !== "/404.html");

    expect(paths.filter((at) => at.startsWith("/en/")).sort()).toEqual(
      paths
        .filter((at) => !at.startsWith("/en/"))
        .map((at) => `/en${at}`)
        .sort(),
    );
    expect(paths).toEqual(expect.arrayContaining(["/", "/contact", "/privacy", "/accessibility"]));
  });

  test("has no page heavier than it may be", { timeout: BUILD_MS }, () => {
    const weights = pages.map(({ at, html, scripts, journey }) => {
      const most = /^\/(?:en\/)?staff(?:\/|$)/.test(at) ? STAFF_BYTES : journey ? JOURNEY_BYTES : PUBLIC_BYTES;
      const sumOf = (weigh: (text: string) => number) => [html, ...scripts].reduce((sum, text) => sum + weigh(text), 0);
      const hasty = sumOf(atMost);
      const bytes = hasty <= most ? hasty : sumOf(brotli);
      return { at, bytes, most };
    });

    const byRoom = weights.map(({ at, bytes, most }) => ({ at, bytes, room: most - bytes })).sort((a, b) => a.room - b.room);
    const least = byRoom.slice(0, 8).map(({ at, bytes, room }) => `${at} has ${bytes} bytes and room for ${room}`);
    expect(
      byRoom.filter(({ room }) => room < 0),
      least.join("\n"),
    ).toEqual([]);
  });

  test("fetches for an answer no more than that may weigh, and says where it is", { timeout: BUILD_MS }, () => {
    const weights = pages.flatMap(({ at, later }) => later.map((text) => ({ at, bytes: brotli(text) })));

    expect(weights.length).toBeGreaterThan(0);
    expect(weights.filter(({ bytes }) => bytes > LATER_BYTES)).toEqual([]);
  });

  test("gives public pages one small script and no request beside the page", () => {
    for (const { html, scripts, at } of pages.filter(({ journey }) => !journey)) {
      expect([at, scripts]).toEqual([at, []]);
      expect(brotli(inlineScripts(html).join(""))).toBeLessThanOrEqual(PUBLIC_SCRIPT_BYTES);
      expect(html).not.toMatch(/<(?:img|iframe|link[^>]*rel="(?:stylesheet|preload)")/);
    }
  });

  test("says language, title, one heading and what the rules for government sites ask", () => {
    for (const { at, html } of pages) {
      const content = (name: string) => html.match(new RegExp(`<meta name="${name}" content="([^"]+)">`))?.[1];
      const english = at.startsWith("/en/");
      expect([at, html.match(/<html lang="([^"]+)">/)?.[1]]).toEqual([at, english ? "en" : "zh-CN"]);
      expect([at, html.match(/<title>[^<]+?( - Canbaotong|－参保通)<\/title>/)?.[1]]).toEqual([
        at,
        english ? " - Canbaotong" : "－参保通",
      ]);
      expect([at, html.match(/<h1/g)]).toEqual([at, ["<h1"]]);
      expect([content("SiteName"), content("SiteDomain"), content("SiteIDCode")]).toEqual([
        english ? "Canbaotong" : "参保通",
        site.domain,
        site.identityCode,
      ]);
      if (at !== "/" && at !== "/en/") expect([at, content("ColumnName"), content("ColumnType")]).not.toContain(undefined);
      expect(content("viewport")).toBe("width=device-width, initial-scale=1");
    }
  });

  test("leads nowhere that is not there", async () => {
    const dead: string[] = [];
    for (const { at, html } of pages) {
      for (const [, href] of html.matchAll(/<a\b[^>]*href="(\/[^"]*)"/g)) {
        const { pathname, hash } = new URL(href!, "http://site");
        const target = await fileAt(folder, pathname);
        const found = target.status === 200 && (!hash || (await target.text()).includes(`id="${hash.slice(1)}"`));
        if (!found) dead.push(`${at} → ${href}`);
      }
    }

    expect(dead).toEqual([]);
  });

  test("leaves no text out and shows no gap", () => {
    for (const { at, html } of pages) {
      const text = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "");
      expect([at, text.match(/undefined|\[object|\{\w+\}|NaN/)]).toEqual([at, null]);
    }
  });

  test("speaks English on English pages, but for the seals, the link to Chinese and names marked as Chinese", () => {
    for (const { at, html } of pages.filter((page) => page.at.startsWith("/en/"))) {
      const code = /<style[\s\S]*?<\/style>|<script type="module">[\s\S]*?<\/script>/g; // its words are in the page
      const named = /<i class="seal[^>]*>.<\/i>|<(a|span)\b[^>]* lang="zh-CN"[^>]*>[^<]*<\/\1>/g; // a document is looked up by its own name
      // A list that is marked as Chinese; and what staff are suggested to tell a person, who reads Chinese.
      const given = / data-provinces="[^"]*"|"(?:applied|refused)\.[\w-]+":"(?:[^"\\]|\\.)*"/g;
      const text = html.replace(code, "").replace(named, "").replace(given, "");
      expect([at, text.match(/.{0,20}[\u3400-\u9fff].{0,20}/)]).toEqual([at, null]);
    }
  });

  test("forbids everything but its own: each page names the hashes of its own inline scripts and styles, and no others", () => {
    for (const { at, html } of pages) {
      const policy = html.match(/http-equiv="content-security-policy" content="([^"]+)"/)?.[1] ?? "";
      const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css ?? "");
      const own = [...new Set([...inlineScripts(html), ...styles].map((text) => `'${sha256(text)}'`))].sort();

      expect([at, (policy.match(/'sha256-[^']+'/g) ?? []).sort()]).toEqual([at, own]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect([at, html.match(/\sstyle="|\son\w+="/)]).toEqual([at, null]);
    }
  });

  test("is written in the JavaScript of Chromium 88 and Safari 14", async () => {
    const newer =
      /(?<!\.\.)\.at\(|\.hasOwn\(|structuredClone|randomUUID|\.findLast|\.toSorted|\.toReversed|\.groupBy|withResolvers|AbortSignal\./;
    for (const code of new Set(pages.flatMap(({ html, scripts, later }) => [...scripts, ...later, ...inlineScripts(html)]))) {
      const options = { minify: false, format: "esm" as const };
      const [asIs, lowered] = await Promise.all([
        transform(code, { ...options, target: "esnext" }),
        transform(code, { ...options, target: "es2021" }),
      ]);
      expect(lowered.code).toBe(asIs.code);
      expect(code.match(newer)).toBeNull();
    }
  });
});
