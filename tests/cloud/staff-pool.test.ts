import { App } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { expect, test } from "vitest";
import { StaffPoolStack } from "../../infra/staff-pool.ts";
import { type Resource, reader } from "./raised.ts";

function raisedPool(region: string) {
  const app = new App({ analyticsReporting: false });
  const pool = new StaffPoolStack(app, "CanbaotongStaffPool", { region });
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  return { violations, ...reader(app.synth().getStackByName(pool.stackName).template) };
}

test("a pool for staff: nobody signs up by themselves, and nobody gets in by a password alone", () => {
  const { violations, ofType } = raisedPool("ap-southeast-1");
  const one = (type: string): Resource["Properties"] => ofType(type)[0]![1].Properties;
  expect(one("AWS::Cognito::UserPool")).toMatchObject({
    MfaConfiguration: "ON",
    EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    DeletionProtection: "ACTIVE",
  });
  const client = one("AWS::Cognito::UserPoolClient");
  expect(client).toMatchObject({ GenerateSecret: true, AllowedOAuthFlows: ["code"], AllowedOAuthScopes: ["openid"] });
  expect(JSON.stringify(client)).toContain("/api/staff/session/callback");
  expect(violations.map(({ ruleName }) => ruleName)).toEqual([]);
});

test("where there are no user pools, that is said before anything is made", () => {
  expect(() => raisedPool("cn-north-1")).toThrow("no user pools");
});
