// How far one place reaches, by insurance: within it nothing has to be moved. Handbook 6.1, 6.2, 6.4.
import type { DivisionCode } from "../kernel/fields.ts";
import type { Scheme } from "../scheme.ts";

const MUNICIPALITIES = /^(?:11|12|31|50)/; // one pool each, however many districts

/** The employees' pension goes by provinces, the residents' by counties, medical and unemployment insurance by cities. */
function digitsOf(scheme: Scheme, division: DivisionCode): number {
  if (scheme === "110" || scheme === "120") return 2;
  if (scheme === "170") return 6;
  return MUNICIPALITIES.test(division) ? 2 : 4;
}

export const isSamePlace = (scheme: Scheme, one: DivisionCode, other: DivisionCode): boolean => {
  const digits = digitsOf(scheme, one);
  return one.slice(0, digits) === other.slice(0, digits);
};

export const provinceOf = (division: DivisionCode): string => division.slice(0, 2);
export const isSameProvince = (one: DivisionCode, other: DivisionCode): boolean => provinceOf(one) === provinceOf(other);
