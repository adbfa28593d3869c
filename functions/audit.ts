import { type AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { instantAt } from "../shared/kernel/calendar.ts";
import { PersonId } from "../shared/kernel/fields.ts";
import { chainsIn } from "./audit/chain.ts";
import { locationOf } from "./environment.ts";
import { logFailure } from "./log.ts";

type StreamRecord = { dynamodb: { SequenceNumber: string; NewImage: Record<string, AttributeValue> } };
type StreamEvent = { Records: StreamRecord[] };

const link = chainsIn({
  client: new DynamoDBClient({}),
  table: locationOf("looks"),
  now: () => instantAt(Date.now()),
});

/** Puts each new look into the chain of the person whose record it was. */
export async function handler({ Records }: StreamEvent, { awsRequestId }: { awsRequestId: string }) {
  for (const { dynamodb } of Records) {
    try {
      const row = dynamodb.NewImage;
      await link(v.parse(PersonId, row["pk"]?.S?.slice("PERSON#".length)), row);
    } catch (error) {
      logFailure(error, { path: "audit", requestId: awsRequestId });
      // A stream resumes from the first failure, so there is no point in trying the rest.
      return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}
