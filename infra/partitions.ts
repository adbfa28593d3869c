// What differs between the partitions of AWS, in one table. Nothing else in this code asks where it is.
// Where a source says "not available", no template for that partition may hold it: tests/cloud walks the lines.
// Every line is worth asking again before the first deployment there.
export type Partition = "aws" | "aws-cn";

type Traits = {
  /** How CloudFront proves to the site's bucket that it is the one who asks. */
  originAccess: "control" | "identity";
  /** Cache, origin request and response headers policies; without them the older ForwardedValues. */
  edgePolicies: boolean;
  /** Functions that run at the edge; without them every page is stored under each path it is asked by. */
  edgeFunctions: boolean;
  /** A firewall before CloudFront. */
  edgeFirewall: boolean;
  /** Whether the domain that CloudFront gives may be used by the public. */
  givenDomain: boolean;
  certificates: "acm" | "iam";
  ipv6: boolean;
  /** Cognito user pools: an issuer for staff could be raised here too. */
  userPools: boolean;
};

export const traits = {
  aws: {
    originAccess: "control",
    edgePolicies: true,
    edgeFunctions: true,
    edgeFirewall: true,
    givenDomain: true,
    certificates: "acm",
    ipv6: true,
    userPools: true,
  },
  "aws-cn": {
    originAccess: "identity",
    edgePolicies: false,
    edgeFunctions: false,
    edgeFirewall: false,
    givenDomain: false,
    certificates: "iam",
    ipv6: false,
    userPools: false,
  },
} as const satisfies Record<Partition, Traits>;

/** A resource type; with `property`, that property anywhere within it; with `value`, that value there. */
export type Missing = { type: string; property?: string; value?: string | boolean };
/** `read`: when we looked it up; the source may be older. */
export type Difference = { says: string; source: string; read: string; missing: readonly Missing[]; actions?: readonly string[] };

const guide = (page: string) => `https://docs.amazonaws.cn/en_us/aws/latest/userguide/${page}.html`;
/** CloudFormation's own list of the resource types of cn-north-1, as cfn-lint keeps it. */
const registry =
  "https://github.com/aws-cloudformation/cfn-lint/blob/main/src/cfnlint/data/schemas/providers/cn_north_1/__init__.py";
const distribution = "AWS::CloudFront::Distribution";
const alarm = { type: "AWS::CloudWatch::Alarm", property: "MetricName" };

