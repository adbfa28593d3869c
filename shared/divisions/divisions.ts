// Every division code ever issued to a person, and what it was called. Which of them are today's is all that "current" means.
import type { AreaStatusOf } from "../kernel/identity-number.ts";
import { provinces } from "../kernel/provinces.ts";
import { type DivisionData, unpackCity } from "./data.ts";

export type Divisions = {
  areaStatus: AreaStatusOf;
  /** Whether somebody can live in it: a county of today, or what has none below it. A province or a city is no address. */
  holdsAddresses: (code: string) => boolean;
  /** 340422 → 安徽省, 淮南市, 寿县; what was merged or renamed goes by its last name. Undefined: no such code. */
  divisionName: (code: string) => readonly string[] | undefined;
  /** Every code that was ever one of the place that begins so, `34` or `3404`, the place itself too. */
  codesUnder: (digits: string) => string[];
};

/** In GB/T 2260 and in no list that can be had; nothing below them was ever issued (handbook 16, 1.2). */
const BY_HAND = ["710000", "810000", "820000", "830000"];
/** Of them, those that are an address; 830000 is in the numbers of residence permits only. */
const WITHOUT_COUNTIES = ["710000", "810000", "820000"];
const DEMO_NAME = "演示县";
/** Levels that exist on paper only: nobody says 北京市市辖区东城区. */
const NOMINAL = /^(?:市辖区|县|.*直辖县级行政.*|省直辖.*)$/;

/** Reads about 7,000 codes: once a process, not once a request. */
export function openDivisions({ current, former }: DivisionData, demoCounties: readonly string[] = []): Divisions {
  const today = new Map<string, string>(BY_HAND.map((code) => [code, ""]));
  const before = new Map<string, string>();
  const counties = new Set([...WITHOUT_COUNTIES, ...demoCounties]);
  for (const [province, { cities }] of Object.entries(current)) {
    today.set(`${province}0000`, "");
    learn(today, cities);
    for (const code of countiesIn(cities)) counties.add(code);
  }
  learn(before, former);
  for (const code of demoCounties) today.set(code, DEMO_NAME);

  const nameOf = (code: string) => today.get(code) ?? before.get(code);
  return {
    areaStatus: (code) => (today.has(code) ? "current" : before.has(code) ? "abolished" : "unknown"),
    holdsAddresses: (code) => counties.has(code),
    codesUnder: (digits) => [...new Set([...today.keys(), ...before.keys()])].filter((code) => code.startsWith(digits)),
    divisionName: (code) => {
      if (nameOf(code) === undefined) return undefined;
      const levels = [provinces[code.slice(0, 2)] ?? "", nameOf(`${code.slice(0, 4)}00`) ?? "", nameOf(code) ?? ""];
      return levels.filter((name, level) => name !== "" && !NOMINAL.test(name) && levels.indexOf(name) === level);
    },
  };
}

/** A city without counties is listed as its own: 东莞市, 441900. */
const countiesIn = (cities: Readonly<Record<string, string>>): string[] =>
  Object.entries(cities).flatMap(([city, packed]) => unpackCity(city, packed).counties.map(({ code }) => code));

function learn(codes: Map<string, string>, cities: Readonly<Record<string, string>>): void {
  for (const [city, packed] of Object.entries(cities)) {
    const { name, counties } = unpackCity(city, packed);
    if (name !== "") codes.set(`${city}00`, name);
    for (const county of counties) codes.set(county.code, county.name);
  }
}

/** Loads the lists when they are first needed; a bundle keeps them in files of their own. */
export async function loadDivisions(demoCounties: readonly string[] = []): Promise<Divisions> {
  const [current, former] = await Promise.all([
    import("./data/current.json", { with: { type: "json" } }),
    import("./data/former.json", { with: { type: "json" } }),
  ]);
  return openDivisions({ current: current.default, former: former.default }, demoCounties);
}
