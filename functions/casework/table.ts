// Casework: what residents submit. One table, one page: every key of it is built here.
//
//   item        pk           sk                      lives
//   submission  PERSON#<id>  SUBMISSION#<receipt>    for ever; index `receipts` (keys only): <receipt> · the person
//   withdrawal  PERSON#<id>  WITHDRAWAL#<receipt>    for ever
//   sent for    PERSON#<id>  SENTFOR#<receipt>       for ever: of who sent it; the submission lies with whom it is about
//   notice      PERSON#<id>  NOTICE#<version>        for ever: that the privacy notice was shown
//   outbox      OUTBOX#<0…f> <accepted at>#<eventId> until its outcome: it has no TTL (functions/outbox.ts)
//
//   We ask for: one submission, by its receipt · whose receipt it is · a person's submissions, and those they sent for somebody · what has been open for more than 60 s, shard by shard
//
//   The receipt follows from the person and the Idempotency-Key (receiptFor), so one conditional Put is the whole idempotency.
import { createHash } from "node:crypto";
import * as v from "valibot";
import { Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import { AttemptKey, EventId, PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { Submission } from "../../shared/submission.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
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

export const keyOf = {
  submission: (id: PersonId, receipt: Receipt) => key(id, `SUBMISSION#${receipt}`),
  withdrawal: (id: PersonId, receipt: Receipt) => key(id, `WITHDRAWAL#${receipt}`),
  sentFor: (id: PersonId, receipt: Receipt) => key(id, `SENTFOR#${receipt}`),
  notice: (id: PersonId, version: PlainDate) => key(id, `NOTICE#${version}`),
};

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
  notice: (id: PersonId, body: NoticeRead): Item => ({ ...keyOf.notice(id, body.version), ...toAttributes(body) }),
};

/** What comes out of the table is checked as strictly as what comes in from the street. */
export const read = {
  submission: (item: Item): Submission => v.parse(Submission, fromAttributes(item)),
  withdrawal: (item: Item): Withdrawal => v.parse(Withdrawal, fromAttributes(item)),
  sentFor: (item: Item): SentFor => v.parse(SentFor, fromAttributes(item)),
  notice: (item: Item): NoticeRead => v.parse(NoticeRead, fromAttributes(item)),
};

/** Sixty bits; the personId in it is secret, so nobody guesses a receipt. */
export const receiptFor = (personId: PersonId, attempt: AttemptKey): Receipt =>
  receiptFrom(createHash("sha256").update(`${personId}:${attempt}`).digest());
