import * as v from "valibot";
import type { PlainDate } from "../kernel/calendar.ts";
import { readDocument } from "../kernel/documents.ts";
import { foreignerNumber } from "../kernel/foreigner.ts";
import { Name } from "../kernel/names.ts";
import { accepted, type Result, refused } from "../kernel/result.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { NewcomersDocument } from "./contract.ts";

/** `sex` and `birth` where the number says them. */
export type NewWho = {
  docType: NewcomersDocument;
  number: string;
  name: Name;
  sex?: "M" | "F";
  birth?: PlainDate;
};
type Typed = { docType: NewcomersDocument; country?: string | undefined; number: string; name: string };

/** It says whether such a number and such a name can be, and nothing about who is registered. A right number proves nobody. */
export function readNewWho({ docType, country, number, name: typedName }: Typed, today: PlainDate): Result<NewWho, Finding[]> {
  const name = v.safeParse(Name, typedName);
  const named = name.success ? [] : [finding("name.unreadable", "name")];
  if (docType === "PASSPORT" && !country) return refused([finding("newcomer.country-missing", "country"), ...named]);

  const typed = docType === "PASSPORT" ? foreignerNumber({ country: country ?? "", document: docType, number }) : number;
  const read = readDocument({ docType, typed, asOf: today, areaStatus: () => "current" });
  if (!read.ok) return refused([finding(`number.${read.refusal.toLowerCase().replaceAll("_", "-")}`, "number"), ...named]);
  if (!name.success) return refused(named);
  const { sex, birth } = read.value;
  return accepted({ docType, number: read.value.number, name: name.output, ...(sex && { sex }), ...(birth && { birth }) });
}
