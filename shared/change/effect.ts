// What an accepted change does to the register when its turn comes.
import { leading } from "../facts.ts";
import { dateOf, type Instant } from "../kernel/calendar.ts";
import { finding } from "../kernel/rule.ts";
import type { Fact, RecordPage } from "../registration.ts";
import type { Outcome, ReviewKind } from "../submission.ts";
import type { Change, ChangeAccepted, ChangeItem } from "./contract.ts";
import { settleCorrection, settleReviewedCorrection } from "./correction-effect.ts";
import { type Correction, isCorrection } from "./corrections.ts";
import { stillHolds } from "./rules.ts";

/** What a person must look at first. The police keep the hukou; until their data come, the desk checks the paper. */
const reviews: Partial<Record<ChangeItem, ReviewKind>> = { hukou: "hukou-move" };

/** The register may have moved on since the API said yes, so the rules are asked once more. */
export function settleChange(record: RecordPage, { change, acceptedAt }: ChangeAccepted, now: Instant): Outcome<"submitted"> {
  if (isCorrection(change)) return settleCorrection(record, { change, acceptedAt });
  // A message may come days late, redriven by hand. It may come late; it may not undo.
  const fact = factOf(record, change, acceptedAt, now);
  if (isOvertaken(record, fact)) return { status: "overtaken", findings: [finding("change.overtaken", change.item)] };

  const findings = stillHolds({ record, change, now: acceptedAt });
  if (findings.length > 0) return { status: "refused", findings };

  const kind = reviews[change.item];
  if (kind) return { status: "in-review", kind };
  return { status: "applied", changes: { facts: [fact] } };
}

/** The desk said yes: for the order of facts it counts as accepted when it was decided. */
export function settleReviewedChange(
  record: RecordPage,
  { change, acceptedAt }: ChangeAccepted,
  decidedAt: Instant,
  now: Instant,
): Outcome<"decided"> {
  if (isCorrection(change)) return settleReviewedCorrection(record, { change, acceptedAt }, decidedAt);
  const fact = factOf(record, change, decidedAt, now);
  if (isOvertaken(record, fact)) return { status: "overtaken", findings: [finding("change.overtaken", change.item)] };

  const findings = stillHolds({ record, change, now: decidedAt });
  if (findings.length > 0) return { status: "refused", findings };
  return { status: "applied", changes: { facts: [fact] } };
}

/** A number that is only confirmed again is not new. */
export const heldSince = (facts: readonly Fact[], phone: string) => {
  const held = leading(facts, "phone");
  return held?.phone === phone ? held.from : undefined;
};

const heldLike = ({ facts }: RecordPage, { name, source }: Fact) =>
  facts.find((held) => held.name === name && held.source === source);
/** Something said later holds: what is said here comes too late. */
export const isOvertaken = (record: RecordPage, fact: Fact) => fact.acceptedAt < (heldLike(record, fact)?.acceptedAt ?? "");

function factOf({ facts }: RecordPage, change: Exclude<Change, Correction>, acceptedAt: Instant, recordedAt: Instant): Fact {
  const today = dateOf(acceptedAt);
  const said = { source: "resident", asOf: today, acceptedAt, recordedAt };
  switch (change.item) {
    case "phone":
      return { ...said, name: "phone", phone: change.phone, confirmedOn: today, from: heldSince(facts, change.phone) ?? today };
    case "residence":
    case "contact":
      return { ...said, name: change.item, ...change.address };
    case "hukou":
      return { ...said, name: "hukou", source: "desk", asOf: change.movedOn, ...change.address };
    case "employment":
      return { ...said, name: "employment", status: change.status, ...(change.employer && { employer: change.employer }) };
    case "card":
      return { ...said, name: "card", hasCard: change.hasCard };
  }
}
