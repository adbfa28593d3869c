// What a form says anew, as the register would keep it; and what of it comes too late, because something was said later.
import { heldSince, isOvertaken } from "../change/effect.ts";
import { reasonOf } from "../declaration/effect.ts";
import { dateOf, type Instant } from "../kernel/calendar.ts";
import { type Fact, Insurance, type Reason, type RecordPage } from "../registration.ts";
import { addressOf } from "./door.ts";
import type { Keepable, RegistrationAccepted } from "./form.ts";
import { employmentOf } from "./kept.ts";
import { reasonsSaidIn } from "./said.ts";

/** `late`: by name, what is overtaken. One fact after the other: two forms never mix within one. */
export type News = { facts: Fact[]; reasons: Reason[]; late: string[] };

const statedIn: readonly Keepable[] = [...Insurance.options, "elsewhere", "duplicates"];

/**
 * `decidedAt`: the desk said yes. What it looked at counts from then. What needed no look keeps its place among the person's own
 * words: who told of another phone meanwhile keeps that one.
 */
export function newsIn(content: RegistrationAccepted, record: RecordPage, now: Instant, decidedAt?: Instant): News {
  const facts = factsOf(content, record, now, decidedAt ?? content.acceptedAt);
  const reasons = reasonsOf(content, now, decidedAt);
  const isLate = (reason: Reason) =>
    record.reasons.some(({ insurance, acceptedAt }) => insurance === reason.insurance && reason.acceptedAt < acceptedAt);
  return {
    facts: facts.filter((fact) => !isOvertaken(record, fact)),
    reasons: reasons.filter((reason) => !isLate(reason)),
    late: [
      ...facts.filter((fact) => isOvertaken(record, fact)).map(({ name }) => name),
      ...reasons.filter(isLate).map(({ insurance }) => `reasons.${insurance}`),
    ],
  };
}

function factsOf(
  { filled, kept, acceptedAt }: RegistrationAccepted,
  { facts }: RecordPage,
  now: Instant,
  looked: Instant,
): Fact[] {
  const today = dateOf(acceptedAt);
  const said = { source: "resident", asOf: today, acceptedAt, recordedAt: now };
  const isNew = (field: Keepable) => !kept.includes(field);
  const { card, hukou, landline, mobile, pension, medical, unemployment, injury, maternity, elsewhere, duplicates } = filled;
  const stated = { pension, medical, unemployment, injury, maternity, elsewhere, duplicates };
  return [
    ...(isNew("card") ? [{ ...said, name: "card" as const, hasCard: card }] : []),
    ...(isNew("hukou") ? [{ ...said, source: "desk", acceptedAt: looked, name: "hukou" as const, ...hukou }] : []),
    ...(isNew("residence") ? [{ ...said, name: "residence" as const, ...addressOf(filled.residence) }] : []),
    ...(isNew("landline") ? [{ ...said, name: "landline" as const, ...(landline && { landline }) }] : []),
    ...(isNew("mobile") && mobile
      ? [{ ...said, name: "phone" as const, phone: mobile, confirmedOn: today, from: heldSince(facts, mobile) ?? today }]
      : []),
    ...(isNew("work") ? [{ ...said, name: "employment" as const, ...employmentOf(filled.work) }] : []),
    ...(statedIn.some(isNew) ? [{ ...said, acceptedAt: looked, name: "stated" as const, ...stated }] : []),
  ];
}

function reasonsOf(content: RegistrationAccepted, now: Instant, decidedAt?: Instant): Reason[] {
  const source = decidedAt ? "desk" : "resident";
  const told = { source, declaredOn: dateOf(content.acceptedAt), countsFrom: decidedAt ?? content.acceptedAt, now } as const;
  return reasonsSaidIn(content).map((declaration) => reasonOf(declaration, told));
}
