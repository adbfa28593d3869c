// What becomes of somebody who says that they are new. They stand in the register at once, unverified; a person decides whether
// it stays so. Where they may be somebody who is there already, nothing is written before two people have looked.
import { isUnproven, leading } from "../facts.ts";
import { alsoLedBy } from "../identity.ts";
import { dateOf, type Instant } from "../kernel/calendar.ts";
import type { PersonId, Phone } from "../kernel/fields.ts";
import { finding } from "../kernel/rule.ts";
import type { Changes, Fact, RecordPage, Registration } from "../registration.ts";
import type { Outcome } from "../submission.ts";
import type { NewcomerAccepted, NewIdentity } from "./contract.ts";
import { isTurnedAway } from "./turned-away.ts";

/** As much of a first registration as the register is told of; a child's comes from a parent and has no phone. */
export type Arrival = Pick<NewcomerAccepted, "acceptedAt"> &
  Partial<Pick<NewcomerAccepted, "phone" | "residence" | "hukou" | "landline" | "employment" | "household">> & {
    identity: NewIdentity;
    others?: Registration["identity"]["others"];
  };
type Reached = { personId: PersonId; before: RecordPage | undefined; now: Instant };

/** Also who has died: they are not new. */
const isThere = (before: RecordPage | undefined): before is RecordPage =>
  before !== undefined && !isTurnedAway(before.registration);

/**
 * `mayBeSomebody`: their number, or name with birth and phone, leads to somebody who is registered. Whoever was turned away, and
 * is known to an agency by now, is compared like anybody else who is there.
 */
export function settleArrival(arrival: Arrival, reached: Reached, mayBeSomebody: boolean): Outcome<"submitted"> {
  const { before } = reached;
  if (isThere(before) && before.registration.verified === "unverified")
    return { status: "refused", findings: [finding("newcomer.sent-already")] };
  if (mayBeSomebody || isThere(before)) return { status: "in-review", kind: "same-person" };
  return { status: "in-review", kind: "new-person", changes: entrance(arrival, reached, "resident") };
}

/**
 * The desk said yes. What an agency or the police have said of the person meanwhile stays as they said it; whoever has another
 * phone than theirs asks for it to be replaced, and two people decide that (design 5).
 */
export function settleReviewedArrival(
  arrival: Arrival,
  reached: Reached,
  decided: { at: Instant; receipt: string },
): Extract<Outcome<"decided">, { status: "applied" }> {
  const { before } = reached;
  const on = dateOf(decided.at);
  // A household is named by a visitor alone (handbook 10.5: each is counted by the way in which they were confirmed first).
  const route = arrival.household ? ("visit" as const) : ("resident" as const);
  // No code came to the door: a phone that a visitor typed stays a word until two people replace it.
  const phoneFrom = arrival.household ? "resident" : "desk";
  const confirmed = { on, route, receipt: decided.receipt };
  if (!isThere(before)) {
    const { registration, ...rest } = entrance(arrival, reached, phoneFrom, decided.at);
    return {
      status: "applied",
      changes: { ...rest, registration: { ...registration, verified: "desk", confirmed } },
    };
  }
  const { version: _, ...held } = before.registration;
  const verified = held.verified === "unverified" ? "desk" : held.verified;
  const identity = alsoLedBy(held.identity, arrival.others);
  return {
    status: "applied",
    changes: {
      registration: { ...held, identity, verified, confirmed: held.confirmed ?? confirmed },
      ...(arrival.phone &&
        phoneFrom === "desk" &&
        !hasAnotherPhone(before, arrival.phone) && {
          facts: [phoneFact(arrival.phone, "desk", decided.at, reached.now)],
          gone: before.facts.filter((fact) => fact.name === "phone" && isSaidIn(arrival)(fact)),
        }),
    },
  };
}

/**
 * The desk said no, or it was taken back. If nobody but the newcomer ever spoke for this registration it is closed, and nothing
 * leads to it any more. If an agency or the police know the person by now, the person stays and what the newcomer said goes.
 */
export function turnAway(arrival: Arrival, { before }: Reached): Changes | undefined {
  if (!isThere(before)) return undefined;
  const { version: _, ...held } = before.registration;
  const gone = before.facts.filter(isSaidIn(arrival));
  if (held.verified === "unverified") return { registration: { ...held, status: "closed" }, gone };
  return gone.length > 0 ? { registration: held, gone } : undefined;
}

/** One that opens their sessions, told by somebody else. */
function hasAnotherPhone({ facts }: RecordPage, phone: NewcomerAccepted["phone"]): boolean {
  const held = leading(facts, "phone");
  return held !== undefined && !isUnproven(held) && held.phone !== phone;
}

/** Of the facts that somebody said of themselves, those of this very form. */
const isSaidIn =
  ({ acceptedAt }: Arrival) =>
  ({ source, acceptedAt: saidAt }: Fact): boolean =>
    source === "resident" && saidAt === acceptedAt;

function entrance(
  arrival: Arrival,
  { personId, before, now }: Reached,
  from: "resident" | "desk",
  countsFrom = arrival.acceptedAt,
): Changes & { registration: Omit<Registration, "version"> } {
  const { identity, others, phone, residence, hukou, landline, employment, household, acceptedAt } = arrival;
  const said = { source: "resident", asOf: dateOf(acceptedAt), acceptedAt, recordedAt: now };
  const facts: Fact[] = [
    ...(residence ? [{ ...said, name: "residence" as const, ...residence }] : []),
    ...(phone ? [phoneFact(phone, from, countsFrom, now)] : []),
    ...(hukou ? [{ ...said, name: "hukou" as const, ...hukou }] : []),
    ...(landline ? [{ ...said, name: "landline" as const, landline }] : []),
    ...(employment ? [{ ...said, name: "employment" as const, ...employment }] : []),
    ...(household ? [{ ...said, name: "household" as const, ...household }] : []),
  ];
  return {
    registration: {
      personId,
      status: "active",
      verified: "unverified",
      identity: { ...identity, ...(others && { others }) },
      createdAt: before?.registration.createdAt ?? now,
    },
    summary: { insurances: {} },
    facts,
  };
}

/** Never confirmed here: a code shows that the phone is in a hand, and not in whose (shared/session/rules.ts). */
const phoneFact = (phone: Phone, source: "resident" | "desk", at: Instant, recordedAt: Instant): Fact => ({
  name: "phone",
  source,
  phone,
  asOf: dateOf(at),
  from: dateOf(at),
  acceptedAt: at,
  recordedAt,
});
