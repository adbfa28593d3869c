// Where "elsewhere" is, as part four of the form asks for it: another city of the province, or another province.
import * as v from "valibot";
import { DivisionCode } from "../kernel/fields.ts";

/** The four municipalities are province and city at once. */
const MUNICIPALITIES = ["11", "12", "31", "50"];
/** Counties right below a province stand under a city in name only, `xx90`: 仙桃, 济源. */
const isDirect = (code: string) => code.slice(2, 4) === "90";

export const isProvinceCode = (code: string): boolean => code.endsWith("0000");
export const sameProvince = (a: string, b: string): boolean => a.slice(0, 2) === b.slice(0, 2);

export function sameCity(a: string, b: string): boolean {
  if (!sameProvince(a, b)) return false;
  if (MUNICIPALITIES.includes(a.slice(0, 2))) return true;
  return isDirect(a) || isDirect(b) ? a === b : a.slice(0, 4) === b.slice(0, 4);
}

/** Any division as the form names it from `home`: a city of the same province, or else the province. */
export function elsewhereFrom(home: string, code: string): DivisionCode {
  if (isProvinceCode(code) || (sameProvince(home, code) && isDirect(code))) return v.parse(DivisionCode, code);
  return v.parse(DivisionCode, sameProvince(home, code) ? `${code.slice(0, 4)}00` : `${code.slice(0, 2)}0000`);
}

/** One for each city. */
export const citiesAmong = (codes: readonly DivisionCode[]): DivisionCode[] =>
  codes.filter((code, at) => codes.findIndex((other) => sameCity(other, code)) === at);

/** The blanks of the printed form, from the whole name of each level: 安徽省淮南市寿县. */
export function levelsOf(code: DivisionCode, placeName: (code: string) => string) {
  const named = (division: string, above: string) => {
    const name = placeName(division);
    return name === division ? above : name;
  };
  const province = named(`${code.slice(0, 2)}0000`, "");
  const city = named(`${code.slice(0, 4)}00`, province);
  const county = named(code, city);
  const below = (whole: string, above: string) => (whole.startsWith(above) ? whole.slice(above.length) : whole);
  return { division: code, province, city: below(city, province), county: below(county, city) };
}
