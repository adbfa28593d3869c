// Finding one's county by typing a part of its name, in a page.
import { type Listed, type ProvinceFile, unpackCity } from "./data.ts";

/** `place` is everything above it: 安徽省淮南市. */
export type Division = Listed & { place: string };

/** The counties of one fetched province file. */
export const countiesOf = ({ name, cities }: ProvinceFile): Division[] =>
  Object.entries(cities).flatMap(([city, packed]) => {
    const { name: cityName, counties } = unpackCity(city, packed);
    return counties.map((county) => ({
      ...county,
      place: name + (/辖|^县$/.test(cityName) || cityName === county.name ? "" : cityName),
    }));
  });

/** Names that begin with what was typed, then names that contain it, then those whose whole address does: 淮南寿县, 安徽省寿县. */
export function searchDivisions<Entry extends Listed & { place?: string }>(list: readonly Entry[], typed: string): Entry[] {
  const wanted = Array.from(typed.normalize("NFKC").replace(/\s/g, ""));
  const text = wanted.join("");
  if (text === "") return [...list];
  const rank = ({ name, place = "", code }: Entry) => {
    if (name.startsWith(text) || code.startsWith(text)) return 0;
    if (name.includes(text)) return 1;
    return wanted.length > 1 && inOrder(wanted, place + name) ? 2 : undefined;
  };
  return [0, 1, 2].flatMap((wantedRank) => list.filter((entry) => rank(entry) === wantedRank));
}

/** Every typed character is in the text, one after the other. */
function inOrder(characters: readonly string[], text: string): boolean {
  let from = 0;
  return characters.every((character) => {
    const found = text.indexOf(character, from);
    from = found + character.length;
    return found >= 0;
  });
}
