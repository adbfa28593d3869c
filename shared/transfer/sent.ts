// What is kept of what people and agencies send about a transfer. Apart from the routes: whoever asks for those needs none of it.
import * as v from "valibot";
import { Instant, PlainDate } from "../kernel/calendar.ts";
import { line, Receipt } from "../kernel/fields.ts";
import { GuardianConsent } from "../privacy/consent.ts";
import { TransferWish } from "./contract.ts";
import { agencysEvents } from "./events.ts";
import { Amounts, Plan, TransferEvent } from "./transfer.ts";

const note = v.optional(line(300));

/** `plan`: what the person was told comes of it. */
export const TransferAccepted = v.object({
  slice: v.literal("transfer"),
  wish: TransferWish,
  plan: Plan,
  forChild: v.optional(v.literal(true)),
  consent: v.optional(GuardianConsent),
  acceptedAt: Instant,
});
export type TransferAccepted = v.InferOutput<typeof TransferAccepted>;

/** What an agency sends. `at`: the day on which it happened. `note`: in writing, where something is refused, returned or held. */
export const AgencysStep = v.strictObject({
  event: v.picklist(agencysEvents),
  at: PlainDate,
  note,
  amounts: v.optional(Amounts),
});
export type AgencysStep = v.InferOutput<typeof AgencysStep>;

/** `by`: on whose side whoever sent it may act. The worker asks again whether it is legal. */
export const TransferStepAccepted = v.object({
  slice: v.literal("transfer-step"),
  transfer: Receipt,
  event: TransferEvent,
  at: PlainDate,
  by: v.object({ as: v.picklist(["person", "new", "old"]), agency: v.optional(line(60)) }),
  note,
  amounts: v.optional(Amounts),
  acceptedAt: Instant,
});
export type TransferStepAccepted = v.InferOutput<typeof TransferStepAccepted>;
