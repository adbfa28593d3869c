import type { Document } from "../identity.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import { guessDocument, type ReadDocument, readDocument } from "../kernel/documents.ts";
import type { DocType } from "../registration.ts";
import type { CellReader } from "./cells.ts";
import { documentTypes } from "./codes.ts";

const nobodyHasToAsk = () => "current" as const;

/** AAC002_FORMER: the number somebody had before, a newborn's certificate or one that was put right. It leads to the same person. */
export function readFormer(cells: CellReader, receivedOn: PlainDate): Document | undefined {
  const typed = cells.raw("AAC002_FORMER");
  if (typed.trim() === "") return undefined;
  for (const docType of guessDocument(typed)) {
    const reading = readDocument({ docType, typed, asOf: receivedOn, areaStatus: nobodyHasToAsk });
    if (reading.ok) return { docType, number: reading.value.number };
  }
  return cells.reject("AAC002_FORMER", "number-unknown-kind");
}

/** AAC002, read as the documents that AAC058 allows; without AAC058, as the number looks. `suspicious`: Excel had the file. */
export function readNumber(cells: CellReader, receivedOn: PlainDate, suspicious: boolean): ReadDocument | undefined {
  const typed = cells.raw("AAC002");
  if (typed === "") return cells.reject("AAC002", "number-missing");
  const stated = cells.coded("AAC058", documentTypes, "document-type-unknown");
  if (!stated && cells.text("AAC058") !== "") return undefined;
  const [likeliest, ...others] = stated ?? guessDocument(typed);
  if (!likeliest) return cells.reject("AAC002", "number-unknown-kind");

  // The number of an abolished county is as good as any (handbook 1.2), so nobody has to be asked about it here.
  const read = (docType: DocType) => readDocument({ docType, typed, asOf: receivedOn, areaStatus: nobodyHasToAsk });
  const first = read(likeliest);
  const damaged = !first.ok && first.refusal === "EXCEL_DAMAGED";
  const reading = first.ok || damaged ? first : (others.map(read).find(({ ok }) => ok) ?? first);
  if (!reading.ok) return cells.reject("AAC002", `number-${reading.refusal}`);
  if (suspicious && reading.value.warnings.includes("MAYBE_EXCEL_DAMAGED")) return cells.reject("AAC002", "number-EXCEL_DAMAGED");
  return reading.value;
}
