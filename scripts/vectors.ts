// `npm run vectors -- FILE.json`: holds the rules against a conformance pack.
import { dateOf, instantAt } from "../shared/kernel/calendar.ts";
import { givenFile } from "./given-file.ts";
import { readPack, runPack } from "./vectors/pack.ts";
import { sections } from "./vectors/sections.ts";

const [file, ...more] = process.argv.slice(2);
if (file === undefined || more.length > 0) {
  console.error("Usage: npm run vectors -- FILE.json");
  process.exit(1);
}

const read = readPack(givenFile(file));
const { lines, passed, failed } =
  "pack" in read ? runPack(read.pack, sections, dateOf(instantAt(Date.now()))) : { lines: [read.refusal], passed: 0, failed: 1 };
for (const line of lines) console.log(line);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
