// How long things last and how often they may be tried. Figures of the service's own, not of any law.
import { daysBetween, type PlainDate } from "../kernel/calendar.ts";
import type { FactOf } from "../registration.ts";

export const CODE_LIFE_MINUTES = 10;
export const IDLE_MINUTES = 15;
export const SESSION_HOURS = 12;
export const SENDS_PER_HOUR = 5;
export const WRONG_PROOFS_PER_SESSION = 2; // handbook 11: wrong twice, and it is policy only
export const DEVICE_DAYS = 180;
/** So long after the last wrong try all of them are forgotten. */
export const LADDER_FORGETS_HOURS = 24;

const FREE_TRIES = 5;
const WAITS_SECONDS = [60, 300, 600, 3600] as const;

/** Seconds to wait after so many wrong tries in a row. It grows and then stays: nobody is ever locked out for good. */
export const waitAfter = (wrongTries: number): number =>
  wrongTries < FREE_TRIES ? 0 : (WAITS_SECONDS[wrongTries - FREE_TRIES] ?? 3600);

const PHONE_STAYS_FRESH_MONTHS = 12;
const PHONE_RESTS_DAYS = 30;

export type Because = "phone-stale" | "phone-unconfirmed" | "phone-new";

/**
 * Why a code to this phone alone does not prove enough: numbers are given to strangers after a while, and a thief changes the
 * number first. Undefined: it proves enough.
 */
export function whyLimited({ from, confirmedOn }: FactOf<"phone">, today: PlainDate): Because | undefined {
  if (daysBetween(from, today) < PHONE_RESTS_DAYS) return "phone-new";
  if (!confirmedOn || confirmedOn > today) return "phone-unconfirmed";
  return yearLater(confirmedOn) > today ? undefined : "phone-stale";
}

/** Text compares as days do; 29 February has no anniversary but sorts right before 1 March. */
const yearLater = (date: PlainDate) => `${Number(date.slice(0, 4)) + PHONE_STAYS_FRESH_MONTHS / 12}${date.slice(4)}`;
