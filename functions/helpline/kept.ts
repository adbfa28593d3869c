// A ticket as the desk's table keeps it.
import * as v from "valibot";
import { Appointment, StampedCard } from "../../shared/helpline/contract.ts";
import { Asked, Call } from "../../shared/helpline/levels.ts";
import { Category, PartOwner, State, TicketNo, Topic } from "../../shared/helpline/ticket.ts";
import { Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import { DivisionCode, PersonId, Phone } from "../../shared/kernel/fields.ts";
import { Counted } from "../../shared/limits/counted.ts";
import { StaffId } from "../../shared/staff/staff.ts";

/** `owner`: who has said that they will call. */
export const KeptCallBack = v.object({
  state: v.picklist(["open", "taken", "done", "not-reached"]),
  phone: Phone,
  suits: v.optional(v.string()),
  dueAt: PlainDate,
  provisional: v.optional(v.boolean()),
  counted: v.optional(Counted),
  owner: v.optional(StaffId),
  tries: v.array(v.object({ at: Instant, reached: v.boolean(), by: StaffId })),
});
export type KeptCallBack = v.InferOutput<typeof KeptCallBack>;

/**
 * `version` goes up with every write, and every write stands on the one that was read. `personId`: whom it is about. `behalf`: who calls
 * for them, where they could prove it. `owner`: whose it is now; none, it waits for somebody.
 */
export const Ticket = v.object({
  ticket: TicketNo,
  version: v.number(),
  state: State,
  region: DivisionCode,
  openedAt: Instant,
  owner: v.optional(StaffId),
  personId: v.optional(PersonId),
  behalf: v.optional(v.object({ as: v.picklist(["parent", "guardian", "mandate"]), personId: v.optional(PersonId) })),
  call: Call,
  asked: Asked,
  category: v.optional(Category),
  labour: v.optional(v.literal(true)),
  summary: v.optional(v.string()),
  parts: v.array(v.object({ topic: Topic, text: v.optional(v.string()) })),
  answer: v.optional(v.object({ text: v.string(), cards: v.array(StampedCard), at: Instant })),
  reason: v.optional(v.string()),
  transferredTo: v.optional(PartOwner),
  acceptedAt: v.optional(PlainDate),
  dueAt: v.optional(PlainDate),
  provisional: v.optional(v.boolean()),
  missing: v.optional(v.string()),
  extended: v.optional(v.literal(true)),
  notice: v.optional(v.string()),
  reopened: v.optional(v.literal(true)),
  callBack: v.optional(KeptCallBack),
  appointment: v.optional(Appointment),
  rating: v.optional(v.number()),
  history: v.array(v.object({ state: State, at: Instant, by: StaffId })),
});
export type Ticket = v.InferOutput<typeof Ticket>;

/** What waits, as the lists show it: of whom it is about, nothing. */
export const Waiting = v.object({
  kind: v.picklist(["ticket", "call-back"]),
  ticket: TicketNo,
  region: DivisionCode,
  dueAt: PlainDate,
  provisional: v.optional(v.boolean()),
  state: v.string(),
  category: v.optional(Category),
  owner: v.optional(StaffId),
  suits: v.optional(v.string()),
  tries: v.optional(v.number()),
});
export type Waiting = v.InferOutput<typeof Waiting>;

/** Wrong answers of who called as this person, epoch seconds. */
export const WrongAnswers = v.object({ expiresAt: v.number(), at: v.array(v.number()) });
