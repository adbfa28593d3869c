// What a function may do, action by action, and the variable in which it finds what it may do it with.
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { type Access, type BucketAccess, topology } from "../shared/topology.ts";
import { variableFor } from "../shared/variable-for.ts";
import { acknowledge, type HouseBucket } from "./house.ts";

/**
 * All that each access means. Nobody scans, and who appends can neither update nor delete.
 * That an append never replaces a row is a condition in the code: IAM sees keys and attributes, not condition expressions.
 */
const tableActions = {
  read: ["GetItem", "BatchGetItem", "Query"],
  append: ["PutItem", "Query"],
  write: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
} as const satisfies Record<Access, readonly string[]>;

/** Who writes reads back. What is in a bucket leaves it by its date; one function may delete, and it can do nothing else there. */
const objectActions = {
  read: ["GetObject"],
  write: ["GetObject", "PutObject"],
  put: ["PutObject"],
  delete: ["DeleteObject"],
} as const satisfies Record<BucketAccess, readonly string[]>;
const readsBack: readonly BucketAccess[] = ["read", "write"];

export const allow = (fn: Lambda, service: string, actions: readonly string[], ...resources: string[]): void =>
  fn.addToRolePolicy(new PolicyStatement({ actions: actions.map((action) => `${service}:${action}`), resources }));

export function letUse(fn: Lambda, name: string, table: TableV2, access: Access): void {
  const indexes = Object.entries(topology.tables).flatMap(([key, spec]) => (key === name ? Object.keys(spec.indexes) : []));
  fn.addEnvironment(variableFor(name), table.tableName);
  allow(fn, "dynamodb", tableActions[access], table.tableArn, ...indexes.map((index) => `${table.tableArn}/index/${index}`));
}

export function letSend(fn: Lambda, name: string, queue: Queue): void {
  fn.addEnvironment(variableFor(name), queue.queueUrl);
  allow(fn, "sqs", ["SendMessage", "GetQueueAttributes"], queue.queueArn);
}

export function letOpen(fn: Lambda, name: string, bucket: HouseBucket, access: BucketAccess): void {
  fn.addEnvironment(variableFor(name), bucket.name);
  allow(fn, "s3", objectActions[access], `${bucket.arn}/*`);
  if (readsBack.includes(access)) allow(fn, "s3", ["ListBucket"], bucket.arn); // without it S3 answers 403, not 404, for what is not there
  acknowledge(fn.role!, { [`IAM5[Resource::${bucket.readable}/*]`]: "Objects have no names before they are handed in" });
}

export function letKnow(fn: Lambda, name: string, { secretArn }: Secret): void {
  fn.addEnvironment(`${name.toUpperCase()}_SECRET_ARN`, secretArn);
  allow(fn, "secretsmanager", ["GetSecretValue"], secretArn);
}
