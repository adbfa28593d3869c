// An issuer for staff where an agency has none of its own: a Cognito user pool, in a stack that is only made when it is asked for
// (`npm run synth -- REGION staffPool=true`). The portal knows nothing of it but an address, a name and a secret, as of any issuer.
import { CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { AccountRecovery, FeaturePlan, Mfa, OAuthScope, StandardThreatProtectionMode, UserPool } from "aws-cdk-lib/aws-cognito";
import type { Construct } from "constructs";
import { ISSUER_DEMANDS_IT } from "../shared/staff/session.ts";
import { finishStaffSignIn } from "../shared/staff-session/contract.ts";
import { partitionOf, traits } from "./partitions.ts";

type Props = StackProps & { region: string };

export class StaffPoolStack extends Stack {
  constructor(scope: Construct, id: string, { region, ...props }: Props) {
    if (!traits[partitionOf(region)].userPools)
      throw new Error(`${region} has no user pools: staff need an issuer from elsewhere`);
    super(scope, id, { ...props, env: { ...props.env, region } });
    const address = new CfnParameter(this, "Address", {
      allowedPattern: "https://.+[^/]",
      description: "The portal's address, as the main stack puts it out",
    });
    const prefix = new CfnParameter(this, "DomainPrefix", {
      allowedPattern: "[a-z0-9-]{3,60}",
      description: "The first part of the address of the sign-in page; nobody else in the region may have it",
    });

    const pool = new UserPool(this, "StaffPool", {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      // Nobody gets in without a second factor, and messages are no such factor where phones are shared.
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.NONE,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(2),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pool.addDomain("Domain", { cognitoDomain: { domainPrefix: prefix.valueAsString } });
    const client = pool.addClient("Portal", {
      generateSecret: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [`${address.valueAsString}/api${finishStaffSignIn.path}`],
      },
    });

    const say = (name: string, value: string, description: string) => new CfnOutput(this, name, { value, description });
    say("StaffIssuer", pool.userPoolProviderUrl, "Give it to the main stack as StaffIssuer");
    say(
      "StaffClientId",
      client.userPoolClientId,
      "Give it to the main stack as StaffClientId; its secret goes into the secret issuer",
    );
    say("StaffAcr", ISSUER_DEMANDS_IT, "Give it to the main stack as StaffAcr: the pool demands it and says so in no token");
  }
}
