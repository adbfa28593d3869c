import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { unlogged } from "../../functions/unlogged.ts";

test.each([{ Client: DynamoDBClient }, { Client: SQSClient }])(
  "$Client.name prepares a line for its log at every call, unless it is told not to",
  ({ Client }) => {
    const stepsOf = ({ middlewareStack }: { middlewareStack: { identify(): string[] } }) => middlewareStack.identify();
    const logs = (steps: string[]) => steps.some((step) => step.startsWith("loggerMiddleware"));
    const client = new Client({});
    const before = stepsOf(client);

    expect(logs(before)).toBe(true);
    expect(stepsOf(unlogged(client))).toEqual(before.filter((step) => !logs([step])));
  },
);
