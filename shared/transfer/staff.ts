// What the staff's pages and staff-api say to each other about one transfer. It goes by a sealed name, as every matter of the desk.
import * as v from "valibot";
import { MatterNames } from "../desk/contract.ts";
import { EvidenceId, EvidenceType } from "../evidence/contract.ts";
import { Purpose } from "../evidence/purposes.ts";
import { Received } from "../kernel/answers.ts";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, Receipt } from "../kernel/fields.ts";
import { Finding } from "../kernel/rule.ts";
import { DocType } from "../registration.ts";
import { mayIn } from "../staff/regions.ts";
import type { StaffHere } from "../staff/staff.ts";
import { AgencysStep } from "./sent.ts";
import { TransferView } from "./shown.ts";
import { Amounts, type Side, type Transfer, TransferEvent } from "./transfer.ts";

export type AgencySide = Exclude<Side, "person">;

/** On whose side somebody of the staff may act: that of their places; of an overdue step the superior's too. Handbook 6.1. */
export function sidesAt(here: Pick<StaffHere, "grants">, { from, to, step, escalated }: Transfer): AgencySide[] {
  const isAbove = escalated !== undefined && mayIn(here, ["handler"], escalated.to);
  const isTheirs = (side: AgencySide, division: DivisionCode) =>
    mayIn(here, ["handler"], division) || (isAbove && step.who === side);
  return [
    ...(isTheirs("new", to.division) ? (["new"] as const) : []),
    ...(isTheirs("old", from.division) ? (["old"] as const) : []),
  ];
}

const agency = { signedIn: false, staff: { roles: ["handler"] }, params: v.strictObject({ transfer: MatterNames }) } as const;

/**
 * `transfer.may` is what the person may send; `may`: what is theirs here to send now, as the agencies in `sides`. `why`: why nothing is.
 * `underway`: what was sent and is not in the register yet. `refused`: the newest that came to nothing, and why. `sent`: what the old
 * agency says it has sent: what arrives is the same to the fen. `taken`: in whose hands it is, which keeps nobody from acting.
 */
export const StaffTransfer = v.object({
  name: MatterNames,
  today: PlainDate,
  transfer: TransferView,
  places: v.array(v.object({ division: DivisionCode, name: v.string() })),
  person: v.optional(v.object({ name: v.string(), number: v.string(), docType: DocType, phone: v.optional(v.string()) })),
  sides: v.array(v.picklist(["new", "old"])),
  may: v.array(TransferEvent),
  hands: v.array(v.picklist(["take", "give-back"])),
  taken: v.optional(v.object({ by: v.string(), mine: v.boolean(), at: Instant })),
  why: v.optional(Finding),
  sent: v.optional(Amounts),
  underway: v.array(v.object({ receipt: Receipt, event: TransferEvent, at: Instant })),
  refused: v.optional(v.object({ event: TransferEvent, at: Instant, findings: v.array(Finding) })),
  evidence: v.array(v.object({ id: EvidenceId, purpose: Purpose, type: v.optional(EvidenceType) })),
});
export type StaffTransfer = v.InferOutput<typeof StaffTransfer>;

/** Each time is a look that the person can read. */
export const openStaffTransfer = {
  ...agency,
  method: "GET",
  path: "/staff/transfers/:transfer",
  title: "One transfer of my places, where it stands and what is mine to do; the person sees who opened it",
  status: 200,
  reply: StaffTransfer,
  problems: ["wait"],
} as const;

/** The worker asks the same rule again. Not legal from here: 409; anything else that is wrong with it: 422. */
export const stepStaffTransfer = {
  ...agency,
  method: "POST",
  path: "/staff/transfers/:transfer/steps",
  title: "Say what has happened with a transfer, for the agency that has to act",
  attempt: true,
  body: AgencysStep,
  status: 202,
  reply: Received,
  problems: ["refused", "conflict", "wait"],
} as const;

/** `since`: of who has it, as the page showed it: nobody takes over what has changed hands meanwhile. */
export const passStaffTransfer = {
  ...agency,
  method: "POST",
  path: "/staff/transfers/:transfer/hands",
  title: "Take the step of a transfer that waits for my agency, or give it back to the list",
  body: v.strictObject({ to: v.picklist(["me", "nobody"]), since: v.optional(Instant) }),
  status: 204,
  problems: ["refused", "conflict"],
} as const;

/** The answer is the picture or PDF itself. Each time is a look that the person can read. */
export const readStaffTransferEvidence = {
  ...agency,
  method: "GET",
  path: "/staff/transfers/:transfer/evidence/:id",
  title: "A picture or PDF that came with an application for a transfer",
  params: v.strictObject({ transfer: MatterNames, id: EvidenceId }),
  status: 200,
  problems: ["wait", "refused"],
} as const;

export const staffTransferContracts = [
  openStaffTransfer,
  stepStaffTransfer,
  passStaffTransfer,
  readStaffTransferEvidence,
] as const;
