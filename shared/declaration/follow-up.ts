// The work that a declared reason starts: what somebody at the desk has to do, and by when. Handbook 4, 16.
import { reasons as knownReasons, type WorkItem } from "../reasons/reasons.ts";
import type { SaidReason } from "../registration.ts";

/** Work for people. The rest of handbook 4's list is shown to the person at once, or is a day on which the reason comes back. */
export const deskWork = [
  "SUBSIDY_CHECK",
  "CALL_BACK",
  "BACK_PAY_CHECK",
  "UI_CHECK",
  "ASSISTED_VISIT",
  "SUPERVISOR_CALL",
  "LABOUR_INSPECTION_LEAD",
  "TAX_COLLECTION_LEAD",
  "OCC_INJURY_CHECK",
] as const satisfies readonly WorkItem[];
export type DeskWork = (typeof deskWork)[number];

/** `limit`: the parameter that says in how many working days it is due. */
export type FollowUp = { work: DeskWork; limit: "reason.follow-up" | "reason.employer-lead"; reason: SaidReason };

/** One of each kind, for the first reason that asks for it. */
export function followUpOf(said: readonly SaidReason[]): FollowUp[] {
  const found = new Map<DeskWork, FollowUp>();
  for (const reason of said) {
    const known = knownReasons[reason.code];
    // Handbook 4 sets no day for calls about distrust: they go with the others.
    const limit = ("due" in known ? known.due : undefined) ?? "reason.follow-up";
    for (const work of deskWork.filter((item) => known.followUp.some((asked) => asked === item)))
      if (!found.has(work)) found.set(work, { work, limit, reason });
  }
  return [...found.values()];
}
