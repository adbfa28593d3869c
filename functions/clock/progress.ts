// How far the clock has come with counting again: the calendar it counted by, the day, and the partitions that are done. Of nobody.
//
//   casework    CLOCK    RECOUNT    for ever: one item
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";

/** `version`: of the calendar. `done`: of table and partition; all of them, it is finished. */
const Progress = v.object({ version: v.number(), on: PlainDate, begunAt: Instant, done: v.array(v.string()) });
export type Progress = v.InferOutput<typeof Progress>;

const Key = toAttributes({ pk: "CLOCK", sk: "RECOUNT" });

export function openProgress({ client, table: TableName }: { client: DynamoDBClient; table: string }) {
  return {
    async read(): Promise<Progress | undefined> {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      return Item && v.parse(Progress, fromAttributes(Item));
    },
    /** Of two clocks at once the last one is believed: the worst that follows is that something is counted once more. */
    async write(progress: Progress): Promise<void> {
      await client.send(new PutItemCommand({ TableName, Item: { ...Key, ...toAttributes(progress) } }));
    },
  };
}
