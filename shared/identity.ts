// Who somebody is, through the years: one primary document, and whatever led here before.
import type { PlainDate } from "./kernel/calendar.ts";
import type { Identity } from "./registration.ts";

export type Document = Pick<Identity, "docType" | "number">;

const sameDocument = (a: Document, b: Document) => a.docType === b.docType && a.number === b.number;

/** Every document that leads to this person. */
export const documentsOf = ({ docType, number, others = [] }: Identity): Document[] => [
  { docType, number },
  ...others.map((other) => ({ docType: other.docType, number: other.number })),
];

/**
 * From a day on somebody has another number: a newborn's certificate gives way to the citizen number, a wrong number is put
 * right, a passport is renewed. The former one stays and still leads here (handbook 1.4, 1.5).
 */
export function renumbered(identity: Identity, next: Document, on: PlainDate): Identity {
  if (sameDocument(identity, next)) return identity;
  const former = { docType: identity.docType, number: identity.number, until: on };
  const others = [...(identity.others ?? []).filter((other) => !sameDocument(other, next)), former];
  return { ...identity, docType: next.docType, number: next.number, others };
}
