// Agencies write an address as one line that begins with the names of its divisions; here it is a division and the rest.
import { type DivisionData, unpackCity } from "../divisions/data.ts";

export type Located = { division: string; lines: string };
/** `division`: as another column says; nothing where the line itself names none. */
export type LocateAddress = (text: string, division?: string) => Located | undefined;

const LONGEST = 30;
const NOMINAL = /^(?:市辖区|县|.*直辖县级行政.*)$/; // nobody writes 北京市市辖区东城区
const ambiguous = "";

/** Reads today's list once; a name that means two places means none. */
export function openAddresses({ current }: Pick<DivisionData, "current">): LocateAddress {
  const codes = new Map<string, string>();
  const learn = (name: string, code: string) => codes.set(name, (codes.get(name) ?? code) === code ? code : ambiguous);
  for (const [province, { name: provinceName, cities }] of Object.entries(current)) {
    learn(provinceName, `${province}0000`);
    for (const [city, packed] of Object.entries(cities)) {
      const { name, counties } = unpackCity(city, packed);
      const cityName = NOMINAL.test(name) ? "" : name;
      if (cityName) for (const written of [provinceName + cityName, cityName]) learn(written, `${city}00`);
      for (const county of counties)
        for (const above of new Set([provinceName + cityName, provinceName, cityName]))
          if (above) learn(above + county.name, county.code);
    }
  }

  return (text, division) => {
    const written = text.replace(/\s+/g, "");
    for (let length = Math.min(LONGEST, written.length); length >= 2; length--) {
      const code = codes.get(written.slice(0, length));
      if (code) return { division: division ?? code, lines: written.slice(length) || written };
    }
    return division ? { division, lines: text } : undefined;
  };
}

/** With the list of today, loaded when it is first needed. */
export async function loadAddresses(): Promise<LocateAddress> {
  const current = await import("../divisions/data/current.json", { with: { type: "json" } });
  return openAddresses({ current: current.default });
}
