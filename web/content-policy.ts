// Astro names the hashes of every page's inline scripts and styles on every page. Each page keeps its own only:
// tighter, and a page weighs less.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

export const sha256 = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}` as const;

const INLINE = /<(script|style)([^>]*)>([\s\S]*?)<\/\1>/g;
const POLICY = /(<meta http-equiv="content-security-policy" content=")([^"]*)(">)/i;

export function ownHashesOnly(html: string): string {
  const own = new Set([...html.matchAll(INLINE)].map(([, , , content]) => `'${sha256(content ?? "")}'`));
  return html.replace(POLICY, (_, start: string, policy: string, end: string) => {
    const kept = policy.replace(/ '(sha256-[^']+)'/g, (token, hash: string) => (own.has(`'${hash}'`) ? token : ""));
    return start + kept.replace(/\s*;\s*/g, ";").replace(/;$/, "") + end;
  });
}

export const contentPolicy = (): AstroIntegration => ({
  name: "content-policy",
  hooks: {
    "astro:build:done": async ({ dir }) => {
      const files = await readdir(dir, { recursive: true });
      for (const file of files.filter((name) => name.endsWith(".html"))) {
        const path = `${fileURLToPath(dir)}/${file}`;
        await writeFile(path, ownHashesOnly(await readFile(path, "utf8")));
      }
    },
  },
});
