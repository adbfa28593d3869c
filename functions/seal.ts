// Every hour: the days that are over and not sealed yet are sealed. Once would do; a second time changes nothing.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { instantAt } from "../shared/kernel/calendar.ts";
import { putsRoot } from "./audit/roots.ts";
import { sealsIn } from "./audit/seal.ts";
import { locationOf } from "./environment.ts";
import { logFailure } from "./log.ts";

const seal = sealsIn({
  client: new DynamoDBClient({}),
  table: locationOf("looks"),
  putRoot: putsRoot({ s3: new S3Client({}), bucket: locationOf("audit") }),
  now: () => instantAt(Date.now()),
});

export async function handler(_: unknown, { awsRequestId }: { awsRequestId: string }): Promise<void> {
  try {
    await seal();
  } catch (error) {
    logFailure(error, { path: "seal", requestId: awsRequestId });
    throw new Error("seal incomplete"); // the alarm on errors; the next hour goes on where this one ended
  }
}
