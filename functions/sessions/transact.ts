import { setTimeout as pause } from "node:timers/promises";
import { type DynamoDBClient, type TransactWriteItem, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { conditionFailed, reasonsOf } from "../cancellation.ts";

const TRIES = 5;

/**
 * All of it or nothing. False: a condition did not hold. Two that touch one item at once are told apart by trying again: the
 * second one then meets what the first one left.
 */
export async function transact(client: DynamoDBClient, TransactItems: TransactWriteItem[]): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return true;
    } catch (error) {
      const reasons = reasonsOf(error);
      if (reasons.some(conditionFailed)) return false;
      if (tries === TRIES || !reasons.some(({ Code }) => Code === "TransactionConflict")) throw error;
      await pause(tries * 20);
    }
  }
}
