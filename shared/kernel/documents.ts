// Whatever a person types as the number of a document, or a file holds in that column.
import type { DocType } from "../registration.ts";
import type { PlainDate } from "./calendar.ts";
import { isPassport } from "./foreigner.ts";
import {
  type AreaStatusOf,
  documentOf,
  type IdentityError,
  type IdentityWarning,
  type NumberedDocument,
  readIdentityNumber,
} from "./identity-number.ts";
import { upgradeLegacy15 } from "./legacy15.ts";
import { accepted, type Result, refused } from "./result.ts";

export type DocumentError = IdentityError | "EXCEL_DAMAGED";
/** MAYBE_EXCEL_DAMAGED: right, yet it ends in 000 as damaged ones do; one in eleven of those has a right check digit by chance. */
export type DocumentWarning = IdentityWarning | "MAYBE_EXCEL_DAMAGED" | "UNUSUAL_FORMAT";

/** `number` is the one to keep: eighteen digits for citizens, also when fifteen were typed. */
export type ReadDocument = {
  docType: DocType;
  number: string;
  sex?: "M" | "F";
  birth?: PlainDate;
  warnings: readonly DocumentWarning[];
};

type Reader = (question: { number: string; asOf: PlainDate; areaStatus: AreaStatusOf }) => Result<ReadDocument, DocumentError>;

/** Excel keeps fifteen digits of a number: the rest becomes zeroes, or all of it 3.40422E+17. */
const EXCEL_NOTATION = /^\d(?:\.\d+)?E\+?\d{1,2}$/;
const EXCEL_ZEROES = /^\d{15}000(?:\.0+)?$/;

export const isBirthCertificate = (number: string): boolean => /^[A-Z]\d{9}$/.test(number);

/** Half-width capitals, without blanks, hyphens, invisible characters and the marks by which spreadsheets say "this is text". */
export function compact(typed: string): string {
  const text = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}]/gu, "");
  return text.replace(/^="?|^['`‘’]|"$/g, "");
}

const numbered =
  (docType: NumberedDocument): Reader =>
  ({ number, asOf, areaStatus }) => {
    const { error, warnings, normalised, sex, birth } = readIdentityNumber({ number, docType, asOf, areaStatus });
    const zeroes = EXCEL_ZEROES.test(number);
    if (error) return refused(zeroes && (error === "BAD_CHECK_DIGIT" || error === "BAD_LENGTH") ? "EXCEL_DAMAGED" : error);
    return accepted({
      docType,
      number: normalised,
      ...(sex && { sex }),
      ...(birth && { birth }),
      warnings: zeroes ? [...warnings, "MAYBE_EXCEL_DAMAGED"] : warnings,
    });
  };

const citizen: Reader = (question) => {
  if (question.number.length !== 15) return numbered("RIC")(question);
  const upgrade = upgradeLegacy15(question.number);
  return upgrade.ok ? numbered("RIC")({ ...question, number: upgrade.value.upgraded }) : upgrade;
};

/** The card itself has fifteen characters; its holder's social security number one zero more. */
const legacyCard: Reader = (question) =>
  numbered("FPR_ID_LEGACY")({ ...question, number: question.number.replace(/^([A-Z]{3})0(\d{12})$/, "$1$2") });

const shaped =
  (docType: DocType, isRight: (number: string) => boolean): Reader =>
  ({ number }) =>
    isRight(number) ? accepted({ docType, number, warnings: [] }) : refused("BAD_FORMAT");

/** Certificates of birth have had other shapes: they are taken, with a warning. */
const birthCertificate: Reader = ({ number }) =>
  /^[0-9A-Z]{4,20}$/.test(number)
    ? accepted({ docType: "BIRTH_CERT", number, warnings: isBirthCertificate(number) ? [] : ["UNUSUAL_FORMAT"] })
    : refused("BAD_FORMAT");

const readers = {
  RIC: citizen,
  HK_MO_RP: numbered("HK_MO_RP"),
  TW_RP: numbered("TW_RP"),
  FPR_ID: numbered("FPR_ID"),
  FPR_ID_LEGACY: legacyCard,
  PASSPORT: shaped("PASSPORT", isPassport),
  BIRTH_CERT: birthCertificate,
  OTHER: shaped("OTHER", (number) => /^\P{C}{1,40}$/u.test(number)),
} satisfies Record<DocType, Reader>;

export type DocumentQuestion = { docType: DocType; typed: string; asOf: PlainDate; areaStatus: AreaStatusOf };

export function readDocument({ docType, typed, asOf, areaStatus }: DocumentQuestion): Result<ReadDocument, DocumentError> {
  const number = compact(typed);
  if (EXCEL_NOTATION.test(number)) return refused("EXCEL_DAMAGED");
  return readers[docType]({ number, asOf, areaStatus });
}

/** The documents that could carry what was typed, likeliest first; readDocument says whether one does. None: nobody can read it. */
export function guessDocument(typed: string): DocType[] {
  const number = compact(typed);
  if (EXCEL_NOTATION.test(number)) return ["RIC"];
  if (/^\d/.test(number)) return [number.length === 15 ? "RIC" : documentOf(number)];
  if (/^[A-Z]{3}0?\d{12}$/.test(number)) return ["FPR_ID_LEGACY", "PASSPORT"];
  if (isBirthCertificate(number)) return ["BIRTH_CERT"];
  return isPassport(number) ? ["PASSPORT"] : [];
}
