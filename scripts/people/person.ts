import type { PlainDate, PlainMonth } from "../../shared/kernel/calendar.ts";
import type { SyntheticEmployer } from "./employers.ts";
import type { NameKind, Sex } from "./names.ts";
import type { SyntheticAddress } from "./places.ts";

/** Months in a row that were paid alike. Amounts a month, in fen; `base` is a month's wage, or a year's tier. */
export type Span = { first: PlainMonth; last: PlainMonth; base: number; personal: number; unit: number; subsidy: number };

/** As an agency knows it: `scheme` may still be a code of before the mergers (380, 391, 150). */
export type SyntheticEnrolment = {
  scheme: string;
  division: string;
  from: PlainMonth;
  to?: PlainMonth;
  status: "active" | "paused" | "ended";
  insuredAs: "employee" | "flexible" | "resident" | "student" | "retired";
  employer?: SyntheticEmployer;
  paid: readonly Span[];
  owed: readonly Span[];
};

export type Life = "child" | "student" | "employee" | "official" | "flexible" | "resident" | "retired" | "uninsured";
export type PhoneState = "fresh" | "stale" | "unconfirmed" | "none";

export type SyntheticPerson = {
  /** Counts from 1; people of one household come one after the other. */
  household: number;
  /** To its head, GB/T 4761. */
  relation: string;
  /** Children under 18 of the head and of who is married to the head. */
  minors: number;
  document: "RIC" | "HK_MO_RP" | "TW_RP" | "FPR_ID" | "PASSPORT";
  number: string;
  /** Written with fifteen digits in old files. */
  legacy?: string;
  name: string;
  nameKind: NameKind;
  sex: Sex;
  birth: PlainDate;
  phone?: string;
  phoneState: PhoneState;
  phoneShared: boolean;
  phoneConfirmedOn?: PlainDate;
  hukou: SyntheticAddress;
  residence: SyntheticAddress;
  card?: string;
  life: Life;
  /** A month without payment between paid ones. */
  gap: boolean;
  /** The newest months are missing: a flexible worker who has stopped paying. */
  behind: boolean;
  /** Two insurances of one kind at once, which the rules do not allow (handbook 5). */
  duplicate: boolean;
  enrolments: SyntheticEnrolment[];
};
