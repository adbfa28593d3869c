import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { mockClient } from "aws-sdk-client-mock";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openSecret } from "../../functions/secrets.ts";

const Secret = v.object({ current: v.number() });
const folder = mkdtempSync(join(tmpdir(), "canbaotong-secret-"));
const file = join(folder, "alias.json");
const is = (current: number) => writeFileSync(file, JSON.stringify({ current }));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  vi.stubEnv("ALIAS_SECRET_FILE", file);
});
afterEach(() => void vi.useRealTimers());
process.on("exit", () => rmSync(folder, { recursive: true }));

describe("a secret", () => {
  test("that is rotated is seen within a minute, without a restart", async () => {
    const secret = openSecret("alias", Secret);
    is(1);
    expect(await secret()).toEqual({ current: 1 });
    is(2);
    vi.advanceTimersByTime(59_000);
    expect(await secret()).toEqual({ current: 1 });
    vi.advanceTimersByTime(1_000);
    expect(await secret()).toEqual({ current: 2 });
  });

  test("goes on being the one we know while it cannot be read", async () => {
    const secret = openSecret("alias", Secret);
    is(3);
    await secret();
    rmSync(file);
    vi.advanceTimersByTime(61_000);

    expect(await secret()).toEqual({ current: 3 });
  });

  test("that was never there, or is none, stops whoever needs it", async () => {
    await expect(openSecret("alias", Secret)()).rejects.toThrow();
    writeFileSync(file, "{}");
    await expect(openSecret("alias", Secret)()).rejects.toThrow();
    vi.stubEnv("ALIAS_SECRET_FILE", "");
    await expect(openSecret("alias", Secret)()).rejects.toThrow("ALIAS_SECRET_ARN is not set");
  });

  test("comes from Secrets Manager where there is no file, once for all who ask at the same time", async () => {
    const manager = mockClient(SecretsManagerClient);
    manager.on(GetSecretValueCommand, { SecretId: "arn:alias" }).resolves({ SecretString: '{"current":4}' });
    vi.stubEnv("ALIAS_SECRET_FILE", "");
    vi.stubEnv("ALIAS_SECRET_ARN", "arn:alias");
    vi.stubEnv("AWS_REGION", "local");
    const secret = openSecret("alias", Secret);

    expect(await Promise.all([secret(), secret(), secret()])).toEqual([{ current: 4 }, { current: 4 }, { current: 4 }]);
    expect(manager.commandCalls(GetSecretValueCommand)).toHaveLength(1);
  });
});
