import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { listed } from "../../shared/transfer/listed.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { itemOf, keyOf } from "../desk/table.ts";

/**
 * The step that waits for an agency, in the desk's list: it belongs into the transaction that moves the transfer, whose condition it
 * leans on, and is gone when no agency has to act. `table`: the desk's.
 */
export function stepItems(table: string, before: Transfer | undefined, after: Transfer): TransactWriteItem[] {
  const now = listed(after);
  const gone = (before ? listed(before) : []).filter(({ list }) => !now.some((one) => one.list === list));
  return [
    ...now.map((one) => ({ Put: { TableName: table, Item: itemOf.transferStep(one) } })),
    ...gone.map((one) => ({ Delete: { TableName: table, Key: keyOf.transferStep(one) } })),
  ];
}
