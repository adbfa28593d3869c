// What is shown of transfers: what the register knows before one begins, and where it is afterwards.
import * as v from "valibot";
import { Fen } from "../enrolment/joining.ts";
import { PlainDate, PlainMonth } from "../kernel/calendar.ts";
import { DivisionCode, Receipt } from "../kernel/fields.ts";
import { InsuredAs } from "../registration.ts";
import { personsEvents } from "./events.ts";
import { Carried, Transfer, TransferKind } from "./transfer.ts";

const months = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1200));

export const Named = v.object({ division: DivisionCode, name: v.string() });

/**
 * One enrolment with what was paid in it. `temporary`: somebody says that it was a temporary account. `years`: twelve characters a
 * calendar year, `p` paid, `o` owed, `-` nothing. `wages`: on what was paid, fen. `personal`, `unit`, `subsidy`: the sums of what was paid, fen; absent where no file named amounts.
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

/** `open`: on its way still. `may`: what the person may send now. `ahead`: the states that lie before it, in their order. */
export const TransferView = v.object({
  ...v.omit(Transfer, ["personId", "version", "held"]).entries,
  open: v.boolean(),
  may: v.array(v.picklist(personsEvents)),
  ahead: v.array(v.object({ state: Transfer.entries.state, who: Transfer.entries.step.entries.who })),
});
export type TransferView = v.InferOutput<typeof TransferView>;

export const TransferOffer = v.object({
  /** Masked as on the check page. */
  person: v.object({ name: v.string(), number: v.string() }),
  today: PlainDate,
  known: TransferKnown,
  /** The names of all divisions that are spoken of by their code. */
  places: v.array(Named),
  /** The register's freshest file. */
  asOf: v.optional(PlainDate),
});
export type TransferOffer = v.InferOutput<typeof TransferOffer>;
