// The months of both beside each other, year by year: what is in both is seen at a glance.
import { monthOf, type PlainDate, type PlainMonth } from "../kernel/calendar.ts";
import { statesOf } from "../paid-months.ts";
import type { Enrolment, FullRecord } from "../registration.ts";
import { areDrawn } from "./decide.ts";
import { type Duplicate, type DuplicateSide, isSide } from "./duplicate.ts";
import { monthIn, yearsPaid } from "./paid.ts";
import type { YearBeside } from "./shown.ts";

const MOST_YEARS = 8;
const WITHOUT_COMMON = 4;
const NOTHING = "------------";

type Known = Pick<FullRecord, "enrolments" | "paidYears">;

/**
 * The earliest year first: those with months that both have or had, one before and one after; else the newest. None of what is drawn:
 * since when, no file says.
 */
export function yearsBeside(duplicate: Pick<Duplicate, "insurance" | "sides">, known: Known, today: PlainDate): YearBeside[] {
  if (areDrawn(duplicate)) return [];
  const lettersAt = (side: DuplicateSide): ReadonlyMap<number, string> => {
    const enrolment = known.enrolments.find((each) => isSide(each, side));
    return enrolment ? lettersOf(enrolment, known, monthOf(today)) : new Map();
  };
  const { sides } = duplicate;
  const [one, two] = [lettersAt(sides[0]), lettersAt(sides[1])];
  const named = [...one.keys(), ...two.keys()];
  if (named.length === 0) return [];
  const last = Math.max(...named);
  const first = Math.min(...named);
  const years = Array.from({ length: last - first + 1 }, (_, nth) => {
    const year = first + nth;
    return { year, one: one.get(year) ?? NOTHING, two: two.get(year) ?? NOTHING };
  });
  const inBoth = (year: YearBeside) => [...year.one].some((letter, nth) => letter !== "-" && year.two[nth] !== "-");
  const [begins, ends] = [years.findIndex(inBoth), years.findLastIndex(inBoth)];
  return begins < 0 ? years.slice(-WITHOUT_COMMON) : years.slice(Math.max(0, begins - 1), ends + 2).slice(-MOST_YEARS);
}

/** Where no file says what was paid, the months in which it was in force. */
function lettersOf(enrolment: Enrolment, { paidYears }: Known, now: PlainMonth): Map<number, string> {
  const paid = yearsPaid(enrolment, paidYears).filter(({ packed }) => statesOf(packed).includes("p"));
  if (paid.length > 0)
    return new Map(
      paid.map(({ year, states, packed }) => {
        const told = statesOf(packed);
        return [year, [...states].map((state, nth) => (state === "p" ? "p" : told[nth] === "p" ? "c" : "-")).join("")];
      }),
    );
  const { from, to, status } = enrolment;
  const until = to ?? (status === "active" ? now : from);
  const first = Number(from.slice(0, 4));
  const count = Number(until.slice(0, 4)) - first + 1;
  return new Map(
    Array.from({ length: count }, (_, after) => {
      const months = Array.from({ length: 12 }, (_, nth) => monthIn(first + after, nth));
      return [first + after, months.map((month) => (from <= month && month <= until ? "s" : "-")).join("")];
    }),
  );
}
