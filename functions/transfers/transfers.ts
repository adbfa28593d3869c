// What somebody is moving to another place, and has moved.
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { isOpen } from "../../shared/transfer/machine.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { toAttributes } from "../attributes.ts";
import { itemOf, keyOf, type OpenTransfer, read } from "../casework/table.ts";
import { itemsUnder } from "../query.ts";

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

    /** Those on their way: one of a kind. */
    async open(personId: PersonId): Promise<OpenTransfer[]> {
      return (await itemsFrom(personId, "OPENTRANSFER#")).map(read.openTransfer);
    },
  };
}

const isNew = { ConditionExpression: "attribute_not_exists(pk)" };

/** It begins, where no other of its kind is on its way. */
export const opens = (TableName: string, transfer: Transfer): TransactWriteItem[] => [
  { Put: { TableName, Item: itemOf.transfer(transfer), ...isNew } },
  { Put: { TableName, Item: itemOf.openTransfer(transfer.personId, transfer), ...isNew } },
];

/** The next version of it, of the one that was read; where it has ended, another of its kind may begin. */
export function moves(TableName: string, before: Transfer, after: Transfer): TransactWriteItem[] {
  const unlessOvertaken = {
    ConditionExpression: "version = :read",
    ExpressionAttributeValues: toAttributes({ ":read": before.version }),
  };
  const ends = isOpen(before) && !isOpen(after);
  return [
    { Put: { TableName, Item: itemOf.transfer(after), ...unlessOvertaken } },
    ...(ends ? [{ Delete: { TableName, Key: keyOf.openTransfer(after.personId, after.kind) } }] : []),
  ];
}
