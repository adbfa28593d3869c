import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";

const seen = (metricName: string) => ({ cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false });

/** Before CloudFront, hence in us-east-1. Requests by address are counted and not stopped: a whole village may share one. */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, { ...props, env: { ...props.env, region: "us-east-1" } });
    const webAcl = new CfnWebACL(this, "WebAcl", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: seen("Canbaotong"),
      rules: [
        {
          name: "KnownBadInputs",
          priority: 0,
          overrideAction: { none: {} },
          statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesKnownBadInputsRuleSet" } },
          visibilityConfig: seen("KnownBadInputs"),
        },
        {
          name: "ManyFromOneAddress",
          priority: 1,
          action: { count: {} },
          statement: { rateBasedStatement: { limit: 2000, aggregateKeyType: "IP" } },
          visibilityConfig: seen("ManyFromOneAddress"),
        },
      ],
    });
    new CfnOutput(this, "WebAclArn", { value: webAcl.attrArn, description: "Give it to the main stack as WebAclArn" });
  }
}
