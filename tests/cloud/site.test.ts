import { runInNewContext } from "node:vm";
import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { securityHeaders } from "../../infra/headers.ts";
import { chinaDifferences, type Missing, partitionOf } from "../../infra/partitions.ts";
import { raised } from "./raised.ts";

const ordinary = raised("eu-central-1");
const china = raised("cn-north-1");

type Tree = string | number | boolean | null | Tree[] | { [key: string]: Tree };

/** Every value under a name, however deep. */
function valuesOf(tree: Tree, name: string): Tree[] {
  if (tree === null || typeof tree !== "object") return [];
  return Object.entries(tree).flatMap(([key, value]) => [...(key === name ? [value] : []), ...valuesOf(value, name)]);
}

const holds = (cloud: typeof china, { type, property, value }: Missing) =>
  cloud
    .ofType(type)
    .flatMap(([, { Properties }]) => (property ? valuesOf(Properties, property) : [Properties]))
    .some((found) => value === undefined || found === value);

describe("what China lacks", () => {
  const lines = chinaDifferences.flatMap(({ says, missing }) =>
    [...missing].map((line: Missing) => ({
      says,
      line,
      what: [line.type, line.property, line.value].filter((part) => part !== undefined).join(" "),
    })),
  );
  test.each(lines)("no $what in the template for Beijing", ({ line }) => expect(holds(china, line)).toBe(false));

  const actions = chinaDifferences.flatMap((difference) => ("actions" in difference ? [...difference.actions] : []));
  test.each(actions)("no role there may %s", (action) => expect(JSON.stringify(china.template)).not.toContain(`"${action}`));

  test("the walk would notice: the ordinary template holds a good many of them", () => {
    expect(lines.filter(({ line }) => holds(ordinary, line)).length).toBeGreaterThan(8);
  });

  test.each(chinaDifferences)("$says: somebody can look it up", ({ source, read }) => {
    expect(source).toMatch(/^https:\/\/(?:docs\.amazonaws\.cn|github\.com)\//);
    expect(read).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test("everything else is the same on both sides", () => {
    const counts = (cloud: typeof china) => {
      const types = cloud.resources.map(([, { Type }]) => Type).filter((type) => !type.startsWith("AWS::CloudFront::"));
      return Object.fromEntries([...new Set(types)].sort().map((type) => [type, types.filter((each) => each === type).length]));
    };
    expect(counts(china)).toEqual(counts(ordinary));
  });

  test("no address of the other partition is written into it", () => {
    expect(JSON.stringify(china.template)).not.toMatch(/arn:aws:|us-east-1|\.amazonaws\.com(?![."])/);
  });

  test.each([
    { region: "cn-northwest-1", partition: "aws-cn" },
    { region: "ap-east-1", partition: "aws" },
  ])("$region belongs to $partition", ({ region, partition }) => expect(partitionOf(region)).toBe(partition));

  test("a partition that nobody looked up is refused", () =>
    expect(() => partitionOf("us-gov-west-1")).toThrow("nobody has looked up"));
});

describe("the site", () => {
  const config = (cloud: typeof china) => cloud.ofType("AWS::CloudFront::Distribution")[0]![1].Properties["DistributionConfig"];

  test.each([
    { where: "an ordinary region", cloud: ordinary },
    { where: "Beijing", cloud: china },
  ])("serves pages and API under one address in $where, and keeps no answer of the API", ({ cloud }) => {
    const behaviour = valuesOf(config(cloud)!, "CacheBehaviors").flat()[0];
    expect(behaviour).toMatchObject({ PathPattern: "/api/*", TargetOriginId: "api", ViewerProtocolPolicy: "https-only" });
    const never =
      cloud === china ? { MaxTTL: 0, MinTTL: 0, DefaultTTL: 0 } : { CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" };
    expect(behaviour).toMatchObject(never); // the id is that of the managed policy CachingDisabled
  });

  test("sends Beijing's API the cookies, the origin and the attempt's key", () => {
    const behaviour = valuesOf(config(china)!, "CacheBehaviors").flat()[0];
    expect(behaviour).toMatchObject({
      ForwardedValues: {
        Cookies: { Forward: "all" },
        QueryString: true,
        Headers: expect.arrayContaining(["Idempotency-Key", "Origin"]),
      },
    });
  });

  test.each([
    { where: "an ordinary region", cloud: ordinary, reader: /"Service":"cloudfront.amazonaws.com"/ },
    { where: "Beijing", cloud: china, reader: /"CanonicalUser":/ },
  ])("lets nobody but CloudFront read the bucket in $where", ({ cloud, reader }) => {
    const bucket = cloud.ofType("AWS::S3::Bucket").find(([id]) => id.startsWith("SitePages"))!;
    expect(bucket[1].Properties["PublicAccessBlockConfiguration"]).toMatchObject({ BlockPublicPolicy: true });
    const policy = cloud.ofType("AWS::S3::BucketPolicy").find(([id]) => id.startsWith("SitePages"))!;
    const allowed = valuesOf(policy[1].Properties, "Statement")
      .flat()
      .filter((each) => valuesOf(each, "Effect")[0] === "Allow");
    expect(allowed).toHaveLength(2);
    for (const statement of allowed) expect(JSON.stringify(statement)).toMatch(reader);
  });

  test("says with every answer what infra/headers.ts says", () => {
    const policy = JSON.stringify(ordinary.ofType("AWS::CloudFront::ResponseHeadersPolicy"));
    const bySetting = ["x-content-type-options"]; // CloudFront knows its one value
    for (const [name, value] of Object.entries(securityHeaders))
      if (!bySetting.includes(name)) expect(policy).toContain(JSON.stringify(value));
    expect(policy).toContain('"ContentTypeOptions":{"Override":true}');
    expect(policy).toContain('"AccessControlMaxAgeSec":63072000');
    expect(valuesOf(config(ordinary)!, "ResponseHeadersPolicyId")).toHaveLength(2);
  });

  test("asks for a domain and its certificate in China, where CloudFront's own serves nobody", () => {
    const parameters = (cloud: typeof china) => Template.fromJSON(cloud.template).findParameters("*");
    for (const name of ["Domain", "Certificate"]) {
      expect(parameters(china)[name]).toMatchObject({ AllowedPattern: ".+" });
      expect(parameters(ordinary)[name]).toMatchObject({ Default: "" });
    }
  });
});

describe("the page at a path", () => {
  const code = String(valuesOf(ordinary.ofType("AWS::CloudFront::Function")[0]![1].Properties, "FunctionCode")[0]);
  const ask = (uri: string): { uri?: string; statusCode?: number } =>
    runInNewContext(`${code}\nhandler({ request: { uri: ${JSON.stringify(uri)} } })`);

  test.each([
    { uri: "/", page: "/index.html" },
    { uri: "/contact", page: "/contact/index.html" },
    { uri: "/contact/", page: "/contact/index.html" },
    { uri: "/en/contact", page: "/en/contact/index.html" },
    { uri: "/en/", page: "/en/index.html" },
    { uri: "/_astro/form.abc123.js", page: "/_astro/form.abc123.js" },
    { uri: "/favicon.svg", page: "/favicon.svg" },
  ])("of $uri is $page", ({ uri, page }) => expect(ask(uri).uri).toBe(page));

  test.each(["/contcat", "/en/nothing/here", "/contact/index"])("that is not there, %s, is answered with 404", (uri) => {
    expect(ask(uri).statusCode).toBe(404);
  });
});
