import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import type { DraftId, EvidenceId, NamedEvidence } from "../../shared/evidence/contract.ts";
import { ORPHAN_HOURS, STAYS_AT_MOST_DAYS } from "../../shared/evidence/purposes.ts";
import { type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { toAttributes } from "../attributes.ts";
import { queryAll } from "../query.ts";
import { transacted } from "../transact.ts";
import { draftOf, itemOf, keyOf, type ObjectName, type Piece, read } from "./table.ts";

type Options = { client: DynamoDBClient; table: string };
export type Uploads = ReturnType<typeof openUploads>;

const later = (at: Instant, hours: number): Instant => instantAt(Date.parse(at) + hours * 3_600_000);
export const orphanUntil = (putAt: Instant): Instant => later(putAt, ORPHAN_HOURS);

/** Whose each picture and PDF is. Of their content nothing comes through here. */
export function openUploads({ client, table: TableName }: Options) {
  /** It is this person's, of this draft, not sent and not on its way out. */
  const isOpen = (personId: PersonId, draft: DraftId, object?: ObjectName) => ({
    ConditionExpression: `personId = :person AND draft = :draft AND #state = :open AND attribute_not_exists(leaving)${
      object ? " AND #object = :object" : ""
    }`,
    ExpressionAttributeNames: { "#state": "state", ...(object && { "#object": "object" }) },
    ExpressionAttributeValues: toAttributes({
      ":person": personId,
      ":draft": draft,
      ":open": "open",
      ...(object && { ":object": object }),
    }),
  });
  const putLoose = (id: EvidenceId, object: ObjectName, dueAt: Instant) => ({ TableName, Item: itemOf.loose(id, object, dueAt) });

  return {
    table: TableName,

    /** Whoever's it is: who asks has to look whose. What is on its way out is gone. */
    async find(id: EvidenceId): Promise<Piece | undefined> {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyOf.evidence(id), ConsistentRead: true }));
      const piece = Item && read.piece(Item);
      return piece?.leaving ? undefined : piece;
    },

    /** What lies ready for a draft, oldest first. By an index: it may be a moment behind, so no submission stands on it. */
    async evidenceOf(personId: PersonId, draft: DraftId): Promise<Piece[]> {
      const input = {
        TableName,
        IndexName: "drafts",
        KeyConditionExpression: "draftOf = :draft",
        ExpressionAttributeValues: toAttributes({ ":draft": draftOf(personId, draft) }),
      };
      return (await queryAll(client, input)).map(read.piece).filter(({ leaving }) => !leaving);
    },

    /** Those that a submission names and may name, in its order. What is missing here is `evidence.gone`. */
    async named(personId: PersonId, { draft, ids }: NamedEvidence): Promise<Piece[]> {
      const wanted = [...new Set(ids)];
      if (wanted.length === 0) return [];
      const Keys = wanted.map(keyOf.evidence);
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
      );
      const found = (Responses?.[TableName] ?? []).map(read.piece);
      const missed = UnprocessedKeys?.[TableName]?.Keys ? await Promise.all(wanted.map((id) => this.find(id))) : [];
      const mine = [...found, ...missed.flatMap((piece) => piece ?? [])].filter(
        (piece) => piece.personId === personId && piece.draft === draft && piece.state === "open" && !piece.leaving,
      );
      return wanted.flatMap((id) => mine.find((piece) => piece.id === id) ?? []);
    },

    /** Before an object is put: its name is known, so that it goes in a day if nothing comes of it. */
    async announce(id: EvidenceId, object: ObjectName, now: Instant): Promise<void> {
      await client.send(new PutItemCommand(putLoose(id, object, orphanUntil(now))));
    },

    /** The object is there: from here on it is this piece, and what was there before goes. False: somebody was quicker. */
    async tie(piece: Piece, before: Piece | undefined): Promise<boolean> {
      const unchanged = before
        ? isOpen(piece.personId, piece.draft, before.object)
        : { ConditionExpression: "attribute_not_exists(pk)" };
      return transacted(client, [
        { Put: { TableName, Item: itemOf.evidence(piece), ...unchanged } },
        {
          Delete: {
            TableName,
            Key: keyOf.loose(piece.id, piece.object),
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(leaving)",
          },
        },
        ...(before ? [{ Put: putLoose(piece.id, before.object, piece.putAt) }] : []),
      ]);
    },

    /** Gone for the person at once, and from the bucket within minutes. False: it is not what it was. */
    async remove(piece: Piece, now: Instant): Promise<boolean> {
      return transacted(client, [
        { Delete: { TableName, Key: keyOf.evidence(piece.id), ...isOpen(piece.personId, piece.draft, piece.object) } },
        { Put: putLoose(piece.id, piece.object, now) },
      ]);
    },

    /** For the transaction that stores a submission: each of these is there for it and stays, or nothing is stored. */
    sends: (personId: PersonId, { draft, ids }: NamedEvidence, receipt: Receipt, at: Instant): TransactWriteItem[] =>
      [...new Set(ids)].map((id) => {
        const { ExpressionAttributeNames, ExpressionAttributeValues, ConditionExpression } = isOpen(personId, draft);
        return {
          Update: {
            TableName,
            Key: keyOf.evidence(id),
            UpdateExpression: "SET #state = :sent, receipt = :receipt, dueAt = :latest REMOVE draftOf",
            ConditionExpression,
            ExpressionAttributeNames,
            ExpressionAttributeValues: {
              ...ExpressionAttributeValues,
              ...toAttributes({ ":sent": "sent", ":receipt": receipt, ":latest": later(at, STAYS_AT_MOST_DAYS * 24) }),
            },
          },
        };
      }),

    /**
     * After the outcome of what it was sent with: when these go (leavesOn in shared/evidence). As often as the outcome is told.
     * Not in its transaction: an outcome never fails over a picture, and one that was not told of goes by its latest day.
     */
    async leave(ids: readonly EvidenceId[], receipt: Receipt, dueAt: Instant): Promise<void> {
      for (const id of ids)
        await transacted(client, [
          {
            Update: {
              TableName,
              Key: keyOf.evidence(id),
              UpdateExpression: "SET dueAt = :due",
              ConditionExpression: "receipt = :receipt",
              ExpressionAttributeValues: toAttributes({ ":due": dueAt, ":receipt": receipt }),
            },
          },
        ]);
    },
  };
}
