// What a declared reason does to the register when its turn comes.
import { dateOf, type Instant, type PlainDate } from "../kernel/calendar.ts";
import { finding } from "../kernel/rule.ts";
import type { Reason, RecordPage } from "../registration.ts";
import type { Outcome } from "../submission.ts";
import type { Declaration, DeclarationAccepted } from "./contract.ts";
import { firstExpiry } from "./expiry.ts";
import { needsReview, stillDeclared } from "./rules.ts";

export function settleDeclaration(record: RecordPage, accepted: DeclarationAccepted, now: Instant): Outcome<"submitted"> {
  const { declaration, acceptedAt } = accepted;
  const obstacle = obstacleTo(record, accepted, acceptedAt);
  if (obstacle) return obstacle;
  if (needsReview(record, declaration, dateOf(acceptedAt))) return { status: "in-review", kind: "reason" };
  return applied(accepted, "resident", acceptedAt, now);
}

/** The desk said yes: for the order of things said it counts as accepted when it was decided. */
export function settleReviewedDeclaration(
  record: RecordPage,
  accepted: DeclarationAccepted,
  decidedAt: Instant,
  now: Instant,
): Outcome<"decided"> {
  return obstacleTo(record, accepted, decidedAt) ?? applied(accepted, "desk", decidedAt, now);
}

function obstacleTo(record: RecordPage, { declaration, acceptedAt }: DeclarationAccepted, countsFrom: Instant) {
  const held = record.reasons.find(({ insurance }) => insurance === declaration.insurance);
  if (held && countsFrom < held.acceptedAt)
    return { status: "overtaken", findings: [finding("declaration.overtaken", declaration.insurance)] } as const;
  // What was right on the day it was said is right when it is looked at later: dates are asked of that day.
  const findings = stillDeclared({ record, declaration, now: acceptedAt });
  return findings.length > 0 ? ({ status: "refused", findings } as const) : undefined;
}

function applied(
  { declaration, acceptedAt }: DeclarationAccepted,
  source: Told["source"],
  countsFrom: Instant,
  now: Instant,
): Extract<Outcome, { status: "applied" }> {
  const reason = reasonOf(declaration, { source, declaredOn: dateOf(acceptedAt), countsFrom, now });
  return { status: "applied", changes: { reasons: [reason] }, followUp: declaration.reasons };
}

type Told = { source: "resident" | "desk"; declaredOn: PlainDate; countsFrom: Instant; now: Instant };

/** As the register keeps it. */
export function reasonOf({ insurance, reasons }: Declaration, { source, declaredOn, countsFrom, now }: Told): Reason {
  const expires = firstExpiry(reasons, declaredOn);
  return {
    insurance,
    reasons,
    ...(expires && { expires }),
    source,
    asOf: declaredOn,
    recordedAt: now,
    acceptedAt: countsFrom,
  };
}
