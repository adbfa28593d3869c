// Moving an insurance to another place: what may be moved, what is sent, how far it is. Handbook 6.
import * as v from "valibot";
import { Whom } from "../delegation/whom.ts";
import { Fen } from "../enrolment/joining.ts";
import { NamedEvidence } from "../evidence/contract.ts";
import { Received } from "../kernel/answers.ts";
import { Instant, PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { DivisionCode, line, Receipt } from "../kernel/fields.ts";
import { GuardianConsent } from "../privacy/consent.ts";
import { InsuredAs } from "../registration.ts";
import { Amounts, Carried, Plan, Transfer, TransferEvent, TransferKind } from "./transfer.ts";

const months = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1200));

/**
 * One enrolment with what was paid in it. `temporary`: somebody says that it was a temporary account. `years`: twelve characters a calendar year, `p` paid, `o` owed, `-` nothing. `wages`: on what
 * was paid, fen. `personal`, `unit`, `subsidy`: the sums of what was paid, fen; absent where no file named amounts.
 */
export const Relation = v.object({
  ...Carried.entries,
  to: v.optional(PlainMonth),
  status: v.picklist(["active", "paused", "ended"]),
  insuredAs: InsuredAs,
  years: v.record(v.pipe(v.string(), v.regex(/^\d{4}$/)), v.pipe(v.string(), v.regex(/^[po-]{12}$/))),
  wages: v.array(v.object({ year: v.number(), monthlyBase: Fen, months })),
  personal: v.optional(Fen),
  unit: v.optional(Fen),
  subsidy: v.optional(Fen),
  carries: v.optional(v.array(Carried)),
  temporary: v.optional(v.literal(true)),
});
export type Relation = v.InferOutput<typeof Relation>;

/** What decides, as the register has it, or as somebody types it into the simulator. */
export const TransferKnown = v.object({
  closed: v.boolean(),
  sex: v.picklist(["M", "F", "U"]),
  birth: v.optional(PlainDate),
  hukou: v.optional(DivisionCode),
  residence: v.optional(DivisionCode),
  /** A pension is in payment, of whichever scheme. */
  drawing: v.boolean(),
  relations: v.array(Relation),
  /** Transfers that are on their way: one of a kind at a time. */
  open: v.array(v.object({ kind: TransferKind, receipt: Receipt })),
});
export type TransferKnown = v.InferOutput<typeof TransferKnown>;

/** `movedOn`: the day of the move, for the age that counts; today where nothing is said. */
const moves = { from: DivisionCode, to: DivisionCode, movedOn: v.optional(PlainDate) };

/**
 * What somebody wants to move. `from`, `to`: places as divisions; the region of an enrolment, or another division of the same province,
 * city or county, whichever the insurance goes by. What is an answer and not asked of everybody is optional; the rules say when it is.
 */
export const TransferWish = v.variant("kind", [
  v.strictObject({
    ...moves,
    kind: v.literal("employee-pension"),
    /** The authorities transferred them; needs the paper. */
    approvedTransfer: v.optional(v.literal(true)),
    /** What was paid at the old place lies in a temporary account. */
    temporary: v.optional(v.literal(true)),
    /** Months that were paid for in one go, years later; from three years on it needs a document. */
    oneOffMonths: v.optional(months),
  }),
  v.strictObject({ ...moves, kind: v.literal("resident-pension") }),
  v.strictObject({
    ...moves,
    kind: v.literal("pension-switch"),
    toward: v.picklist(["employee", "resident"]),
    /** Of a woman: at which age she retires, which is a question of her post. */
    category: v.optional(v.picklist(["M60", "F55", "F50"])),
  }),
  v.strictObject({
    ...moves,
    kind: v.literal("medical"),
    scheme: v.picklist(["310", "390"]),
    into: v.picklist(["310", "390"]),
    backPaid: v.optional(v.boolean()),
    /** Fen, in the account of the old place. */
    balance: v.optional(Fen),
  }),
  v.strictObject({
    ...moves,
    kind: v.literal("unemployment"),
    /** Has become unemployed and wants the benefit. */
    claims: v.optional(v.literal(true)),
    monthlyBenefit: v.optional(Fen),
    /** As they were awarded; else as many as the months paid give. */
    entitledMonths: v.optional(months),
    drawnMonths: v.optional(months),
  }),
]);
export type TransferWish = v.InferOutput<typeof TransferWish>;

