// What is to be done about two insurances of one kind: which stays, who chooses, what goes back. Handbook 5.2, 5.3 and 16.
// It is asked when it is shown, when it is answered and when the answer's turn comes.
import * as v from "valibot";
import { leading } from "../facts.ts";
import { monthOf, monthsBetween } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";
import type { EmploymentStatus, RecordPage } from "../registration.ts";
import { backOf } from "./amounts.ts";
import { type Duplicate, type DuplicateSide, type MissingAmount, other, Says, type Which } from "./duplicate.ts";
import { decideMedicalTwice } from "./medical.ts";

/** What of a person decides between two medical insurances, or two places. */
export type About = {
  hukou?: DivisionCode | undefined;
  residence?: DivisionCode | undefined;
  work?: { status: EmploymentStatus; employer?: string | undefined } | undefined;
};

export function aboutIn({ facts }: Pick<RecordPage, "facts">): About {
  const work = leading(facts, "employment");
  return {
    hukou: leading(facts, "hukou")?.division,
    residence: leading(facts, "residence")?.division,
    work: work && { status: work.status, employer: work.employer?.name },
  };
}

/**
 * `keeps`: which of the two may stay; both where the person chooses, or where the register does not know which place is meant: then they
 * say so and the desk looks. None: nothing is to be done, or nothing can be said (`missing`: the number, or the months, without which
 * the rule cannot decide; `drawn-rule` where no text has one). `suggests`: of both, the one that is usually better.
 */
export type Decided = {
  says: Says | "NEEDS_STAFF";
  keeps: Which[];
  chooses?: true;
  suggests?: Which;
  waiver?: true;
  transferFirst?: true;
  missing: string[];
};

const both: Which[] = [0, 1];
const sideWhere = ({ sides }: Duplicate, is: (side: DuplicateSide) => boolean): Which[] =>
  both.filter((which) => is(sides[which]));
/** Where exactly one of the two is meant, that one; else nobody knows, and both may be. */
const theOne = (found: readonly Which[]): Which[] => (found.length === 1 ? [...found] : both);
const ofScheme = (duplicate: Duplicate, scheme: DuplicateSide["scheme"]) =>
  theOne(sideWhere(duplicate, (side) => side.scheme === scheme));

export function decideDuplicate(duplicate: Duplicate, about: About, law: Law): Decided {
  if (duplicate.insurance === "pension") return decidePension(duplicate, about);
  const says = medicalSays(duplicate, about, law);
  if (!says.ok) return { says: "NEEDS_STAFF", keeps: [], missing: [says.refusal.key] };
  return decideMedical(duplicate, about, says.value);
}

function decidePension(duplicate: Duplicate, { hukou }: About): Decided {
  const says = duplicate.says ?? "NO_OVERLAP";
  const decided = (keeps: Which[], more: Partial<Decided> = {}): Decided => ({ says, keeps, missing: [], ...more });
  if (!duplicate.operational) return decided([]);
  if (!duplicate.says) return { says: "NEEDS_STAFF", keeps: [], missing: ["drawn-rule"] };
  switch (says) {
    case "KEEP_EMPLOYEE_MONTHS":
    case "TERMINATE_RESIDENT_RECOVER_BASIC":
      return decided(ofScheme(duplicate, "110"));
    case "KEEP_ORGAN_SCHEME_REFUND_RESIDENT":
      return decided(ofScheme(duplicate, "120"));
    case "KEEP_HUKOU_PLACE_REFUND_OTHER":
      return decided(nearest(duplicate, hukou));
    case "TRANSFER_THEN_CLEAR": {
      const carried = duplicate.sides.some(({ carries }) => carries);
      return decided(both, { chooses: true, ...(!carried && { transferFirst: true }) });
    }
    case "PERSON_CHOOSES_ONE_CLEAR_OTHER_REFUND_ACCOUNT_REST":
      return decided(both, { chooses: true });
    default:
      return decided([]);
  }
}

function medicalSays(
  { sides, employeeMonths, funded }: Duplicate,
  { work }: About,
  law: Law,
): Result<Says, NeedsStaff | { key: string }> {
  const employee = sides.find(({ scheme }) => scheme === "310");
  const isRetired = employee?.insuredAs === "retired";
  // Whoever draws a pension is insured as before without paying: their months go on.
  const months =
    isRetired && employee ? Math.max(employeeMonths ?? 0, monthsBetween(employee.from, monthOf(law.asOf))) : employeeMonths;
  const facts = {
    employeeMonths: months ?? 0,
    isFlexible: employee?.insuredAs === "flexible" || work?.status === "FLEXIBLE",
    isStudent: work?.status === "STUDENT" || sides.some(({ insuredAs }) => insuredAs === "student"),
    fundedPlaces: funded ?? 0,
  };
  const said = decideMedicalTwice(
    sides.map(({ scheme }) => (scheme === "310" ? "310" : "390")),
    facts,
    law,
  );
  if (!said.ok) return said;
  const counted = months !== undefined || facts.isFlexible || facts.fundedPlaces > 0 || sides[0].scheme === sides[1].scheme;
  if (!counted) return { ok: false, refusal: { key: "employee-months" } };
  return accepted(v.parse(Says, said.value));
}

