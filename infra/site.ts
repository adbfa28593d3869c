import { CfnOutput, Fn, Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { CfnDistribution } from "aws-cdk-lib/aws-cloudfront";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { addressOf } from "./address.ts";
import { behavioursOf } from "./behaviours.ts";
import { acknowledge, privateBucket } from "./house.ts";
import { originOf } from "./origin.ts";
import { type Partition, traits } from "./partitions.ts";

type Props = { partition: Partition; api: HttpApi; pages: string };

/**
 * Pages and API under one address, so that cookies and the check of Origin need no exception.
 * Made of the plain resource: CDK's own Distribution always sets a cache policy, which China refuses.
 */
export class Site extends Construct {
  /** `https://…`, as browsers send it in Origin. */
  readonly address: string;

  constructor(scope: Construct, id: string, { partition, api, pages }: Props) {
    super(scope, id);
    const stack = Stack.of(this);
    const bucket = new Bucket(this, "Pages", privateBucket);
    acknowledge(bucket, { S1: "Holds public pages only, and the distribution before it is their one reader" });

    const address = addressOf(stack, partition);
    const origin = originOf(this, traits[partition].originAccess, bucket);
    const distribution = new CfnDistribution(this, "Distribution", {
      distributionConfig: {
        enabled: true,
        comment: "Canbaotong",
        defaultRootObject: "index.html",
        httpVersion: traits[partition].ipv6 ? "http2and3" : "http2",
        ipv6Enabled: traits[partition].ipv6,
        ...address.config,
        origins: [
          { id: "pages", domainName: bucket.bucketRegionalDomainName, ...origin.config },
          {
            id: "api",
            domainName: Fn.select(2, Fn.split("/", api.apiEndpoint)),
            customOriginConfig: { originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] },
          },
        ],
        ...behavioursOf(this, partition, pages),
      },
    });
    origin.letRead(distribution);
    this.address = address.of(distribution);

    acknowledge(distribution, {
      CFR1: "Insured people live and work abroad too: no country is shut out",
      CFR3: "Its log would hold the addresses of everybody who reads a page; the API logs what was done, without them",
      ...reasonsIn[partition],
    });
    new CfnOutput(stack, "Address", { value: this.address, description: "Where the site is" });
    new CfnOutput(stack, "PagesBucket", { value: bucket.bucketName, description: "Where the built pages are put" });
    new CfnOutput(stack, "DistributionDomain", {
      value: distribution.attrDomainName,
      description: "What the domain's CNAME names",
    });
  }
}

const reasonsIn = {
  aws: {
    CFR4: "The oldest protocol follows the certificate: TLS 1.2 of 2021 with a domain of one's own, as every real site has",
    F3014: "A condition chooses the certificate, the domain's or CloudFront's own; the check does not look into conditions",
  },
  "aws-cn": {
    CFR2: "No firewall stands before CloudFront in China (infra/partitions.ts)",
    CFR7: "There is no origin access control in China (infra/partitions.ts): an identity instead",
  },
} as const satisfies Record<Partition, Record<string, string>>;
