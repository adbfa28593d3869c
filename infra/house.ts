// How this house builds things: nobody has to remember the alarm, the dead-letter queue or the deletion protection.
import { Aws, Duration, Fn, RemovalPolicy, type Stack, Validations } from "aws-cdk-lib";
import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as Lambda, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import {
  type BucketSpec,
  type FunctionName,
  type FunctionSpec,
  type QueueSpec,
  type TableSpec,
  topology,
} from "../shared/topology.ts";
import { alarmsOfFunction, alarmsOfQueue } from "./alarms.ts";

export const titled = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A finding that stays, and why: one line a rule, at the thing it is about. F are CloudFormation's own rules, others cdk-nag's. */
export function acknowledge(on: Construct, reasons: Record<string, string>): void {
  for (const [rule, reason] of Object.entries(reasons))
    Validations.of(on).acknowledge({ id: (/^F\d/.test(rule) ? "CloudFormation-Validate::" : "AwsSolutions-") + rule, reason });
}

/** Six months are the least that Article 21 (3) of the Cybersecurity Law asks for. No log of ours holds personal data. */
export const houseLogs = (scope: Construct, id: string) => new LogGroup(scope, id, { retention: RetentionDays.ONE_YEAR });

export function houseTable(scope: Construct, name: string, { partition, sort, stream, expires, indexes }: TableSpec): TableV2 {
  const key = (attribute: string) => ({ name: attribute, type: AttributeType.STRING });

  return new TableV2(scope, titled(name), {
    partitionKey: key(partition),
    sortKey: key(sort),
    globalSecondaryIndexes: Object.entries(indexes).map(([indexName, index]) => ({
      indexName,
      partitionKey: key(index.partition),
      sortKey: key(index.sort),
      projectionType: index.project === "all" ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
    })),
    ...(stream && { dynamoStream: StreamViewType.NEW_IMAGE }),
    ...(expires && { timeToLiveAttribute: expires }),
    billing: Billing.onDemand(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** What fails too often is set aside for two weeks, and somebody is told whom it hurts. */
export function houseQueue(scope: Construct, name: string, spec: QueueSpec): Queue {
  const id = titled(name);
  const common = {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    ...(spec.ordered && {
      fifo: true,
      deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
      fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
    }),
  };
  const failed = new Queue(scope, `${id}Failed`, common);
  const queue = new Queue(scope, id, {
    ...common,
    visibilityTimeout: Duration.seconds(6 * spec.timeoutSeconds), // AWS asks for six times the function's timeout
    deadLetterQueue: { maxReceiveCount: spec.attempts, queue: failed },
  });
  alarmsOfQueue(scope, id, name, spec, queue, failed);
  return queue;
}

/** Its name is known before it is there: what it calls may then depend on it, and it on what it calls. */
export type HouseBucket = { made: Bucket; name: string; arn: string; readable: string };

export function houseBucket(scope: Stack, name: string, { expireDays, forgets, lockedYears }: BucketSpec): HouseBucket {
  const bucketName = Fn.join("-", ["canbaotong", name, Aws.ACCOUNT_ID, Aws.REGION]);
  const id = titled(name in topology.functions ? `${name}Bucket` : name); // the function of that name has the name
  const made = new Bucket(scope, id, {
    bucketName,
    ...privateBucket,
    versioned: !forgets,
    // Compliance: not even the account's owner takes it away before its time.
    ...(lockedYears && { objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(lockedYears * 365)) }),
    lifecycleRules: [
      {
        ...(expireDays && { expiration: Duration.days(expireDays) }),
        // What was overwritten or has expired can be fetched back for a month.
        ...(forgets || lockedYears ? undefined : { noncurrentVersionExpiration: Duration.days(30) }),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
  acknowledge(made, { S1: "Two roles alone reach it; who reads an object is in the account's trail of data events" });
  return {
    made,
    name: bucketName,
    arn: `arn:${scope.partition}:s3:::${bucketName}`,
    readable: `arn:<AWS::Partition>:s3:::canbaotong-${name}-<AWS::AccountId>-<AWS::Region>`, // as cdk-nag writes it
  };
}

export const privateBucket = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  encryption: BucketEncryption.S3_MANAGED,
  removalPolicy: RemovalPolicy.RETAIN,
};

/** A role of its own, that may write its own log and nothing yet besides. */
export function houseFunction(scope: Construct, name: FunctionName, spec: FunctionSpec, bundle: string): Lambda {
  const id = titled(name);
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  const logGroup = houseLogs(scope, `${id}Logs`);
  logGroup.grantWrite(role);

  const fn = new Lambda(scope, id, {
    code: Code.fromAsset(bundle), // scripts/bundle.ts fills it: NodejsFunction takes no plugins
    handler: "index.handler",
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: spec.memoryMb,
    timeout: Duration.seconds(spec.timeoutSeconds),
    role,
    logGroup,
  });
  alarmsOfFunction(scope, id, name, fn);
  return fn;
}

/** Made with a random value that nothing can read as ours: the first deployment puts the real one in. */
export function houseSecret(scope: Construct, name: string): Secret {
  const secret = new Secret(scope, `${titled(name)}Secret`, { removalPolicy: RemovalPolicy.RETAIN });
  acknowledge(secret, {
    SMG4: "Rotated by hand: rotating rewrites every alias, and the gateway's key is the operator's to change",
  });
  return secret;
}
