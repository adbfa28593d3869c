// Who somebody is, through the years: one primary document, and whatever led here before.
import type { PlainDate } from "./kernel/calendar.ts";
import { readDocument } from "./kernel/documents.ts";
import { sameName } from "./kernel/names.ts";
import type { Identity } from "./registration.ts";

export type Document = Pick<Identity, "docType" | "number">;

const sameDocument = (a: Document, b: Document) => a.docType === b.docType && a.number === b.number;

/** Every document that leads to this person. */
export const documentsOf = ({ docType, number, others = [] }: Identity): Document[] => [
  { docType, number },
  ...others.map((other) => ({ docType: other.docType, number: other.number })),
];

export const leadsHere = (identity: Identity, { number }: Pick<Document, "number">): boolean =>
  documentsOf(identity).some((held) => held.number === number);

/** The documents that lead here now and did not before; all of them for someone new. */
export const newDocuments = (before: Identity | undefined, now: Identity): Document[] =>
  documentsOf(now).filter((document) => !before || !documentsOf(before).some((held) => sameDocument(held, document)));

/** Further numbers that lead here from now on, beside the one that goes first. */
export function alsoLedBy(identity: Identity, further: readonly Document[] = []): Identity {
  const more = further.filter((document) => !leadsHere(identity, document));
  return more.length > 0 ? { ...identity, others: [...(identity.others ?? []), ...more] } : identity;
}

/** One more number that led here once: a newborn's certificate that is told of after the citizen number. */
export const alsoKnownBy = (identity: Identity, former: Document, until: PlainDate): Identity =>
  leadsHere(identity, former) ? identity : { ...identity, others: [...(identity.others ?? []), { ...former, until }] };

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

/** What a number says of whom it was given to; nothing where it says nothing. A few genuine ones say it wrongly (handbook 1.2). */
export function saidByNumber({ docType, number }: Document, asOf: PlainDate): Partial<Pick<Identity, "birth" | "sex">> {
  const reading = readDocument({ docType, typed: number, asOf, areaStatus: () => "current" });
  if (!reading.ok) return {};
  const { birth, sex } = reading.value;
  return { ...(birth && { birth }), ...(sex && { sex }) };
}

/** From a day on somebody has another name. The former one stays: files and papers go on saying it for years. */
export function knownAs(identity: Identity, name: string, on: PlainDate): Identity {
  if (identity.name === name) return identity;
  return { ...identity, name, formerNames: [...(identity.formerNames ?? []), { name: identity.name, until: on }] };
}

/** Who is called so today, or was once. Sign-in asks for the name of today; a file may still have an older one. */
export const isCalled = ({ name, formerNames = [] }: Identity, asked: string): boolean =>
  [name, ...formerNames.map((former) => former.name)].some((known) => sameName(known, asked));
