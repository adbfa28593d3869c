// One more proof for a session whose phone proves too little (design 5): what is on the card, and when was paid last.
import * as v from "valibot";
import { leading } from "../facts.ts";
import { PlainMonth } from "../kernel/calendar.ts";
import type { InsuranceSummary, RecordPage } from "../registration.ts";

type Proof = { cardNumber: string; lastPaid: PlainMonth };

/** One way to write it, however it was typed. */
export const proofText = ({ cardNumber, lastPaid }: Proof): string =>
  `${cardNumber.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase()}|${lastPaid}`;

/** Who pays for several insurances may think of any of them, so the last month of each is right. None: the desk has to help. */
export function proofsOf({ facts, summary }: RecordPage): string[] {
  const card = leading(facts, "card");
  if (!card?.number) return [];
  const cardNumber = card.number;
  const months = new Set(Object.values(summary.insurances).flatMap((insurance) => lastPaidOf(insurance) ?? []));
  return [...months].map((lastPaid) => proofText({ cardNumber, lastPaid }));
}

/** The last month that was paid. */
export function lastPaidOf({ years }: InsuranceSummary): PlainMonth | undefined {
  const paid = Object.keys(years).filter((year) => years[year]?.includes("p"));
  const year = paid.sort().at(-1);
  if (!year) return undefined;
  const month = (years[year] ?? "").lastIndexOf("p") + 1;
  return v.parse(PlainMonth, `${year}-${String(month).padStart(2, "0")}`);
}