export const chinaDifferences = [
  {
    says: "Cognito has no user pools; the issuer for staff is configuration everywhere",
    source: guide("cognito"),
    read: "2026-11-22",
    missing: [{ type: "AWS::Cognito::UserPool" }, { type: "AWS::Cognito::UserPoolClient" }],
    actions: ["cognito-idp:"],
  },
  {
    says: "SNS sends no SMS; codes go through the operator's HTTPS gateway",
    source: guide("sns"),
    read: "2026-11-22",
    missing: [{ type: "AWS::SNS::Subscription", property: "Protocol", value: "sms" }],
    actions: ["sms-voice:", "sns:SetSMSAttributes"],
  },
  {
    says: "No X-Ray on Lambda, no function URLs, no metrics, tags or provisioned mode of event source mappings",
    source: guide("lambda"),
    read: "2026-11-22",
    missing: [
      { type: "AWS::Lambda::Function", property: "TracingConfig" },
      { type: "AWS::Lambda::Url" },
      { type: "AWS::Lambda::EventSourceMapping", property: "MetricsConfig" },
      { type: "AWS::Lambda::EventSourceMapping", property: "ProvisionedPollerConfig" },
      { type: "AWS::Lambda::EventSourceMapping", property: "Tags" },
    ],
    actions: ["xray:"],
  },
  {
    says: "No customer keys for deployment packages, no recursion detection, no bucket as a function's failure destination",
    source: guide("lambda"),
    read: "2026-11-22",
    missing: [
      { type: "AWS::Lambda::Function", property: "KmsKeyArn" },
      { type: "AWS::Lambda::Function", property: "SourceKMSKeyArn" },
      { type: "AWS::Lambda::Function", property: "RecursiveLoop" },
    ],
  },
  {
    says: "Lambda does not report on asynchronous events",
    source: guide("lambda"),
    read: "2026-11-22",
    missing: ["AsyncEventsReceived", "AsyncEventAge", "AsyncEventsDropped"].map((value) => ({ ...alarm, value })),
  },
  {
    says: "SQS does not move messages back from a dead-letter queue: an operator receives them and sends them again",
    source: guide("sqs"),
    read: "2026-11-22",
    missing: [],
    actions: ["sqs:StartMessageMoveTask"],
  },
  {
    says: "An API that answers without authentication needs an ICP licence on the account; no edge-optimised APIs, no Cognito authorisers",
    source: guide("api-gateway"),
    read: "2026-11-22",
    missing: [
      { type: "AWS::ApiGateway::RestApi" }, // edge-optimised unless told otherwise; ours is an HTTP API, always regional
      { type: "AWS::ApiGateway::Authorizer", property: "Type", value: "COGNITO_USER_POOLS" },
    ],
  },
  {
    says: "CloudFront's own domain serves nobody: a domain with ICP filing, and a certificate uploaded to IAM (ACM is not supported)",
    source: guide("cloudfront"),
    read: "2026-11-22",
    missing: [
      { type: distribution, property: "CloudFrontDefaultCertificate" },
      { type: distribution, property: "AcmCertificateArn" },
    ],
  },
  {
    says: "No origin access control; an origin access identity works",
    source: "https://github.com/awslabs/aws-solutions-constructs/issues/1050",
    read: "2026-11-22",
    missing: [{ type: "AWS::CloudFront::OriginAccessControl" }, { type: distribution, property: "OriginAccessControlId" }],
  },
  {
    says: "A cache policy cannot be set; no managed origin request policy. Response headers policies are registered, but nobody shows one at work",
    source: "https://github.com/aws/aws-cdk/issues/31033",
    read: "2026-11-22",
    missing: [
      { type: "AWS::CloudFront::CachePolicy" },
      { type: "AWS::CloudFront::OriginRequestPolicy" },
      { type: "AWS::CloudFront::ResponseHeadersPolicy" },
      { type: distribution, property: "CachePolicyId" },
      { type: distribution, property: "OriginRequestPolicyId" },
      { type: distribution, property: "ResponseHeadersPolicyId" },
    ],
  },
  {
    says: "No CloudFront functions, no key-value store; no Lambda@Edge",
    source: registry,
    read: "2026-11-22",
    missing: [
      { type: "AWS::CloudFront::Function" },
      { type: "AWS::CloudFront::KeyValueStore" },
      { type: distribution, property: "FunctionAssociations" },
      { type: distribution, property: "LambdaFunctionAssociations" },
    ],
  },
  {
    says: "Distributions go without IPv6 and HTTP/3, as AWS's own example for Beijing does",
    source: "https://github.com/aws-samples/deploy-cloudfront-in-china-with-cdk",
    read: "2026-11-22",
    missing: [
      { type: distribution, property: "IPV6Enabled", value: true },
      { type: distribution, property: "HttpVersion", value: "http3" },
      { type: distribution, property: "HttpVersion", value: "http2and3" },
    ],
  },
  {
    says: "WAF is regional only: none before CloudFront, and it cannot stand before an HTTP API",
    source: guide("waf"),
    read: "2026-11-22",
    missing: [
      { type: "AWS::WAFv2::WebACL", property: "Scope", value: "CLOUDFRONT" },
      { type: distribution, property: "WebACLId" },
    ],
  },
  {
    says: "No EventBridge Scheduler; rules with a rate",
    source: registry,
    read: "2026-11-22",
    missing: [{ type: "AWS::Scheduler::Schedule" }],
  },
  {
    says: "Global tables are not strongly consistent over regions",
    source: guide("dynamodb"),
    read: "2026-11-22",
    missing: [{ type: "AWS::DynamoDB::GlobalTable", property: "MultiRegionConsistency" }],
  },
] as const satisfies readonly Difference[];

/** Where a region belongs. What we never looked up is refused here, not half-way through a deployment. */
export function partitionOf(region: string): Partition {
  if (/^cn-/.test(region)) return "aws-cn";
  if (/^(?:us-gov|us-iso|eu-iso|eusc)/.test(region)) throw new Error(`${region}: nobody has looked up what its partition lacks`);
  return "aws";
}
