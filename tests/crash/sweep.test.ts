import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import * as v from "valibot";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { outboxItem, outboxPartition } from "../../functions/outbox.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import { Message } from "../../shared/submission.ts";
import { aPersonId } from "../support/build.ts";

Object.assign(process.env, {
  AWS_REGION: "local",
  CASEWORK: "casework",
  DESK: "desk",
  EFFECTS: "https://effects.fifo",
  NOTICES: "https://notices",
});
const { handler } = await import("../../functions/clock.ts");
const [dynamo, sqs] = [mockClient(DynamoDBClient), mockClient(SQSClient)];
const sweep = () => handler({}, { awsRequestId: "r1" });

const oldMessage = (secondsAgo: number, personId = aPersonId()) =>
  v.parse(Message, {
    born: "casework",
    event: "submitted",
    personId,
    receipt: "C7K2-94MD-61QX",
    eventId: crypto.randomUUID(),
    at: instantAt(Date.now() - secondsAgo * 1000),
  });
/** All of them lie in one shard, oldest first. */
const theOutboxHolds = (...messages: Message[]) =>
  dynamo
    .on(QueryCommand, { TableName: "casework", ExpressionAttributeValues: { ":pk": outboxItem(messages[0]!)["pk"]! } }, false)
    .callsFake(({ Limit }) => ({
      Items: messages.slice(0, Limit).map(outboxItem),
    }));
const carried = () => sqs.commandCalls(SendMessageCommand).map(({ args }) => args[0].input.MessageDeduplicationId);
let told: string[];

afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] }); // ages are told to the second
  dynamo.reset();
  sqs.reset();
  dynamo.on(QueryCommand).resolves({ Items: [] });
  dynamo.on(GetItemCommand).resolves({});
  dynamo.on(PutItemCommand).resolves({});
  told = [];
  vi.spyOn(console, "log").mockImplementation((line) => void told.push(line));
  vi.spyOn(console, "error").mockReturnValue();
});
const oldestTold = () => told.map((line) => JSON.parse(line)["OutboxOldestSeconds"]).filter((seconds) => seconds !== undefined);

describe("the sweep", () => {
  test("tells the age of the oldest before it sends anything, also when nothing can be sent", async () => {
    theOutboxHolds(oldMessage(600));
    sqs.on(SendMessageCommand).rejects(new Error("down"));
    await expect(sweep()).rejects.toThrow();
    expect(oldestTold()).toEqual([600]);
  });

  test("keeps one person's order: after one that failed none of those behind it goes", async () => {
    const personId = aPersonId();
    const [first, second, third] = [oldMessage(300, personId), oldMessage(200, personId), oldMessage(100, personId)];
    theOutboxHolds(first, second, third);
    sqs.on(SendMessageCommand).rejectsOnce(new Error("down")).resolves({});
    await expect(sweep()).rejects.toThrow();
    expect(carried()).toEqual([first.eventId]);

    await sweep();
    expect(carried().slice(1)).toEqual([first.eventId, second.eventId, third.eventId]);
  });

  test("goes on with the other shards when one of them does not answer", async () => {
    const message = oldMessage(300);
    theOutboxHolds(message);
    const another = { TableName: "desk", ExpressionAttributeValues: { ":pk": { S: outboxPartition("7") } } };
    dynamo.on(QueryCommand, another, false).rejects(new Error("throttled"));
    await expect(sweep()).rejects.toThrow();
    expect(carried()).toContain(message.eventId);
    expect(oldestTold()).toHaveLength(1);
  });
});
