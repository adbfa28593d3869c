// The daily roots, for everybody and without a sign-in: in a function of its own, which can read their one bucket and nothing else.
import { S3Client } from "@aws-sdk/client-s3";
import { readsRoots } from "./audit/roots.ts";
import { createRoots } from "./audit/roots-app.ts";
import { locationOf, settingOf } from "./environment.ts";
import { onLambda } from "./http/lambda.ts";
import { impatient } from "./impatient.ts";

export const app = createRoots({
  roots: readsRoots({ s3: new S3Client(impatient), bucket: locationOf("audit") }),
  origins: settingOf("ORIGIN").split(","),
});

export const handler = onLambda(app);
