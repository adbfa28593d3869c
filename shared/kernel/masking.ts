// What lists and pages show of a person by default (handbook 12): one star for each hidden character, addresses aside.
import { maskedAddress } from "./masked-address.ts";

const keepEnds =
  (first: number, last: number) =>
  (value: string): string => {
    const characters = Array.from(value);
    const hidden = characters.length - first - last;
    // Too short to keep anything back: then all of it is hidden.
    if (hidden <= 0) return stars(characters.length);
    return characters.slice(0, first).join("") + stars(hidden) + characters.slice(first + hidden).join("");
  };

const stars = (count: number) => "*".repeat(count);

function maskedName(name: string): string {
  const characters = Array.from(name);
  if (characters.length < 3) return `${characters.length === 2 ? characters[0] : ""}${characters.length ? "*" : ""}`;
  return keepEnds(1, 1)(name);
}

/** Area code (010, 02x or four digits) and hyphen stay, with or without the hyphen. */
function maskedLandline(landline: string): string {
  const [area = ""] = /^.*?[-‐－–—]|^(?:010|02\d|0[3-9]\d\d)/.exec(landline) ?? [];
  return area + keepEnds(0, 4)(landline.slice(area.length));
}

const masks = {
  id: keepEnds(4, 4),
  passport: keepEnds(2, 2),
  phone: keepEnds(3, 4),
  landline: maskedLandline,
  bankcard: keepEnds(4, 4),
  name: maskedName,
  address: maskedAddress,
} satisfies Record<string, (value: string) => string>;

export type MaskKind = keyof typeof masks;
export const maskKinds: readonly MaskKind[] = ["id", "passport", "phone", "landline", "bankcard", "name", "address"];

export const mask = (kind: MaskKind, value: string): string => masks[kind](value);
