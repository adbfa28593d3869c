// Moving an insurance to another place: what may be moved, what is sent, how far it is. Handbook 6.
import * as v from "valibot";
import { Whom } from "../delegation/whom.ts";
import { Fen } from "../enrolment/joining.ts";
import { NamedEvidence } from "../evidence/contract.ts";
import { Received } from "../kernel/answers.ts";
import { PlainDate } from "../kernel/calendar.ts";
import { DivisionCode, line, Receipt } from "../kernel/fields.ts";
import { GuardianConsent } from "../privacy/consent.ts";
import { personsEvents } from "./events.ts";
import { Named, TransferOffer, TransferView } from "./shown.ts";

const months = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1200));

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

/** What a person sends for their own transfer. `note`: what was put right. `evidence`: the paper that was asked for. */
export const PersonsStep = v.strictObject({
  for: v.optional(Whom),
  event: v.picklist(personsEvents),
  note: v.optional(line(300)),
  evidence: v.optional(NamedEvidence),
});
export type PersonsStep = v.InferOutput<typeof PersonsStep>;

const forWhom = v.strictObject({ for: v.optional(Whom) });

export const readTransfers = {
  method: "GET",
  path: "/transfers",
  title: "What I am moving to another place, and what I have moved: where it is, since when, until when, who has to act",
  signedIn: true,
  delegable: "look",
  query: forWhom,
  status: 200,
  reply: v.object({ today: PlainDate, transfers: v.array(TransferView), places: v.array(Named) }),
  problems: ["not-found"],
} as const;

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
