// Whether somebody may move between the employees' and the residents' pension: at retirement, and in the direction that the years give.
// Handbook 6.3.
import { monthOf } from "../kernel/calendar.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import { accepted, type Result } from "../kernel/result.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { NeedsStaff } from "../policy/law.ts";
import { type PostCategory, retirementOf } from "../retirement/age.ts";
import { placeOfBenefit } from "./benefit.ts";
import { countMonths, isOf, relationsOf } from "./months.ts";
import { provinceOf } from "./places.ts";
import { lawAt, type Situation } from "./situation.ts";
import { decideSwitch, type SwitchDecision } from "./urban-rural.ts";

export type SwitchFinding =
  | "transfer.sex-unknown"
  | "transfer.birth-unknown"
  | "transfer.category-unknown"
  | "transfer.already-drawing"
  | "transfer.wait-for-age"
  | "transfer.enough-for-employee"
  | "transfer.not-enough-for-employee"
  | "transfer.settle-employee-place-first";

/** A woman's post says at which age she retires; nobody may infer it from her sex (handbook 8.1). */
export function categoryOf({ known, wish }: Situation): PostCategory | undefined {
  if (wish.kind !== "pension-switch" || known.sex === "U") return undefined;
  return known.sex === "M" ? "M60" : wish.category === "M60" ? undefined : wish.category;
}

export function switchDecision(situation: Situation): Result<SwitchDecision, NeedsStaff> | undefined {
  const { known, wish, today } = situation;
  const category = categoryOf(situation);
  if (!category || !known.birth) return undefined;
  const law = lawAt(situation, wish.to);
  const retires = retirementOf({ category, birth: monthOf(known.birth) }, law);
  if (!retires.ok) return retires;
  const { month } = retires.value;
  const employeeMonths = countMonths(known.relations.filter(isOf("110")));
  const atRetirementAge = month <= monthOf(today);
  return decideSwitch({ employeeMonths, atRetirementAge, alreadyDrawing: known.drawing, retires: month }, law);
}

/** Everything that is unknown is said at once; what decides, after it. */
export function switchFindings(situation: Situation): Finding<SwitchFinding>[] {
  const { known, wish } = situation;
  if (wish.kind !== "pension-switch") return [];
  if (known.drawing) return [finding("transfer.already-drawing", "wish", "kind")];
  const unknown: Finding<SwitchFinding>[] = [];
  if (known.sex === "U") unknown.push(finding("transfer.sex-unknown", "known", "sex"));
  else if (!categoryOf(situation)) unknown.push(finding("transfer.category-unknown", "wish", "category"));
  if (!known.birth) unknown.push(finding("transfer.birth-unknown", "known", "birth"));
  const decided = switchDecision(situation);
  if (!decided?.ok) return unknown;
  switch (decided.value) {
    case "REFUSE_ALREADY_DRAWING":
      return [finding("transfer.already-drawing", "wish", "kind")];
    case "WAIT_UNTIL_RETIREMENT_AGE":
      return [finding("transfer.wait-for-age", "wish", "kind")];
    case "TO_EMPLOYEE_SCHEME":
      if (wish.toward === "resident") return [finding("transfer.enough-for-employee", "wish", "toward")];
      return isSettled(situation, wish.to) ? [] : [finding("transfer.settle-employee-place-first", "wish", "to")];
    case "TO_RESIDENT_SCHEME_OR_EXTEND":
      if (wish.toward === "employee") return [finding("transfer.not-enough-for-employee", "wish", "toward")];
      return isSettled(situation, wish.from) ? [] : [finding("transfer.settle-employee-place-first", "wish", "from")];
  }
}

/** Provinces in which something of an employees' pension lies still: where one has ended too, until its months have been moved. */
const provincesOf = ({ known }: Situation): string[] => [
  ...new Set(
    relationsOf(known.relations, "110")
      .filter((one) => one.status !== "ended" || countMonths([one]) > 0)
      .map(({ region }) => provinceOf(region)),
  ),
];

/** All that was paid at work lies where a pension of it would be paid: that comes before either switch (人社部发〔2014〕17号 Art. 4). */
function isSettled(situation: Situation, division: DivisionCode): boolean {
  const at = provinceOf(division);
  const place = placeOfBenefit(situation, at);
  if (place && !place.ok) return true; // the number that is missing is said by itself
  return provincesOf(situation).every((province) => province === at) && (!place || place.value.province === at);
}

export const switchOf = (situation: Situation): Result<SwitchDecision | undefined, NeedsStaff> =>
  switchDecision(situation) ?? accepted(undefined);
