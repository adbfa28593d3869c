// Uploads: whose each picture and PDF is, for what, and until when. The content is in the bucket `evidence`, under a random name
// that says nothing. One table, one page: every key of it is built here.
//
//   item       pk              sk             index `drafts`          index `due`           lives
//   evidence   EVIDENCE#<id>   EVIDENCE       <person>#<draft> · put  DUE#<0…f> · <due at>  a day, or until its purpose ends
//   loose      EVIDENCE#<id>   LOOSE#<name>   –                       DUE#<0…f> · <due at>  until its object is gone
//   allowance  PERSON#<id>     HOUR#<hour>    –                       –                     two hours
//
//   We ask for: one piece, by its id · an open draft's pieces · what is due, shard by shard
//
//   A name is in the table before its object is in the bucket, and until it is out of it. So nothing stays there unseen, whenever
//   we are killed. `leaving`: its object is being deleted, so nothing may count on it any more.
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { DraftId, EvidenceId, EvidenceType } from "../../shared/evidence/contract.ts";
import { Purpose } from "../../shared/evidence/purposes.ts";
import { Instant } from "../../shared/kernel/calendar.ts";
import { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";

export type Item = Record<string, AttributeValue>;

export const ObjectName = v.pipe(v.string(), v.regex(/^[\w-]{22,43}$/), v.brand("ObjectName"));
export type ObjectName = v.InferOutput<typeof ObjectName>;

/** `open` until a submission names it, then `sent`, with its receipt. */
export const Piece = v.object({
  id: EvidenceId,
  personId: PersonId,
  draft: DraftId,
  purpose: Purpose,
  object: ObjectName,
  /** Of what was handed in, so that a second sending is known. */
  fingerprint: v.string(),
  type: EvidenceType,
  bytes: v.number(),
  putAt: Instant,
  state: v.picklist(["open", "sent"]),
  receipt: v.optional(Receipt),
  dueAt: Instant,
  leaving: v.optional(v.boolean()),
});
export type Piece = v.InferOutput<typeof Piece>;

/** What is due to go: a piece with its object, or an object that belongs to none. */
export const Due = v.object({ pk: v.string(), sk: v.string(), object: ObjectName, dueAt: Instant });
export type Due = v.InferOutput<typeof Due>;

const key = (pk: string, sk: string): Item => toAttributes({ pk, sk });
export const keyOf = {
  evidence: (id: EvidenceId) => key(`EVIDENCE#${id}`, "EVIDENCE"),
  loose: (id: EvidenceId, object: ObjectName) => key(`EVIDENCE#${id}`, `LOOSE#${object}`),
  allowance: (id: PersonId, hour: string) => key(`PERSON#${id}`, `HOUR#${hour}`),
};

export const DUE_SHARDS = [..."0123456789abcdef"].map((shard) => `DUE#${shard}`);
const dueShard = (id: EvidenceId) => `DUE#${id.charAt(0)}`;
export const draftOf = (personId: PersonId, draft: DraftId) => `${personId}#${draft}`;

export const itemOf = {
  evidence: (piece: Piece): Item => ({
    ...keyOf.evidence(piece.id),
    ...toAttributes({ ...piece, draftOf: draftOf(piece.personId, piece.draft), dueShard: dueShard(piece.id) }),
  }),
  loose: (id: EvidenceId, object: ObjectName, dueAt: Instant): Item => ({
    ...keyOf.loose(id, object),
    ...toAttributes({ object, dueAt, dueShard: dueShard(id) }),
  }),
};

export const read = {
  piece: (item: Item): Piece => v.parse(Piece, fromAttributes(item)),
  due: (item: Item): Due => v.parse(Due, fromAttributes(item)),
};
