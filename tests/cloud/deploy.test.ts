import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteObjectsCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { mockClient } from "aws-sdk-client-mock";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { AliasSecret } from "../../functions/alias.ts";
import { pageAt, pagesOf } from "../../infra/page-at.ts";
import { parameterName } from "../../infra/settings.ts";
import { makeAliasSecret } from "../../scripts/deploy.ts";
import { readWish } from "../../scripts/synth.ts";
import { keysOf, uploadPages } from "../../scripts/upload.ts";

describe("what is asked of synth and deploy", () => {
  test("nothing said: an ordinary region and Beijing", () =>
    expect(readWish([]).regions).toEqual(["ap-southeast-1", "cn-north-1"]));

  test("a deployment takes one region, parameters of the stack, context, and cdk's own options", () => {
    expect(
      readWish(["--deploy", "cn-north-1", "Domain=a.cn", "GatewayUrl=https://b.cn/?c=d", "alarmTopicArn=arn:x", "--profile=cn"]),
    ).toEqual({
      deploys: true,
      regions: ["cn-north-1"],
      parameters: ["Domain=a.cn", "GatewayUrl=https://b.cn/?c=d"],
      context: { alarmTopicArn: "arn:x" },
      options: ["--profile=cn"],
    });
  });

  test.each([
    { args: ["--deploy"] },
    { args: ["--deploy", "cn-north-1", "ap-east-1"] },
    { args: ["nowhere"] },
    { args: ["us-gov-west-1"] },
  ])("$args is refused before anything is built", ({ args }) => expect(() => readWish(args)).toThrow());

  test("a setting is asked for under a parameter's name", () => expect(parameterName("CODES_PER_MINUTE")).toBe("CodesPerMinute"));
});

describe("pages on their way to the bucket", () => {
  test("with functions at the edge a page is one object", () =>
    expect(keysOf("en/contact/index.html", true)).toEqual(["en/contact/index.html"]));
  test("without, a page is found under every way to ask for it", () => {
    expect(keysOf("en/contact/index.html", false)).toEqual(["en/contact/index.html", "en/contact", "en/contact/"]);
    expect(keysOf("index.html", false)).toEqual(["index.html"]);
    expect(keysOf("_astro/form.js", false)).toEqual(["_astro/form.js"]);
  });

  test("each has its type and its time to be kept; what is no page any more goes, hashed files stay", async () => {
    const site = mkdtempSync(join(tmpdir(), "site-"));
    mkdirSync(join(site, "contact"));
    mkdirSync(join(site, "_astro"));
    writeFileSync(join(site, "contact", "index.html"), "<!doctype html>");
    writeFileSync(join(site, "_astro", "form.abc.js"), "export {}");
    const s3 = mockClient(S3Client);
    s3.on(ListObjectsV2Command).resolves({
      Contents: [{ Key: "contact/index.html" }, { Key: "gone" }, { Key: "_astro/form.old.js" }],
    });

    expect(await uploadPages(new S3Client({}), "pages", { site, edgeFunctions: false })).toBe(2);
    const put = s3
      .commandCalls(PutObjectCommand)
      .map(({ args: [{ input }] }) => [input.Key, input.ContentType, input.CacheControl]);
    expect(new Map(put.map(([key, ...rest]) => [key, rest]))).toEqual(
      new Map([
        ["contact/index.html", ["text/html; charset=utf-8", "public, no-cache"]],
        ["contact", ["text/html; charset=utf-8", "public, no-cache"]],
        ["contact/", ["text/html; charset=utf-8", "public, no-cache"]],
        ["_astro/form.abc.js", ["text/javascript; charset=utf-8", "public, max-age=31536000, immutable"]],
      ]),
    );
    expect(s3.commandCalls(DeleteObjectsCommand).map(({ args: [{ input }] }) => input.Delete?.Objects)).toEqual([
      [{ Key: "gone" }],
    ]);
  });

  test("a site that is not built is said to be so", () =>
    expect(() => pagesOf(mkdtempSync(join(tmpdir(), "site-")))).toThrow("build the site first"));
  test("a site too large to name at the edge is said to be so", () => {
    const pages = Array.from({ length: 2000 }, (_, n) => `/policy/${n}`);
    expect(() => pageAt(pages)).toThrow("2000 pages are too many");
  });
});

describe("the alias secret on AWS", () => {
  const secrets = mockClient(SecretsManagerClient);
  const written = () => secrets.commandCalls(PutSecretValueCommand).map(({ args }) => String(args[0].input.SecretString));

  test("is made once, in place of what Secrets Manager made up", async () => {
    secrets.reset();
    secrets.on(GetSecretValueCommand).resolves({ SecretString: "h]7x!" });
    expect(await makeAliasSecret(new SecretsManagerClient({}), "arn")).toBe(true);
    expect(written().map((text) => v.is(AliasSecret, JSON.parse(text)))).toEqual([true]);
  });

  test("is never made again, not even after a rotation", async () => {
    const key = Buffer.alloc(32, 7).toString("base64");
    secrets.reset();
    secrets
      .on(GetSecretValueCommand)
      .resolves({ SecretString: JSON.stringify({ current: 2, versions: { "1": key, "2": key } }) });
    expect(await makeAliasSecret(new SecretsManagerClient({}), "arn")).toBe(false);
    expect(written()).toEqual([]);
  });
});