/** `for`: somebody for whom they may act; of a child under fourteen with a guardian's consent. */
export const TransferRequest = v.strictObject({
  for: v.optional(Whom),
  wish: TransferWish,
  evidence: v.optional(NamedEvidence),
  consent: v.optional(GuardianConsent),
});
export type TransferRequest = v.InferOutput<typeof TransferRequest>;

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

const note = v.optional(line(300));

/** What a person sends for their own transfer. `note`: what was put right. */
export const PersonsStep = v.strictObject({
  for: v.optional(Whom),
  event: v.picklist(["withdrawn", "corrected"]),
  note,
});
export type PersonsStep = v.InferOutput<typeof PersonsStep>;

/** What an agency sends. `at`: the day on which it happened. `note`: in writing, where something is refused, returned or held. */
export const AgencysStep = v.strictObject({
  event: v.picklist([
    "accepted",
    "rejected",
    "contact-sent",
    "returned",
    "out-done",
    "sheet-received",
    "money-received",
    "completed",
    "notified",
    "suspended",
    "resumed",
  ]),
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

const named = v.object({ division: DivisionCode, name: v.string() });

/** `open`: on its way still. `may`: what the person may send now. `ahead`: the states that lie before it, in their order. */
export const TransferView = v.object({
  ...v.omit(Transfer, ["personId", "version", "held"]).entries,
  open: v.boolean(),
  may: v.array(v.picklist(["withdrawn", "corrected"])),
  ahead: v.array(v.object({ state: Transfer.entries.state, who: Transfer.entries.step.entries.who })),
});
export type TransferView = v.InferOutput<typeof TransferView>;

const forWhom = v.strictObject({ for: v.optional(Whom) });

export const readTransfers = {
  method: "GET",
  path: "/transfers",
  title: "What I am moving to another place, and what I have moved: where it is, since when, until when, who has to act",
  signedIn: true,
  delegable: "transfer",
  query: forWhom,
  status: 200,
  reply: v.object({ today: PlainDate, transfers: v.array(TransferView), places: v.array(named) }),
  problems: ["not-found"],
} as const;

export const TransferOffer = v.object({
  /** Masked as on the check page. */
  person: v.object({ name: v.string(), number: v.string() }),
  today: PlainDate,
  known: TransferKnown,
  /** The names of all divisions that are spoken of by their code. */
  places: v.array(named),
  /** The register's freshest file. */
  asOf: v.optional(PlainDate),
});
export type TransferOffer = v.InferOutput<typeof TransferOffer>;

export const readTransferOffer = {
  method: "GET",
  path: "/transfers/offer",
  title: "What the register knows that decides about moving an insurance: where I have paid, which months, on what",
  signedIn: true,
  delegable: "transfer",
  query: forWhom,
  status: 200,
  reply: TransferOffer,
  problems: ["not-found"],
} as const;

export const submitTransfer = {
  method: "POST",
  path: "/transfers",
  title: "Move an insurance to another place",
  attempt: true,
  signedIn: true,
  delegable: "transfer",
  body: TransferRequest,
  status: 202,
  reply: Received,
  problems: ["refused", "not-found"],
} as const;

export const stepTransfer = {
  method: "POST",
  path: "/transfers/:receipt/steps",
  title: "Take a transfer back, or say that what it was returned for is put right",
  attempt: true,
  signedIn: true,
  delegable: "transfer",
  params: v.strictObject({ receipt: Receipt }),
  body: PersonsStep,
  status: 202,
  reply: Received,
  problems: ["refused", "not-found"],
} as const;
