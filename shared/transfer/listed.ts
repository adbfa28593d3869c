// The step of a transfer that an agency has to take, as its desk's list knows it: of whom it is about, nothing is shown.
import * as v from "valibot";
import { InHand } from "../desk/task.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, PersonId, Receipt } from "../kernel/fields.ts";
import { machineOf } from "./machine.ts";
import { type Transfer, TransferKind, TransferState } from "./transfer.ts";

/**
 * `list`: of the agency that has to act, or of the one above it. `region`: whose that is. `dueAt`: the day on which it began where no
 * limit runs: it is held, or the number in `missing` is not loaded. `taken`: who has this step in hand; the one after it is free again.
 */
export const ListedStep = v.object({
  personId: PersonId,
  receipt: Receipt,
  list: v.picklist(["agency", "superior"]),
  kind: TransferKind,
  state: TransferState,
  region: DivisionCode,
  openedAt: Instant,
  dueAt: PlainDate,
  provisional: v.optional(v.literal(true)),
  missing: v.optional(v.string()),
  escalated: v.optional(v.literal(true)),
  taken: v.optional(InHand),
});
export type ListedStep = v.InferOutput<typeof ListedStep>;

/** In which lists a transfer stands: its agency's, and that of the one above it once it is overdue. What is held is not forgotten. */
export function listed(transfer: Transfer): ListedStep[] {
  const { personId, receipt, kind, state, openedAt, step, escalated } = transfer;
  const region = agencyOf(transfer);
  if (!region) return [];
  const { dueAt = step.since, provisional, missing } = step;
  const same = {
    personId,
    receipt,
    kind,
    state,
    openedAt,
    dueAt,
    ...(provisional && { provisional }),
    ...(missing && { missing }),
  };
  const own: ListedStep = { ...same, list: "agency", region, ...(escalated && { escalated: true }) };
  return escalated ? [own, { ...own, list: "superior", region: escalated.to }] : [own];
}

/** Which agency has to act, or, while it is held, had to. */
export function sideToAct({ kind, state, step, held }: Transfer): "new" | "old" | undefined {
  if (state !== "suspended") return step.who === "new" || step.who === "old" ? step.who : undefined;
  return held && (machineOf(kind).states[held.state].who === "old" ? "old" : "new");
}

const agencyOf = (transfer: Transfer): DivisionCode | undefined => {
  const side = sideToAct(transfer);
  return side && (side === "old" ? transfer.from : transfer.to).division;
};
