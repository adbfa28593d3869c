// From a life to its enrolments, as handbook 2 and 3 allow them: at work in the schemes of employees, else as a resident.
import { ageOn, monthOf, type PlainDate, type PlainMonth, plusMonths } from "../../shared/kernel/calendar.ts";
import { retirementMonth } from "./ages.ts";
import type { SyntheticEmployer } from "./employers.ts";
import { jobIn } from "./jobs.ts";
import type { Sex } from "./names.ts";
import type { SyntheticEnrolment, SyntheticPerson } from "./person.ts";
import type { Chance } from "./random.ts";
import { gapIn, withArrears, withGap, yearlySpans } from "./spans.ts";

export type Situation = {
  birth: PlainDate;
  sex: Sex;
  today: PlainDate;
  /** Where residents' schemes are, and where the work is. */
  home: string;
  work: string;
  /** Worked at home before moving. */
  moved: boolean;
  /** Where one may work. */
  employers: readonly SyntheticEmployer[];
  chance: Chance;
};
export type Lived = Pick<SyntheticPerson, "life" | "gap" | "behind" | "duplicate" | "enrolments">;

const at = (text: string) => text as PlainMonth;
const later = (a: PlainMonth, b: PlainMonth) => (a > b ? a : b);
const earlier = (a: PlainMonth, b: PlainMonth) => (a < b ? a : b);
const newestOf = (today: PlainDate) => plusMonths(monthOf(today), -1);
const yearEnd = (today: PlainDate) => at(`${today.slice(0, 4)}-12`);
const turning = ({ birth }: Situation, age: number) => plusMonths(monthOf(birth), age * 12);

export function live(person: Situation): Lived {
  const { chance, birth, today } = person;
  const age = ageOn(birth, today);
  const ordinary = { gap: false, behind: false, duplicate: false };
  if (age < 16)
    return chance.is(0.035) ? nothing : { life: "child", ...ordinary, enrolments: residentMedical(person, "student") };
  if (age < 23 && chance.is(0.7)) return { life: "student", ...ordinary, enrolments: residentMedical(person, "student") };
  if (age < 18) return asResident(person); // at work before is possible, and rare

  const retires = retirementMonth(monthOf(birth), person.sex, chance.is(0.4));
  if (retires <= monthOf(today))
    return chance.is(0.05) ? nothing : chance.is(0.48) ? retiredFromWork(person, retires) : asResident(person);
  const life = chance.weighted({ employee: 50, official: 7, flexible: 15, resident: 24, uninsured: 4 });
  if (life === "uninsured") return nothing;
  return life === "resident" ? asResident(person) : atWork(person, life);
}

const nothing: Lived = { life: "uninsured", gap: false, behind: false, duplicate: false, enrolments: [] };

/** Medical insurance of residents: whole calendar years since the merger of 2017, one of the two older ones before. */
function residentMedical(person: Situation, insuredAs: "student" | "resident"): SyntheticEnrolment[] {
  const { birth, today, home, chance } = person;
  const yearly = { tier: 0, fee: 400, subsidy: 700 };
  const from = later(at("2017-01"), monthOf(birth));
  const as = insuredAs === "student" && ageOn(birth, today) < 6 ? "resident" : insuredAs;
  const now = { scheme: "390", division: home, from, status: "active", insuredAs: as, owed: [] } as const;
  const paid = yearlySpans(from, yearEnd(today), yearly);
  if (!chance.is(0.2) || birth > "2009") return [{ ...now, paid }];
  const before = yearlySpans(at("2009-01"), at("2016-12"), { tier: 0, fee: 60, subsidy: 240 });
  return [
    {
      scheme: chance.is(0.7) ? "380" : "391",
      division: home,
      from: at("2009-01"),
      to: at("2016-12"),
      status: "ended",
      insuredAs: "resident",
      paid: before,
      owed: [],
    },
    { ...now, paid },
  ];
}

