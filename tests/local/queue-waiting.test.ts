// Whoever waits for messages is answered when the time is over, however the clock falls.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, expect, test, vi } from "vitest";
import { serveQueues } from "../../infra/local/queues/server.ts";

afterEach(() => vi.restoreAllMocks());

test("the moment may come while it is being looked who is due: nobody is forgotten, or its queue would stand still for ever", async () => {
  const real = Date.now;
  let looks = 0;
  vi.spyOn(Date, "now").mockImplementation(() => real() + 50 * looks++); // time passes at every look

  const folder = mkdtempSync(join(tmpdir(), "queues-"));
  const { port, stop } = await serveQueues(join(folder, "queues.db"));
  const sqs = new SQSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "patience" }));
  const abortSignal = AbortSignal.timeout(4000);
  const asked = Array.from({ length: 10 }, (_, nth) =>
    sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 + nth }), { abortSignal }),
  );
  const answers = await Promise.allSettled(asked);
  sqs.destroy();
  await stop();
  rmSync(folder, { recursive: true });
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => "fulfilled"));
});
