// A step that an agency has not taken in time: the one above it is shown it too. Who has to act stays who they are. Handbook 6.1.
import { superiorOf } from "../divisions/superior.ts";
import { dateOf, type Instant, type PlainDate } from "../kernel/calendar.ts";
import type { TransferLimit } from "../limits/transfers.ts";
import type { Transfer } from "./transfer.ts";

export type Deadline = { on: PlainDate; limit?: TransferLimit | undefined };

/** The next day on which an agency is late: with its step, or with the whole of it. Nothing while no agency has to act, or no limit runs. */
export function deadlineOf({ step, whole }: Pick<Transfer, "step" | "whole">): Deadline | undefined {
  if (!step.agency) return undefined;
  const running = [step, whole].flatMap((clock) => (clock?.dueAt ? [{ on: clock.dueAt, limit: clock.limit }] : []));
  return running.sort((one, other) => (one.on < other.on ? -1 : 1))[0];
}

/** The last day is the agency's still. Undefined: nobody is late, or it is known above. */
export function escalate(transfer: Transfer, now: Instant): Transfer | undefined {
  const { step, escalated, version } = transfer;
  const deadline = deadlineOf(transfer);
  if (escalated || !step.agency || !deadline || deadline.on >= dateOf(now)) return undefined;
  const lateTold = `${deadline.limit ?? "none"}#${deadline.on}`;
  return { ...transfer, version: version + 1, escalated: { at: now, to: superiorOf(step.agency) }, lateTold };
}
