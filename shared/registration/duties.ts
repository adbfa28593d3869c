// Which insurances somebody must have, and which they may, by part one of the form. Handbook 3, 10.4.
import { ADULT_FROM } from "../children/rules.ts";
import { eligibilityOf } from "../eligibility/eligibility.ts";
import type { EligibleScheme, LifeStatus } from "../eligibility/profile.ts";
import { ageOn } from "../kernel/calendar.ts";
import type { Law } from "../policy/law.ts";
import { Insurance, type RecordPage } from "../registration.ts";
import type { FilledForm } from "./form.ts";

/** By `EMPLOYED`, `ORGAN` for who is employed and in the organs' pension, or one of the states without employer. */
export type Duties = Readonly<Record<string, { must: Insurance[]; may: Insurance[] }>>;

const insuranceOf: Record<EligibleScheme, Insurance> = {
  "110": "pension",
  "120": "pension",
  "170": "pension",
  "310": "medical",
  "390": "medical",
  "210": "unemployment",
  "410": "injury",
  OCC_INJURY: "injury",
};

const statuses = {
  EMPLOYED: "EMPLOYEE",
  ORGAN: "EMPLOYEE",
  PRESCHOOL: "PRESCHOOL",
  STUDENT: "STUDENT",
  UNEMPLOYED: "UNEMPLOYED",
  FLEXIBLE: "FLEXIBLE",
  RETIRED: "RETIRED",
  OTHER: "UNEMPLOYED",
} as const satisfies Record<string, LifeStatus>;

/** `drawing`: a pension; whoever works again beside it must have nothing anew (handbook 3). */
type Person = Pick<FilledForm["person"], "birth" | "docType"> & { drawing: boolean };

/** Undefined: a number of policy is missing, and the desk has to say it. */
export function dutiesUnder(law: Law, person: Person): Duties | undefined {
  // Of whom no birth date is known is taken for grown up: nobody is kept from a form by what we do not know.
  const age = person.birth ? ageOn(person.birth, law.asOf) : ADULT_FROM;
  const duties: Record<string, { must: Insurance[]; may: Insurance[] }> = {};
  for (const [work, status] of Object.entries(statuses)) {
    // A registrar at a public institution is as likely as one at an organ: what only one of them must have is not demanded.
    const unit = work === "ORGAN" ? "ORGAN" : "ENTERPRISE";
    const profile = { age, docType: person.docType, unit, partTime: false, employers: 1, platform: false, sector: null } as const;
    const found = eligibilityOf({ ...profile, status: person.drawing && status === "EMPLOYEE" ? "RETIRED" : status }, law);
    if (!found.ok) return undefined;
    const { must, may, maternity } = found.value;
    duties[work] = {
      must: inOrder([...must.map((scheme) => insuranceOf[scheme]), ...(maternity ? ["maternity" as const] : [])]),
      may: inOrder(may.map((scheme) => insuranceOf[scheme])),
    };
  }
  return duties;
}

/** As the rules ask about somebody in the register. */
export const dutiful = ({ registration: { identity }, summary }: Pick<RecordPage, "registration" | "summary">): Person => ({
  docType: identity.docType,
  ...(identity.birth && { birth: identity.birth }),
  drawing: summary.insurances.pension?.insuredAs === "retired",
});

const inOrder = (insurances: readonly Insurance[]) => Insurance.options.filter((insurance) => insurances.includes(insurance));

type Said = Pick<FilledForm, "work" | "pension">;

export const workKey = ({ work, pension }: Said): string =>
  work.employer ? (pension.includes("ORGAN") ? "ORGAN" : "EMPLOYED") : (work.without ?? "OTHER");

export const dutyOf = (duties: Duties, said: Said): { must: Insurance[]; may: Insurance[] } =>
  duties[workKey(said)] ?? { must: [], may: [] };
