import type { DocType } from "../registration.ts";

/** 110 employee pension, 120 organ pension, 170 resident pension, 210 unemployment, 310 employee and 390 resident medical, 410 injury. */
export type EligibleScheme = "110" | "120" | "170" | "210" | "310" | "390" | "410" | "OCC_INJURY";

export type LifeStatus =
  | "EMPLOYEE"
  | "FLEXIBLE"
  | "UNEMPLOYED"
  | "STUDENT"
  | "PRESCHOOL"
  | "SOLDIER"
  | "PRISON"
  | "RETIRED"
  | "UI_RECIPIENT";

/** `age` in full years on the day; `sector` of the platform, RIDE, DELIVERY, FREIGHT or another. The hukou is no part of it: it bars nobody (Social Insurance Law Art. 95). */
export type Profile = {
  status: LifeStatus;
  age: number;
  unit: "ENTERPRISE" | "INSTITUTION" | "ORGAN";
  docType: DocType;
  partTime: boolean;
  employers: number;
  platform: boolean;
  sector: string | null;
};

export type Condition =
  | "SCHOOL_PLACE"
  | "WITHIN_90_DAYS"
  | "RETIRED_STATUS"
  | "PROVINCIAL_RULE"
  | "LOCAL_INTERN_RULE"
  | "FUND_PAYS"
  | "EACH_EMPLOYER"
  | "PLATFORM_PAYS_PER_ORDER";

/** `closed`: schemes the person must not join. What is in none of the lists does not arise, or the region alone decides. */
export type Eligibility = {
  must: readonly EligibleScheme[];
  may: readonly EligibleScheme[];
  closed: readonly EligibleScheme[];
  conditions: Readonly<Partial<Record<EligibleScheme, Condition>>>;
  maternity: "INSIDE_310" | null;
  excludedFromShouldInsure: boolean;
  countsAsInsured: boolean;
  followUp: "RELEASE_DATE" | null;
  exemption: "TREATY_CERTIFICATE" | null;
};
