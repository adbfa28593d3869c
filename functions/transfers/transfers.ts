// What somebody is moving to another place, and has moved.
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { isOpen } from "../../shared/transfer/machine.ts";
import type { Moving } from "../../shared/transfer/moving.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { toAttributes } from "../attributes.ts";
import { itemOf, keyOf, read } from "../casework/table.ts";
import { itemsUnder } from "../query.ts";
import { itemOf as registered, keyOf as registerKeys } from "../register/table.ts";

/** `table`: casework. */
type Options = { client: DynamoDBClient; table: string };
export type Transfers = ReturnType<typeof readTransfers>;

export function readTransfers({ client, table: TableName }: Options) {
  const itemsFrom = (personId: PersonId, prefix: string) =>
    itemsUnder({ client, table: TableName }, `PERSON#${personId}`, prefix);
  return {
    async one(personId: PersonId, receipt: Receipt): Promise<Transfer | undefined> {
      const input = { TableName, Key: keyOf.transfer(personId, receipt), ConsistentRead: true };
      const { Item } = await client.send(new GetItemCommand(input));
      return Item && read.transfer(Item);
    },

    /** All of a person, the newest first. A life has a handful. */
    async all(personId: PersonId): Promise<Transfer[]> {
      const found = (await itemsFrom(personId, "TRANSFER#")).map(read.transfer);
      return found.sort((one, other) => (one.openedAt < other.openedAt ? 1 : -1));
    },

    /** As a whole, those that are on their way. */
    async underway(personId: PersonId): Promise<Transfer[]> {
      return (await itemsFrom(personId, "TRANSFER#")).map(read.transfer).filter(isOpen);
    },
  };
}

const isNew = { ConditionExpression: "attribute_not_exists(pk)" };
type Tables = { casework: string; register: string };

const needsPerson = ({ step }: Transfer) => step.who === "person";
const movingOf = (transfer: Transfer): Moving => ({
  ...{ kind: transfer.kind, receipt: transfer.receipt, to: transfer.to.division, scheme: transfer.to.scheme },
  ...(needsPerson(transfer) && { needsPerson: true }),
});

/** It begins, where no other of its kind is on its way. */
export const opens = (tables: Tables, transfer: Transfer): TransactWriteItem[] => [
  { Put: { TableName: tables.casework, Item: itemOf.transfer(transfer), ...isNew } },
  { Put: { TableName: tables.register, Item: registered.moving(transfer.personId, movingOf(transfer)), ...isNew } },
];

/** The next version of it, of the one that was read. */
export function moves(TableName: string, before: Transfer, after: Transfer): TransactWriteItem[] {
  const unlessOvertaken = {
    ConditionExpression: "version = :read",
    ExpressionAttributeValues: toAttributes({ ":read": before.version }),
  };
  return [{ Put: { TableName, Item: itemOf.transfer(after), ...unlessOvertaken } }];
}

/** Where that version has ended, another of its kind may begin; where it waits for the person, their page says so. */
export function marks({ register: TableName }: Pick<Tables, "register">, before: Transfer, after: Transfer): TransactWriteItem[] {
  const { personId } = after;
  if (isOpen(before) && !isOpen(after)) return [{ Delete: { TableName, Key: registerKeys.moving(personId, after) } }];
  if (needsPerson(before) === needsPerson(after)) return [];
  return [{ Put: { TableName, Item: registered.moving(personId, movingOf(after)) } }];
}
