// npm run build: everything that is served as files, into dist/site.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildSite as buildPages } from "../web/build.ts";
import { writeDivisionFiles } from "./divisions.ts";

/** The pages, if their sources changed, and the lists of places they load. Answers the folder. */
export async function buildSite(): Promise<string> {
  const folder = await buildPages();
  writeDivisionFiles(join(folder, "divisions"));
  // A build empties the folder. Where the last of them is still there nothing changed, and a start need not load a bundler.
  if (!existsSync(join(folder, "en/staff/visits-worker.js")))
    await (await import("../web/visits/build-worker.ts")).writeVisitWorkers(folder);
  return folder;
}

if (import.meta.main) console.log(await buildSite());
