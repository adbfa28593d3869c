// The few who have no mainland identity card. Their numbers belong to nobody either: born before 1910, or of a country that has no people.
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import type { Country } from "./household.ts";
import { live } from "./lives.ts";
import type { Sex } from "./names.ts";
import type { SyntheticPerson } from "./person.ts";
import { addressIn, regions } from "./places.ts";
import type { Chance } from "./random.ts";

const KINDS = ["HK_MO_RP", "PASSPORT", "TW_RP", "FPR_ID"] as const;
const DOCUMENTS: Record<(typeof KINDS)[number], { counties: readonly string[]; names: readonly string[] }> = {
  HK_MO_RP: { counties: ["810000", "820000"], names: ["陈大文", "何嘉敏", "欧阳志明"] },
  TW_RP: { counties: ["830000"], names: ["林美玲", "张志豪"] },
  FPR_ID: { counties: ["32"], names: ["DOE·JANE", "MUSTERMANN·ERIKA"] },
  // Bouvet Island: nobody lives there, nobody has its passport.
  PASSPORT: { counties: ["BVT"], names: ["ERIKSSON·ANNA MARIA", "约翰·史密斯"] },
};

export function guestOf(country: Country, household: number, turn: number, chance: Chance): SyntheticPerson {
  const document = KINDS[turn % KINDS.length]!;
  const { counties, names } = DOCUMENTS[document];
  const { nanjing } = regions;
  const sex = chance.pick<Sex>(["M", "F"]);
  const year = document === "PASSPORT" || document === "FPR_ID" ? chance.between(1975, 1995) : chance.between(1901, 1909);
  const birth = `${year}-0${chance.between(1, 9)}-1${chance.between(0, 9)}` as PlainDate;
  const home = addressIn(nanjing, chance.pick(nanjing.places), chance);
  const numbers = {
    HK_MO_RP: () => country.numbers.citizen(chance.pick(counties), birth, sex),
    TW_RP: () => country.numbers.citizen(chance.pick(counties), birth, sex),
    FPR_ID: () => country.numbers.foreigner(chance.pick(counties), birth, sex),
    PASSPORT: () => `BVT${String(country.seed % 1000).padStart(3, "0")}${String(household).padStart(7, "0")}`,
  };
  const lived = live({
    birth,
    sex,
    today: country.today,
    home: home.division,
    work: home.division,
    moved: false,
    employers: country.employers.nanjing,
    chance,
  });
  return {
    household,
    relation: "02",
    minors: 0,
    document,
    number: numbers[document](),
    name: chance.pick(names),
    nameKind: "ordinary",
    sex,
    birth,
    phoneState: "none",
    phoneShared: false,
    hukou: home,
    residence: home,
    ...lived,
  };
}
