// What somebody typed, as the register would have it: relations with their months, and the move that is wanted.
import * as v from "valibot";
import { PlainDate, type PlainMonth, plusMonths } from "../../../shared/kernel/calendar.ts";
import { DivisionCode } from "../../../shared/kernel/fields.ts";
import type { Scheme } from "../../../shared/scheme.ts";
import type { TransferWish } from "../../../shared/transfer/contract.ts";
import type { Relation, TransferKnown } from "../../../shared/transfer/shown.ts";

/** `account`, `base`: fen; money is worked out only where both are known. */
export type Paid = {
  scheme: Scheme;
  region: string;
  from: PlainMonth;
  to: PlainMonth;
  insuredAs?: Relation["insuredAs"];
  account?: number | undefined;
  base?: number | undefined;
};

export const divisionOf = (region: string): DivisionCode => v.parse(DivisionCode, region);

/** The first of the month: a page that asks for a month knows no day. */
export const dayIn = (month: PlainMonth): PlainDate => v.parse(PlainDate, `${month}-01`);

/** So many months up to one, that one among them. */
export const monthsUpTo = (to: PlainMonth, months: number): PlainMonth => plusMonths(to, 1 - Math.max(1, months));

export function relationOf({ scheme, region, from, to, insuredAs = "employee", account, base }: Paid): Relation {
  const years: Record<string, string> = {};
  const wages = new Map<number, number>();
  for (let month = from; month <= to; month = plusMonths(month, 1)) {
    const [year = "", number = ""] = month.split("-");
    const states = years[year] ?? "------------";
    years[year] = `${states.slice(0, Number(number) - 1)}p${states.slice(Number(number))}`;
    wages.set(Number(year), (wages.get(Number(year)) ?? 0) + 1);
  }
  const money = account !== undefined && (scheme !== "110" || base !== undefined);
  return {
    ...{ scheme, region: divisionOf(region), from, to, status: "paused", insuredAs, years },
    wages: base === undefined ? [] : Array.from(wages, ([year, months]) => ({ year, monthlyBase: base, months })),
    ...(money && { personal: account, unit: 0, subsidy: 0 }),
  };
}

/** `undated`: only how many months was said, not which ones: no line of them is drawn. */
export type Move = { known: TransferKnown; wish: TransferWish; undated?: true };

/** Of somebody of whom nothing else is known. */
export const unknownPerson: TransferKnown = { closed: false, sex: "U", drawing: false, relations: [], open: [] };
