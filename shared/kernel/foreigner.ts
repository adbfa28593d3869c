// The social security number of a foreigner: once given it stays, whatever becomes of the passport (handbook 1.5, MOHRSS Order 16).
import type { DocType } from "../registration.ts";
import { isCountry } from "./countries.ts";

export type ForeignersDocument = Extract<DocType, "PASSPORT" | "FPR_ID_LEGACY" | "FPR_ID">;

const RESERVED_DIGIT = "0";
const withoutSeparators = (typed: string) =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");

/**
 * Country (ISO 3166-1 alpha-3), reserved digit, document number. An old permanent residence card begins with the country
 * already; the number of a new one is the social security number itself (parameter fpr_number_rule, handbook 15 item 8).
 */
export function foreignerNumber({
  country,
  document,
  number,
}: {
  country: string;
  document: ForeignersDocument;
  number: string;
}): string {
  const [land, digits] = [withoutSeparators(country), withoutSeparators(number)];
  if (document === "FPR_ID") return digits;
  const rest = document === "FPR_ID_LEGACY" && digits.startsWith(land) ? digits.slice(land.length) : digits;
  return land + RESERVED_DIGIT + rest;
}

/**
 * How one passport may have been written, the given way first: some leave the reserved digit out, and a document's own number
 * may begin with a zero too.
 */
export function passportForms(number: string): [string, ...string[]] {
  const [country, rest] = [number.slice(0, 3), number.slice(3)];
  const without = rest.startsWith(RESERVED_DIGIT) ? [country + rest.slice(1)] : [];
  return [number, ...[...without, country + RESERVED_DIGIT + rest].filter(isPassport)];
}

/** The same for every form of one passport, and for nothing to be looked up by. */
export const withoutReservedDigit = (number: string): string => number.replace(/^([A-Z]{3})0+/, "$1");

/** Country and document number, with or without the reserved digit between them. */
export const isPassport = (number: string): boolean => /^[A-Z]{3}[0-9A-Z]{4,15}$/.test(number) && isCountry(number.slice(0, 3));
