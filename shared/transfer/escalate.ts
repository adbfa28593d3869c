// A step that an agency has not taken in time: the one above it is shown it too. Who has to act stays who they are. Handbook 6.1.
import { superiorOf } from "../divisions/superior.ts";
import { dateOf, type Instant } from "../kernel/calendar.ts";
import type { Transfer } from "./transfer.ts";

/** The last day is the agency's still. Undefined: nobody is late, or it is known above. */
export function escalate(transfer: Transfer, now: Instant): Transfer | undefined {
  const { step, escalated, version } = transfer;
  if (escalated || !step.agency || !step.dueAt || step.dueAt >= dateOf(now)) return undefined;
  return { ...transfer, version: version + 1, escalated: { at: now, to: superiorOf(step.agency) } };
}

/** Which deadline it is. Steps that share one limit miss it once. */
export function deadlineOf({ receipt, step, whole }: Transfer): string {
  const dueAt = step.limit && step.limit === whole?.limit ? whole.dueAt : step.dueAt;
  return `${receipt}#${step.limit ?? "none"}#${dueAt ?? "none"}`;
}
