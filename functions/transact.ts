// Two that touch one item in the same instant, and a table that is asked too much, are no outcome: a moment later there is one.
import { setTimeout as pause } from "node:timers/promises";
import {
  type AttributeValue,
  type CancellationReason,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  TransactionConflictException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { conditionFailed, reasonsOf } from "./cancellation.ts";

const TRIES = 5; // 20 + 40 + 60 + 80 ms: somebody is waiting
const PASSING = ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"];

/** Nothing was decided: somebody else was at it, or there was no room. The SDK does not try these again by itself. */
export const passes = ({ Code = "" }: CancellationReason): boolean => PASSING.includes(Code);

async function untilPassed<Result>(write: () => Promise<Result>, passed: (error: unknown) => boolean): Promise<Result> {
  for (let tries = 1; tries < TRIES; tries++) {
    try {
      return await write();
    } catch (error) {
      if (passed(error)) throw error;
      await pause(tries * 20);
    }
  }
  return write();
}

/** All of it or nothing. Of two that touch one item at once, the second one meets what the first one left. */
export async function transact(client: DynamoDBClient, TransactItems: TransactWriteItem[]): Promise<void> {
  const write = () => client.send(new TransactWriteItemsCommand({ TransactItems }));
  await untilPassed(write, (error) => !reasonsOf(error).some(passes));
}

/** Whether it happened. False: a condition did not hold. */
export async function transacted(client: DynamoDBClient, TransactItems: TransactWriteItem[]): Promise<boolean> {
  try {
    await transact(client, TransactItems);
    return true;
  } catch (error) {
    if (reasonsOf(error).some(conditionFailed)) return false;
    throw error;
  }
}

/** A single write, onto an item that somebody's transaction may hold for a moment. */
export const whenFree = <Result>(write: () => Promise<Result>): Promise<Result> =>
  untilPassed(write, (error) => !(error instanceof TransactionConflictException));

/** A single write under a condition: whether it happened. False: the condition did not hold. */
export async function holds(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await whenFree(write);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** True: it is there now and was not before. What was there stays as it is. */
export function putOnce(client: DynamoDBClient, TableName: string, Item: Record<string, AttributeValue>): Promise<boolean> {
  const write = new PutItemCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" });
  return holds(() => client.send(write));
}
