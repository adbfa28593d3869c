// The cloud of a region, for tests that read its template.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { EnrolmentStack } from "../../infra/aws.ts";
import { titled } from "../../infra/house.ts";
import { topology } from "../../shared/topology.ts";

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
export type Resource = { Type: string; Properties: { [key: string]: Value }; DeletionPolicy?: string };
export type Statement = { Effect: string; Action: string | string[]; Resource: Value; Principal?: Value };

type Place = { outdir: string; bundles: string; pages: string };

/** Bundles and pages that stand for the real ones: CDK wants to see folders, no more. They go when `use` is done. */
export function withFolders<Result>(use: (place: Place) => Result): Result {
  const place = mkdtempSync(join(tmpdir(), "cloud-"));
  try {
    for (const name of Object.keys(topology.functions)) mkdirSync(join(place, "bundles", name), { recursive: true });
    for (const page of ["", "contact", "en", "en/contact"]) {
      mkdirSync(join(place, "site", page), { recursive: true });
      writeFileSync(join(place, "site", page, "index.html"), "<!doctype html>");
    }
    return use({ outdir: join(place, "out"), bundles: join(place, "bundles"), pages: join(place, "site") });
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** The main stack's template, unchecked: findings.test.ts checks. */
export const raised = (region: string) =>
  withFolders(({ outdir, ...folders }) => {
    const app = new App({ outdir, analyticsReporting: false });
    const { stackName } = new EnrolmentStack(app, "Canbaotong", { region, ...folders });
    return reader(app.synth().getStackByName(stackName).template);
  });

export function reader(template: { Resources: Record<string, Resource> }) {
  const resources = Object.entries(template.Resources);
  const ofType = (type: string) => resources.filter(([, resource]) => resource.Type === type);

  /** The one resource of a type whose logical id is this name and CDK's eight characters. */
  const one = (type: string, name: string): { id: string; properties: Resource["Properties"] } => {
    const found = ofType(type).filter(([id]) => new RegExp(`^${titled(name)}[0-9A-F]{8}$`).test(id));
    if (found.length !== 1) throw new Error(`${found.length} of ${type} are named ${name}`);
    const [id, { Properties }] = found[0]!;
    return { id, properties: Properties };
  };

  /** Every statement of every policy of a function's role. */
  const statementsOf = (fn: string): Statement[] => {
    const role = JSON.stringify(one("AWS::Lambda::Function", fn).properties["Role"]);
    const roleId = /"Fn::GetAtt":\["(\w+)","Arn"\]/.exec(role)?.[1];
    return ofType("AWS::IAM::Policy")
      .filter(([, { Properties }]) => JSON.stringify(Properties["Roles"]).includes(`"${roleId}"`))
      .flatMap(([, { Properties }]) => (Properties["PolicyDocument"] as { Statement: Value }).Statement as Statement[]);
  };

  /** What a function may do with the resource of this logical id. */
  const grants = (fn: string, id: string): string[] =>
    statementsOf(fn)
      .filter(({ Effect, Resource }) => Effect === "Allow" && JSON.stringify(Resource).includes(`"${id}"`))
      .flatMap(({ Action }) => Action)
      .sort();

  return { template, resources, ofType, one, statementsOf, grants };
}
