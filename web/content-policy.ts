// Astro names the hashes of every page's inline scripts and styles on every page. Each page names its own only: tighter, and
// a page weighs less. Scripts that were put in after Astro (slice-scripts.ts) are among them.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

export const sha256 = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}` as const;

const INLINE = /<(script|style)([^>]*)>([\s\S]*?)<\/\1>/g;
const POLICY = /(<meta http-equiv="content-security-policy" content=")([^"]*)(">)/i;

export function ownHashesOnly(html: string): string {
  const inline = [...html.matchAll(INLINE)].filter(([, , attributes = ""]) => !/ src=|json"/.test(attributes));
  const hashesOf = (kind: string) =>
    [...new Set(inline.flatMap(([, tag, , content = ""]) => (tag === kind ? [` '${sha256(content)}'`] : [])))].join("");
  return html.replace(POLICY, (_, start: string, policy: string, end: string) => {
    const own = policy
      .replace(/ 'sha256-[^']+'/g, "")
      .replace(/(script|style)-src [^;]*/g, (directive, kind: string) => directive.trimEnd() + hashesOf(kind));
    return start + own.replace(/\s*;\s*/g, ";").replace(/;$/, "") + end;
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
