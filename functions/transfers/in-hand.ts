// In whose hands the step of a transfer is. It is a word among colleagues: no limit waits for it, and nobody is kept from acting by it.
import { type DynamoDBClient, GetItemCommand, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { InHand } from "../../shared/desk/task.ts";
import { type ListedStep, listed } from "../../shared/transfer/listed.ts";
import type { Transfer } from "../../shared/transfer/transfer.ts";
import { toAttributes } from "../attributes.ts";
import { keyOf, read } from "../desk/table.ts";
import { transacted } from "../transact.ts";

/** `table`: the desk's. */
type Options = { client: DynamoDBClient; table: string };

export function handsOn({ client, table: TableName }: Options) {
  /** Of the list of its agency: that of the one above follows. */
  async function taken(transfer: Transfer): Promise<InHand | undefined> {
    const [own] = listed(transfer);
    if (!own) return undefined;
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyOf.transferStep(own), ConsistentRead: true }));
    return Item && read.transferStep(Item).taken;
  }

  /** False: the step, or whose hands it is in, is another than it was when `before` was read. */
  const passed = (transfer: Transfer, before: InHand | undefined, after: InHand | undefined): Promise<boolean> =>
    transacted(
      client,
      listed(transfer).map((step) => passing(step, step.list === "agency" && { before }, after)),
    );

  function passing(
    step: ListedStep,
    asRead: false | { before: InHand | undefined },
    after: InHand | undefined,
  ): TransactWriteItem {
    const { before } = asRead || {};
    const untouched = before ? "taken.#at = :was" : "attribute_not_exists(taken)";
    const values = { ":state": step.state, ...(before && { ":was": before.at }), ...(after && { ":taken": after }) };
    return {
      Update: {
        TableName,
        Key: keyOf.transferStep(step),
        UpdateExpression: after ? "SET taken = :taken" : "REMOVE taken",
        ConditionExpression: asRead ? `#state = :state AND ${untouched}` : "#state = :state",
        ExpressionAttributeNames: { "#state": "state", ...(before && { "#at": "at" }) },
        ExpressionAttributeValues: toAttributes(values),
      },
    };
  }

  return { taken, passed };
}
