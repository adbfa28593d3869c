// Two medical insurances at once: which is kept. Handbook 5.3 and 16, 医保发〔2020〕33号.
import { accepted, type Result } from "../kernel/result.ts";
import type { Law, NeedsStaff } from "../policy/law.ts";

export type MedicalScheme = "310" | "390";
/** `employeeMonths`: consecutive months in the employee scheme. `fundedPlaces`: places that pay for the person's cover. */
export type MedicalFacts = { employeeMonths: number; isFlexible: boolean; isStudent: boolean; fundedPlaces: number };

export type MedicalDecision =
  | "NONE"
  | "WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE"
  | "KEEP_EMPLOYMENT_PLACE"
  | "KEEP_SCHOOL_PLACE"
  | "KEEP_HABITUAL_RESIDENCE"
  | "PERSON_CHOOSES_ONE"
  | "KEEP_EMPLOYEE";

/** `active`: the schemes of all records with normal paid status. Nothing is cut off before what is kept is active. */
export function decideMedicalTwice(
  active: readonly MedicalScheme[],
  facts: MedicalFacts,
  law: Law,
): Result<MedicalDecision, NeedsStaff> {
  const count = (scheme: MedicalScheme) => active.filter((one) => one === scheme).length;
  if (active.length < 2) return accepted("NONE");
  if (facts.fundedPlaces > 0) return accepted("WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE");
  if (count("310") > 1) return accepted("KEEP_EMPLOYMENT_PLACE");
  if (count("390") > 1) return accepted(facts.isStudent ? "KEEP_SCHOOL_PLACE" : "KEEP_HABITUAL_RESIDENCE");
  const held = law.read({ enough: "duplicate-medical.employee-months" });
  if (!held.ok) return held;
  return accepted(facts.isFlexible || facts.employeeMonths < held.value.enough ? "PERSON_CHOOSES_ONE" : "KEEP_EMPLOYEE");
}