function decideMedical(duplicate: Duplicate, { residence, work }: About, says: Says): Decided {
  const decided = (keeps: Which[], more: Partial<Decided> = {}): Decided => ({ says, keeps, missing: [], ...more });
  const employees = sideWhere(duplicate, ({ scheme }) => scheme === "310");
  const suggests = employees[0] !== undefined ? { suggests: employees[0] } : {};
  switch (says) {
    case "WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE":
      return decided(both, { chooses: true, waiver: true, ...suggests });
    case "KEEP_EMPLOYMENT_PLACE": {
      const named = sideWhere(duplicate, ({ employer }) => employer !== undefined && employer === work?.employer);
      return decided(theOne(named.length === 1 ? named : sideWhere(duplicate, ({ insuredAs }) => insuredAs === "employee")));
    }
    case "KEEP_SCHOOL_PLACE":
      return decided(theOne(sideWhere(duplicate, ({ insuredAs }) => insuredAs === "student")));
    case "KEEP_HABITUAL_RESIDENCE":
      return decided(nearest(duplicate, residence));
    case "PERSON_CHOOSES_ONE":
      return decided(both, { chooses: true, ...suggests });
    default:
      return decided(theOne(employees));
  }
}

/** The county first, then the city, then the province: whichever tells the two apart. */
function nearest({ sides }: Duplicate, division: DivisionCode | undefined): Which[] {
  for (const digits of division ? [6, 4, 2] : []) {
    const there = both.filter((which) => sides[which].region.slice(0, digits) === division?.slice(0, digits));
    if (there.length === 1) return there;
  }
  return both;
}

/**
 * What comes of it if this one stays: which agency acts, what becomes of the other, what goes back to the person (fen). Months of a
 * pension that count are never lost: while there are some the relation lies idle, to be brought together at retirement. `accountOnly`:
 * who paid all by themselves gets back what went to the account, not what went to the pool.
 */
export type IfKept = {
  acts: DivisionCode;
  becomes?: "ended" | "paused";
  refund?: number;
  accountOnly?: true;
  missing: MissingAmount[];
};

export function ifKept(duplicate: Duplicate, says: Decided["says"], kept: Which, law: Law): IfKept {
  const { sides, insurance, common } = duplicate;
  const [stays, goes] = [sides[kept], sides[other(kept)]];
  const drawn = areDrawn(duplicate);
  const receiving = says === "TRANSFER_THEN_CLEAR" ? sides.find(({ carries }) => carries) : undefined;
  const idles = insurance === "pension" && !drawn && goes.paid > common;
  const acts = (receiving ?? goes).region;
  const becomes = goes.status === "active" && stays.status === "active" ? ({ becomes: idles ? "paused" : "ended" } as const) : {};
  if (drawn) return { acts, ...becomes, missing: goes.scheme === "170" ? ["account", "basic-drawn"] : ["account"] };
  const owed = insurance === "pension" ? common > 0 : goes.scheme === "390";
  if (!owed) return { acts, ...becomes, missing: [] };
  const refund = backOf(goes, law);
  if (refund === undefined) return { acts, ...becomes, missing: ["amounts"] };
  return { acts, ...becomes, refund, ...(goes.alone && { accountOnly: true as const }), missing: [] };
}

/** Both are being drawn: what goes back of the one that ends lies in no file. */
export const areDrawn = ({ insurance, sides }: Pick<Duplicate, "insurance" | "sides">): boolean =>
  insurance === "pension" && sides.every(({ status, insuredAs }) => status === "active" && insuredAs === "retired");

/** Does it count as double in the table of the place (handbook 5.1)? */
export function countsInStatistics({ statistical }: Duplicate, law: Law): Result<boolean, NeedsStaff> {
  if (statistical !== "any-scheme") return accepted(statistical !== undefined);
  const held = law.read({ scope: "annex3.limb1-scope" });
  return held.ok ? accepted(held.value.scope === "ANY_BASIC_PENSION") : held;
}
