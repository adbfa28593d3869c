// What stands there now and what is to stand there, where it is one line each. Names and numbers stand side by side instead (sides.ts).
import { standingOf } from "../facts.ts";
import type { Field } from "../privacy/fields.ts";
import { masked } from "../privacy/masks.ts";
import type { Address, RecordPage } from "../registration.ts";
import type { ReviewKind, Submission } from "../submission.ts";

type InWords = (address: Pick<Address, "division" | "lines">) => string;

/** In full what was sent: it is what is decided. Of the phone that is registered only as much as tells it from the new one. */
export function fromTo(
  content: Submission["content"],
  { facts }: Pick<RecordPage, "facts">,
  inWords: InWords,
): { from?: string; to: string } | undefined {
  if (content.slice === "phone-replacement") {
    const phone = standingOf(facts, "phone")[0]?.phone;
    return { ...(phone && { from: masked("phone", phone) }), to: content.phone };
  }
  if (content.slice !== "change" || !("address" in content.change)) return undefined;
  const held = standingOf(facts, content.change.item)[0];
  const before = held && "division" in held && "lines" in held ? inWords(held) : undefined;
  return { ...(before && { from: before }), to: inWords(content.change.address) };
}

const identity = ["name", "number", "birth", "sex"] as const satisfies readonly Field[];
/** Where somebody may be somebody else: a phone or an address says more than a name. */
const wholly = [...identity, "phone", "residence"] as const satisfies readonly Field[];

/** Which fields of the person a matter shows in full, to be compared; they stand in the person's access log. */
export const shownInFull = {
  "hukou-move": ["hukou"],
  "phone-replacement": ["phone"],
  "same-number": wholly,
  "name-correction": identity,
  "sex-correction": identity,
  "birth-correction": identity,
  "number-correction": identity,
  "new-person": wholly,
  "same-person": wholly,
  parentage: wholly,
  "death-report": [],
  reason: [],
  hardship: [],
  registration: [],
  "look-challenge": [],
} as const satisfies Record<ReviewKind, readonly Field[]>;

export const isShownInFull = (kind: ReviewKind, field: Field): boolean => (shownInFull[kind] as readonly Field[]).includes(field);
