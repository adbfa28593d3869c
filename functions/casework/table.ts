// Casework: what residents submit. One table, one page: every key of it is built here.
//
//   item        pk           sk                      lives
//   submission  PERSON#<id>  SUBMISSION#<receipt>    for ever
//   withdrawal  PERSON#<id>  WITHDRAWAL#<receipt>    for ever
//   outbox      OUTBOX#<0…f> <accepted at>#<eventId> until its outcome: it has no TTL (functions/outbox.ts)
//
//   We ask for: one submission, by its receipt · a person's submissions · what has been open for more than 60 s, shard by shard
//
//   The receipt follows from the person and the Idempotency-Key (receiptFor), so one conditional Put is the whole idempotency.
import { createHash } from "node:crypto";
import * as v from "valibot";
import { AttemptKey, EventId, type PersonId, type Receipt } from "../../shared/kernel/fields.ts";
import { Submission } from "../../shared/submission.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import { receiptFrom } from "../receipt.ts";
import type { Item } from "../register/table.ts";

/** A person's wish to take something back. */
export const Withdrawal = v.object({ eventId: EventId, key: AttemptKey });
export type Withdrawal = v.InferOutput<typeof Withdrawal>;

const key = (id: PersonId, sk: string): Item => toAttributes({ pk: `PERSON#${id}`, sk });

export const keyOf = {
  submission: (id: PersonId, receipt: Receipt) => key(id, `SUBMISSION#${receipt}`),
  withdrawal: (id: PersonId, receipt: Receipt) => key(id, `WITHDRAWAL#${receipt}`),
};

export const itemOf = {
  submission: (body: Submission): Item => ({ ...keyOf.submission(body.personId, body.receipt), ...toAttributes(body) }),
  withdrawal: (id: PersonId, receipt: Receipt, body: Withdrawal): Item => ({
    ...keyOf.withdrawal(id, receipt),
    ...toAttributes(body),
  }),
};

/** What comes out of the table is checked as strictly as what comes in from the street. */
export const read = {
  submission: (item: Item): Submission => v.parse(Submission, fromAttributes(item)),
  withdrawal: (item: Item): Withdrawal => v.parse(Withdrawal, fromAttributes(item)),
};

/** Sixty bits; the personId in it is secret, so nobody guesses a receipt. */
export const receiptFor = (personId: PersonId, attempt: AttemptKey): Receipt =>
  receiptFrom(createHash("sha256").update(`${personId}:${attempt}`).digest());
