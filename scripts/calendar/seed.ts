// The first version: 2004 to 2026, from the package chinese-days.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as v from "valibot";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import type { CalendarData } from "../../shared/kernel/working-days.ts";

const require = createRequire(import.meta.url);
const root = path.dirname(require.resolve("chinese-days/package.json"));
const Days = v.record(PlainDate, v.string());
const Package = v.object({ version: v.string() });

/** 国办发明电〔2005〕35号: a Saturday worked for 2006-01-02, which the package leaves out. */
const LEFT_OUT = v.parse(v.array(PlainDate), ["2005-12-31"]);

export function seedCalendar(): CalendarData {
  const json = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), "utf8"));
  const { holidays, workdays } = v.parse(v.object({ holidays: Days, workdays: Days }), json("dist/chinese-days.json"));
  const source = `chinese-days ${v.parse(Package, json("package.json")).version}`;
  const notices = noticesOf(readFileSync(path.join(root, "src/holidays/generate.ts"), "utf8"));

  const days = {
    holidays: v.parse(v.array(PlainDate), Object.keys(holidays)),
    workdays: [...v.parse(v.array(PlainDate), Object.keys(workdays)), ...LEFT_OUT],
  };
  const years = [...new Set(days.holidays.map((date) => date.slice(0, 4)))].sort();
  const of = (kind: "holidays" | "workdays", year: string) => days[kind].filter((date) => date.startsWith(year)).sort();
  const arranged = years.map((year) => [
    year,
    { document: notices.get(year) ?? source, holidays: of("holidays", year), workdays: of("workdays", year) },
  ]);
  return { version: 1, source, years: Object.fromEntries(arranged) };
}

/** The address of each year's notice, from the comments above its arrangement. */
function noticesOf(code: string): Map<string, string> {
  const found = code.matchAll(/\/\*\*\s+\* (\d{4})\s+\*\s+(https?:\/\/\S+)/g);
  return new Map([...found].map(([, year = "", address = ""]) => [year, address]));
}
