// Is this a number that such a document can carry (handbook 1.2)? A right number proves nothing about the person.
import type { DocType } from "../registration.ts";
import type { PlainDate } from "./calendar.ts";
import { checkDigit, dateFrom, normaliseNumber, sexOf } from "./number-parts.ts";
import { isProvince } from "./provinces.ts";

export type NumberedDocument = Extract<DocType, "RIC" | "HK_MO_RP" | "TW_RP" | "FPR_ID" | "FPR_ID_LEGACY">;
export type AreaStatus = "current" | "abolished" | "unknown";
/** Tells whether a division code of six digits is in today's list, was in an earlier one, or in none. */
export type AreaStatusOf = (code: string) => AreaStatus;

export type IdentityError = (typeof steps)[number]["error"] | "BAD_FORMAT";
export type IdentityWarning = "AREA_ABOLISHED" | "AREA_UNKNOWN" | "SEX_MISMATCH" | "BIRTH_MISMATCH" | "LEGACY_DOCUMENT";

/** Every part is null where the number, or this kind of it, has none. `suggest` comes with DOC_TYPE_MISMATCH. */
export type IdentityReading = {
  outcome: "VALID" | "VALID_WITH_WARNING" | "INVALID";
  error: IdentityError | null;
  warnings: readonly IdentityWarning[];
  normalised: string;
  sex: "M" | "F" | null;
  birth: PlainDate | null;
  areaStatus: AreaStatus | null;
  expectedCheck: string | null;
  suggest: NumberedDocument | null;
  /** Province of application, of a foreigner's permanent residence card. */
  province: string | null;
  /** ISO 3166-1 numeric, of the same card; 000 is stateless. */
  nationality: string | null;
};

export type IdentityQuestion = {
  number: string;
  docType: NumberedDocument;
  /** Today: nobody is born after it. */
  asOf: PlainDate;
  areaStatus: AreaStatusOf;
  /** What else is known; a difference is a warning, because a few genuine cards are wrong. */
  stated?: { sex?: "M" | "F" | "U"; birth?: PlainDate };
};

type Candidate = { number: string; docType: NumberedDocument; birth: PlainDate | undefined; asOf: PlainDate };

const LEGACY_CARD = /^[A-Z]{3}\d{12}$/;
const isForeigners = (number: string) => number.startsWith("9");
const provinceOf = (number: string) => (isForeigners(number) ? number.slice(1, 3) : number.slice(0, 2));

/** The document that a number beginning like this stands on. */
export function documentOf(number: string): NumberedDocument {
  if (isForeigners(number)) return "FPR_ID";
  if (/^8[12]/.test(number)) return "HK_MO_RP";
  return number.startsWith("83") ? "TW_RP" : "RIC";
}

/** In this order; the first that does not hold is the only error (handbook 16, 1.2). */
const steps = [
  { error: "BAD_LENGTH", holds: ({ number }) => /^.{18}$/su.test(number) },
  { error: "BAD_CHARACTER", holds: ({ number }) => /^\d{17}[\dX]$/.test(number) },
  { error: "BAD_PREFIX", holds: ({ number, docType }) => docType !== "FPR_ID" || isForeigners(number) },
  { error: "BAD_PROVINCE", holds: ({ number }) => isProvince(provinceOf(number)) },
  { error: "BAD_BIRTH_DATE", holds: ({ birth }) => birth !== undefined },
  { error: "BIRTH_IN_FUTURE", holds: ({ birth, asOf }) => birth !== undefined && birth <= asOf },
  { error: "BAD_CHECK_DIGIT", holds: ({ number }) => checkDigit(number) === number.charAt(17) },
  { error: "DOC_TYPE_MISMATCH", holds: ({ number, docType }) => documentOf(number) === docType },
  { error: "BAD_SEQUENCE", holds: ({ number, docType }) => docType !== "FPR_ID" || number.slice(14, 17) !== "000" },
] as const satisfies readonly { error: string; holds: (candidate: Candidate) => boolean }[];

const nothing = {
  error: null,
  warnings: [],
  sex: null,
  birth: null,
  areaStatus: null,
  expectedCheck: null,
  suggest: null,
  province: null,
  nationality: null,
} as const;

export function readIdentityNumber({ number: typed, docType, asOf, areaStatus, stated }: IdentityQuestion): IdentityReading {
  const number = normaliseNumber(typed);
  if (docType === "FPR_ID_LEGACY") return readLegacyCard(number);

  const birth = dateFrom(number.slice(6, 14));
  const failed = steps.find(({ holds }) => !holds({ number, docType, birth, asOf }));
  if (failed || !birth) return refuse(number, failed?.error ?? "BAD_BIRTH_DATE");

  const foreign = docType === "FPR_ID";
  const area = foreign ? null : areaStatus(number.slice(0, 6));
  const sex = sexOf(number);
  const doubts: readonly [IdentityWarning, boolean][] = [
    ["AREA_ABOLISHED", area === "abolished"],
    ["AREA_UNKNOWN", area === "unknown"],
    ["SEX_MISMATCH", stated?.sex !== undefined && stated.sex !== "U" && stated.sex !== sex],
    ["BIRTH_MISMATCH", stated?.birth !== undefined && stated.birth !== birth],
  ];
  const warnings = doubts.filter(([, holds]) => holds).map(([warning]) => warning);

  return {
    ...nothing,
    outcome: warnings.length ? "VALID_WITH_WARNING" : "VALID",
    warnings,
    normalised: number,
    sex,
    birth,
    areaStatus: area,
    province: foreign ? number.slice(1, 3) : null,
    nationality: foreign ? number.slice(3, 6) : null,
  };
}

const refuse = (number: string, error: IdentityError): IdentityReading => ({
  ...nothing,
  outcome: "INVALID",
  error,
  normalised: number,
  expectedCheck: error === "BAD_CHECK_DIGIT" ? checkDigit(number) : null,
  suggest: error === "DOC_TYPE_MISMATCH" ? documentOf(number) : null,
});

/** The card before 2023 has no check digit: its shape is all that can be looked at. */
const readLegacyCard = (number: string): IdentityReading =>
  LEGACY_CARD.test(number)
    ? { ...nothing, outcome: "VALID_WITH_WARNING", warnings: ["LEGACY_DOCUMENT"], normalised: number }
    : refuse(number, "BAD_FORMAT");
