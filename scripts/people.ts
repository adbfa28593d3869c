// npm run people -- N [--seed S] [--out FILE.csv] [--today 2026-11-22] [--gb18030] [--names]
import path from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { dateOf, instantAt, PlainDate } from "../shared/kernel/calendar.ts";
import { demoPeople } from "./people/demo.ts";
import { writeExtract } from "./people/extract.ts";
import { makePeople } from "./people/make.ts";

const USAGE = "npm run people -- N [--seed S] [--out FILE.csv] [--today YYYY-MM-DD] [--gb18030] [--names]";

const Options = v.object({
  count: v.pipe(v.string(), v.regex(/^[1-9]\d{0,6}$/), v.transform(Number)),
  seed: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)), "2"), // 1 are the people of the demo register
  out: v.optional(v.pipe(v.string(), v.minLength(1))),
  today: v.optional(PlainDate, () => dateOf(instantAt(Date.now()))),
  gb18030: v.optional(v.boolean(), false),
  names: v.optional(v.boolean(), false),
});

function optionsOf(args: string[]) {
  try {
    const text = { type: "string" } as const;
    const flag = { type: "boolean" } as const;
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { seed: text, out: text, today: text, gb18030: flag, names: flag },
    });
    return positionals.length === 1 ? v.parse(Options, { ...values, count: positionals[0] }) : undefined;
  } catch {
    return undefined;
  }
}

const options = optionsOf(process.argv.slice(2));
if (!options) {
  console.error(USAGE);
  process.exit(1);
}
const { count, seed, today, gb18030, names } = options;
// npm runs scripts in the project's folder and tells in INIT_CWD where the person was.
const out = path.resolve(process.env["INIT_CWD"] ?? "", options.out ?? `people-${count}.csv`);
try {
  const encoding = gb18030 ? "gb18030" : "utf8";
  const rows = await writeExtract(makePeople({ count, seed, today }), out, {
    encoding,
    header: names ? "names" : "codes",
    asOf: today,
  });
  console.log(`${count} people, ${rows} rows: ${out} (${encoding}, seed ${seed}, as of ${today})`);
  console.log(
    "None of them lives: their numbers begin with county codes that were never issued, their phones with 154, which no operator has.",
  );
  for (const { name, number, phone, about } of demoPeople(makePeople({ count: Math.min(count, 2000), seed, today })))
    console.log(`  ${number}  ${phone ?? "-          "}  ${name}  ${about}`);
} catch (error) {
  console.error(`${out} cannot be written: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
