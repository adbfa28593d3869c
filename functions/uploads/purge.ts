import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  QueryCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../shared/kernel/calendar.ts";
import { toAttributes } from "../attributes.ts";
import { DUE_SHARDS, type Due, type ObjectName, read } from "./table.ts";

/** Of one shard at a time: a long list goes in turns. */
const AT_A_TIME = 100;

type Options = { client: DynamoDBClient; table: string; deleteObject: (name: ObjectName) => Promise<void> };

/** What is due goes: from the bucket first, then from the table. Killed anywhere, the next one ends what was begun. */
export function purgeIn({ client, table: TableName, deleteObject }: Options) {
  async function dueIn(shard: string, now: Instant): Promise<Due[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: "due",
        KeyConditionExpression: "dueShard = :shard AND dueAt <= :now",
        ExpressionAttributeValues: toAttributes({ ":shard": shard, ":now": now }),
        Limit: AT_A_TIME,
      }),
    );
    return Items.map(read.due);
  }

  /** The index may be behind: a piece that was sent a moment ago is due no more. */
  async function begins({ pk, sk, dueAt }: Due): Promise<boolean> {
    const write = new UpdateItemCommand({
      TableName,
      Key: toAttributes({ pk, sk }),
      UpdateExpression: "SET leaving = :yes",
      ConditionExpression: "dueAt = :seen",
      ExpressionAttributeValues: toAttributes({ ":yes": true, ":seen": dueAt }),
    });
    try {
      await client.send(write);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async function drop(due: Due): Promise<boolean> {
    if (!(await begins(due))) return false;
    await deleteObject(due.object);
    await client.send(new DeleteItemCommand({ TableName, Key: toAttributes({ pk: due.pk, sk: due.sk }) }));
    return true;
  }

  /** How many went. One that cannot go holds up no other; it is thrown when all have had their turn. */
  return async function purge(now: Instant): Promise<number> {
    const failures: unknown[] = [];
    let gone = 0;
    for (const shard of DUE_SHARDS)
      try {
        for (const due of await dueIn(shard, now))
          try {
            if (await drop(due)) gone++;
          } catch (error) {
            failures.push(error);
          }
      } catch (error) {
        failures.push(error);
      }
    if (failures.length > 0) throw failures[0];
    return gone;
  };
}
