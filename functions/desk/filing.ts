// What staff submit for somebody: the same forms by the same routes, stored where residents cannot write.
import { type DynamoDBClient, paginateQuery, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Message, Sender, Submission } from "../../shared/submission.ts";
import { toAttributes } from "../attributes.ts";
import { conditionFailed, reasonsOf } from "../cancellation.ts";
import type { Casework, Sent, SubmitResult, With } from "../casework/casework.ts";
import { receiptFor } from "../casework/table.ts";
import { putOutbox } from "../outbox.ts";
import { transact } from "../transact.ts";
import type { Desk } from "./desk.ts";
import { type Filed, itemOf, read } from "./table.ts";

type Options = { client: DynamoDBClient; desk: Desk; casework: Casework };
export type Filing = Casework;

/**
 * Casework as a residents' route knows it, for one member of staff: it reads both tables and stores in the desk's. The worker takes
 * it from there into the person's casework. `sender` is who is signed in, never what a body says.
 */
export function filingFor({ client, desk, casework }: Options, sender: Sender): Filing {
  const TableName = desk.table;

  /** Filed and not in the person's casework yet, or there already. */
  async function filedFor(personId: PersonId): Promise<Filed[]> {
    const found: Filed[] = [];
    const input = {
      TableName,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
      ExpressionAttributeValues: toAttributes({ ":pk": `PERSON#${personId}`, ":sk": "SUBMISSION#" }),
      ConsistentRead: true,
    };
    for await (const page of paginateQuery({ client }, input)) found.push(...(page.Items ?? []).map(read.filed));
    return found;
  }

  return {
    ...casework,

    async submission(of) {
      return (await casework.submission(of)) ?? (await desk.filed(of.personId, of.receipt));
    },

    async submissions(personId) {
      const [shown, filed] = await Promise.all([casework.submissions(personId), filedFor(personId)]);
      const onTheWay = filed.filter(({ receipt }) => !shown.some((one) => one.receipt === receipt));
      return [...shown, ...onTheWay].sort((a, b) => (a.content.acceptedAt < b.content.acceptedAt ? 1 : -1));
    },

    async submit(
      personId: PersonId,
      sent: Sent,
      content: Submission["content"],
      { using = [], ...also }: With & { using?: readonly TransactWriteItem[] } = {},
    ): Promise<SubmitResult> {
      const earlier = await this.submission({ personId, receipt: receiptFor(personId, sent.key) });
      if (earlier) return { stored: "before", submission: earlier };

      const { submission, message } = casework.filing(personId, sent, content, also);
      const filed: Filed = { ...submission, sender };
      const event: Message = { ...message, born: "desk" };
      const own: TransactWriteItem[] = [
        {
          Put: {
            TableName,
            Item: itemOf.filed(filed),
            ConditionExpression: "attribute_not_exists(pk)",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        },
        putOutbox(TableName, event),
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

    /** A wish to take something back is the person's own: there is no such event of the desk. */
    async withdraw() {
      return false;
    },
  };
}
