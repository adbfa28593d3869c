// What is kept of somebody's reminders: what is due, what they were told, how they want it.
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { type Dues, type Reminded, type ReminderSettings, usual } from "../../shared/reminder/settings.ts";
import { toAttributes } from "../attributes.ts";
import { itemOf, keyOf, read } from "../casework/table.ts";
import { itemsUnder } from "../query.ts";
import { transacted } from "../transact.ts";

type Options = { client: DynamoDBClient; table: string };
export type Reminders = ReturnType<typeof openReminders>;
/** `set`: they have said how they want it. */
export type Wanted = { settings: ReminderSettings; set: boolean; reminded?: Reminded };

export function openReminders({ client, table: TableName }: Options) {
  return {
    /** One Query. */
    async wanted(personId: PersonId): Promise<Wanted> {
      const items = await itemsUnder({ client, table: TableName }, `PERSON#${personId}`, "REMIND");
      const at = (sk: string) => items.find((item) => item["sk"]?.S === sk);
      const [settings, reminded] = [at("REMINDERSETTINGS"), at("REMINDED")];
      return {
        settings: settings ? read.reminderSettings(settings) : usual,
        set: settings !== undefined,
        ...(reminded && { reminded: read.reminded(reminded) }),
      };
    },

    async dues(personId: PersonId): Promise<Dues | undefined> {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyOf.dues(personId), ConsistentRead: true }));
      return Item && read.dues(Item);
    },

    /** The dues as they were read, to be told next at another moment, or never. */
    moved(personId: PersonId, dues: Dues, dueAt: Instant | undefined): TransactWriteItem {
      const { dueAt: was, ...same } = dues;
      return {
        Put: {
          TableName,
          Item: itemOf.dues(personId, { ...same, ...(dueAt && { dueAt }) }),
          ...(was
            ? { ConditionExpression: "#at = :at AND dueAt = :was" }
            : { ConditionExpression: "#at = :at AND attribute_not_exists(dueAt)" }),
          ExpressionAttributeNames: { "#at": "at" },
          ExpressionAttributeValues: toAttributes({ ":at": dues.at, ...(was && { ":was": was }) }),
        },
      };
    },

    /** `before`: as it was read; of two who tell somebody at once, one comes too late. */
    tells(personId: PersonId, before: Reminded | undefined, next: Omit<Reminded, "version">): TransactWriteItem {
      const version = (before?.version ?? 0) + 1;
      return {
        Put: {
          TableName,
          Item: itemOf.reminded(personId, { ...next, version }),
          ...(before
            ? {
                ConditionExpression: "version = :version",
                ExpressionAttributeValues: toAttributes({ ":version": before.version }),
              }
            : { ConditionExpression: "attribute_not_exists(pk)" }),
        },
      };
    },

    /** Together: how they want it, and when what is due is told next. False: the dues are others by now. */
    set(personId: PersonId, settings: ReminderSettings, dues: Dues | undefined, dueAt: Instant | undefined): Promise<boolean> {
      const put = { Put: { TableName, Item: itemOf.reminderSettings(personId, settings) } };
      const none = { ConditionCheck: { TableName, Key: keyOf.dues(personId), ConditionExpression: "attribute_not_exists(pk)" } };
      return transacted(client, [put, dues ? this.moved(personId, dues, dueAt) : none]);
    },
  };
}
