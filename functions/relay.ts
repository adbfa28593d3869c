import { type AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { instantAt } from "../shared/kernel/calendar.ts";
import { carryTo } from "./carry.ts";
import { openCasework } from "./casework/casework.ts";
import { locationOf } from "./environment.ts";
import { logFailure } from "./log.ts";
import { readOutbox } from "./outbox.ts";

type StreamRecord = { dynamodb: { SequenceNumber: string; NewImage: Record<string, AttributeValue> } };
type StreamEvent = { Records: StreamRecord[] };

const carry = carryTo({ sqs: new SQSClient({}), queueUrl: locationOf("effects") });
const casework = openCasework({ client: new DynamoDBClient({}), table: locationOf("casework") });

/** Carries each outbox item to the queue, one person's events in order. The fast path only: the outbox item stays. */
export async function handler({ Records }: StreamEvent, { awsRequestId }: { awsRequestId: string }) {
  for (const { dynamodb } of Records) {
    try {
      const message = readOutbox(dynamodb.NewImage);
      await carry(message);
      // What staff filed is not in the person's casework yet: the worker brings it there.
      if (message.event === "submitted" && message.born === "casework") await casework.markQueued(message, instantAt(Date.now()));
    } catch (error) {
      logFailure(error, { path: "relay", requestId: awsRequestId });
      // A stream resumes from the first failure, so there is no point in trying the rest.
      return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}
