// What comes of an application, and of a step that somebody reports, when its turn comes. The worker writes it; here it is decided.
import { dateOf, type Instant } from "../kernel/calendar.ts";
import { finding } from "../kernel/rule.ts";
import { NOTICE_VERSION } from "../privacy/notice.ts";
import type { FullRecord } from "../registration.ts";
import { actsForMinor, type Outcome, type Submission } from "../submission.ts";
import { carryOver } from "./carry.ts";
import type { Reckoning } from "./clock.ts";
import { knownFrom } from "./known.ts";
import { relationsAt } from "./months.ts";
import { transferFindings } from "./rules.ts";
import type { TransferAccepted, TransferStepAccepted } from "./sent.ts";
import type { TransferKnown } from "./shown.ts";
import { planOf } from "./simulate.ts";
import { endsOf, type Situation } from "./situation.ts";
import { opened, step } from "./step.ts";
import type { Mover, Side, Transfer } from "./transfer.ts";

/** `fromFile`: an agency's own file says it. Nothing that anybody sends can say so. */
export type Sent = Pick<Submission, "personId" | "receipt" | "by" | "sender" | "evidence"> & { fromFile?: true };
/** `next`: how the transfer stands afterwards. */
export type Settled = { outcome: Outcome<"submitted">; next?: Transfer };

/** What was right on the day it was sent is right when it is looked at later; consent to the notice of that day holds. */
export function situationOf(
  accepted: Pick<TransferAccepted, "wish" | "consent" | "acceptedAt">,
  known: TransferKnown,
  { by, evidence = [] }: Pick<Submission, "by" | "evidence">,
  reckoning: Reckoning,
): Situation {
  const consent = accepted.consent && { ...accepted.consent, version: NOTICE_VERSION };
  return {
    ...reckoning,
    ...{ known, wish: accepted.wish, today: dateOf(accepted.acceptedAt), consent },
    papers: evidence.length,
    forChild: actsForMinor(by),
  };
}

export function settleTransfer(
  record: FullRecord,
  accepted: TransferAccepted,
  { sent, reckoning }: { sent: Sent; reckoning: Reckoning },
): Settled {
  const situation = situationOf(accepted, knownFrom(record), sent, reckoning);
  const findings = transferFindings(situation);
  if (findings.length > 0) return { outcome: { status: "refused", findings } };
  const { personId, receipt } = sent;
  const { wish, acceptedAt } = accepted;
  const application = { personId, receipt, kind: wish.kind, ...endsOf(wish), plan: planOf(situation), openedAt: acceptedAt };
  return { outcome: { status: "applied" }, next: opened(application, { as: "person" }, reckoning) };
}

/** What they may act as: an agency's word comes from the desk or an agency's own file, never from what a resident or an agent sent. */
function sidesOf({ sender, fromFile }: Sent, { by }: TransferStepAccepted): readonly Side[] {
  const isAgency = fromFile ?? (sender !== undefined && sender.channel === "desk" && sender.role !== "agent");
  return isAgency ? [by.as] : ["person"];
}

/** The name of the agency is the one that its member of staff is of. */
const moverOf = ({ sender }: Pick<Sent, "sender">, { by }: TransferStepAccepted): Mover =>
  by.as === "person" || !sender ? { as: by.as } : { as: by.as, agency: sender.agency };

/** Awarded at the old place meanwhile: no transfer ends what somebody lives of (handbook 6.1, 6.2, 6.4). The agencies settle it. */
const isDrawnThere = (record: FullRecord, { from }: Pick<Transfer, "from">): boolean =>
  relationsAt(knownFrom(record).relations, from.scheme, from.division).some(
    ({ insuredAs, status }) => insuredAs === "retired" && status === "active",
  );

/** `transfer`: as it stands now; none: there is no such one of this person. */
export function settleStep(
  record: FullRecord,
  accepted: TransferStepAccepted,
  { sent, transfer, reckoning }: { sent: Sent; transfer: Transfer | undefined; reckoning: Reckoning },
  now: Instant,
): Settled {
  if (!transfer) return { outcome: { status: "refused", findings: [finding("transfer.unknown", "transfer")] } };
  const { event, at, note, amounts } = accepted;
  if (event === "completed" && isDrawnThere(record, transfer))
    return { outcome: { status: "refused", findings: [finding("transfer.already-drawing", "event")] } };
  const happened = { event, at, note, amounts, by: moverOf(sent, accepted), receipt: sent.receipt, recordedAt: now };
  const taken = step(transfer, happened, reckoning, sidesOf(sent, accepted));
  if (!taken.ok) return { outcome: { status: "refused", findings: taken.refusal } };
  const next = taken.value;
  if (next.state !== "completed") return { outcome: { status: "applied" }, next };
  return { outcome: { status: "applied", changes: carryOver(record, next, at, now) }, next };
}
