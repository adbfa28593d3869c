// What comes of an answer: the desk looks at it, two people; and on their yes what was not kept ends, in one step with what is written
// down of it. What stays is in force by then, so that no month of cover is lost.
import { dateOf, type Instant, monthOf } from "../kernel/calendar.ts";
import type { Receipt } from "../kernel/fields.ts";
import { finding } from "../kernel/rule.ts";
import type { Policy } from "../policy/law.ts";
import type { Changes, Enrolment, FullRecord } from "../registration.ts";
import type { Outcome } from "../submission.ts";
import { summarise } from "../summary.ts";
import { premiumYears } from "./amounts.ts";
import type { DuplicateAccepted } from "./contract.ts";
import { aboutIn, type IfKept } from "./decide.ts";
import { type Cleared, isSide, keyOfSide, other } from "./duplicate.ts";
import { foundIn } from "./find.ts";
import { inBoth, type Months, runsOf, yearsPaid } from "./paid.ts";
import { type Answered, decideAnswer } from "./rules.ts";

type With = { receipt: Receipt; policy: Policy; papers: number };

const situation = (record: FullRecord, { id, answer }: DuplicateAccepted, { policy, papers }: With, now: Instant) => ({
  closed: record.registration.status === "closed",
  duplicates: foundIn(record),
  about: aboutIn(record),
  ...{ id, answer, papers, policy, now },
});

export function settleDuplicate(
  record: FullRecord,
  accepted: DuplicateAccepted,
  using: With,
  now: Instant,
): Outcome<"submitted"> {
  const decided = decideAnswer(situation(record, accepted, using, now));
  if (!decided.ok) return { status: "refused", findings: decided.refusal };
  return { status: "in-review", kind: "duplicate" };
}

/** The desk said yes. To an objection: then nothing changes. */
export function settleReviewedDuplicate(
  record: FullRecord,
  accepted: DuplicateAccepted,
  decidedAt: Instant,
  using: With,
  now: Instant,
): Outcome<"decided"> {
  if (accepted.answer.says === "object") return { status: "applied" };
  const decided = decideAnswer(situation(record, accepted, using, now));
  if (!decided.ok) return { status: "refused", findings: decided.refusal };
  const { kept, then, duplicate } = decided.value;
  const { says } = decided.value.decided;
  if (kept === undefined || !then || says === "NEEDS_STAFF")
    return { status: "refused", findings: [finding("duplicate.gone", "id")] };
  if (then.acts !== accepted.agency) return { status: "refused", findings: [finding("duplicate.changed", "id")] };
  const goes = record.enrolments.find((one) => isSide(one, duplicate.sides[other(kept)]));
  const stays = record.enrolments.find((one) => isSide(one, duplicate.sides[kept]));
  if (!goes || !stays) return { status: "refused", findings: [finding("duplicate.gone", "id")] };
  const cleared: Cleared = {
    receipt: using.receipt,
    on: dateOf(now),
    by: then.acts,
    says,
    kept: keyOfSide(stays),
    spans: spansOf(record, goes, stays, decided.value),
    ...(then.refund !== undefined && { refund: then.refund }),
    ...(then.missing.length > 0 && { missing: then.missing }),
  };
  return { status: "applied", changes: changesFor(record, closed(goes, then, cleared, { decidedAt, now })) };
}

/**
 * Of pensions the months that both have, whoever reckons what goes back for them, and if it is nothing: else they would be double for
 * ever, or be paid out once more. Of medical insurance the years whose premium goes back.
 */
function spansOf(record: FullRecord, goes: Enrolment, stays: Enrolment, { duplicate, then }: Answered): Months[] {
  const [gone, left] = [yearsPaid(goes, record.paidYears), yearsPaid(stays, record.paidYears)];
  if (duplicate.insurance === "pension") return inBoth(runsOf(gone), runsOf(left));
  if (then?.refund === undefined || then.refund === 0) return [];
  return runsOf(premiumYears(gone, stays, runsOf(left)));
}

/** It ends with this month, never before: what lies behind it was insured and stays so. What ends earlier by itself does. */
function closed(
  goes: Enrolment,
  { becomes }: IfKept,
  cleared: Cleared,
  { decidedAt, now }: { decidedAt: Instant; now: Instant },
): Enrolment {
  const marked = { ...goes, cleared: [...(goes.cleared ?? []), cleared] };
  if (!becomes) return marked;
  const { file: _, ...rest } = marked;
  const month = monthOf(dateOf(now));
  const to = becomes === "ended" && { to: goes.to && goes.to < month ? goes.to : month };
  return { ...rest, status: becomes, ...to, source: "desk", asOf: dateOf(now), recordedAt: now, acceptedAt: decidedAt };
}

function changesFor({ enrolments, paidYears, summary }: FullRecord, next: Enrolment): Changes {
  const all = enrolments.map((one) => (isSide(one, next) ? next : one));
  return { enrolments: [next], summary: summarise(all, paidYears, summary.asOf) };
}
