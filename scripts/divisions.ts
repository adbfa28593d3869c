// Lists of divisions for pages: `node scripts/divisions.ts DIR` writes them, `… vendor DIR` renews the data they are made from.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { CityFile, ProvinceFile } from "../shared/divisions/data.ts";
import { type ProvinceList, provinceList } from "../shared/divisions/provinces.ts";
import { vendorDivisions } from "./divisions/vendor.ts";

const DATA = path.resolve(import.meta.dirname, "../shared/divisions/data");
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(DATA, file), "utf8"));

/**
 * `provinces.json`: a ProvinceList. `34.json`: the counties of a province, a ProvinceFile. `3404.json`: the townships of a city
 * by county, a CityFile.
 */
export function writeDivisionFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: ProvinceList | ProvinceFile | CityFile) =>
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(content));

  write("provinces", provinceList());
  const provinces = v.parse(v.record(v.string(), ProvinceFile), read("current.json"));
  for (const [province, file] of Object.entries(provinces)) write(province, file);

  const townships = Object.entries(v.parse(CityFile, read("streets.json")));
  for (const city of new Set(townships.map(([county]) => county.slice(0, 4))))
    write(city, Object.fromEntries(townships.filter(([county]) => county.startsWith(city))));
}

if (import.meta.main) {
  const [command, folder, ...more] = process.argv.slice(2);
  if (command === "vendor" && folder !== undefined && more.length === 0) vendorDivisions(path.resolve(folder));
  else if (command !== undefined && folder === undefined) writeDivisionFiles(command);
  else {
    console.error("Usage: node scripts/divisions.ts DIR\n       node scripts/divisions.ts vendor FOLDER-OF-UNPACKED-PACKAGES");
    process.exitCode = 1;
  }
}
