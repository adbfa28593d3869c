import { App, type AppProps, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { EnrolmentStack } from "./aws.ts";
import { FirewallStack } from "./firewall.ts";
import { partitionOf, traits } from "./partitions.ts";
import { StaffPoolStack } from "./staff-pool.ts";

/** CloudFormation's own rules count like those of cdk-nag: a finding stops, unless it is explained where it is made. */
const strict = { "@aws-cdk/core:validateAgainstDefaultRules": true };

type Props = AppProps & { bundles?: string; pages?: string };

/** All stacks of one region. No account is looked up: the templates fit any, and making them needs no network. */
export function cloudOf(region: string, { bundles, pages, context, ...props }: Props = {}): App {
  const app = new App({ analyticsReporting: false, ...props, context: { ...strict, ...context } });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));

  new EnrolmentStack(app, "Canbaotong", { region, bundles, pages, description: "Self-service portal of enrolment registration" });
  if (traits[partitionOf(region)].edgeFirewall)
    new FirewallStack(app, "CanbaotongFirewall", { description: "What stands before the portal's site" });
  if (app.node.tryGetContext("staffPool") === "true")
    new StaffPoolStack(app, "CanbaotongStaffPool", { region, description: "Who says who somebody of the staff is" });
  return app;
}

/** For cdk's own commands, after `npm run synth`: `npx cdk diff -c region=cn-north-1`. */
if (import.meta.main) {
  const region: unknown = new App({ autoSynth: false }).node.tryGetContext("region");
  cloudOf(typeof region === "string" ? region : "ap-southeast-1").synth();
}
