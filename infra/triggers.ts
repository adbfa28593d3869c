// What wakes a function: new items of a table, messages, files, time. HTTP is in infra/http.ts.
import { Duration, Stack } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { CfnPermission, FilterCriteria, FilterRule, type Function as Lambda, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { CfnBucket } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { QueueSpec } from "../shared/topology.ts";
import { allow } from "./grants.ts";
import type { HouseBucket } from "./house.ts";
import type { TriggerOf } from "./raise.ts";

export function wakeOnInsert(fn: Lambda, table: TableV2, { partitionPrefix, untilDone }: TriggerOf<"insert">): void {
  const stream = table.tableStreamArn;
  if (!stream) throw new Error(`${table.node.id} has no stream to wake ${fn.node.id}`);
  allow(fn, "dynamodb", ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"], stream);
  fn.addEventSourceMapping(`From${table.node.id}`, {
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    ...(!untilDone && { retryAttempts: 5 }), // then the stream goes on: the item is still in the outbox, and the sweep sends it again
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual("INSERT"),
        dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(partitionPrefix) } } },
      }),
    ],
  });
}

export function wakeOnMessage(fn: Lambda, queue: Queue, { batchSize, concurrency }: QueueSpec): void {
  allow(fn, "sqs", ["ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility", "GetQueueAttributes"], queue.queueArn);
  fn.addEventSourceMapping(`From${queue.node.id}`, {
    eventSourceArn: queue.queueArn,
    batchSize,
    maxConcurrency: concurrency,
    reportBatchItemFailures: true,
  });
}

/** Not Bucket.addEventNotification: it brings a function of its own, with rights over every bucket. */
export function wakeOnObject(fn: Lambda, { made, arn }: HouseBucket, { prefix }: TriggerOf<"object">): void {
  const bucket = made.node.defaultChild;
  if (!(bucket instanceof CfnBucket)) throw new Error(`${made.node.id} is no plain bucket`);
  const permission = new CfnPermission(fn, `From${made.node.id}`, {
    action: "lambda:InvokeFunction",
    functionName: fn.functionArn,
    principal: "s3.amazonaws.com",
    sourceAccount: Stack.of(fn).account,
    sourceArn: arn,
  });
  bucket.addResourceDependency(permission);
  bucket.notificationConfiguration = {
    lambdaConfigurations: [
      {
        event: "s3:ObjectCreated:*",
        function: fn.functionArn,
        filter: { s3Key: { rules: [{ name: "prefix", value: prefix }] } },
      },
    ],
  };
}

export function wakeByTime(fn: Lambda, { everySeconds }: TriggerOf<"schedule">): void {
  new Rule(Stack.of(fn), `${fn.node.id}Rate`, {
    schedule: Schedule.rate(Duration.seconds(everySeconds)),
    targets: [new LambdaFunction(fn, { retryAttempts: 0 })], // the next time is near
  });
}
