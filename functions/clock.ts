// Every minute. Each job is done for itself: one that fails keeps no other from its turn. A further one is one more entry here.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { instantAt } from "../shared/kernel/calendar.ts";
import { carryTo } from "./carry.ts";
import type { Job } from "./clock/job.ts";
import { sweepIn } from "./clock/sweep.ts";
import { locationOf } from "./environment.ts";
import { logFailure } from "./log.ts";

const client = new DynamoDBClient({});
const carry = carryTo({ sqs: new SQSClient({}), queueUrl: locationOf("effects") });

/** The sweep comes first: nothing is more urgent than what was promised and has not happened. */
const jobs: readonly Job[] = [sweepIn({ client, carry })];

export async function handler(_: unknown, { awsRequestId }: { awsRequestId: string }) {
  const now = instantAt(Date.now());
  let failures = 0;
  const failed = (error: unknown) => {
    failures++;
    logFailure(error, { path: "clock", requestId: awsRequestId });
  };
  for (const job of jobs) {
    try {
      await job(now, failed);
    } catch (error) {
      failed(error);
    }
  }
  if (failures > 0) throw new Error("clock incomplete"); // the alarm on errors; the next minute tries again
}
