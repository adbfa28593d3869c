// What the desk has to do when a visit is confirmed. Somebody at the door says that a person has died: that closes no record and stops
// no payment. It is looked into, and decided like every such report.
import { createHash } from "node:crypto";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { VisitWork, Work } from "../../shared/desk/work.ts";
import type { Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import type { Stands } from "../../shared/visits/standing.ts";
import type { Outcome } from "../../shared/visits/states.ts";
import type { Desk } from "../desk/desk.ts";
import { receiptFrom } from "../receipt.ts";
import type { Due } from "../task-for.ts";
import type { StoredNote, StoredVisit } from "./table.ts";

export const workOf: Partial<Record<Outcome, VisitWork>> = {
  deceased: "VERIFY_DEATH_AND_CLOSE",
  moved: "HAND_OVER_REGION",
  "not-found": "POLICE_CROSSCHECK",
};

type Deps = { desk: Pick<Desk, "opensWork">; due: Due; today: PlainDate };

export function workAfter(
  { desk, due, today }: Deps,
  visit: StoredVisit,
  { members }: Stands,
  notes: readonly StoredNote[],
  openedAt: Instant,
): TransactWriteItem[] {
  return visit.members.flatMap(({ member, personId }, nth) => {
    const outcome = members[nth]?.outcome;
    const work = outcome && workOf[outcome];
    if (!work) return [];
    const place = work === "HAND_OVER_REGION" ? placeSaid(member, notes) : undefined;
    const receipt = receiptFrom(createHash("sha256").update(`visit ${visit.visit} ${member}`).digest());
    const opened: Work = {
      personId,
      receipt,
      work,
      state: "open",
      region: visit.division,
      openedAt,
      ...due(today, visit.division, "reason.follow-up"),
      ...(place && { place }),
    };
    return [desk.opensWork(opened)];
  });
}

/** The last word of where somebody has gone. */
const placeSaid = (member: string, notes: readonly StoredNote[]): DivisionCode | undefined =>
  notes
    .flatMap(({ done }) => (done.event === "attempt" ? done.seen.map((seen) => ({ ...seen, at: done.at })) : []))
    .filter((seen) => seen.member === member && seen.outcome === "moved")
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1)?.place;
