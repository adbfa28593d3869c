import { Aws, CfnCondition, CfnParameter, Fn, type Stack, Token } from "aws-cdk-lib";
import type { CfnDistribution } from "aws-cdk-lib/aws-cloudfront";
import { type Partition, traits } from "./partitions.ts";

type Config = Pick<CfnDistribution.DistributionConfigProperty, "aliases" | "viewerCertificate" | "webAclId">;
type Address = { config: Config; of: (distribution: CfnDistribution) => string };

const tls = { sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" };

/** Domain, certificate and firewall are the operator's, hence parameters. Only China needs a domain from the first day. */
export const addressOf = (stack: Stack, partition: Partition): Address =>
  traits[partition].givenDomain ? optionalDomain(stack) : ownDomain(stack);

function ownDomain(stack: Stack): Address {
  const ask = (name: string, description: string) =>
    new CfnParameter(stack, name, { allowedPattern: ".+", description }).valueAsString;
  const domain = ask("Domain", "Address of the site, with ICP filing, such as canbaotong.example.cn");
  const iamCertificateId = ask("Certificate", "Id of its certificate in IAM");
  return { config: { aliases: [domain], viewerCertificate: { iamCertificateId, ...tls } }, of: () => `https://${domain}` };
}

function optionalDomain(stack: Stack): Address {
  const ask = (name: string, description: string) => {
    const { valueAsString } = new CfnParameter(stack, name, { default: "", description });
    const expression = Fn.conditionNot(Fn.conditionEquals(valueAsString, ""));
    return { value: valueAsString, given: new CfnCondition(stack, `${name}Given`, { expression }).logicalId };
  };
  const domain = ask("Domain", "Address of the site, such as canbaotong.example.cn");
  const certificate = ask("Certificate", "ARN of its certificate in us-east-1");
  const webAcl = ask("WebAclArn", "ARN of a firewall in us-east-1");

  return {
    config: {
      aliases: Token.asList(Fn.conditionIf(domain.given, [domain.value], Aws.NO_VALUE)),
      viewerCertificate: Fn.conditionIf(
        certificate.given,
        {
          AcmCertificateArn: certificate.value,
          SslSupportMethod: tls.sslSupportMethod,
          MinimumProtocolVersion: tls.minimumProtocolVersion,
        },
        { CloudFrontDefaultCertificate: true },
      ),
      webAclId: Token.asString(Fn.conditionIf(webAcl.given, webAcl.value, Aws.NO_VALUE)),
    },
    of: ({ attrDomainName }) => `https://${Token.asString(Fn.conditionIf(domain.given, domain.value, attrDomainName))}`,
  };
}
