// Every division code ever issued to a person, and what it was called. Which of them are today's is all that "current" means.
import type { AreaStatusOf } from "../kernel/identity-number.ts";
import { provinces } from "../kernel/provinces.ts";
import { type DivisionData, unpackCity } from "./data.ts";

export type Divisions = {
  areaStatus: AreaStatusOf;
  /** 340422 → 安徽省, 淮南市, 寿县; what was merged or renamed goes by its last name. Undefined: no such code. */
  divisionName: (code: string) => readonly string[] | undefined;
};

/** In GB/T 2260 and in no list that can be had; nothing below them was ever issued (handbook 16, 1.2). */
const BY_HAND = ["710000", "810000", "820000", "830000"];
const DEMO_NAME = "演示县";
/** Levels that exist on paper only: nobody says 北京市市辖区东城区. */
const NOMINAL = /^(?:市辖区|县|.*直辖县级行政.*|省直辖.*)$/;

/** Reads about 7,000 codes: once a process, not once a request. */
export function openDivisions({ current, former }: DivisionData, demoCounties: readonly string[] = []): Divisions {
  const today = new Map<string, string>(BY_HAND.map((code) => [code, ""]));
  const before = new Map<string, string>();
  for (const [province, { cities }] of Object.entries(current)) {
    today.set(`${province}0000`, "");
    learn(today, cities);
  }
  learn(before, former);
  for (const code of demoCounties) today.set(code, DEMO_NAME);

  const nameOf = (code: string) => today.get(code) ?? before.get(code);
  return {
    areaStatus: (code) => (today.has(code) ? "current" : before.has(code) ? "abolished" : "unknown"),
    divisionName: (code) => {
      if (nameOf(code) === undefined) return undefined;
      const levels = [provinces[code.slice(0, 2)] ?? "", nameOf(`${code.slice(0, 4)}00`) ?? "", nameOf(code) ?? ""];
      return levels.filter((name, level) => name !== "" && !NOMINAL.test(name) && levels.indexOf(name) === level);
    },
  };
}

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
