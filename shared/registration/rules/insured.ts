// Part two: what nobody in such a situation can have. A checker at the desk would hand the form back. Handbook 2.1, 3, 10.4.
import { type Finding, finding } from "../../kernel/rule.ts";
import type { Insurance } from "../../registration.ts";
import type { WithoutEmployer } from "../form.ts";
import type { MedicalOption, PensionOption } from "../options.ts";
import type { HeldOptions } from "../schemes.ts";
import type { FormSituation } from "./situation.ts";

export type InsuredFinding =
  | "registration.impossible-for-work"
  | "registration.maternity-without-medical"
  | "registration.same-scheme-twice";
type InsuredSituation = Pick<FormSituation, "held"> & {
  filled: Pick<FormSituation["filled"], "work" | "elsewhere" | "duplicates"> & HeldOptions;
};

type Impossible = {
  pension?: readonly PensionOption[];
  medical?: readonly MedicalOption[];
  none?: readonly ("unemployment" | "injury" | "maternity")[];
};

/** Handbook 3: what a part-time job, a platform, a region or benefits in payment may bring along is not among them. */
const impossible: Record<WithoutEmployer, Impossible> = {
  PRESCHOOL: {
    pension: ["EMPLOYEE", "RESIDENT", "ORGAN", "LAND_LOST", "OTHER"],
    medical: ["EMPLOYEE", "MIGRANT"],
    none: ["unemployment", "injury", "maternity"],
  },
  // Handbook 16: students are excluded from 170. Who worked before may have another pension somewhere: the desk looks.
  STUDENT: { pension: ["RESIDENT"], medical: ["MIGRANT"], none: ["unemployment", "maternity"] },
  RETIRED: { none: ["unemployment"] },
  UNEMPLOYED: { none: ["injury"] },
  FLEXIBLE: {},
  OTHER: {},
};

const fits =
  (field: Insurance) =>
  ({ filled, held }: InsuredSituation): Finding<InsuredFinding> | undefined => {
    const { without } = filled.work;
    if (!without || filled.work.employer) return undefined;
    const { pension = [], medical = [], none = [] } = impossible[without];
    const found =
      field === "pension"
        ? filled.pension.some((option) => pension.includes(option) && !held.pension.includes(option))
        : field === "medical"
          ? filled.medical.some((option) => medical.includes(option) && !held.medical.includes(option))
          : none.includes(field) && filled[field] && !held[field];
    return found ? finding("registration.impossible-for-work", field) : undefined;
  };

/** Since 2019 it is part of employees' medical insurance (国办发〔2019〕10号, handbook 2.1); organs had their own. */
const maternityHasMedical = ({ filled, held }: InsuredSituation): Finding<InsuredFinding> | undefined =>
  filled.maternity &&
  !held.maternity &&
  !filled.medical.some((option) => option === "EMPLOYEE" || option === "PUBLIC") &&
  !filled.elsewhere.medical
    ? finding("registration.maternity-without-medical", "maternity")
    : undefined;

/** The rural cooperative is part of the residents' scheme today: to have both is to be insured twice, and part five asks where. */
const sameSchemeOnce = ({ filled }: InsuredSituation): Finding<InsuredFinding> | undefined =>
  filled.medical.includes("RESIDENT") && filled.medical.includes("NEW_RURAL") && !filled.duplicates.medical
    ? finding("registration.same-scheme-twice", "duplicates", "medical")
    : undefined;

export const insuredRules = [
  ...(["pension", "medical", "unemployment", "injury", "maternity"] as const).map(fits),
  maternityHasMedical,
  sameSchemeOnce,
];
