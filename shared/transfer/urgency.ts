// In which order a person finds their transfers: what waits for them, what is late, what is on its way, what has ended.
import type { PlainDate } from "../kernel/calendar.ts";
import { isOpen } from "./machine.ts";
import type { Transfer } from "./transfer.ts";

function rankOf(transfer: Transfer, today: PlainDate): number {
  const { step, escalated } = transfer;
  if (!isOpen(transfer)) return 3;
  if (step.who === "person") return 0;
  return escalated || (step.dueAt && step.dueAt < today) ? 1 : 2;
}

/** Those alike stay as they were. */
export const mostUrgentFirst = (transfers: readonly Transfer[], today: PlainDate): Transfer[] =>
  [...transfers].sort((one, other) => rankOf(one, today) - rankOf(other, today));
