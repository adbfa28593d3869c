// A transfer as its person follows it, like a parcel: nothing of it but what they may know, and that is all of it.
import * as v from "valibot";
import { DivisionCode } from "../kernel/fields.ts";
import { ahead, isOpen } from "./machine.ts";
import type { TransferView } from "./shown.ts";
import { legalFor } from "./step.ts";
import type { Transfer } from "./transfer.ts";

const isPersons = (event: string): event is TransferView["may"][number] => event === "withdrawn" || event === "corrected";

export function viewOfTransfer(transfer: Transfer): TransferView {
  const { personId: _, version: __, held: ___, ...shown } = transfer;
  return {
    ...shown,
    open: isOpen(transfer),
    may: legalFor(transfer, ["person"]).filter(isPersons),
    ahead: ahead(transfer.kind, transfer.held?.state ?? transfer.state),
  };
}

/** Every division that is spoken of. */
export function placesIn(transfers: readonly Pick<Transfer, "from" | "to" | "plan" | "escalated">[]): DivisionCode[] {
  const all = transfers.flatMap(({ from, to, plan, escalated }) => [
    from.division,
    to.division,
    ...plan.line.map(({ region }) => region),
    ...(escalated ? [escalated.to] : []),
    ...(plan.benefit ? [v.parse(DivisionCode, `${plan.benefit.province}0000`)] : []),
  ]);
  return [...new Set(all)];
}
