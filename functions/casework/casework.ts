import { type DynamoDBClient, GetItemCommand, type TransactWriteItem, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import type { SentEvidence } from "../../shared/evidence/contract.ts";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { type AttemptKey, EventId, type PersonId, type Receipt } from "../../shared/kernel/fields.ts";
import type { ActsAs, Message, Submission } from "../../shared/submission.ts";
import { toAttributes } from "../attributes.ts";
import { conditionFailed, reasonsOf } from "../cancellation.ts";
import { putOutbox } from "../outbox.ts";
import { itemsUnder } from "../query.ts";
import type { Item } from "../register/table.ts";
import { transact, transacted, whenFree } from "../transact.ts";
import { isSentFor, itemOf, keyOf, read, receiptFor, type Withdrawal } from "./table.ts";

type Options = { client: DynamoDBClient; table: string; newId?: () => string };
export type Casework = ReturnType<typeof openCasework>;
/** One filled form, however often it is sent. `fingerprint` is of the body, so that another body is noticed. */
export type Sent = { key: AttemptKey; fingerprint: string };
/** What stands beside the content: the evidence it was sent with, and who sent it for somebody else. */
export type With = { evidence?: readonly SentEvidence[]; by?: ActsAs | undefined };
export type SubmitResult = { stored: "now" | "before"; submission: Submission } | { stored: "no"; failed: number };

export function openCasework({ client, table: TableName, newId = () => crypto.randomUUID() }: Options) {
  const itemAt = async (Key: Item) => (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const itemsFrom = (personId: PersonId, prefix: string) =>
    itemsUnder({ client, table: TableName }, `PERSON#${personId}`, prefix);
  const isNew = { TableName, ConditionExpression: "attribute_not_exists(pk)" };
  const newEvent = () => v.parse(EventId, newId());

  return {
    table: TableName,

    async submission({ personId, receipt }: Pick<Message, "personId" | "receipt">): Promise<Submission | undefined> {
      const item = await itemAt(keyOf.submission(personId, receipt));
      return item && read.submission(item);
    },

    /** What was stored under this key before. */
    async attempted(personId: PersonId, key: AttemptKey): Promise<Submission | undefined> {
      return this.submission({ personId, receipt: receiptFor(personId, key) });
    },

    async withdrawal(personId: PersonId, receipt: Receipt): Promise<Withdrawal | undefined> {
      const item = await itemAt(keyOf.withdrawal(personId, receipt));
      return item && read.withdrawal(item);
    },

    /** All about one person, newest first: a person has dozens in a life, so they fit one page of a Query. */
    async submissions(personId: PersonId): Promise<Submission[]> {
      return (await itemsFrom(personId, "SUBMISSION#")).map(read.submission).sort(newestFirst);
    },

    /** What this person may see: all about them, and what they sent for somebody else. */
    async submissionsSeenBy(viewer: PersonId): Promise<Submission[]> {
      const items = await itemsFrom(viewer, "S");
      const own = items.filter((item) => !isSentFor(item)).map(read.submission);
      const others = await Promise.all(
        items
          .filter(isSentFor)
          .map(read.sentFor)
          .map((sent) => this.submission(sent)),
      );
      return [...own, ...others.flatMap((submission) => submission ?? [])].sort(newestFirst);
    },

    /** One submission, for whom it is about and for who sent it. */
    async submissionSeenBy(viewer: PersonId, receipt: Receipt): Promise<Submission | undefined> {
      const own = await this.submission({ personId: viewer, receipt });
      if (own) return own;
      const item = await itemAt(keyOf.sentFor(viewer, receipt));
      return item && this.submission(read.sentFor(item));
    },

    /** A submission and its event, as they are written: both or neither. */
    filing(personId: PersonId, sent: Sent, content: Submission["content"], { evidence = [], by }: With = {}) {
      const receipt = receiptFor(personId, sent.key);
      const at = content.acceptedAt;
      const submission: Submission = {
        personId,
        receipt,
        status: "received",
        ...(by && { by }),
        ...(evidence.length > 0 && { evidence: [...evidence] }),
        content,
        fingerprint: sent.fingerprint,
        history: [{ status: "received", at }],
      };
      const message: Message = { born: "casework", event: "submitted", personId, receipt, eventId: newEvent(), at };
      const writes: TransactWriteItem[] = [
        { Put: { ...isNew, Item: itemOf.submission(submission), ReturnValuesOnConditionCheckFailure: "ALL_OLD" } },
        putOutbox(TableName, message),
        ...(by ? [{ Put: { TableName, Item: itemOf.sentFor(by.personId, { receipt, personId }) } }] : []),
      ];
      return { submission, message, writes };
    },

    /**
     * Together or not at all: a receipt we hand out has its event on the way. Tells what this attempt brought, now or before.
     * `using`: writes that stand or fall with it (a code used up); `failed` is the first of them whose condition did not hold.
     */
    async submit(
      personId: PersonId,
      sent: Sent,
      content: Submission["content"],
      { using = [], ...also }: With & { using?: readonly TransactWriteItem[] } = {},
    ): Promise<SubmitResult> {
      const { submission, writes } = this.filing(personId, sent, content, also);
      try {
        await transact(client, [...writes, ...using]);
        return { stored: "now", submission };
      } catch (error) {
        const reasons = reasonsOf(error);
        const earlier = reasons[0]?.Item;
        if (earlier) return { stored: "before", submission: read.submission(earlier) };
        const failed = reasons.slice(writes.length).findIndex(conditionFailed);
        if (failed < 0) throw error;
        return { stored: "no", failed };
      }
    },

    /** Once, and only while it is in review. False: it is not, or no longer. A second wish is the first one. */
    async withdraw(personId: PersonId, receipt: Receipt, key: AttemptKey, at: Instant): Promise<boolean> {
      const eventId = newEvent();
      const message: Message = { born: "casework", event: "decided", personId, receipt, eventId, at };
      try {
        await transact(client, [
          {
            ConditionCheck: {
              TableName,
              Key: keyOf.submission(personId, receipt),
              ConditionExpression: "#status = :review",
              ExpressionAttributeNames: { "#status": "status" },
              ExpressionAttributeValues: toAttributes({ ":review": "in-review" }),
            },
          },
          { Put: { ...isNew, Item: itemOf.withdrawal(personId, receipt, { eventId, key }) } },
          putOutbox(TableName, message),
        ]);
        return true;
      } catch (error) {
        const [review, wish] = reasonsOf(error);
        if (conditionFailed(review)) return false;
        if (conditionFailed(wish)) return true;
        throw error;
      }
    },

    /**
     * What staff filed for somebody, where the person and who acts for them will see it. Once: what is there already stays as it is,
     * and if it is not this, it is somebody else's. Tells what stands there now.
     */
    async show(filed: Submission): Promise<Submission | undefined> {
      const { personId, receipt, by } = filed;
      const writes: TransactWriteItem[] = [
        { Put: { ...isNew, Item: itemOf.submission(filed) } },
        ...(by ? [{ Put: { TableName, Item: itemOf.sentFor(by.personId, { receipt, personId }) } }] : []),
      ];
      if (await transacted(client, writes)) return filed;
      const there = await this.submission(filed);
      return there?.sender?.staffId === filed.sender?.staffId && there?.fingerprint === filed.fingerprint ? there : undefined;
    },

    /** The first time counts; an outcome may be quicker than this, and that is well. */
    async markQueued({ personId, receipt }: Pick<Message, "personId" | "receipt">, now: Instant): Promise<void> {
      const write = new UpdateItemCommand({
        TableName,
        Key: keyOf.submission(personId, receipt),
        UpdateExpression: "SET queuedAt = if_not_exists(queuedAt, :now)",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeValues: toAttributes({ ":now": now }),
      });
      await whenFree(() => client.send(write));
    },
  };
}

const newestFirst = (a: Submission, b: Submission) => (a.content.acceptedAt < b.content.acceptedAt ? 1 : -1);
