import type { PlainDate } from "../kernel/calendar.ts";
import { isOpen } from "../transfer/machine.ts";
import type { Transfer } from "../transfer/transfer.ts";
import type { TransferStep } from "./shown.ts";

/** The steps that somebody has to do now, the first due first. */
export const stepsOf = (transfers: readonly Transfer[], today: PlainDate): TransferStep[] =>
  transfers
    .filter(isOpen)
    .map(({ receipt, kind, state, step: { who, since, dueAt, provisional } }) => ({
      ...{ receipt, kind, state, who, since },
      ...(dueAt && { dueAt }),
      ...(provisional && { provisional }),
      overdue: dueAt !== undefined && dueAt < today,
    }))
    .sort((one, other) => ((one.dueAt ?? "9") < (other.dueAt ?? "9") ? -1 : 1));
