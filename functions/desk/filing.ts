// What staff submit for somebody: the same forms by the same routes, stored where residents cannot write.
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { type AttemptKey, EventId, type PersonId, type Receipt } from "../../shared/kernel/fields.ts";
import type { StaffHere } from "../../shared/staff/staff.ts";
import type { Message, Sender, Submission } from "../../shared/submission.ts";
import { conditionFailed, reasonsOf } from "../cancellation.ts";
import type { Casework, Sent, SubmitResult, With } from "../casework/casework.ts";
import { receiptFor } from "../casework/table.ts";
import { putOutbox } from "../outbox.ts";
import { itemsUnder } from "../query.ts";
import { transact } from "../transact.ts";
import type { Desk } from "./desk.ts";
import { type Filed, itemOf, keyOf, read } from "./table.ts";

type Options = { client: DynamoDBClient; desk: Desk; casework: Casework; newId?: () => string };
type Using = readonly TransactWriteItem[];
export type Filing = Omit<Casework, "withdraw"> & {
  /** `using`: writes that stand or fall with it. What comes of it is said alike: false, it is not in review, or not any longer. */
  withdraw(personId: PersonId, receipt: Receipt, key: AttemptKey, at: Instant, using?: Using): Promise<boolean>;
};

/** Who is signed in, at the desk. */
export const handlerIn = ({ member: { staffId, agency, workNumber } }: StaffHere): Sender => ({
  ...{ staffId, role: "handler", agency, workNumber, channel: "desk" },
});

const newestFirst = (a: Submission, b: Submission) => (a.content.acceptedAt < b.content.acceptedAt ? 1 : -1);

/**
 * Casework as a residents' route knows it, for one member of staff: it reads both tables and stores in the desk's. The worker takes
 * it from there into the person's casework. `sender` is who is signed in, never what a body says.
 */
export function filingFor({ client, desk, casework, newId = () => crypto.randomUUID() }: Options, sender: Sender): Filing {
  const TableName = desk.table;
  const isNew = { TableName, ConditionExpression: "attribute_not_exists(pk)" };

  const itemsOf = (personId: PersonId, prefix: "SUBMISSION#" | "FILEDFOR#") =>
    itemsUnder({ client, table: TableName }, `PERSON#${personId}`, prefix);

  /** What is shown to the person, and what was filed and is on its way there. */
  function together(shown: readonly Submission[], filed: readonly Submission[]): Submission[] {
    const onTheWay = filed.filter(({ receipt }) => !shown.some((one) => one.receipt === receipt));
    return [...shown, ...onTheWay].sort(newestFirst);
  }
  const filedAbout = async (personId: PersonId) => (await itemsOf(personId, "SUBMISSION#")).map(read.filed);

  return {
    ...casework,

    async submission(of) {
      return (await casework.submission(of)) ?? (await desk.filed(of.personId, of.receipt));
    },

    async submissions(personId) {
      return together(await casework.submissions(personId), await filedAbout(personId));
    },

    async submissionsSeenBy(viewer) {
      const forOthers = (await itemsOf(viewer, "FILEDFOR#")).map(read.filedFor);
      const [shown, about, ...others] = await Promise.all([
        casework.submissionsSeenBy(viewer),
        filedAbout(viewer),
        ...forOthers.map(({ personId, receipt }) => desk.filed(personId, receipt)),
      ]);
      return together(shown, [...about, ...others.flatMap((one) => one ?? [])]);
    },

    async submissionSeenBy(viewer, receipt) {
      const shown = (await casework.submissionSeenBy(viewer, receipt)) ?? (await desk.filed(viewer, receipt));
      if (shown) return shown;
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: keyOf.filedFor(viewer, receipt), ConsistentRead: true }),
      );
      const forOther = Item && read.filedFor(Item);
      return forOther && desk.filed(forOther.personId, receipt);
    },

    async withdrawal(personId, receipt) {
      return (await casework.withdrawal(personId, receipt)) ?? (await desk.withdrawal(personId, receipt));
    },

    async submit(
      personId: PersonId,
      sent: Sent,
      content: Submission["content"],
      { using = [], ...also }: With & { using?: Using } = {},
    ): Promise<SubmitResult> {
      const earlier = await this.submission({ personId, receipt: receiptFor(personId, sent.key) });
      if (earlier) return { stored: "before", submission: earlier };

      const { submission, message } = casework.filing(personId, sent, content, also);
      const filed: Filed = { ...submission, sender };
      const event: Message = { ...message, born: "desk" };
      const { receipt, by } = filed;
      const own: TransactWriteItem[] = [
        { Put: { ...isNew, Item: itemOf.filed(filed), ReturnValuesOnConditionCheckFailure: "ALL_OLD" } },
        putOutbox(TableName, event),
        ...(by ? [{ Put: { TableName, Item: itemOf.filedFor(by.personId, { receipt, personId }) } }] : []),
      ];
      try {
        await transact(client, [...own, ...using]);
        return { stored: "now", submission: filed };
      } catch (error) {
        const reasons = reasonsOf(error);
        const before = reasons[0]?.Item;
        if (before) return { stored: "before", submission: read.filed(before) };
        const failed = reasons.slice(own.length).findIndex(conditionFailed);
        if (failed < 0) throw error;
        return { stored: "no", failed };
      }
    },

    /** The worker asks again whether it is in review: here it may only be read. A second wish is the first one. */
    async withdraw(personId, receipt, key, at, using = []) {
      const there = await casework.submission({ personId, receipt });
      if (there?.status !== "in-review") return false;
      const eventId = v.parse(EventId, newId());
      const event: Message = { born: "desk", event: "decided", personId, receipt, eventId, at };
      try {
        await transact(client, [
          { Put: { ...isNew, Item: itemOf.withdrawal(personId, receipt, { eventId, key, sender }) } },
          putOutbox(TableName, event),
          ...using,
        ]);
        return true;
      } catch (error) {
        const [wish, ...others] = reasonsOf(error);
        if (conditionFailed(wish)) return true;
        if (others.some(conditionFailed)) return false;
        throw error;
      }
    },
  };
}
