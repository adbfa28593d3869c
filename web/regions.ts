// The places whose rules can be chosen on an estimate: all provinces, and below them what has numbers of its own. At build time.
import current from "../shared/divisions/data/current.json" with { type: "json" };
import { openDivisions } from "../shared/divisions/divisions.ts";
import { provinceList } from "../shared/divisions/provinces.ts";
import type { Lang } from "./messages/both.ts";
import { cityNames } from "./messages/regions.ts";

/** `own`: it has a file, /policy/<code>.json. `within`: the province above it. */
export type RegionOption = { code: string; name: string; own: boolean; within?: string };

/** `files`: names of the files of parameters, `340400.csv`. A place that nobody has named in English yet goes by its code there. */
export function regionsIn(lang: Lang, files: readonly string[]): RegionOption[] {
  const own = new Set(files.flatMap((file) => file.match(/(\d{6})\.csv$/)?.[1] ?? []));
  const { divisionName } = openDivisions({ current, former: {} });
  return provinceList().flatMap((province) => {
    const code = `${province.code}0000`;
    const below = [...own].filter((place) => place.startsWith(province.code) && place !== code).sort();
    const inside = below.map((place) => ({
      code: place,
      name: lang === "zh" ? (divisionName(place)?.slice(1).join("") ?? "") : englishName(place),
      own: true,
      within: province[lang],
    }));
    return [{ code, name: province[lang], own: own.has(code) }, ...inside];
  });
}

const englishName = (code: string): string => cityNames[code] ?? code;
