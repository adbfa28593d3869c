// What becomes of a request for another phone. Nobody was signed in when it came: the code proves the new phone, not the person,
// so it never takes effect before the desk has looked.
import { heldSince, isOvertaken } from "../change/effect.ts";
import { dateOf, type Instant } from "../kernel/calendar.ts";
import { type Finding, finding } from "../kernel/rule.ts";
import type { FactOf, RecordPage } from "../registration.ts";
import type { Outcome } from "../submission.ts";
import type { PhoneReplacementAccepted } from "./contract.ts";

export function settlePhoneReplacement(
  record: RecordPage,
  { phone, acceptedAt }: PhoneReplacementAccepted,
  now: Instant,
): Outcome<"submitted"> {
  return obstacleTo(record, factOf(record, phone, acceptedAt, now)) ?? { status: "in-review", kind: "phone-replacement" };
}

/** Two people said yes: for the order of facts it counts as accepted when they did. */
export function settleReviewedPhoneReplacement(
  record: RecordPage,
  { phone }: PhoneReplacementAccepted,
  decidedAt: Instant,
  now: Instant,
): Outcome<"decided"> {
  const fact = factOf(record, phone, decidedAt, now);
  return obstacleTo(record, fact) ?? { status: "applied", changes: { facts: [fact] } };
}

type Obstacle = { status: "overtaken" | "refused"; findings: Finding[] };

function obstacleTo(record: RecordPage, fact: FactOf<"phone">): Obstacle | undefined {
  if (isOvertaken(record, fact)) return { status: "overtaken", findings: [finding("change.overtaken", "phone")] };
  if (record.registration.status === "closed") return { status: "refused", findings: [finding("change.registration-closed")] };
  return undefined;
}

function factOf(
  { facts }: RecordPage,
  phone: FactOf<"phone">["phone"],
  acceptedAt: Instant,
  recordedAt: Instant,
): FactOf<"phone"> {
  const day = dateOf(acceptedAt);
  const said = { source: "desk", asOf: day, acceptedAt, recordedAt };
  return { ...said, name: "phone", phone, confirmedOn: day, from: heldSince(facts, phone) ?? day };
}
