import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { instantAt } from "../shared/kernel/calendar.ts";
import { locationOf, settingOf } from "./environment.ts";
import { createEvidence } from "./evidence/app.ts";
import { putsInto } from "./evidence/objects.ts";
import { onLambda } from "./http/lambda.ts";
import { impatient } from "./impatient.ts";
import { openKept } from "./sessions/kept.ts";
import { openAllowance } from "./uploads/allowance.ts";
import { openUploads } from "./uploads/uploads.ts";

// Node loads them when they are first touched; here, while the process starts, that costs nobody a wait.
void new Request("http://localhost/");
void new Response();

const BUCKET_PATIENCE_MS = 8000; // 4 MB on a bad day; the page waits longer than that
const client = new DynamoDBClient(impatient);
const s3 = new S3Client({ ...impatient, requestHandler: { ...impatient.requestHandler, requestTimeout: BUCKET_PATIENCE_MS } });
const uploads = locationOf("uploads");
const kept = openKept({ client, table: locationOf("sessions") });

export const app = createEvidence({
  // It may read sessions and no more: handing in a picture does not make one longer, the page that does it tells the API.
  sessions: { current: (token) => kept.seen(token, Math.floor(Date.now() / 1000)) },
  uploads: openUploads({ client, table: uploads }),
  spend: openAllowance({ client, table: uploads }),
  putObject: putsInto({ s3, bucket: locationOf("evidence") }),
  origins: settingOf("ORIGIN").split(","),
  now: () => instantAt(Date.now()),
});

export const handler = onLambda(app);
