import { Duration } from "aws-cdk-lib";
import {
  CachePolicy,
  type CfnDistribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionRuntime,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { securityHeaders, strictTransport } from "./headers.ts";
import { pageAt, pagesOf } from "./page-at.ts";
import { type Partition, traits } from "./partitions.ts";

type Behaviours = Required<Pick<CfnDistribution.DistributionConfigProperty, "defaultCacheBehavior" | "cacheBehaviors">>;

const page = { targetOriginId: "pages", viewerProtocolPolicy: "redirect-to-https", compress: true };
const api = {
  targetOriginId: "api",
  pathPattern: "/api/*",
  viewerProtocolPolicy: "https-only",
  allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
  compress: true,
};

/** Pages are kept as long as their Cache-Control says; nothing of the API is ever kept. */
export const behavioursOf = (scope: Construct, partition: Partition, pages: string): Behaviours =>
  traits[partition].edgePolicies ? byPolicies(scope, pages) : byForwardedValues();

function byPolicies(scope: Construct, pages: string): Behaviours {
  const { functionArn } = new EdgeFunction(scope, "PageAt", {
    code: FunctionCode.fromInline(pageAt(pagesOf(pages))),
    runtime: FunctionRuntime.JS_2_0,
    comment: "Finds the page of a path",
  });
  const { responseHeadersPolicyId } = responseHeaders(scope);
  return {
    defaultCacheBehavior: {
      ...page,
      cachePolicyId: CachePolicy.CACHING_OPTIMIZED.cachePolicyId,
      responseHeadersPolicyId,
      functionAssociations: [{ eventType: "viewer-request", functionArn }],
    },
    cacheBehaviors: [
      {
        ...api,
        cachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId,
        originRequestPolicyId: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.originRequestPolicyId,
        responseHeadersPolicyId,
      },
    ],
  };
}

/** What it was before there were policies. Host stays ours: the API knows itself by its own name only. */
const byForwardedValues = (): Behaviours => ({
  defaultCacheBehavior: {
    ...page,
    forwardedValues: { queryString: false, cookies: { forward: "none" } },
    minTtl: 0,
    defaultTtl: 0,
  },
  cacheBehaviors: [
    {
      ...api,
      forwardedValues: {
        queryString: true,
        cookies: { forward: "all" },
        headers: ["Accept-Language", "Idempotency-Key", "Origin"],
      },
      minTtl: 0,
      defaultTtl: 0,
      maxTtl: 0,
    },
  ],
});

/** infra/headers.ts in the form that CloudFront wants: some headers by setting, the others by name. */
function responseHeaders(scope: Construct): ResponseHeadersPolicy {
  const {
    "content-security-policy": contentSecurityPolicy,
    "x-content-type-options": _nosniff,
    "referrer-policy": referrerPolicy,
    ...others
  } = securityHeaders;
  return new ResponseHeadersPolicy(scope, "Headers", {
    comment: "What is said with every answer",
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: policyNamed(referrerPolicy), override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(strictTransport.seconds),
        includeSubdomains: strictTransport.includeSubdomains,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
    },
  });
}

function policyNamed(name: string): HeadersReferrerPolicy {
  const policy = Object.values(HeadersReferrerPolicy).find((value) => value === name);
  if (!policy) throw new Error(`CloudFront knows no referrer policy ${name}`);
  return policy;
}
