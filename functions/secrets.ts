import { readFile } from "node:fs/promises";
import * as v from "valibot";
import type { FunctionSpec } from "../shared/topology.ts";

type SecretName = FunctionSpec["secrets"][number];

/** For so long an old version is believed: a rotation is seen within a minute, without a restart. */
export const SECRET_FRESH_SECONDS = 60;

/**
 * A secret by its name: `ALIAS_SECRET_FILE` names a local file, `ALIAS_SECRET_ARN` one of Secrets Manager. It is read when
 * first asked for, and again once it is a minute old; if that fails, the one we know goes on being used.
 */
export function openSecret<Secret extends v.GenericSchema>(
  name: SecretName,
  schema: Secret,
): () => Promise<v.InferOutput<Secret>> {
  let known: { value: v.InferOutput<Secret>; until: number } | undefined;
  let asking: Promise<v.InferOutput<Secret>> | undefined;

  async function ask() {
    try {
      const value = v.parse(schema, JSON.parse(await textOf(name)));
      known = { value, until: performance.now() + SECRET_FRESH_SECONDS * 1000 };
      return value;
    } catch (error) {
      if (!known) throw error;
      return known.value;
    } finally {
      asking = undefined;
    }
  }
  return async () => {
    if (known && performance.now() < known.until) return known.value;
    asking ??= ask();
    return asking;
  };
}

async function textOf(name: SecretName): Promise<string> {
  const variable = `${name.toUpperCase()}_SECRET`;
  const file = process.env[`${variable}_FILE`];
  if (file) return readFile(file, "utf8");

  const SecretId = process.env[`${variable}_ARN`];
  if (!SecretId) throw new Error(`${variable}_ARN is not set`);
  // Loaded when it is needed: in front of every cold start it would weigh more than all of the rest.
  const { SecretsManager } = await import("@aws-sdk/client-secrets-manager");
  const { SecretString } = await new SecretsManager({}).getSecretValue({ SecretId });
  return SecretString ?? "";
}
