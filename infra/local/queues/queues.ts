import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { CreateQueueCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { QueueSpec } from "../../../shared/topology.ts";
import { arnOf } from "./operations.ts";

export type Queues = { endpoint: string; stop(): Promise<void> };

/** Starts the queues kept in that file. */
export async function startQueues(file: string): Promise<Queues> {
  const thread = new Worker(new URL("./thread.ts", import.meta.url), { workerData: file });
  const [port] = await once(thread, "message");
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      thread.postMessage("stop");
      await once(thread, "exit");
    },
  };
}

/** Makes the queue and its dead-letter queue, and says where it is. What is in them stays. */
export async function raiseQueue(
  sqs: SQSClient,
  name: string,
  { ordered, attempts, timeoutSeconds }: QueueSpec,
): Promise<string> {
  const suffix = ordered ? ".fifo" : "";
  const order = ordered && { FifoQueue: "true", DeduplicationScope: "messageGroup", FifoThroughputLimit: "perMessageGroupId" };
  const failed = `${name}-failed${suffix}`;
  await sqs.send(new CreateQueueCommand({ QueueName: failed, Attributes: { ...order } }));

  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({
      QueueName: `${name}${suffix}`,
      Attributes: {
        ...order,
        VisibilityTimeout: String(6 * timeoutSeconds), // as AWS asks for, and as infra/aws.ts sets it
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(failed), maxReceiveCount: attempts }),
      },
    }),
  );
  return QueueUrl!;
}
