import { existsSync } from "node:fs";
import { Match, Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { STAYS_AFTER_OUTCOME_DAYS, STAYS_AT_MOST_DAYS } from "../../shared/evidence/purposes.ts";
import { type FunctionSpec, type TableSpec, topology } from "../../shared/topology.ts";
import { raised } from "./raised.ts";

const cloud = raised("ap-southeast-1");
const template = Template.fromJSON(cloud.template);
const tables = Object.entries<TableSpec>(topology.tables);
const functions = Object.entries<FunctionSpec>(topology.functions);
const table = (name: string) => cloud.one("AWS::DynamoDB::GlobalTable", name);

describe("the cloud holds what the topology names, and nothing besides", () => {
  test.each([
    { type: "AWS::DynamoDB::GlobalTable", count: tables.length, what: "tables" },
    { type: "AWS::SQS::Queue", count: 2 * Object.keys(topology.queues).length, what: "queues, each with a dead-letter queue" },
    { type: "AWS::Lambda::Function", count: functions.length, what: "functions" },
    { type: "AWS::S3::Bucket", count: Object.keys(topology.buckets).length + 1, what: "buckets, and the site's" },
    { type: "AWS::SecretsManager::Secret", count: 3, what: "secrets" },
    {
      type: "AWS::Events::Rule",
      count: functions.filter(([, { trigger }]) => trigger.on === "schedule").length,
      what: "schedules",
    },
    { type: "AWS::ApiGatewayV2::Api", count: 1, what: "API" },
    { type: "AWS::CloudFront::Distribution", count: 1, what: "distribution" },
  ])("$count $what", ({ type, count }) => template.resourceCountIs(type, count));

  test.each(functions)("the code of %s is there", (_, { entry }) => expect(existsSync(entry)).toBe(true));

  test("the page of messages that the local platform shows is nowhere in it", () => {
    expect(JSON.stringify(cloud.template)).not.toContain("/outbox");
  });
});

describe("what is stored stays", () => {
  test.each(tables)("%s is kept through mistakes: no deletion, any second of 35 days", (name, { partition, sort }) => {
    expect(table(name).properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: partition, KeyType: "HASH" },
        { AttributeName: sort, KeyType: "RANGE" },
      ],
      Replicas: [{ DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
    });
    expect(cloud.template.Resources[table(name).id]?.DeletionPolicy).toBe("Retain");
  });

  test.each(tables)("%s forgets by date only what the topology says may be forgotten", (name, { expires }) => {
    expect(table(name).properties["TimeToLiveSpecification"]).toEqual(
      expires ? { AttributeName: expires, Enabled: true } : undefined,
    );
  });

  test.each(tables)("%s has the stream and the indexes it is said to have", (name, { stream, indexes }) => {
    const { properties } = table(name);
    expect(properties["StreamSpecification"]).toEqual(stream ? { StreamViewType: "NEW_IMAGE" } : undefined);
    const built = (properties["GlobalSecondaryIndexes"] ?? []) as { IndexName: string }[];
    expect(built.map(({ IndexName }) => IndexName)).toEqual(Object.keys(indexes));
  });

  test("an agency's files are private, sealed, versioned, and gone by their date", () => {
    const { properties } = cloud.one("AWS::S3::Bucket", "feeds");
    expect(properties).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }] },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: topology.buckets.feeds.expireDays, Status: "Enabled" }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
      VersioningConfiguration: { Status: "Enabled" },
    });
  });

  test("people's pictures are private, sealed, and leave no earlier version behind when they go", () => {
    const { properties } = cloud.one("AWS::S3::Bucket", "evidenceBucket");
    expect(properties).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }] },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: topology.buckets.evidence.expireDays, Status: "Enabled" }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
    });
    expect(properties["VersioningConfiguration"]).toBeUndefined();
    expect(topology.buckets.evidence.expireDays).toBeGreaterThan(STAYS_AT_MOST_DAYS + STAYS_AFTER_OUTCOME_DAYS);
  });

  test("what begins with /api/evidence goes to the function for pictures, with /api/staff to that for staff, everything else to residents'", () => {
    const routes = cloud.ofType("AWS::ApiGatewayV2::Route").map(([, { Properties }]) => Properties["RouteKey"]);
    expect(routes.sort()).toEqual([
      "ANY /api/access-log/roots/{proxy+}",
      "ANY /api/evidence/{proxy+}",
      "ANY /api/staff/{proxy+}",
      "ANY /api/{proxy+}",
    ]);
  });

  test("the roots of the access logs stay as they are for thirty years, whoever wants it otherwise", () => {
    const { properties } = cloud.one("AWS::S3::Bucket", "auditBucket");
    expect(properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 30 * 365 } } },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
      VersioningConfiguration: { Status: "Enabled" },
    });
  });

  test("no bucket answers an unencrypted connection", () => {
    template.resourceCountIs("AWS::S3::BucketPolicy", Object.keys(topology.buckets).length + 1);
    template.allResourcesProperties("AWS::S3::BucketPolicy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: "Deny", Action: "s3:*", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        ]),
      },
    });
  });
});

describe("what a function is", () => {
  test.each(functions)("%s runs on Node 24, arm64, with what the topology gives it", (name, { memoryMb, timeoutSeconds }) => {
    const { properties } = cloud.one("AWS::Lambda::Function", name);
    expect(properties).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      MemorySize: memoryMb,
      Timeout: timeoutSeconds,
    });
  });

  test.each(functions)("%s finds all it uses in its environment", (name, { tables, queues, buckets, secrets, settings }) => {
    const resources = [...Object.keys(tables), ...queues, ...Object.keys(buckets)].map((resource) => resource.toUpperCase());
    const wanted = [...resources, ...secrets.map((secret) => `${secret.toUpperCase()}_SECRET_ARN`), ...settings];
    const { Variables = {} } = (cloud.one("AWS::Lambda::Function", name).properties["Environment"] ?? {}) as {
      Variables?: object;
    };
    expect(Object.keys(Variables).sort()).toEqual(wanted.filter((variable) => variable !== "DEMO_COUNTIES").sort());
  });

  test("no function on AWS takes a synthetic number for a real one", () =>
    expect(JSON.stringify(cloud.template)).not.toContain("DEMO_COUNTIES"));
});

describe("what logs hold", () => {
  test("the API's log says which route, how it ended and how long it took, and nothing about who", () => {
    const { Properties } = cloud.ofType("AWS::ApiGatewayV2::Stage")[0]![1];
    const { Format } = Properties["AccessLogSettings"] as { Format: string };
    expect(Object.values(JSON.parse(Format) as object).sort()).toEqual([
      "$context.requestId",
      "$context.requestTimeEpoch",
      "$context.responseLatency",
      "$context.routeKey",
      "$context.status",
    ]);
    expect(Properties["DefaultRouteSettings"]).toMatchObject({
      ThrottlingBurstLimit: expect.any(Number),
      ThrottlingRateLimit: expect.any(Number),
    });
  });

  test("logs are kept for more than the six months that the law asks for", () => {
    const kept = cloud.ofType("AWS::Logs::LogGroup").map(([, { Properties }]) => Number(Properties["RetentionInDays"]));
    expect(Math.min(...kept)).toBeGreaterThanOrEqual(184);
  });

  test("the distribution keeps no list of who read what", () => {
    expect(JSON.stringify(cloud.ofType("AWS::CloudFront::Distribution"))).not.toContain('"Logging"');
  });
});
