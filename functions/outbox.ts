// The outbox of casework and of desk: what was accepted and has no outcome yet. It is the truth, the stream only the fast path.
// Its items have a partition of their own, sharded, sorted by time of acceptance: the sweeper asks for the old ones with a
// Query on the table itself, so no index has to be paid for and none lags behind. They have no expiry.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { Message } from "../shared/submission.ts";
import { fromAttributes, toAttributes } from "./attributes.ts";
import type { Item } from "./register/table.ts";

export const OUTBOX_SHARDS = [..."0123456789abcdef"];
export const outboxPartition = (shard: string) => `OUTBOX#${shard}`;

/** One person's events share a shard: a stream keeps order within a partition and promises nothing across them. */
const shardOf = ({ personId }: Message) => (personId.charCodeAt(0) % OUTBOX_SHARDS.length).toString(16);

export const outboxKey = (message: Message): Item =>
  toAttributes({ pk: outboxPartition(shardOf(message)), sk: `${message.at}#${message.eventId}` });

export const outboxItem = (message: Message): Item => ({ ...outboxKey(message), ...toAttributes(message) });

export const readOutbox = (item: Item): Message => v.parse(v.object(Message.entries), fromAttributes(item));

export const putOutbox = (TableName: string, message: Message): TransactWriteItem => ({
  Put: { TableName, Item: outboxItem(message), ConditionExpression: "attribute_not_exists(pk)" },
});

/** The event leaves the outbox together with its outcome. Its receipt is checked, so a forged key empties nothing. */
export const leaveOutbox = (TableName: string, message: Message): TransactWriteItem => ({
  Delete: {
    TableName,
    Key: outboxKey(message),
    ConditionExpression: "receipt = :receipt",
    ExpressionAttributeValues: toAttributes({ ":receipt": message.receipt }),
  },
});
