// From a synthesised region to a running one: stacks, pages, and the first value of the alias secret.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { S3Client } from "@aws-sdk/client-s3";
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as v from "valibot";
import { AliasSecret } from "../functions/alias.ts";
import { partitionOf, traits } from "../infra/partitions.ts";
import { uploadPages } from "./upload.ts";

/** `parameters` are `Name=value`, `options` go to cdk as they are. */
export async function deploy(region: string, assembly: string, parameters: string[], options: string[]): Promise<void> {
  const profile = options.flatMap((option) => /^--profile=(.+)/.exec(option)?.[1] ?? [])[0];
  if (profile) process.env["AWS_PROFILE"] = profile;
  const has = traits[partitionOf(region)];

  if (has.edgeFirewall && !parameters.some((parameter) => parameter.startsWith("WebAclArn="))) {
    const { WebAclArn } = cdkDeploy("CanbaotongFirewall", assembly, [], options);
    parameters = [...parameters, `WebAclArn=${WebAclArn}`];
  }
  const { Address, AliasSecretArn, GatewaySecretArn, IssuerSecretArn, DeskTable, PagesBucket } = cdkDeploy(
    "Canbaotong",
    assembly,
    parameters,
    options,
  );
  if (!Address || !AliasSecretArn || !PagesBucket) throw new Error("the stack does not say where its site and its secrets are");

  const made = await makeAliasSecret(new SecretsManagerClient({ region }), AliasSecretArn);
  const files = await uploadPages(new S3Client({ region }), PagesBucket, { site: "dist/site", edgeFunctions: has.edgeFunctions });
  console.log(`${files} files of the site${made ? ", a new alias secret" : ""} → ${Address}`);
  console.log(`Messages go out once the gateway's key is in ${GatewaySecretArn}`);
  console.log(
    `Staff sign in once {"clientSecret": "…"} is in ${IssuerSecretArn}; the issuer sends them back to ${Address}/api/staff/session/callback`,
  );
  console.log(`The first security administrator: DESK=${DeskTable} AWS_REGION=${region} npm run staff -- appoint …`);
}

function cdkDeploy(stack: string, assembly: string, parameters: string[], options: string[]): Record<string, string> {
  const outputs = `${assembly}/outputs-${stack}.json`;
  const given = parameters.flatMap((parameter) => ["--parameters", `${stack}:${parameter}`]);
  const args = ["deploy", stack, "--app", assembly, "--outputs-file", outputs, ...given, ...options];
  const { status } = spawnSync(process.execPath, ["node_modules/aws-cdk/bin/cdk", ...args], { stdio: "inherit" });
  if (status !== 0 || !existsSync(outputs)) throw new Error(`${stack} was not deployed`);
  const schema = v.record(v.string(), v.record(v.string(), v.string()));
  return v.parse(schema, JSON.parse(readFileSync(outputs, "utf8")))[stack] ?? {};
}

/** Never a second time: who loses this secret loses the way from every number to its person. */
export async function makeAliasSecret(client: SecretsManagerClient, SecretId: string): Promise<boolean> {
  const { SecretString = "" } = await client.send(new GetSecretValueCommand({ SecretId }));
  if (isAliasSecret(SecretString)) return false;
  const first: AliasSecret = { current: 1, versions: { "1": randomBytes(32).toString("base64") } };
  await client.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(first) }));
  return true;
}

function isAliasSecret(text: string): boolean {
  try {
    return v.is(AliasSecret, JSON.parse(text));
  } catch {
    return false; // what Secrets Manager made up when the stack was new
  }
}
