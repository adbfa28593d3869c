// Lists of places, fetched when they are needed: the provinces, the counties of a province, the townships of a city.
import * as v from "valibot";
import { CityFile, type Listed, ProvinceFile, unpackTownships } from "../../../shared/divisions/data.ts";
import { ProvinceList } from "../../../shared/divisions/provinces.ts";
import { countiesOf, type Division } from "../../../shared/divisions/search.ts";

const fetched = new Map<string, Promise<unknown>>();

function file(name: string): Promise<unknown> {
  const known = fetched.get(name);
  if (known) return known;
  const asked = fetch(`/divisions/${name}.json`)
    .then((response) => (response.ok ? response.json() : undefined))
    .catch(() => {
      fetched.delete(name); // the network: the next time it may come
    });
  fetched.set(name, asked);
  return asked;
}

export async function provinces(): Promise<ProvinceList | undefined> {
  const list = v.safeParse(ProvinceList, await file("provinces"));
  return list.success ? list.output : undefined;
}

/** Undefined where the list cannot be had. */
export async function countiesIn(province: string): Promise<Division[] | undefined> {
  const list = v.safeParse(ProvinceFile, await file(province));
  return list.success ? countiesOf(list.output) : undefined;
}

/** None where there is no list of them: then people write theirs themselves. */
export async function townshipsIn(county: string): Promise<Listed[]> {
  const list = v.safeParse(CityFile, await file(county.slice(0, 4)));
  return list.success ? unpackTownships(county, list.output[county] ?? "") : [];
}
