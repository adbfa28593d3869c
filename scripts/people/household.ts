// One household: who lives together, under which roof, with which phones.
import { monthOf, type PlainDate, plusDays } from "../../shared/kernel/calendar.ts";
import type { SyntheticEmployer } from "./employers.ts";
import { live } from "./lives.ts";
import { nameKindOf, nameOf, type Sex, surnameOf } from "./names.ts";
import { legacyNumber, type openNumbers } from "./numbers.ts";
import type { PhoneState, SyntheticPerson } from "./person.ts";
import { addressIn, type RegionKey, regions } from "./places.ts";
import type { Chance } from "./random.ts";

export type Country = {
  seed: number;
  today: PlainDate;
  numbers: ReturnType<typeof openNumbers>;
  /** Never issued, by region. */
  counties: Record<RegionKey, readonly string[]>;
  employers: Record<RegionKey, readonly SyntheticEmployer[]>;
};
type Member = { age: number; sex: Sex; keeps: "own" | "heads"; relation: string };

/** `154` belongs to no operator: it passes for a mobile number and can ring nobody. */
const phoneOf = (seed: number, household: number, member: number) =>
  `154${String((seed * 10_000_019 + household * 5 + member) % 1e8).padStart(8, "0")}`;

export function* householdOf(country: Country, household: number, chance: Chance): Generator<SyntheticPerson> {
  const region = regions[chance.weighted<RegionKey>({ huainan: 45, nanjing: 30, weishan: 25 })];
  const moved = region.key !== "nanjing" && chance.is(0.12);
  const away = moved ? regions.nanjing : region;
  const hukou = addressIn(region, chance.pick(region.places), chance);
  const residence = moved || chance.is(0.15) ? addressIn(away, chance.pick(away.places), chance) : hukou;
  const [surname, elders] = [surnameOf(chance), surnameOf(chance)];
  const shared = { ...country, region: region.key, hukou, residence, moved, workRegion: away.key };
  const heads = phonesOf(country, household, 0, chance);

  const members = membersOf(chance);
  const minors = members.filter(({ relation, age }) => /^[23]/.test(relation) && age < 18).length;

  for (const [index, member] of members.entries()) {
    const family = member.sex === "M" || member.age < 30 ? surname : elders;
    const phone =
      member.keeps === "heads" && index > 0 ? { ...heads, phoneShared: true } : phonesOf(country, household, index, chance);
    const ofParents = /^(?:02|10)$/.test(member.relation) ? minors : 0;
    yield { ...personOf(shared, household, member, family, index === 0 ? heads : phone, chance), minors: ofParents };
  }
}

function membersOf(chance: Chance): Member[] {
  const kind = chance.weighted({ single: 14, couple: 20, family: 38, generations: 16, elders: 12 });
  const head: Member = { age: chance.between(23, 58), sex: chance.pick(["M", "F"]), keeps: "own", relation: "02" };
  const spouse: Member = {
    age: head.age + chance.between(-4, 3),
    sex: head.sex === "M" ? "F" : "M",
    keeps: "own",
    relation: "10",
  };
  const youngest = Math.max(0, head.age - 36);
  const child = (): Member => {
    const age = chance.between(youngest, Math.min(22, Math.max(youngest, head.age - 23)));
    const sex = chance.pick<Sex>(["M", "F"]);
    return { age, sex, keeps: age < 16 ? "heads" : "own", relation: sex === "M" ? "20" : "30" };
  };
  const old = (): Member => ({
    age: chance.between(60, 92),
    sex: chance.pick(["M", "F"]),
    keeps: chance.is(0.5) ? "heads" : "own",
    relation: "50",
  });
  switch (kind) {
    case "single":
      return [head];
    case "couple":
      return [head, spouse];
    case "family":
      return [head, spouse, child(), ...(chance.is(0.4) ? [child()] : [])];
    case "generations":
      return [head, spouse, child(), old(), ...(chance.is(0.5) ? [old()] : [])];
    case "elders":
      return [{ ...old(), keeps: "own", relation: "02" }, ...(chance.is(0.6) ? [{ ...old(), relation: "10" }] : [])];
  }
}

type Phones = Pick<SyntheticPerson, "phone" | "phoneState" | "phoneShared" | "phoneConfirmedOn">;

function phonesOf({ today, seed }: Country, household: number, member: number, chance: Chance): Phones {
  const phoneState = chance.weighted<PhoneState>({ fresh: 58, stale: 20, unconfirmed: 10, none: 12 });
  const phone = phoneOf(seed, household, member);
  const daysAgo = phoneState === "fresh" ? chance.between(40, 330) : chance.between(400, 1200);
  switch (phoneState) {
    case "none":
      return { phoneState, phoneShared: false };
    case "unconfirmed":
      return { phoneState, phoneShared: false, phone };
    default:
      return { phoneState, phoneShared: false, phone, phoneConfirmedOn: plusDays(today, -daysAgo) };
  }
}

type Home = Country & Pick<SyntheticPerson, "hukou" | "residence"> & { region: RegionKey; moved: boolean; workRegion: RegionKey };

function personOf(
  home: Home,
  household: number,
  member: Member,
  surname: string,
  phones: Phones,
  chance: Chance,
): Omit<SyntheticPerson, "minors"> {
  const { today, numbers, counties, region, hukou, residence } = home;
  const { age, sex, relation } = member;
  const birth = plusDays(today, -Math.floor((age + chance.next() * 0.98) * 365.25) - 1);
  const nameKind = nameKindOf(chance);
  const number = numbers.citizen(chance.pick(counties[region]), birth, sex);
  const away = home.moved && hukou.division !== residence.division;
  const lived = live({
    birth,
    sex,
    today,
    home: hukou.division,
    work: away && age >= 16 ? residence.division : hukou.division,
    moved: away,
    employers: home.employers[home.workRegion],
    chance,
  });
  return {
    household,
    relation,
    document: "RIC",
    number,
    ...(birth < "1985" && chance.is(0.004) && { legacy: legacyNumber(number) }),
    name: nameOf(chance, { kind: nameKind, sex, age, surname }),
    nameKind,
    sex,
    birth,
    ...phones,
    hukou,
    residence,
    ...(monthOf(birth) < monthOf(plusDays(today, -400)) &&
      chance.is(0.88) && { card: `A${chance.between(10_000_000, 99_999_999)}` }),
    ...lived,
  };
}