function asResident(person: Situation): Lived {
  const { chance, today, home } = person;
  const draws = turning(person, 60);
  const from = later(at("2014-07"), turning(person, 16));
  const [tier, subsidy] = chance.pick([
    [200, 35],
    [300, 40],
    [500, 60],
    [1000, 80],
    [3000, 160],
  ] as const);
  const last = earlier(yearEnd(today), plusMonths(draws, -1));
  const spans = from <= last ? yearlySpans(from, last, { tier, fee: tier, subsidy }) : [];
  const gap = chance.is(0.12) ? gapIn(spans, chance) : undefined;
  const pension: SyntheticEnrolment = {
    scheme: from === "2014-07" && chance.is(0.15) ? "150" : "170",
    division: home,
    from,
    status: "active",
    insuredAs: draws <= monthOf(today) ? "retired" : "resident",
    paid: gap ? withGap(spans, gap.first, gap.last) : spans,
    owed: [],
  };
  const medical = residentMedical(person, "resident");
  const enrolments = chance.is(0.9) ? [pension, ...medical] : medical;
  return {
    life: "resident",
    gap: gap !== undefined && enrolments.includes(pension),
    behind: false,
    duplicate: false,
    enrolments,
  };
}

const startOfWork = (person: Situation) => later(at("1996-01"), turning(person, person.chance.between(18, 25)));

/** Pension, medical, unemployment and injury insurance at the place of work; before, perhaps, at home. */
function atWork(person: Situation, life: "employee" | "official" | "flexible"): Lived {
  const { chance, today, home, work, moved } = person;
  const newest = newestOf(today);
  const started = earlier(startOfWork(person), plusMonths(newest, -1));
  const arrives = moved ? plusMonths(started, Math.floor(chance.between(1, 8) * 12)) : started;
  const changedPlace = moved && plusMonths(arrives, 12) < newest;
  const left = life === "employee" && chance.is(0.04) ? chance.between(2, 14) : 0;
  const here = jobIn(person, life, work, changedPlace ? arrives : started, plusMonths(newest, -left));
  const before = changedPlace ? jobIn(person, life, home, started, plusMonths(arrives, -1)) : [];

  const gap = chance.is(0.13) ? gapIn(here[0]?.paid ?? [], chance) : undefined;
  const owing = !left && life !== "flexible" && chance.is(0.04) ? chance.between(1, 3) : 0;
  // Who pays alone sometimes stops, and nobody tells them.
  const behind = life === "flexible" && chance.is(0.2) ? chance.between(2, 4) : 0;
  const current = here.map((enrolment): SyntheticEnrolment => {
    const kept = gap ? withGap(enrolment.paid, gap.first, gap.last) : enrolment.paid;
    const paid = behind ? withGap(kept, plusMonths(newest, 1 - behind), newest) : kept;
    return {
      ...enrolment,
      ...(left && { status: "paused" as const }),
      ...(owing && enrolment.scheme !== "410" ? withArrears(paid, owing) : { paid }),
    };
  });
  const past = before.map((enrolment) => ({ ...enrolment, status: "ended" as const, to: plusMonths(arrives, -1) }));

  const duplicate = chance.is(0.03);
  const double = duplicate ? [doubleOf(person)] : [];
  return { life, gap: gap !== undefined, behind: behind > 0, duplicate, enrolments: [...past, ...current, ...double] };
}

/** Still a resident at home, on paper and in the payments: what the plan wants to find. */
function doubleOf({ today, home, chance }: Situation): SyntheticEnrolment {
  const from = at(`${Number(today.slice(0, 4)) - chance.between(1, 4)}-01`);
  const common = { division: home, from, status: "active", insuredAs: "resident", owed: [] } as const;
  return chance.is(0.5)
    ? { ...common, scheme: "170", paid: yearlySpans(from, yearEnd(today), { tier: 500, fee: 500, subsidy: 60 }) }
    : { ...common, scheme: "390", paid: yearlySpans(from, yearEnd(today), { tier: 0, fee: 400, subsidy: 700 }) };
}

/** Fifteen years at least, paid up to the month before; the medical insurance goes on without payment. */
function retiredFromWork(person: Situation, retires: PlainMonth): Lived {
  const { chance, work } = person;
  const last = plusMonths(retires, -1);
  const from = plusMonths(retires, -12 * chance.between(15, 34));
  const organ = last > "2016" && chance.is(0.2); // organs joined in 2014-10
  const enrolments = jobIn(person, organ ? "official" : "employee", work, from, last).map((enrolment) => {
    const { employer: _, ...rest } = enrolment;
    const goesOn = ["110", "120", "310"].includes(enrolment.scheme);
    return goesOn ? { ...rest, insuredAs: "retired" as const } : { ...enrolment, status: "ended" as const, to: last };
  });
  return { life: "retired", gap: false, behind: false, duplicate: false, enrolments };
}
