// One row of an agency's extract: what it says, or every reason why it cannot be taken.
import * as v from "valibot";
import { villageOf } from "../households/village.ts";
import type { Document } from "../identity.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, Phone } from "../kernel/fields.ts";
import { Name } from "../kernel/names.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import type { Address, Identity } from "../registration.ts";
import type { LocateAddress } from "./addresses.ts";
import { type CellReader, type Cells, openCells } from "./cells.ts";
import { mohrssSchemes, OTHER_RELATION, relations, sexes } from "./codes.ts";
import { type InsuredIn, readEnrolment } from "./enrolment.ts";
import { readFormer, readNumber } from "./number.ts";
import type { Rejection } from "./rejection.ts";

export type RowContext = {
  receivedOn: PlainDate;
  /** Whose file it is, for rows that do not say where the insurance is. */
  agency?: DivisionCode | undefined;
  /** More of the file's numbers end in 000 than can be right. */
  excelDamaged?: boolean | undefined;
  locate: LocateAddress;
};

/** `asOf` is absent where the row does not say on which day it was true; `enrolment` for someone without insurance. */
export type InsuredRow = Pick<Identity, "docType" | "number" | "name" | "sex" | "birth"> & {
  /** What this number replaces. */
  former?: Document;
  division: DivisionCode;
  asOf?: PlainDate;
  phone?: { phone: Phone; confirmedOn?: PlainDate };
  hukou?: Address;
  residence?: Address;
  cardNumber?: string;
  household?: { number: string; relation: string; village?: string };
  enrolment?: InsuredIn;
};

export function readInsuredRow(written: Cells, context: RowContext): Result<InsuredRow, Rejection[]> {
  const { receivedOn, agency, excelDamaged = false } = context;
  const cells = openCells(written, receivedOn);
  if (cells.rejections.length > 0) return refused(cells.rejections);

  const document = readNumber(cells, receivedOn, excelDamaged);
  const former = readFormer(cells, receivedOn);
  const name = readName(cells);
  const sex = document?.sex ?? cells.coded("AAC004", sexes, "sex-unknown") ?? "U";
  const birth = document?.birth ?? cells.date("AAC006");
  const asOf = cells.date("AAE036");
  const division = cells.division("AAB301") ?? agency ?? registeredNear(document?.number);
  if (document && !division) cells.reject("AAB301", "division-missing");
  const phone = readPhone(cells);
  const hukou = readAddress(cells, "AAE006", context, division);
  const residence = readAddress(cells, "AAC010", context, division);
  const cardNumber = cells.line("AAZ500", 32);
  const household = readHousehold(cells, hukou);
  const scheme = cells.coded("AAE140", mohrssSchemes, "scheme-unknown");
  const enrolment = scheme && readEnrolment(cells, scheme, receivedOn);

  if (cells.rejections.length > 0 || !document || !name || !division) return refused(cells.rejections);
  return accepted({
    docType: document.docType,
    number: document.number,
    name,
    sex,
    ...(birth && { birth }),
    ...(former && former.number !== document.number && { former }),
    division,
    ...(asOf && { asOf }),
    ...(phone && { phone }),
    ...(hukou && { hukou }),
    ...(residence && { residence }),
    ...(cardNumber && { cardNumber }),
    ...(household && { household }),
    ...(enrolment && { enrolment }),
  });
}

function readName(cells: CellReader): Name | undefined {
  const typed = cells.raw("AAC003");
  const name = v.safeParse(Name, typed);
  return name.success ? name.output : cells.reject("AAC003", typed === "" ? "name-missing" : "name-unreadable");
}

/** A household without the relation in it, or the other way round, says nothing of anybody's family. */
function readHousehold(cells: CellReader, hukou: Address | undefined): InsuredRow["household"] {
  const number = cells.line("HOUSEHOLD", 30);
  const relation = cells.text("RELATION").replace(/\s/g, "");
  const village = villageOf(cells.line("VILLAGE", 60), hukou);
  if (!number || !relation) return undefined;
  const known = Object.hasOwn(relations, relation) ? relations[relation]! : OTHER_RELATION;
  return { number, relation: known, ...(village && { village }) };
}

const LANDLINE = /^(?:0\d{2,3})?-?\d{7,8}(?:-\d{1,5})?$/;

function readPhone(cells: CellReader): InsuredRow["phone"] {
  const typed = cells.text("AAE005");
  const confirmedOn = cells.date("AAE005_CONFIRMED");
  if (typed === "" || LANDLINE.test(typed)) return undefined; // no code can be sent there
  const phone = v.safeParse(Phone, typed);
  return phone.success
    ? { phone: phone.output, ...(confirmedOn && { confirmedOn }) }
    : cells.reject("AAE005", "phone-unreadable");
}

const LONGEST_LINES = 120;

/** Where no division is named, beside it or in it, an agency means its own: 朝阳街道幸福路1号. */
function readAddress(
  cells: CellReader,
  column: "AAE006" | "AAC010",
  { locate }: RowContext,
  own?: DivisionCode,
): Address | undefined {
  const stated = cells.division(`${column}_DIVISION`);
  const typed = cells.line(column, LONGEST_LINES + 40);
  if (!typed) return undefined;
  const located = locate(typed, stated);
  const division = v.safeParse(DivisionCode, located?.division ?? own);
  return division.success ? { division: division.output, lines: (located?.lines ?? typed).slice(0, LONGEST_LINES) } : undefined;
}

/** A file that says nowhere whose it is comes, most likely, from the city where its people are registered. */
function registeredNear(number = ""): DivisionCode | undefined {
  const city = v.safeParse(DivisionCode, /^[1-7]\d{16}[\dX]$/.test(number) ? `${number.slice(0, 4)}00` : "");
  return city.success ? city.output : undefined;
}
