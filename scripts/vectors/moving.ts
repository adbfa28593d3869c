// A case of a pack as somebody who moves: the sections on transfers ask what the simulator, the API and the worker ask.
import * as v from "valibot";
import { monthOf, type PlainDate, PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { loadedCalendar } from "../../shared/kernel/loaded-calendar.ts";
import type { Policy } from "../../shared/policy/law.ts";
import { retirementOf } from "../../shared/retirement/age.ts";
import type { Relation, TransferKnown } from "../../shared/transfer/shown.ts";
import type { Situation } from "../../shared/transfer/situation.ts";

/** 34 → 340000. */
export const division = (province: string): DivisionCode => v.parse(DivisionCode, `${province}0000`);
/** Two that differ, for cases that name no place. */
export const [here, there] = [division("32"), division("34")];

const YEAR = 12;
const FIRST_YEAR = 1000;

/** So many months in a row, from the nth month of time on. */
export function monthsFrom(nth: number, count: number): Relation["years"] {
  const years = new Map<string, string[]>();
  for (let month = nth; month < nth + count; month++) {
    const year = String(FIRST_YEAR + Math.floor(month / YEAR));
    const letters = years.get(year) ?? Array.from({ length: YEAR }, () => "-");
    letters[month % YEAR] = "p";
    years.set(year, letters);
  }
  return Object.fromEntries([...years].map(([year, letters]) => [year, letters.join("")]));
}

/** The same, ending with a month. */
export function monthsUntil(last: PlainMonth, count: number): Relation["years"] {
  const [year, month] = last.split("-").map(Number);
  return monthsFrom(((year ?? 0) - FIRST_YEAR) * YEAR + (month ?? 1) - count, count);
}

const start = v.parse(PlainMonth, "1000-01");
export const aRelation = (relation: Partial<Relation>): Relation => ({
  ...{ scheme: "110", region: here, from: start, status: "active", insuredAs: "employee", years: {}, wages: [] },
  ...relation,
});

/** A man of whom nothing else is said. */
export const aSituation = (
  { known = {}, wish }: { known?: Partial<TransferKnown>; wish: Situation["wish"] },
  policy: Policy,
  today: PlainDate,
): Situation => ({
  known: { closed: false, sex: "M", drawing: false, relations: [], open: [], ...known },
  ...{ wish, today, policy, calendar: loadedCalendar },
});

/**
 * Provinces one after the other, in the order in which somebody came to them; who came back has one month there first. Provinces
 * whose time is not told come before those whose time is.
 */
export function workingLife(months: Readonly<Record<string, number>>, order: readonly string[], temporary: readonly string[]) {
  const told = [...Object.keys(months).filter((province) => !order.includes(province)), ...order];
  let nth = 0;
  return told.flatMap((province, place) => {
    const comesBack = told.indexOf(province, place + 1) >= 0;
    const before = told.slice(0, place).filter((one) => one === province).length;
    const count = comesBack
      ? Math.min(1, Math.max(0, (months[province] ?? 0) - before))
      : Math.max(0, (months[province] ?? 0) - before);
    const from = plusMonths(start, place);
    const years = monthsFrom(nth, count);
    nth += count;
    return count > 0
      ? [
          aRelation({
            region: division(province),
            from,
            years,
            ...(temporary.includes(province) && { temporary: true as const }),
          }),
        ]
      : [];
  });
}

/** The day of birth of a man who reaches the pension age in this month, or in the month before it where the delay leaves no other. */
export function retiresIn(today: PlainDate, policy: Policy): PlainDate | undefined {
  const law = policy({ region: "national", asOf: today });
  const now = monthOf(today);
  for (let months = 59 * YEAR; months <= 66 * YEAR; months++) {
    const birth = plusMonths(now, -months);
    const found = retirementOf({ category: "M60", birth }, law);
    if (!found.ok) return undefined;
    if (found.value.month <= now) return `${birth}-01` as PlainDate; // the first day of a month that was parsed
  }
  return undefined;
}
