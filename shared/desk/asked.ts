// What stands there now and what is to stand there, where it is one line each. Names and numbers stand side by side instead (sides.ts).
import { standingOf } from "../facts.ts";
import type { DivisionCode } from "../kernel/fields.ts";
import type { Field } from "../privacy/fields.ts";
import { masked } from "../privacy/masks.ts";
import { fieldOfHardship, fieldOfReason, mayRead } from "../privacy/may-read.ts";
import type { Role } from "../privacy/roles.ts";
import { reasonsSaidIn } from "../registration/said.ts";
import type { Address, Insurance, RecordPage, SaidReason } from "../registration.ts";
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
  if (content.slice === "registration" && !content.kept.includes("hukou"))
    return between(standingOf(facts, "hukou")[0], content.filled.hukou, inWords);
  if (content.slice !== "change" || !("address" in content.change)) return undefined;
  const held = standingOf(facts, content.change.item)[0];
  return between(held && "lines" in held ? held : undefined, content.change.address, inWords);
}

const between = (held: Parameters<InWords>[0] | undefined, said: Parameters<InWords>[0], inWords: InWords) => ({
  ...(held && { from: inWords(held) }),
  to: inWords(said),
});

/** What somebody says of an insurance, and what is in it beside its code: a place, an employer, a day, their own words. */
export type SaidAbout = { insurance?: Insurance; code: string; more: string[] };

/** `role`: some reasons say of somebody what only few may know. */
export function reasonsIn(content: Submission["content"], role: Role, placeName: (code: DivisionCode) => string): SaidAbout[] {
  if (content.slice === "enrolment") {
    const { wish } = content;
    const hardship = "hardship" in wish ? wish.hardship : undefined;
    return hardship && mayRead(role, fieldOfHardship(hardship)) ? [{ code: hardship, more: [] }] : [];
  }
  const said =
    content.slice === "declaration" ? [content.declaration] : content.slice === "registration" ? reasonsSaidIn(content) : [];
  return said.flatMap(({ insurance, reasons }) =>
    reasons
      .filter(({ code }) => mayRead(role, fieldOfReason(code)))
      .map((reason) => ({ insurance, code: reason.code, more: moreOf(reason, role, placeName) })),
  );
}

/** Who has told of which employer is for whoever follows it. */
const moreOf = (reason: SaidReason, role: Role, placeName: (code: DivisionCode) => string): string[] =>
  [
    "place" in reason && placeName(reason.place),
    "employer" in reason && mayRead(role, "reporter") && reason.employer?.name,
    "until" in reason && reason.until,
    "graduation" in reason && reason.graduation,
    "text" in reason && reason.text,
  ].filter((text) => typeof text === "string");

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
  duplicate: [],
  delegation: identity,
  "guardian-objection": [],
  "guardianship-end": identity,
} as const satisfies Record<ReviewKind, readonly Field[]>;

export const isShownInFull = (kind: ReviewKind, field: Field): boolean => (shownInFull[kind] as readonly Field[]).includes(field);
