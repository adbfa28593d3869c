// Casework: what residents submit. One table, one page: every key of it is built here.
//
//   item        pk           sk                      lives
//   submission  PERSON#<id>  SUBMISSION#<receipt>    for ever; index `receipts` (keys only): <receipt> · the person
//   withdrawal  PERSON#<id>  WITHDRAWAL#<receipt>    for ever
//   sent for    PERSON#<id>  SENTFOR#<receipt>       for ever: of who sent it; the submission lies with whom it is about
//   transfer    PERSON#<id>  TRANSFER#<receipt>      for ever: an insurance on its way to another place, and where it is; index `due` while an
//                                                    agency has to act, `recount` while a day of it is provisional
//   notice      PERSON#<id>  NOTICE#<version>        for ever: that the privacy notice was shown
//   dues        PERSON#<id>  DUES                    while something is due; index `due`: <shard> · <when it is told next>
//   reminded    PERSON#<id>  REMINDED                what was told, while it counts and for a year; in `due` until the message is on its way
//   reminder settings  PERSON#<id>  REMINDERSETTINGS for ever, rewritten with the next wish
//   delegation  PERSON#<id>  DELEGATION#<ref>        for ever: of who is acted for; index `due`: until it has ended
//   acts for    PERSON#<id>  ACTSFOR#<ref>           for ever: the same, of who acts
//   family      PERSON#<id>  FAMILY                  for ever: the version of all of somebody's delegations
//   objection   PERSON#<id>  OBJECTION               of a minor, until the desk says no
//   outbox      OUTBOX#<0…f> <accepted at>#<eventId> until its outcome: it has no TTL (functions/outbox.ts)
//
//   We ask for: one submission, by its receipt · whose receipt it is · a person's submissions, and those they sent for somebody · what has been open for more than 60 s, shard by shard
//
//   The receipt follows from the person and the Idempotency-Key (receiptFor), so one conditional Put is the whole idempotency.
import { createHash } from "node:crypto";
import * as v from "valibot";
import { Delegation } from "../../shared/delegation/delegation.ts";
import { DelegationRef } from "../../shared/delegation/whom.ts";
import { Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import { AttemptKey, EventId, PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { Dues, Reminded, ReminderSettings } from "../../shared/reminder/settings.ts";
import { Submission } from "../../shared/submission.ts";
import { isProvisional } from "../../shared/transfer/clock.ts";
import { deadlineOf } from "../../shared/transfer/escalate.ts";
import { isOpen } from "../../shared/transfer/machine.ts";
import { Transfer } from "../../shared/transfer/transfer.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import { dueShard, recountShard } from "../due-shards.ts";
import { receiptFrom } from "../receipt.ts";
import type { Item } from "../register/table.ts";

/** A person's wish to take something back. */
export const Withdrawal = v.object({ eventId: EventId, key: AttemptKey });
export type Withdrawal = v.InferOutput<typeof Withdrawal>;

const key = (id: PersonId, sk: string): Item => toAttributes({ pk: `PERSON#${id}`, sk });

/** Where the submission lies that somebody sent for somebody else. */
export const SentFor = v.object({ receipt: Receipt, personId: PersonId });
export type SentFor = v.InferOutput<typeof SentFor>;

/** `at`: when it was shown first. */
export const NoticeRead = v.object({ version: PlainDate, at: Instant });
export type NoticeRead = v.InferOutput<typeof NoticeRead>;

/** `upheld`: the desk has said yes to it. */
export const Objection = v.object({ receipt: Receipt, at: Instant, state: v.picklist(["open", "upheld"]) });
export type Objection = v.InferOutput<typeof Objection>;

export const keyOf = {
  submission: (id: PersonId, receipt: Receipt) => key(id, `SUBMISSION#${receipt}`),
  withdrawal: (id: PersonId, receipt: Receipt) => key(id, `WITHDRAWAL#${receipt}`),
  sentFor: (id: PersonId, receipt: Receipt) => key(id, `SENTFOR#${receipt}`),
  notice: (id: PersonId, version: PlainDate) => key(id, `NOTICE#${version}`),
  /** `receipt`: of the application. */
  transfer: (id: PersonId, receipt: Receipt) => key(id, `TRANSFER#${receipt}`),
  delegation: (giver: PersonId, ref: DelegationRef) => key(giver, `DELEGATION#${ref}`),
  actsFor: (delegate: PersonId, ref: DelegationRef) => key(delegate, `ACTSFOR#${ref}`),
  family: (id: PersonId) => key(id, "FAMILY"),
  objection: (minor: PersonId) => key(minor, "OBJECTION"),
  dues: (id: PersonId) => key(id, "DUES"),
  reminded: (id: PersonId) => key(id, "REMINDED"),
  reminderSettings: (id: PersonId) => key(id, "REMINDERSETTINGS"),
};

const ends = (item: Item, at: "pk" | "sk", kind: string): string => {
  const key = item[at]?.S ?? "";
  return key.startsWith(`${kind}#`) ? key.slice(kind.length + 1) : "";
};

/** Whose an item is and which of theirs: `due` and `recount` hold keys and nothing else, and whoever handles it reads it anew. */
export const named = {
  person: (item: Item): PersonId => v.parse(PersonId, ends(item, "pk", "PERSON")),
  transfer: (item: Item) => ({ personId: named.person(item), receipt: v.parse(Receipt, ends(item, "sk", "TRANSFER")) }),
  delegation: (item: Item) => ({ giver: named.person(item), ref: v.parse(DelegationRef, ends(item, "sk", "DELEGATION")) }),
};

/** Where the index `due` has it; nowhere while nothing is to be done. */
const told = (id: PersonId, dueAt: Instant | undefined) => dueAt && { dueShard: dueShard("reminder", id), dueAt };

/** Until when an agency has to act, unless the one above it has been told already; and what another calendar may move. */
function daysOf(transfer: Transfer) {
  const { personId, step, whole, escalated } = transfer;
  const toRecount = isProvisional(transfer);
  const deadline = deadlineOf({ step, whole });
  const dueAt = deadline?.on ?? whole?.dueAt ?? step.since;
  return {
    ...((deadline || toRecount) && { dueAt }),
    ...(deadline && !escalated && { dueShard: dueShard("deadline", personId) }),
    ...(toRecount && { recountShard: recountShard(personId) }),
  };
}

export const isSentFor = (item: Item) => item["sk"]?.S?.startsWith("SENTFOR#") ?? false;

export const itemOf = {
  /** `foundBy`: in the index of receipts, and nothing else of it. */
  submission: (body: Submission): Item => ({
    ...keyOf.submission(body.personId, body.receipt),
    ...toAttributes({ ...body, foundBy: body.receipt }),
  }),
  withdrawal: (id: PersonId, receipt: Receipt, body: Withdrawal): Item => ({
    ...keyOf.withdrawal(id, receipt),
    ...toAttributes(body),
  }),
  /** `id`: who sent it. */
  sentFor: (id: PersonId, body: SentFor): Item => ({ ...keyOf.sentFor(id, body.receipt), ...toAttributes(body) }),
  transfer: (body: Transfer): Item => ({
    ...keyOf.transfer(body.personId, body.receipt),
    ...toAttributes({ ...body, ...(isOpen(body) && daysOf(body)) }),
  }),
  notice: (id: PersonId, body: NoticeRead): Item => ({ ...keyOf.notice(id, body.version), ...toAttributes(body) }),
  dues: (id: PersonId, body: Dues): Item => ({
    ...keyOf.dues(id),
    ...toAttributes({ ...body, ...told(id, body.dueAt) }),
  }),
  reminded: (id: PersonId, body: Reminded): Item => ({
    ...keyOf.reminded(id),
    ...toAttributes({ ...body, ...told(id, body.dueAt) }),
  }),
  reminderSettings: (id: PersonId, body: ReminderSettings): Item => ({ ...keyOf.reminderSettings(id), ...toAttributes(body) }),
};

/** What comes out of the table is checked as strictly as what comes in from the street. */
export const read = {
  submission: (item: Item): Submission => v.parse(Submission, fromAttributes(item)),
  withdrawal: (item: Item): Withdrawal => v.parse(Withdrawal, fromAttributes(item)),
  sentFor: (item: Item): SentFor => v.parse(SentFor, fromAttributes(item)),
  delegation: (item: Item): Delegation => v.parse(Delegation, fromAttributes(item)),
  objection: (item: Item): Objection => v.parse(Objection, fromAttributes(item)),
  transfer: (item: Item): Transfer => v.parse(Transfer, fromAttributes(item)),
  notice: (item: Item): NoticeRead => v.parse(NoticeRead, fromAttributes(item)),
  dues: (item: Item): Dues => v.parse(Dues, fromAttributes(item)),
  reminded: (item: Item): Reminded => v.parse(Reminded, fromAttributes(item)),
  reminderSettings: (item: Item): ReminderSettings => v.parse(ReminderSettings, fromAttributes(item)),
};

/** Sixty bits; the personId in it is secret, so nobody guesses a receipt. */
export const receiptFor = (personId: PersonId, attempt: AttemptKey): Receipt =>
  receiptFrom(createHash("sha256").update(`${personId}:${attempt}`).digest());
