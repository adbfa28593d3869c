// What comes over the network at the first visit of a page, and what Lighthouse thinks of it.
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { BrowserContext } from "playwright-core";
import { pagesOf } from "../infra/page-at.ts";
import { siteFolder } from "../web/build.ts";

const COUNTED = ["document", "stylesheet", "script", "image", "font"];

export type SitePage = { path: string; english: boolean; journey: boolean; html: string };

/** Of the built site. A journey page brings its words along for its script; a public one is complete without. */
export const sitePages = (folder = siteFolder): SitePage[] =>
  pagesOf(folder).map((path) => {
    const html = readFileSync(join(folder, path, "index.html"), "utf8");
    return { path: path || "/", html, english: /^\/en(?:\/|$)/.test(path), journey: html.includes('id="words"') };
  });

export type Weight = { bytes: number; script: number; requests: number };

/** Loads it in a browser and weighs all that it asks the site for before it leads anywhere else; brotli, best quality. */
export async function weigh(context: BrowserContext, address: string, { path, html }: SitePage): Promise<Weight> {
  const page = await context.newPage();
  const loaded: { script: boolean; bytes: number }[] = [];
  let documents = 0;
  page.on("request", (request) => {
    const type = request.resourceType();
    if (type === "document") documents++;
    if (documents > 1 || !COUNTED.includes(type) || !request.url().startsWith(address)) return;
    loaded.push({ script: type === "script", bytes: packed(fileAt(new URL(request.url()).pathname)) });
  });
  await page.goto(`${address}${path}`, { waitUntil: "networkidle" });
  await page.close();
  const inline = [...html.matchAll(/<script(?![^>]*application\/json)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? "");
  const sum = (some: typeof loaded) => some.reduce((total, { bytes }) => total + bytes, 0);
  const script = sum(loaded.filter((part) => part.script)) + (inline.length > 0 ? packed(Buffer.from(inline.join(""))) : 0);
  return { bytes: sum(loaded), script, requests: loaded.length };
}

const fileAt = (pathname: string) => readFileSync(join(siteFolder, extname(pathname) ? pathname : join(pathname, "index.html")));

export const packed = (body: Buffer, quality = constants.BROTLI_MAX_QUALITY) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
