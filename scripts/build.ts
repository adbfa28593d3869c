// npm run build: everything that is served as files, into dist/site.
import { join } from "node:path";
import { buildSite as buildPages } from "../web/build.ts";
import { writeVisitWorkers } from "../web/visits/build-worker.ts";
import { writeDivisionFiles } from "./divisions.ts";

/** The pages, if their sources changed, and the lists of places they load. Answers the folder. */
export async function buildSite(): Promise<string> {
  const folder = await buildPages();
  writeDivisionFiles(join(folder, "divisions"));
  await writeVisitWorkers(folder);
  return folder;
}

if (import.meta.main) console.log(await buildSite());
