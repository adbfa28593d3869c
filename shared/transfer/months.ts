// Which months were paid where, and which of them move. A month that was paid twice counts once.
import type { PlainMonth } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import type { Scheme } from "../scheme.ts";
import { isSamePlace, provinceOf } from "./places.ts";
import type { Relation } from "./shown.ts";
import type { Carried, MonthsAt } from "./transfer.ts";

type Paid = Pick<Relation, "years">;

/** `2019-07`, in their order: keys that are numbers come in theirs. */
export const paidMonths = ({ years }: Paid): PlainMonth[] =>
  Object.entries(years).flatMap(([year, months]) =>
    [...months].flatMap((state, at) => (state === "p" ? [`${year}-${String(at + 1).padStart(2, "0")}` as PlainMonth] : [])),
  );

const monthsOf = (relations: readonly Paid[]): ReadonlySet<PlainMonth> => new Set(relations.flatMap(paidMonths));
export const countMonths = (relations: readonly Paid[]): number => monthsOf(relations).size;

/** At an enterprise and at an organ: one insurance. */
export const schemesLike = (scheme: Scheme): readonly Scheme[] =>
  scheme === "110" || scheme === "120" ? ["110", "120"] : [scheme];

export const isOf =
  (scheme: Scheme) =>
  (relation: Pick<Relation, "scheme">): boolean =>
    schemesLike(scheme).includes(relation.scheme);

export const keyOf = ({ scheme, region, from }: Carried): string => `${scheme}#${region}#${from}`;
const carriedOf = ({ scheme, region, from }: Carried): Carried => ({ scheme, region, from });

/** Moved before: what it carried counts where it was carried to. */
const movedAway = (relations: readonly Relation[]): ReadonlySet<string> =>
  new Set(relations.flatMap(({ carries = [] }) => carries.map(keyOf)));

/** What somebody has of one insurance, wherever, and has not moved away yet. */
export function relationsOf(relations: readonly Relation[], scheme: Scheme): Relation[] {
  const away = movedAway(relations);
  return relations.filter((one) => isOf(scheme)(one) && !away.has(keyOf(one)));
}
/** In one place. */
export const relationsAt = (relations: readonly Relation[], scheme: Scheme, division: DivisionCode): Relation[] =>
  relationsOf(relations, scheme).filter(({ region }) => isSamePlace(scheme, region, division));

/** The enrolments whose months move with these: they themselves, and what they carried in their turn. */
export function carriedBy(moving: readonly Relation[]): Carried[] {
  const all = moving.flatMap((relation) => [carriedOf(relation), ...(relation.carries ?? [])]);
  return all.filter((one, at) => all.findIndex((other) => keyOf(other) === keyOf(one)) === at);
}

/** Months by place, the earliest first. */
export function timeLine(relations: readonly Relation[], carries: readonly Carried[], temporary: readonly Carried[]): MonthsAt[] {
  const [moving, inTemporary] = [carries, temporary].map((list) => new Set(list.map(keyOf)));
  return relations
    .map((relation): MonthsAt => {
      const months = paidMonths(relation);
      const [first, last] = [months[0], months[months.length - 1]];
      return {
        ...carriedOf(relation),
        ...(first && { first }),
        ...(last && { last }),
        months: months.length,
        moves: moving?.has(keyOf(relation)) ?? false,
        ...(inTemporary?.has(keyOf(relation)) && { temporary: true }),
      };
    })
    .sort((one, other) => ((one.first ?? one.from) < (other.first ?? other.from) ? -1 : 1));
}

/** Months paid in each province, and the provinces in the order in which somebody came to them. */
export function byProvince(relations: readonly Relation[]): { months: Record<string, number>; order: string[] } {
  const provinces = [...new Set(relations.map(({ region }) => provinceOf(region)))];
  const at = (province: string) => relations.filter(({ region }) => provinceOf(region) === province);
  const months = Object.fromEntries(provinces.map((province) => [province, countMonths(at(province))]));
  const order = relations
    .flatMap(({ region, ...paid }) => paidMonths(paid).map((month) => ({ month, province: provinceOf(region) })))
    .sort((one, other) => (one.month < other.month ? -1 : 1))
    .map(({ province }) => province)
    .filter((province, nth, all) => province !== all[nth - 1]);
  return { months, order };
}
