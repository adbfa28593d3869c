// Which lists somebody reads: a grant may hold for a county, a city, a province or the whole country, and every division has its own.
import * as v from "valibot";
import type { Divisions } from "../../shared/divisions/divisions.ts";
import { DivisionCode } from "../../shared/kernel/fields.ts";
import { within } from "../../shared/staff/regions.ts";
import type { StaffHere, StaffRole } from "../../shared/staff/staff.ts";

/** A province has some hundreds of codes, with those of former times; for more than that nobody waits. */
const LISTS_AT_MOST = 600;
const COUNTRY = "100000";

/** Everything that lies in a place, and the place itself, also where no list names it. */
export const codesBelow = ({ codesUnder }: Divisions, place: DivisionCode): DivisionCode[] =>
  isCounty(place) ? [place] : [...new Set([place, ...codesUnder(digitsOf(place)).map((code) => v.parse(DivisionCode, code))])];

const isCounty = (place: DivisionCode) => !place.endsWith("00");
const digitsOf = (place: DivisionCode) =>
  place === COUNTRY ? "" : place.endsWith("0000") ? place.slice(0, 2) : place.slice(0, 4);

export type Reach = { divisions: DivisionCode[]; narrow?: true };

/** The divisions of `asked`, or of all places in which somebody has one of these roles. Undefined: `asked` is none of theirs. */
export async function reachOf(
  { grants }: Pick<StaffHere, "grants">,
  roles: readonly StaffRole[],
  asked: DivisionCode | undefined,
  codesIn: (place: DivisionCode) => Promise<DivisionCode[]>,
): Promise<Reach | undefined> {
  const places = grants.filter(({ role }) => roles.includes(role)).flatMap(({ regions }) => regions);
  if (asked && !places.some((place) => within(asked, place))) return undefined;
  const wanted = asked ? [asked] : [...new Set(places)];
  const divisions = new Set<DivisionCode>();
  for (const place of wanted) for (const code of await codesIn(place)) divisions.add(code);
  return divisions.size > LISTS_AT_MOST ? { divisions: wanted, narrow: true } : { divisions: [...divisions] };
}
