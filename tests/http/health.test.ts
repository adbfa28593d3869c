import { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { Hono } from "hono/tiny";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Deps, Env } from "../../functions/app.ts";
import { healthOf } from "../../functions/health.ts";
import { lazyQueue } from "../../functions/lazy-queue.ts";
import { health } from "../../functions/routes/health.ts";

process.env["AWS_REGION"] = "local";
const [dynamo, sqs] = [mockClient(DynamoDBClient), mockClient(SQSClient)];
beforeEach(() => {
  dynamo.reset();
  sqs.reset();
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => void vi.useRealTimers());

const service = () => {
  const looked = healthOf({
    client: new DynamoDBClient({ region: "local" }),
    tables: { register: "r", sessions: "s" },
    queues: { codes: lazyQueue(() => "https://sqs.test/codes").answers },
  });
  return new Hono<Env>().route("/", health({ health: looked } as Pick<Deps, "health"> as Deps));
};

test("the service is well when every table and queue answers, and says which", async () => {
  const response = await service().request("/health");

  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok", parts: { register: "ok", sessions: "ok", codes: "ok" } });
});

test.each([
  { what: "a table", breaks: () => dynamo.on(QueryCommand, { TableName: "s" }).rejects(new Error("s is gone")) },
  { what: "a queue", breaks: () => sqs.on(GetQueueAttributesCommand).rejects(new Error("gone")) },
])("the service is not well when $what does not answer, and hides the reason", async ({ breaks }) => {
  breaks();
  const response = await service().request("/health");

  expect(response.status).toBe(503);
  expect(await response.text()).not.toContain("gone");
});

test("however often one asks, it looks every five seconds, and notices that all is well again", async () => {
  const app = service();
  dynamo.on(QueryCommand).rejectsOnce(new Error("gone"));
  const statuses = [];
  for (let i = 0; i < 5; i++) statuses.push((await app.request("/health")).status);
  expect(dynamo.commandCalls(QueryCommand)).toHaveLength(2);
  vi.advanceTimersByTime(5000);
  statuses.push((await app.request("/health")).status);

  expect(statuses).toEqual([503, 503, 503, 503, 503, 200]);
});
