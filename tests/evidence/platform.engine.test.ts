// The functions as they are deployed: behind the local platform, and behind a gateway that hands bodies over in base64.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn } from "../../bench/resident.ts";
import { type Portal, startPlatform } from "../../infra/local/platform.ts";
import { UPLOAD_BYTES } from "../../shared/evidence/contract.ts";
import { dateOf, instantAt, plusDays } from "../../shared/kernel/calendar.ts";
import { aPhone } from "../support/build.ts";
import { aJpeg } from "../support/files.ts";
import { listen } from "../support/leak.ts";
import { someoneNew } from "../support/people.ts";
import type { Browser } from "../support/post.ts";
import { piece, put, remove } from "./desk.ts";

const LAMBDA_EVENT_BYTES = 6 * 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), "canbaotong-evidence-"));
const today = dateOf(instantAt(Date.now()));
let portal: Portal;
let client: DynamoDBClient;
let s3: S3Client;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(join(folder, "site"));
  writeFileSync(join(folder, "site", "index.html"), "<!doctype html>");
  portal = await startPlatform({ folder: join(folder, "data"), port: 0, site: async () => join(folder, "site") });
  [client, s3] = [new DynamoDBClient({}), new S3Client({})];
  const phone = aPhone("19900001234", { confirmedOn: plusDays(today, -60), from: plusDays(today, -400) });
  ({ browser } = await signIn(portal, await someoneNew(client, { phone })));
});
afterAll(async () => {
  client.destroy();
  s3.destroy();
  await portal.stop();
  rmSync(folder, { recursive: true });
});

/** Where something failed. The platform's own clock tells figures at any moment; they are none. */
const failuresIn = (lines: readonly string[]): string[] =>
  lines.map((line) => JSON.parse(line)).flatMap(({ code, path }) => (code ? [path] : []));

const objects = async () => (await s3.send(new ListObjectsV2Command({ Bucket: "evidence" }))).Contents ?? [];
/** As large as it may be, to the byte. */
const largest = () => aJpeg({ data: Buffer.alloc(UPLOAD_BYTES - aJpeg().length + 1, 0x3f) });

test("the running portal takes a picture in, hides it from everybody, and forgets it when it was taken away", async () => {
  const at = piece();
  const response = await put(browser, at, largest());
  expect({ status: response.status, stored: response.headers.get("cache-control") }).toEqual({ status: 200, stored: "no-store" });
  const [object] = await objects();
  expect(object?.Key).toMatch(/^[\w-]{32}$/);
  for (const path of [`/evidence/${object?.Key}`, `/api/evidence/${at.id}`, "/api/evidence/", "/api/evidence"])
    expect([path, (await fetch(`${portal.address}${path}`)).ok]).toEqual([path, false]);

  expect((await remove(browser, at)).status).toBe(204);
  const { handler } = await import("../../functions/purge.ts");
  await handler({}, { awsRequestId: "purge" });
  expect(await objects()).toEqual([]);
});

test("behind a gateway the largest picture comes in one event, in base64, and is the same picture", async () => {
  const heard = listen();
  const { handler } = await import("../../functions/evidence.ts");
  const at = piece();
  const event = {
    version: "2.0",
    routeKey: "ANY /api/evidence/{proxy+}",
    rawPath: `/api/evidence/${at.id}`,
    rawQueryString: `draft=${at.draft}&purpose=signature`,
    headers: { origin: portal.address, "content-type": "image/jpeg" },
    cookies: [...browser.cookies].map(([name, value]) => `${name}=${value}`),
    body: largest().toString("base64"),
    isBase64Encoded: true,
    requestContext: { domainName: "x", http: { method: "PUT", path: "", protocol: "", sourceIp: "", userAgent: "" } },
  };
  expect(JSON.stringify(event).length).toBeLessThan(LAMBDA_EVENT_BYTES - 64 * 1024);
  const { statusCode, body } = (await handler(event as never, {} as never)) as { statusCode: number; body: string };

  expect(statusCode).toBe(200);
  expect(JSON.parse(body)).toMatchObject({ id: at.id, type: "image/jpeg", purpose: "signature" });
  expect((await objects()).map(({ Size }) => Size)).toEqual([JSON.parse(body).bytes]);
  expect(failuresIn(heard.lines)).toEqual([]);
});

test("when the bucket is away the answer says so, and nothing is there that was not before", async () => {
  const heard = listen();
  const { createEvidence } = await import("../../functions/evidence/app.ts");
  const { putsInto } = await import("../../functions/evidence/objects.ts");
  const { openKept } = await import("../../functions/sessions/kept.ts");
  const { openUploads } = await import("../../functions/uploads/uploads.ts");
  const away = new S3Client({ endpoint: "http://127.0.0.1:9", maxAttempts: 1 });
  const kept = openKept({ client, table: "sessions" });
  const app = createEvidence({
    sessions: { current: (token) => kept.seen(token, Math.floor(Date.now() / 1000)) },
    uploads: openUploads({ client, table: "uploads" }),
    spend: async () => undefined,
    putObject: putsInto({ s3: away, bucket: "evidence" }),
    origins: [portal.address],
    now: () => instantAt(Date.now()),
  });
  const at = piece();
  const answer = await app.request(`/api/evidence/${at.id}?draft=${at.draft}&purpose=reason`, {
    method: "PUT",
    headers: {
      origin: portal.address,
      "content-type": "image/jpeg",
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    },
    body: new Uint8Array(aJpeg()),
  });

  expect(answer.status).toBe(503);
  expect((await remove(browser, at)).status).toBe(404);
  expect(failuresIn(heard.lines)).toEqual(["/evidence/:id"]);
  away.destroy();
});
