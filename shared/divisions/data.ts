// How the lists of divisions are packed, in shared/divisions/data and in the files that pages fetch.
import * as v from "valibot";

/** `淮南市:02大通区,03田家庵区`: the city, then the last two digits and the name of each county. */
const PackedCity = v.pipe(v.string(), v.regex(/^[^:,]*:(?:\d\d[^:,]+(?:,|$))*$/));

/** One province, and the file of that name that pages fetch. Cities go by their first four digits. */
export const ProvinceFile = v.object({ name: v.string(), cities: v.record(v.string(), PackedCity) });
export type ProvinceFile = v.InferOutput<typeof ProvinceFile>;

/** A city's townships: county code → `001东山街道,002…`, the last three of nine digits and the name. */
export const CityFile = v.record(v.string(), v.string());
export type CityFile = v.InferOutput<typeof CityFile>;

/** `current`: today's list by province. `former`: every other code ever issued, by city; a city without a name is in today's list. */
export type DivisionData = { current: Readonly<Record<string, ProvinceFile>>; former: Readonly<Record<string, string>> };

export type Listed = { code: string; name: string };

export function unpackCity(city: string, packed: string): { name: string; counties: Listed[] } {
  const [name = "", counties = ""] = packed.split(":");
  return { name, counties: unpackList(city, counties, 2) };
}

export const unpackTownships = (county: string, packed: string): Listed[] => unpackList(county, packed, 3);

const unpackList = (above: string, packed: string, digits: number): Listed[] =>
  packed === "" ? [] : packed.split(",").map((entry) => ({ code: above + entry.slice(0, digits), name: entry.slice(digits) }));
