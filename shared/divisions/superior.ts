import * as v from "valibot";
import { DivisionCode } from "../kernel/fields.ts";

/** 110100, 500200, 429000: no office, but a heading over the counties of a municipality, or over those that a province leads itself. */
const isHeading = (code: string) => /^(?:11|12|31|50)/.test(code) || /^..90/.test(code);

/** The agency above one: of a county its prefecture, else its province; of a prefecture its province; of a province the country. */
export function superiorOf(division: DivisionCode): DivisionCode {
  if (division.endsWith("0000")) return v.parse(DivisionCode, "100000");
  const prefecture = `${division.slice(0, 4)}00`;
  const isAbove = prefecture !== division && !isHeading(division);
  return v.parse(DivisionCode, isAbove ? prefecture : `${division.slice(0, 2)}0000`);
}
