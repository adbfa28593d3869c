// How the insurances of a village stand, counted from its lines: every household, everybody in it, every insurance.
import { ADULT_FROM } from "../children/rules.ts";
import { ageOn } from "../kernel/calendar.ts";
import type { Law } from "../policy/law.ts";
import { type Duties, dutiesUnder } from "../registration/duties.ts";
import { workOf } from "../registration/kept.ts";
import { Insurance } from "../registration.ts";
import type { Cell, CoverageReply, CoveredHousehold, CoveredMember } from "./contract.ts";
import type { HouseholdId } from "./ids.ts";
import type { Member } from "./member.ts";

export type Home = { household: HouseholdId; members: readonly Member[] };
export type CellsOf = (member: Member) => Record<Insurance, Cell>;

const PRESCHOOL_BELOW = 7; // handbook 10.4
const SCHOOL_BELOW = 16;

/** By part one of the form; of whom nobody says what they do, by their age. */
function workOfMember({ work, organ, drawing, birth }: Member, asOf: Law["asOf"]): string {
  if (drawing) return "RETIRED";
  if (work === "EMPLOYED") return organ ? "ORGAN" : "EMPLOYED";
  if (work) return workOf({ status: work }).without ?? "OTHER";
  const age = birth ? ageOn(birth, asOf) : ADULT_FROM;
  if (age < PRESCHOOL_BELOW) return "PRESCHOOL";
  return age < SCHOOL_BELOW ? "STUDENT" : "OTHER";
}

/** What the law of a place asks of people, reckoned once for each age: a village has thousands of people and a hundred ages. */
export function cellsUnder(law: Law): CellsOf {
  const known = new Map<string, Duties | undefined>();
  function dutiesOf({ docType = "RIC", birth, drawing: draws }: Member): Duties | undefined {
    const drawing = draws === true;
    const key = `${birth ? ageOn(birth, law.asOf) : "?"} ${docType} ${drawing}`;
    if (!known.has(key)) known.set(key, dutiesUnder(law, { docType, drawing, ...(birth && { birth }) }));
    return known.get(key);
  }
  return (member) => {
    const duties = dutiesOf(member)?.[workOfMember(member, law.asOf)];
    const cell = (insurance: Insurance): Cell => {
      const state = member.insurances?.[insurance];
      if (state === "active") return "insured";
      if (!duties) return state ? "stopped" : "unknown";
      const due = duties.must.includes(insurance);
      if (!due && !duties.may.includes(insurance)) return "none";
      if (state === "paused") return "stopped";
      return due ? "missing" : "open";
    };
    return Object.fromEntries(Insurance.options.map((insurance) => [insurance, cell(insurance)])) as Record<Insurance, Cell>;
  };
}

const counts: readonly Cell[] = ["stopped", "missing", "open"];
/** Pension and medical insurance are for everybody; of the others only what the law demands is a gap. */
export const gapsIn = (cells: Record<Insurance, Cell>): Insurance[] =>
  Insurance.options.filter((insurance) =>
    insurance === "pension" || insurance === "medical" ? counts.includes(cells[insurance]) : cells[insurance] === "missing",
  );

/** The end of the household's number is enough to tell neighbours apart. */
export const shortOf = (members: readonly Pick<Member, "household">[]): string => members[0]?.household?.number.slice(-6) ?? "";

function memberOf(member: Member, cellsOf: CellsOf, asked: ReadonlySet<string>): CoveredMember {
  const { relation, confirmedOn, personId } = member;
  const cells = cellsOf(member);
  return { relation, cells, confirmed: confirmedOn !== undefined, ...(asked.has(personId) && { asked: true }) };
}

export function householdOf({ household, members }: Home, cellsOf: CellsOf, asked: ReadonlySet<string>): CoveredHousehold {
  const covered = members.map((member) => memberOf(member, cellsOf, asked));
  const wanted = covered.some((member) => member.asked || gapsIn(member.cells).length > 0);
  return { household, short: shortOf(members), members: covered, wanted };
}

export function totalsOf(households: readonly CoveredHousehold[]): CoverageReply["totals"] {
  const people = households.flatMap(({ members }) => members);
  const of = (insurance: Insurance, cell: Cell) => people.filter(({ cells }) => cells[insurance] === cell).length;
  const count = (insurance: Insurance) => ({
    insured: of(insurance, "insured"),
    stopped: of(insurance, "stopped"),
    missing: of(insurance, "missing"),
    open: of(insurance, "open"),
  });
  return {
    households: households.length,
    people: people.length,
    confirmed: people.filter(({ confirmed }) => confirmed).length,
    wanted: households.filter(({ wanted }) => wanted).length,
    insurances: Object.fromEntries(Insurance.options.map((insurance) => [insurance, count(insurance)])) as Record<
      Insurance,
      ReturnType<typeof count>
    >,
  };
}
