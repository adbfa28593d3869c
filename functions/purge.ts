// Every five minutes: pictures and PDFs whose purpose has ended, or that nobody ever sent, go. Nothing else may delete one.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { instantAt } from "../shared/kernel/calendar.ts";
import { locationOf } from "./environment.ts";
import { deletesFrom } from "./evidence/objects.ts";
import { logFailure } from "./log.ts";
import { purgeIn } from "./uploads/purge.ts";

const purge = purgeIn({
  client: new DynamoDBClient({}),
  table: locationOf("uploads"),
  deleteObject: deletesFrom({ s3: new S3Client({}), bucket: locationOf("evidence") }),
});

export async function handler(_: unknown, { awsRequestId }: { awsRequestId: string }): Promise<void> {
  try {
    await purge(instantAt(Date.now()));
  } catch (error) {
    logFailure(error, { path: "purge", requestId: awsRequestId });
    throw new Error("purge incomplete"); // the alarm on errors; the next one goes on where this one ended
  }
}
