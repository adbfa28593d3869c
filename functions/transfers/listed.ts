import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { type ListedStep, listed } from "../../shared/transfer/listed.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { itemOf, keyOf } from "../desk/table.ts";

/**
 * The step that waits for an agency, in the desk's list: it belongs into the transaction that moves the transfer, whose condition it
 * leans on, and is gone when no agency has to act. `table`: the desk's.
 */
export function stepItems(table: string, before: Transfer | undefined, after: Transfer): TransactWriteItem[] {
  const now = listed(after);
  const gone = (before ? listed(before) : []).filter(({ list }) => !now.some((one) => one.list === list));
  const stands = before?.trail.length === after.trail.length;
  return [
    ...now.map((one) => (stands ? toldAgain(table, one) : { Put: { TableName: table, Item: itemOf.transferStep(one) } })),
    ...gone.map((one) => ({ Delete: { TableName: table, Key: keyOf.transferStep(one) } })),
  ];
}

const sometimes = ["provisional", "missing", "escalated"] as const satisfies (keyof ListedStep)[];

/** The same step, by another day or in one more list: who has it in hand keeps it. */
function toldAgain(TableName: string, step: ListedStep): TransactWriteItem {
  const { pk: _, sk: __, ...said } = itemOf.transferStep(step);
  const lacking = sometimes.filter((name) => !(name in said));
  const names = [...Object.keys(said), ...lacking];
  const sets = Object.keys(said).map((name) => `#${name} = :${name}`);
  const removes = lacking.map((name) => `#${name}`);
  return {
    Update: {
      TableName,
      Key: keyOf.transferStep(step),
      UpdateExpression: `SET ${sets.join(", ")}${removes.length > 0 ? ` REMOVE ${removes.join(", ")}` : ""}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(Object.entries(said).map(([name, value]) => [`:${name}`, value])),
    },
  };
}
