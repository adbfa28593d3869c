import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { METRIC_NAMESPACE, type MetricName } from "../../functions/log.ts";
import { toldByFunctions } from "../../infra/alarms.ts";
import { type FunctionSpec, type QueueSpec, topology } from "../../shared/topology.ts";
import { raised } from "./raised.ts";

const cloud = raised("ap-southeast-1");
const template = Template.fromJSON(cloud.template);
const queues = Object.entries<QueueSpec>(topology.queues);
const functions = Object.entries<FunctionSpec>(topology.functions);
const table = (name: string) => cloud.one("AWS::DynamoDB::GlobalTable", name);
const queue = (name: string) => cloud.one("AWS::SQS::Queue", name);
const alarms = cloud.ofType("AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);

describe("nothing is lost on its way", () => {
  test.each(queues)("what fails on %s is set aside, and the alarm says whom it hurts", (name, spec) => {
    const failed = queue(`${name}Failed`).id;
    const { properties } = queue(name);
    expect(properties["RedrivePolicy"]).toEqual({
      deadLetterTargetArn: { "Fn::GetAtt": [failed, "Arn"] },
      maxReceiveCount: spec.attempts,
    });
    expect(properties["VisibilityTimeout"]).toBe(6 * spec.timeoutSeconds);
    const texts = alarms
      .filter(({ Dimensions }) => JSON.stringify(Dimensions ?? null).includes(`"${failed}"`))
      .map(({ AlarmDescription }) => AlarmDescription);
    expect(texts).toEqual([spec.whenItFails]);
  });

  test.each(queues)("%s keeps one person's order and lets others pass: $ordered", (name, { ordered }) => {
    for (const { properties } of [queue(name), queue(`${name}Failed`)])
      expect([properties["FifoQueue"], properties["FifoThroughputLimit"], properties["DeduplicationScope"]]).toEqual(
        ordered ? [true, "perMessageGroupId", "messageGroup"] : [undefined, undefined, undefined],
      );
  });

  test("single messages and records are taken back, not whole batches", () => {
    template.allResourcesProperties("AWS::Lambda::EventSourceMapping", { FunctionResponseTypes: ["ReportBatchItemFailures"] });
  });

  test("the relay wakes for new outbox items of both tables, and for nothing else", () => {
    const Pattern = JSON.stringify({ eventName: ["INSERT"], dynamodb: { Keys: { pk: { S: [{ prefix: "OUTBOX#" }] } } } });
    for (const born of ["casework", "desk"])
      template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
        EventSourceArn: { "Fn::GetAtt": [table(born).id, "StreamArn"] },
        FilterCriteria: { Filters: [{ Pattern }] },
        StartingPosition: "TRIM_HORIZON",
        BisectBatchOnFunctionError: true,
      });
  });

  test("each look wakes what chains it, and is tried for as long as the stream holds it: nothing else would find it again", () => {
    const Pattern = JSON.stringify({ eventName: ["INSERT"], dynamodb: { Keys: { pk: { S: [{ prefix: "PERSON#" }] } } } });
    const mappings = Object.values(
      template.findResources("AWS::Lambda::EventSourceMapping", {
        Properties: {
          EventSourceArn: { "Fn::GetAtt": [table("looks").id, "StreamArn"] },
          FunctionName: { Ref: cloud.one("AWS::Lambda::Function", "audit").id },
          FilterCriteria: { Filters: [{ Pattern }] },
        },
      }),
    );
    expect(mappings).toHaveLength(1);
    expect(mappings[0]?.["Properties"].MaximumRetryAttempts).toBeUndefined();
  });

  const readers = functions.flatMap(([fn, { trigger }]) =>
    trigger.on === "message" ? trigger.queues.map((name) => ({ fn, name, spec: new Map(queues).get(name)! })) : [],
  );
  test.each(readers)("$fn takes from $name no more at once than the topology allows", ({ fn, name, spec }) => {
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      EventSourceArn: { "Fn::GetAtt": [queue(name).id, "Arn"] },
      FunctionName: { Ref: cloud.one("AWS::Lambda::Function", fn).id },
      BatchSize: spec.batchSize,
      ScalingConfig: { MaximumConcurrency: spec.concurrency },
    });
  });

  test("a file in the inbox wakes the function that reads it, and no file elsewhere does", () => {
    expect(cloud.one("AWS::S3::Bucket", "feeds").properties["NotificationConfiguration"]).toEqual({
      LambdaConfigurations: [
        {
          Event: "s3:ObjectCreated:*",
          Filter: { S3Key: { Rules: [{ Name: "prefix", Value: "inbox/" }] } },
          Function: { "Fn::GetAtt": [cloud.one("AWS::Lambda::Function", "feed").id, "Arn"] },
        },
      ],
    });
  });

  test("outboxes are swept every minute", () =>
    template.hasResourceProperties("AWS::Events::Rule", { ScheduleExpression: "rate(1 minute)" }));
});

describe("somebody is told", () => {
  test("every alarm says whom it hurts, and no silence is taken for trouble", () => {
    for (const alarm of alarms) {
      expect(String(alarm["AlarmDescription"])).toMatch(/^.{30,}$/);
      expect(alarm["TreatMissingData"]).toBe("notBreaching");
    }
  });

  test("every figure that functions tell has its alarm", () => {
    const told: Record<MetricName, unknown> = toldByFunctions.metrics;
    const ours = alarms.filter(({ Namespace }) => Namespace === METRIC_NAMESPACE).map(({ MetricName }) => MetricName);
    expect(ours.sort()).toEqual(Object.keys(told).sort());
  });

  test.each(functions.map(([name]) => name))("failures and refusals of %s are seen", (name) => {
    const Value = { Ref: cloud.one("AWS::Lambda::Function", name).id };
    for (const MetricName of ["Errors", "Throttles"])
      template.hasResourceProperties("AWS::CloudWatch::Alarm", { MetricName, Dimensions: [{ Name: "FunctionName", Value }] });
  });

  test.each(["effects", "codes"])("somebody who waits for %s is noticed", (name) => {
    const Value = { "Fn::GetAtt": [queue(name).id, "QueueName"] };
    template.hasResourceProperties("AWS::CloudWatch::Alarm", {
      MetricName: "ApproximateAgeOfOldestMessage",
      Dimensions: [{ Name: "QueueName", Value }],
    });
  });

  test("answers that fail are seen", () => template.hasResourceProperties("AWS::CloudWatch::Alarm", { MetricName: "5xx" }));
});
