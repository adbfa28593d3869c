// Numbers that are right in every digit and belong to nobody: their county code was never issued.
import { checkDigit } from "../../shared/kernel/number-parts.ts";
import type { Sex } from "./names.ts";

const FIRST_DAY = Date.UTC(1900, 0, 1);
const DAY_MS = 86_400_000;
const DAYS = 366 * 200;
const MOST_A_DAY = 497; // of each sex: odd and even sequences; 000 is not given, 996-999 mean another century in the 15-digit form

const checked = (digits: string) => digits + checkDigit(digits);

/**
 * Hands out each number once: two bytes for each day, sex and county are enough for as many people as ever lived there.
 * Another seed begins elsewhere, so that the people of two seeds may live in one register.
 */
export function openNumbers(seed: number) {
  const given = new Map<string, Uint16Array>();

  function sequence(county: string, birth: string, sex: Sex): string {
    const counts = given.get(county + sex) ?? new Uint16Array(DAYS);
    given.set(county + sex, counts);
    const day = (Date.parse(birth) - FIRST_DAY) / DAY_MS;
    const count = counts[day]!;
    if (count >= MOST_A_DAY) throw new Error("no more numbers for this day: take fewer people, or more county codes");
    counts[day] = count + 1;
    // Spread, so that numbers of one day, or of many days, do not look alike; 83 and 497 have no common factor.
    const pair = (seed * 7 + day * 31 + count * 83) % MOST_A_DAY;
    return String(pair * 2 + (sex === "M" ? 1 : 2)).padStart(3, "0");
  }

  return {
    citizen: (county: string, birth: string, sex: Sex) =>
      checked(county + birth.replaceAll("-", "") + sequence(county, birth, sex)),
    /** `9`, province, country: 074 is Bouvet Island, where nobody was ever born. */
    foreigner: (province: string, birth: string, sex: Sex) =>
      checked(`9${province}074${birth.replaceAll("-", "")}${sequence(`9${province}074`, birth, sex)}`),
  };
}

/** As it was before 1999: without the century and the check digit. */
export const legacyNumber = (number: string): string => number.slice(0, 6) + number.slice(8, 17);
