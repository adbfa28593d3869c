// Writes the service workers of the visitors' page, one for each language: /staff/visits-worker.js and /en/staff/visits-worker.js.
// Each knows the files of the page that was built, and a hash of what is in them.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const LATER = / data-then="(\/_astro\/[\w.-]+\.js)"/g;
const COUNTIES = /^(?:\d\d|provinces)\.json$/;

export async function writeVisitWorkers(site: string): Promise<void> {
  const code = await bundled();
  const lists = (await readdir(`${site}/divisions`)).filter((name) => COUNTIES.test(name)).sort();
  for (const page of ["/staff/visits", "/en/staff/visits"]) {
    const html = await readFile(`${site}${page}/index.html`, "utf8");
    const later = [...html.matchAll(LATER)].map(([, address = ""]) => address);
    const files = [...new Set(later), ...lists.map((name) => `/divisions/${name}`)];
    const hash = createHash("sha256").update(html);
    for (const file of files) hash.update(await readFile(site + file));
    const known = `const FILES=${JSON.stringify([page, ...files])},VERSION="${hash.digest("hex").slice(0, 16)}";`;
    await writeIfOther(`${site}${page}-worker.js`, known + code);
  }
}

async function bundled(): Promise<string> {
  const build = await rolldown({ input: fileURLToPath(new URL("worker.ts", import.meta.url)), transform: { target: "es2021" } });
  const { output } = await build.generate({ format: "iife", minify: true, comments: false });
  return output[0].code.trim();
}

/** Whoever reads the site meanwhile finds a whole file. */
async function writeIfOther(file: string, content: string): Promise<void> {
  const there = await readFile(file, "utf8").catch(() => "");
  if (there !== content) await writeFile(file, content);
}
