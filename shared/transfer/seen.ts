// What pages read of the answers about transfers: as much as they show, so that their bundles carry no more. Apart from the contract,
// so that the API carries none of it.
import * as v from "valibot";
import { Received } from "../kernel/answers.ts";
import type { PlainDate, PlainMonth } from "../kernel/calendar.ts";
import type { DivisionCode, Receipt } from "../kernel/fields.ts";
import type { Scheme } from "../scheme.ts";
import type { PersonsStep, TransferRequest } from "./contract.ts";
import type { Relation, TransferKnown, TransferView } from "./shown.ts";
import type { Passed, TransferKind, TransferState, Waiting, Who } from "./transfer.ts";

/** A code as our own page takes it: where it has no word for a newer one yet, it shows the rest. */
const code = <Code extends string>() => v.custom<Code>((input) => typeof input === "string");
const yes = v.optional(v.literal(true));
const fen = v.object({ account: v.number(), pool: v.number(), total: v.number() });
const places = v.array(v.object({ division: v.string(), name: v.string() }));
const end = v.object({ division: code<DivisionCode>(), scheme: code<Scheme>() });

const clock = {
  limit: v.optional(code<NonNullable<Waiting["limit"]>>()),
  days: v.optional(v.number()),
  dueAt: v.optional(code<PlainDate>()),
  provisional: yes,
  missing: v.optional(v.string()),
};

const MonthsSeen = v.object({
  scheme: code<Scheme>(),
  region: code<DivisionCode>(),
  first: v.optional(code<PlainMonth>()),
  last: v.optional(code<PlainMonth>()),
  months: v.number(),
  moves: v.boolean(),
  temporary: yes,
});

export const TransferSeen = v.object({
  receipt: code<Receipt>(),
  kind: code<TransferKind>(),
  from: end,
  to: end,
  state: code<TransferState>(),
  step: v.object({
    since: code<PlainDate>(),
    who: code<Who>(),
    agency: v.optional(code<DivisionCode>()),
    basis: v.string(),
    ...clock,
  }),
  whole: v.optional(v.object(clock)),
  trail: v.array(
    v.object({
      event: code<Passed["event"]>(),
      at: code<PlainDate>(),
      by: v.object({ as: code<Passed["by"]["as"]>(), agency: v.optional(v.string()) }),
      note: v.optional(v.string()),
      amounts: v.optional(fen),
    }),
  ),
  escalated: v.optional(v.object({ at: v.string(), to: v.string() })),
  plan: v.object({
    counted: v.number(),
    line: v.array(MonthsSeen),
    money: v.optional(fen),
    benefit: v.optional(v.object({ province: v.string() })),
  }),
  open: v.boolean(),
  may: v.array(code<TransferView["may"][number]>()),
  ahead: v.array(v.object({ state: code<TransferState>(), who: code<Who>() })),
});
export type TransferSeen = v.InferOutput<typeof TransferSeen>;

/** `readTransfers` for the page of them. */
export const seeTransfers = {
  method: "GET",
  path: "/transfers",
  title: "",
  signedIn: true,
  status: 200,
  reply: v.object({ today: code<PlainDate>(), transfers: v.array(TransferSeen), places }),
} as const;

/** `readSubmission`, of an application that is not a transfer yet: whether it is to become one, or why not. */
export const seeApplication = {
  method: "GET",
  path: "/submissions/:receipt",
  title: "",
  signedIn: true,
  status: 200,
  reply: v.object({ status: v.string(), findings: v.array(v.object({ code: v.string(), path: v.array(v.string()) })) }),
} as const;

const sent = { method: "POST", title: "", signedIn: true, attempt: true, status: 202, reply: Received } as const;

/** `stepTransfer`, and `submitTransfer`: the compiler has checked what is sent. */
export const sendStep = {
  ...sent,
  path: "/transfers/:receipt/steps",
  body: v.custom<v.InferInput<typeof PersonsStep>>(() => true),
} as const;
export const sendTransfer = {
  ...sent,
  path: "/transfers",
  body: v.custom<v.InferInput<typeof TransferRequest>>(() => true),
} as const;

const RelationSeen = v.object({
  scheme: code<Scheme>(),
  region: code<DivisionCode>(),
  from: code<PlainMonth>(),
  to: v.optional(code<PlainMonth>()),
  status: code<Relation["status"]>(),
  insuredAs: code<Relation["insuredAs"]>(),
  years: v.record(v.string(), v.string()),
  wages: v.array(v.object({ year: v.number(), monthlyBase: v.number(), months: v.number() })),
  personal: v.optional(v.number()),
  unit: v.optional(v.number()),
  subsidy: v.optional(v.number()),
  carries: v.optional(v.array(v.object({ scheme: code<Scheme>(), region: code<DivisionCode>(), from: code<PlainMonth>() }))),
});

export const OfferSeen = v.object({
  person: v.object({ name: v.string(), number: v.string() }),
  today: code<PlainDate>(),
  known: v.object({
    closed: v.boolean(),
    sex: code<TransferKnown["sex"]>(),
    birth: v.optional(code<PlainDate>()),
    hukou: v.optional(code<DivisionCode>()),
    residence: v.optional(code<DivisionCode>()),
    drawing: v.boolean(),
    relations: v.array(RelationSeen),
    open: v.array(v.object({ kind: code<TransferKind>(), receipt: code<Receipt>() })),
  }),
  places,
});
export type OfferSeen = v.InferOutput<typeof OfferSeen>;

/** `readTransferOffer` for the simulator and the application. */
export const seeOffer = {
  method: "GET",
  path: "/transfers/offer",
  title: "",
  signedIn: true,
  status: 200,
  reply: OfferSeen,
} as const;
