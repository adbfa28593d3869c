import { Stack } from "aws-cdk-lib";
import { CfnCloudFrontOriginAccessIdentity, type CfnDistribution, CfnOriginAccessControl } from "aws-cdk-lib/aws-cloudfront";
import { CanonicalUserPrincipal, type IPrincipal, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

type Origin = {
  config: Pick<CfnDistribution.OriginProperty, "originAccessControlId" | "s3OriginConfig">;
  letRead: (distribution: CfnDistribution) => void;
};

/** How the distribution shows the bucket who it is: by a signature of its own, or, where there is none, by an identity. */
export const originOf = (scope: Construct, access: "control" | "identity", bucket: Bucket): Origin =>
  access === "control" ? byControl(scope, bucket) : byIdentity(scope, bucket);

function byControl(scope: Construct, bucket: Bucket): Origin {
  const { attrId } = new CfnOriginAccessControl(scope, "Access", {
    originAccessControlConfig: {
      name: `${Stack.of(scope).stackName}-${Stack.of(scope).region}`,
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    },
  });
  return {
    config: { originAccessControlId: attrId, s3OriginConfig: { originAccessIdentity: "" } },
    letRead: (distribution) => {
      const { partition, account } = Stack.of(scope);
      const distributionArn = `arn:${partition}:cloudfront::${account}:distribution/${distribution.attrId}`;
      letRead(bucket, new ServicePrincipal("cloudfront.amazonaws.com"), { StringEquals: { "AWS:SourceArn": distributionArn } });
    },
  };
}

function byIdentity(scope: Construct, bucket: Bucket): Origin {
  const identity = new CfnCloudFrontOriginAccessIdentity(scope, "Identity", {
    cloudFrontOriginAccessIdentityConfig: { comment: "Reads the pages of Canbaotong" },
  });
  return {
    config: { s3OriginConfig: { originAccessIdentity: `origin-access-identity/cloudfront/${identity.attrId}` } },
    letRead: () => letRead(bucket, new CanonicalUserPrincipal(identity.attrS3CanonicalUserId)),
  };
}

/** To list, too: without it S3 says 403 for a file that is not there, where 404 is meant. */
function letRead(bucket: Bucket, principal: IPrincipal, conditions = {}): void {
  const allow = (action: string, resource: string) =>
    bucket.addToResourcePolicy(
      new PolicyStatement({ actions: [action], resources: [resource], principals: [principal], conditions }),
    );
  allow("s3:GetObject", bucket.arnForObjects("*"));
  allow("s3:ListBucket", bucket.bucketArn);
}
