import { demoCounties } from "../../shared/divisions/demo.ts";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import { employersOf } from "./employers.ts";
import { guestOf } from "./guests.ts";
import { type Country, householdOf } from "./household.ts";
import { openNumbers } from "./numbers.ts";
import type { SyntheticPerson } from "./person.ts";
import { type RegionKey, regions } from "./places.ts";
import { chanceFrom } from "./random.ts";

const GUEST_EVERY = 60; // households

export type PeopleWanted = { count: number; seed?: number; today: PlainDate };

/** The same people for the same seed and day, one after the other: a million need no more memory than ten. */
export function* makePeople({ count, seed = 1, today }: PeopleWanted): Generator<SyntheticPerson> {
  const country = countryOf(seed, today);
  let made = 0;
  for (let household = 1; made < count; household++) {
    const chance = chanceFrom(seed, "household", household);
    const guest = household % GUEST_EVERY === 17;
    const people = guest
      ? [guestOf(country, household, Math.floor(household / GUEST_EVERY), chance)]
      : householdOf(country, household, chance);
    for (const person of people) {
      if (made++ >= count) return;
      yield person;
    }
  }
}

function countryOf(seed: number, today: PlainDate): Country {
  const keys: RegionKey[] = ["huainan", "nanjing", "weishan"];
  const each = <Thing>(of: (key: RegionKey) => Thing) =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<RegionKey, Thing>;
  const counties = each((key) => demoCounties.filter((code) => code.startsWith(regions[key].province)));
  return { seed, today, numbers: openNumbers(seed), counties, employers: each((key) => employersOf(seed, key, counties[key])) };
}
