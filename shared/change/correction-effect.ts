// What becomes of a correction. Two people decide each of them; until then nothing moves, and nothing stops by itself.
import { knownAs, renumbered, saidByNumber } from "../identity.ts";
import { dateOf, type Instant } from "../kernel/calendar.ts";
import { finding } from "../kernel/rule.ts";
import type { Changes, Identity, RecordPage, Registration } from "../registration.ts";
import type { Outcome, ReviewKind } from "../submission.ts";
import { stillCorrects } from "./correct.ts";
import type { Correction, CorrectionItem } from "./corrections.ts";

type CorrectionAccepted = { change: Correction; acceptedAt: Instant };

const reviews = {
  name: "name-correction",
  sex: "sex-correction",
  birth: "birth-correction",
  number: "number-correction",
  death: "death-report",
} as const satisfies Record<CorrectionItem, ReviewKind>;

export function settleCorrection(record: RecordPage, accepted: CorrectionAccepted): Outcome<"submitted"> {
  return obstacleTo(record, accepted, accepted.acceptedAt) ?? { status: "in-review", kind: reviews[accepted.change.item] };
}

/** Two people said yes: for the order of corrections it counts as accepted when they did. */
export function settleReviewedCorrection(
  record: RecordPage,
  accepted: CorrectionAccepted,
  decidedAt: Instant,
): Outcome<"decided"> {
  const obstacle = obstacleTo(record, accepted, decidedAt);
  if (obstacle) return obstacle;
  const { change } = accepted;
  if (change.item === "death") return { status: "applied" }; // of the one who reports nothing moves
  return { status: "applied", changes: { registration: corrected(record, change, decidedAt) } };
}

/** The registration of somebody who was found to have died. Benefits are not touched: the law wants them looked at first. */
export const closedByDeath = (
  { registration: { version: _, ...held } }: RecordPage,
  change: Extract<Correction, { item: "death" }>,
  receipt: string,
): Changes => ({ registration: { ...held, status: "closed", died: { on: change.diedOn, receipt } } });

function obstacleTo({ registration }: RecordPage, { change, acceptedAt }: CorrectionAccepted, countsFrom: Instant) {
  if (change.item !== "death" && countsFrom < (registration.corrected?.[change.item] ?? ""))
    return { status: "overtaken", findings: [finding("change.overtaken", change.item)] } as const;
  if (registration.status === "closed") return { status: "refused", findings: [finding("change.registration-closed")] } as const;
  const findings = stillCorrects({ identity: registration.identity, change, now: acceptedAt });
  return findings.length > 0 ? ({ status: "refused", findings } as const) : undefined;
}

type OwnCorrection = Exclude<Correction, { item: "death" }>;

function corrected(
  { registration: { version: _, ...held } }: RecordPage,
  change: OwnCorrection,
  at: Instant,
): Omit<Registration, "version"> {
  return {
    ...held,
    identity: identityAfter(held.identity, change, at),
    corrected: { ...held.corrected, [change.item]: at },
  };
}

/** What will stand in the register if two people say yes. */
export function identityAfter(identity: Identity, change: OwnCorrection, at: Instant): Identity {
  const today = dateOf(at);
  switch (change.item) {
    case "name":
      return knownAs(identity, change.name, today);
    case "sex":
      return { ...identity, sex: change.sex };
    case "birth":
      return { ...identity, birth: change.birth };
    case "number": {
      // What was only read off the old number is read off the new one; what was said apart from it stays.
      const [old, next] = [saidByNumber(identity, today), saidByNumber(change, today)];
      const birth =
        identity.birth === undefined || identity.birth === old.birth ? (next.birth ?? identity.birth) : identity.birth;
      const sex = identity.sex === "U" || identity.sex === old.sex ? (next.sex ?? identity.sex) : identity.sex;
      return { ...renumbered(identity, { docType: change.docType, number: change.number }, today), sex, ...(birth && { birth }) };
    }
  }
}
